import type { ReadonlyFloat64Array } from '../../core/index.js';
import { makeTable, type Table, type Cell } from '../../table/index.js';
import { isoDate } from '../../time/index.js';
import { thinPoints } from './thin-points.js';
import type { JsonObject } from './vega-lite-spec.js';

/** A named line over time. */
export interface DatedLine {
  readonly name: string;
  /** Days since 1970-01-01, ascending. */
  readonly days: ArrayLike<number>;
  /** NaN is a gap. */
  readonly values: ReadonlyFloat64Array | Float64Array;
}

/** The days of a path on a calendar: the base first. */
export function pathDays({ base, days }: { readonly base: number; readonly days: ArrayLike<number> }): Int32Array {
  const all = new Int32Array(days.length + 1);
  all[0] = base;
  for (let row = 0; row < days.length; row++) all[row + 1] = days[row]!;
  return all;
}

/** Lines as rows of a picture, thinned to so many columns of pixels, and the sentence that says so. */
export function lineRows(
  lines: readonly DatedLine[],
  columns: number,
): { readonly rows: readonly JsonObject[]; readonly remarks: readonly string[] } {
  let [drawn, of] = [0, 0];
  const rows = lines.flatMap(({ name, days, values }) => {
    const kept = thinPoints({ days, values }, Math.max(1, Math.floor(columns)));
    drawn += kept.length;
    of += values.length;
    return kept.map((place): JsonObject => {
      const value = values[place]!;
      return { date: isoDate(days[place]!), series: name, value: Number.isFinite(value) ? value : null };
    });
  });
  return { rows, remarks: drawn === of ? [] : [thinnedWords(drawn, of)] };
}

const thinnedWords = (drawn: number, of: number): string =>
  `${drawn} of ${of} points drawn: the first, last, lowest and highest of every column of pixels, so no peak and no trough is left out.`;

/** Lines as a table: a row for each day, a column for each line. */
export function linesTable(title: string, lines: readonly DatedLine[], cell: (value: number) => Cell): Table {
  const byDay = new Map<number, Record<string, Cell>>();
  const undefinedCell = cell(NaN);
  lines.forEach(({ days, values }, index) => {
    for (let place = 0; place < values.length; place++) {
      let row = byDay.get(days[place]!);
      if (row === undefined)
        byDay.set(
          days[place]!,
          (row = Object.fromEntries(lines.map((_, column) => [keyOf(lines, column), undefinedCell]))),
        );
      row[keyOf(lines, index)] = cell(values[place]!);
    }
  });
  const days = [...byDay.keys()].sort((a, b) => a - b);
  return makeTable({
    title,
    columns: [
      { key: 'date', label: 'Date', align: 'left' as const },
      ...lines.map(({ name }, column) => ({ key: keyOf(lines, column), label: name })),
    ],
    rows: days.map((day) => ({ date: isoDate(day), ...byDay.get(day) })),
  });
}

const keyOf = (lines: readonly DatedLine[], column: number): string => {
  const { name } = lines[column]!;
  return name === 'date' || lines.findIndex((line) => line.name === name) !== column ? `${name} (${column})` : name;
};
