import {
  assertKnownOptions,
  assertName,
  assertNumber,
  assertObject,
  assertOneOf,
  ownEntry,
  type ReadonlyFloat64Array,
} from '../../core/index.js';
import { numbersToJson } from '../../panel/index.js';
import { quantile } from '../../stats/index.js';
import { type Displayed, type Table, toHtml, toText, withDisplay } from '../../table/index.js';
import { type OddValue, oddValues } from '../odd-values.js';
import type { BacktestResult } from '../result.js';
import type { ParameterSpace } from './parameter-space.js';
import { type SweepPivot, type SweepPivotOptions, pivotOf } from './pivot.js';
import type { QuantileSketch, SketchParts } from './quantile-sketch.js';
import type { SweepDiagnostics } from './sweep-diagnostics.js';
import { sweepTable } from './sweep-table.js';

/** One variant of a sweep. */
export interface SweepVariant<Params extends object = object, Metric extends string = string> {
  /** Its number among all variants, from 0. */
  readonly index: number;
  readonly params: Readonly<Params>;
  readonly metrics: Readonly<Record<Metric, number>>;
}

/** Which end of a metric is the better one. */
export interface SweepDirection {
  /** The lowest first: for volatility, say. Drawdowns are negative, so that their best is the highest. */
  readonly lowest?: boolean;
}

/** What a sweep gives: one row per variant in columns, and how many variants there were. Prints itself. */
export interface SweepResult<Params extends object = object, Metric extends string = string> extends Displayed {
  /** How many variants were tried: what a statistic of the best one must be deflated by. */
  readonly trials: number;
  /** How many rows the columns have: all trials, or those that `keep` kept. */
  readonly length: number;
  /** The number of the variant in each row; the best first where `keep` chose them. */
  readonly indices: Int32Array;
  /** The parameters, one column each. */
  readonly parameters: Readonly<{ [Key in keyof Params]: readonly Params[Key][] }>;
  /** The figures, one column each. */
  readonly metrics: Readonly<Record<Metric, ReadonlyFloat64Array>>;
  /** What a reader must know. */
  readonly notes: readonly string[];
  /** All rows with parameters and figures, for notebooks, CSV and DataFrames. */
  readonly table: Table;
  /** A row of the columns. */
  variant(this: void, row: number): SweepVariant<Params, Metric>;
  /** The variant with the best figure, of equals the first; undefined where every figure is NaN. */
  best(this: void, metric: Metric, direction?: SweepDirection): SweepVariant<Params, Metric> | undefined;
  /** The best variants by a figure, NaN left out. */
  top(this: void, count: number, metric: Metric, direction?: SweepDirection): readonly SweepVariant<Params, Metric>[];
  /** The quantile of a figure over all trials, NaN left out: exact (type 7) where all are kept, otherwise to half a percent. */
  quantile(this: void, metric: Metric, share: number): number;
  /** One figure by two parameters, ready for a heat map. */
  pivot(this: void, options: SweepPivotOptions<keyof Params & string, Metric>): SweepPivot;
  /** Runs a variant again, for all that a backtest says: a row of the columns, or what `best`, `top` and `variant` answer. */
  run(this: void, variant: number | SweepVariant<Params, Metric>): BacktestResult;
  /** How it was worked out; not part of its JSON, and no figure depends on it. */
  readonly diagnostics: SweepDiagnostics;
  /** Trials and columns as plain JSON; NaN is null. `sweepFromJson` of 'backtilt/io' reads it. */
  toJSON(this: void): SweepResultJson<Params, Metric>;
}

/** The form of a sweep's JSON: it may change, and a reader must know. */
export const SWEEP_FORM = 'backtilt sweep 1';

/** A sweep as plain JSON. */
export interface SweepResultJson<Params extends object = object, Metric extends string = string> {
  readonly form: 'backtilt sweep 1';
  readonly title: string;
  /** What was varied, in order. */
  readonly names: readonly string[];
  readonly trials: number;
  readonly indices: readonly number[];
  readonly parameters: SweepResult<Params, Metric>['parameters'];
  readonly metrics: Readonly<Record<Metric, readonly (number | null)[]>>;
  readonly notes: readonly string[];
  /** What JSON cannot say among parameters and figures (infinities, −0, parameters that are not there). */
  readonly odd: { readonly parameters: readonly OddValue[]; readonly metrics: readonly OddValue[] };
  /** Counts for quantiles over all trials, where only the best were kept; otherwise null. */
  readonly sketches: Readonly<Record<Metric, SketchParts>> | null;
}

/** What a result is made from. */
export interface SweepParts {
  readonly space: ParameterSpace;
  readonly keys: readonly string[];
  readonly indices: Int32Array | null;
  readonly columns: readonly Float64Array[];
  readonly sketches: readonly QuantileSketch[] | null;
  readonly title: string;
  readonly diagnostics: SweepDiagnostics;
  /** Those that were said before; made anew when absent. */
  readonly notes?: readonly string[];
  run(this: void, params: object): BacktestResult;
}

