import { assertName, assertOneOf, describeValue, InputError, ownEntry } from '../../core/index.js';
import { type Displayed, makeTable, type Table, toHtml, toText, withDisplay } from '../../table/index.js';
import { canonicalText } from '../canonical-text.js';
import type { ParameterSpace } from './parameter-space.js';
import { metricCell } from './sweep-table.js';
import { wordFor } from './words-for.js';

/** Which parameters go down and across, and which figure fills the cells. */
export interface SweepPivotOptions<Parameter extends string, Metric extends string> {
  readonly rows: Parameter;
  readonly columns: Parameter;
  readonly metric: Metric;
  /** Makes one number of several variants in one cell: needed where more than two parameters were varied. */
  readonly combine?: (values: Float64Array) => number;
}

/** One figure by two parameters. Prints itself. */
export interface SweepPivot extends Displayed {
  /** Values of the parameter that goes down, and of the one that goes across. */
  readonly rows: readonly unknown[];
  readonly columns: readonly unknown[];
  /** Figures by row and column; NaN where no variant falls. */
  readonly values: readonly (readonly number[])[];
  readonly table: Table;
}

/** Sets the figures of a sweep out by two parameters. */
export function pivotOf(
  options: SweepPivotOptions<string, string>,
  space: ParameterSpace,
  indices: Int32Array,
  column: Float64Array,
  title: string,
): SweepPivot {
  const where = 'sweep.pivot';
  const { rows: down, columns: across, metric, combine } = options;
  for (const [key, name] of [
    ['rows', down],
    ['columns', across],
  ] as const) {
    assertName(where, key, name);
    assertOneOf(where, key, name, space.names);
  }
  if (combine !== undefined && typeof (combine as unknown) !== 'function') {
    throw new InputError(
      'option.type',
      `${where}: "combine" is ${describeValue(combine)}; it must be a function of the figures of a cell, such as (values) => Math.max(...values).`,
    );
  }
  const rows = new Map<unknown, { readonly value: unknown; readonly cells: Map<unknown, number[]> }>();
  const columns = new Map<unknown, unknown>();
  indices.forEach((index, place) => {
    const params = space.variant(index) as Readonly<Record<string, unknown>>;
    const [rowValue, columnValue] = [ownEntry(params, down), ownEntry(params, across)];
    const [rowKey, columnKey] = [keyOf(rowValue), keyOf(columnValue)];
    if (!columns.has(columnKey)) columns.set(columnKey, columnValue);
    let row = rows.get(rowKey);
    if (row === undefined) rows.set(rowKey, (row = { value: rowValue, cells: new Map() }));
    const cell = row.cells.get(columnKey);
    if (cell === undefined) row.cells.set(columnKey, [column[place]!]);
    else cell.push(column[place]!);
  });
  const one = (found: readonly number[] | undefined): number => {
    if (found === undefined) return NaN;
    if (found.length === 1 && combine === undefined) return found[0]!;
    if (combine !== undefined) return combine(Float64Array.from(found));
    throw new InputError(
      'option.missing',
      `${where}: ${found.length} variants have the same ${down} and ${across}, because other parameters were varied too. Say how to make one number of them: combine: (values) => Math.max(...values).`,
    );
  };
  const values = Array.from(rows.values(), ({ cells }) =>
    Object.freeze(Array.from(columns.keys(), (key) => one(cells.get(key)))),
  );
  const table = makeTable({
    title: `${title}: ${metric} by ${down} and ${across}`,
    columns: [
      { key: 'row', label: down, align: 'left' as const },
      ...Array.from(columns.values(), (value, place) => ({
        key: `column${place}`,
        label: `${across} ${wordFor(value)}`,
      })),
    ],
    rows: Array.from(rows.values(), ({ value }, place) => ({
      row: wordFor(value),
      ...Object.fromEntries(values[place]!.map((figure, at) => [`column${at}`, metricCell(metric, figure)])),
    })),
  });
  const pivot = {
    rows: Object.freeze(Array.from(rows.values(), ({ value }) => value)),
    columns: Object.freeze([...columns.values()]),
    values: Object.freeze(values),
    table,
  };
  return withDisplay(pivot, { text: () => toText(table), html: () => toHtml(table) });
}

/** Equal plain data are one value, such as two schedules that say the same; anything else is equal to itself only. */
function keyOf(value: unknown): unknown {
  if (typeof value === 'string') return `text ${value}`;
  return typeof value === 'object' ? `data ${canonicalText(value)}` : value;
}
