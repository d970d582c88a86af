import { InputError } from '../../core/index.js';
import { assertReturnSeries, lived, makeReturnSeries, pairWith, type ReturnSeries } from '../../panel/index.js';
import { assertWhole } from './optimal-block-length.js';

/** Series over the time that all of them live in, row by row on the first one's calendar, without a hole. */
export interface JointRows {
  readonly series: ReturnSeries;
  readonly others: Readonly<Record<string, ReturnSeries>>;
}

/**
 * Cuts series to their common life, so that one row number means the same period in all of them.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`; `panel.empty-window` where they have no row in common; `returns.hole`.
 */
export function jointRows(
  where: string,
  series: ReturnSeries,
  others: Readonly<Record<string, ReturnSeries>>,
): JointRows {
  assertReturnSeries(where, 'the series', series);
  const { calendar, meta, name } = series;
  const columns = Object.entries(others).map(([key, other]) => {
    assertReturnSeries(where, `"${key}" of "others"`, other);
    return { key, other, values: pairWith(series, other, where) };
  });
  const missing = (row: number): boolean => columns.some(({ values }) => Number.isNaN(values[row]!));
  const own = series.values.map((value, row) => (missing(row) ? NaN : value));
  const life = lived(makeReturnSeries(name, calendar, own, meta));
  if (life.values.length === 0) {
    const names = [name, ...columns.map(({ other }) => other.name)].join(', ');
    throw new InputError(
      'panel.empty-window',
      `${where}: there is no row on which ${columns.length === 0 ? `"${name}" has a return` : `all of ${names} have a return`}. Give series that overlap.`,
      { where, series: names },
    );
  }
  assertWhole(where, life);
  const first = own.findIndex((value) => !Number.isNaN(value));
  const cut = (values: Float64Array): Float64Array => values.slice(first, first + life.values.length);
  return {
    series: life,
    others: Object.fromEntries(
      columns.map(({ key, other, values }) => [
        key,
        makeReturnSeries(other.name, life.calendar, cut(values), other.meta),
      ]),
    ),
  };
}