/** Makes the frozen result. Parameters are made anew from the numbers of variants when they are asked for. */
export function makeSweepResult({
  space,
  keys,
  indices: kept,
  columns,
  sketches,
  title,
  diagnostics,
  notes: said,
  run,
}: SweepParts): SweepResult {
  const indices = kept ?? Int32Array.from({ length: space.count }, (_, index) => index);
  const metrics = Object.freeze(Object.fromEntries(keys.map((key, place) => [key, columns[place]!])));
  const columnOf = (metric: unknown, where: string): Float64Array => {
    assertName(where, 'metric', metric);
    assertOneOf(where, 'metric', metric, keys);
    return metrics[metric]!;
  };
  const variant = (row: number): SweepVariant => {
    assertNumber('sweep.variant', 'row', row, { min: 0, max: indices.length - 1, integer: true });
    const figures = Object.fromEntries(keys.map((key) => [key, metrics[key]![row]!]));
    const params = Object.freeze({ ...space.variant(indices[row]!) });
    return Object.freeze({ index: indices[row]!, params, metrics: Object.freeze(figures) });
  };
  const top = (count: number, metric: string, direction: SweepDirection = {}): readonly SweepVariant[] => {
    assertNumber('sweep.top', 'count', count, { min: 1, integer: true });
    assertKnownOptions('sweep.top', direction, ['lowest']);
    const { lowest = false } = direction;
    const column = columnOf(metric, 'sweep.top');
    return Object.freeze(bestRows(column, indices, lowest ? -1 : 1, count).map(variant));
  };
  const notes = Object.freeze([
    ...(said ?? [
      `${space.count} ${space.count === 1 ? 'variant' : 'variants'} tried${kept === null ? '' : `, ${indices.length} kept`}. The best of many is lucky as well as good: deflate it by this number.`,
    ]),
  ]);
  let table: Table | undefined;
  let parameters: Readonly<Record<string, readonly unknown[]>> | undefined;
  const result = {
    trials: space.count,
    length: indices.length,
    indices,
    metrics,
    notes,
    variant,
    top,
    best: (metric: string, direction?: SweepDirection) => top(1, metric, direction)[0],
    quantile: (metric: string, share: number): number => {
      const column = columnOf(metric, 'sweep.quantile');
      assertNumber('sweep.quantile', 'share', share, { min: 0, max: 1 });
      if (sketches !== null) return sketches[keys.indexOf(metric)]!.quantile(share);
      const known = column.filter((value) => !Number.isNaN(value));
      return quantile(known, share);
    },
    pivot: (options: SweepPivotOptions<string, string>) => {
      assertKnownOptions('sweep.pivot', options, ['rows', 'columns', 'metric', 'combine']);
      return pivotOf(options, space, indices, columnOf(options.metric, 'sweep.pivot'), title);
    },
    run: (given: number | SweepVariant) => {
      if (typeof given === 'number') return run(variant(given).params);
      assertObject('sweep.run', 'the variant', given);
      assertObject('sweep.run', 'the params of the variant', given.params);
      return run(given.params);
    },
    toJSON: () => ({
      ...{ form: SWEEP_FORM, title, names: [...space.names] },
      trials: space.count,
      indices: Array.from(indices),
      parameters: result.parameters,
      metrics: Object.fromEntries(keys.map((key) => [key, numbersToJson(metrics[key]!)])),
      notes,
      odd: { parameters: oddValues(result.parameters), metrics: oddValues(metrics, { nanIsNull: true }) },
      sketches:
        sketches === null ? null : Object.fromEntries(keys.map((key, place) => [key, sketches[place]!.toParts()])),
    }),
    get parameters() {
      return (parameters ??= columnsOf(space, indices));
    },
    get table() {
      return (table ??= sweepTable(result, space.names, title));
    },
  };
  Object.defineProperty(result, 'diagnostics', { value: diagnostics, enumerable: false });
  return withDisplay(result as unknown as Omit<SweepResult, 'toString'>, {
    text: (self) => toText(sweepTable(self, space.names, title, SHOWN)),
    html: (self) => toHtml(sweepTable(self, space.names, title, SHOWN)),
  });
}

/** Rows that a result shows of itself. */
const SHOWN = 20;

/** Rows by figure, best first; of equals the lower number; NaN left out. */
function bestRows(column: Float64Array, indices: Int32Array, sign: 1 | -1, count: number): number[] {
  const rows = Array.from(column.keys()).filter((row) => !Number.isNaN(column[row]!));
  rows.sort((a, b) => sign * (column[b]! - column[a]!) || indices[a]! - indices[b]!);
  return rows.slice(0, count);
}

function columnsOf(space: ParameterSpace, indices: Int32Array): Readonly<Record<string, readonly unknown[]>> {
  const columns: Record<string, unknown[]> = Object.fromEntries(space.names.map((name) => [name, []]));
  for (const index of indices) {
    const params = space.variant(index) as Readonly<Record<string, unknown>>;
    for (const name of space.names) columns[name]!.push(ownEntry(params, name));
  }
  Object.values(columns).forEach(Object.freeze);
  return Object.freeze(columns);
}
