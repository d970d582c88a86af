import { lived, makeReturnSeries, pairWith, type ReturnSeries } from '../panel/index.js';

/** Two series over the time that both lived, row by row on the first one's calendar: each is NaN where the other is. */
export interface CommonLife {
  readonly life: ReturnSeries;
  readonly other: ReturnSeries;
}

/**
 * Cuts two series to their common life, for statistics of their paths: a hole of either inside it is a hole of both, and makes the
 * answer NaN. Empty where they have no row in common.
 *
 * @throws InputError `calendar.mismatch` when the frequencies differ.
 */
export function commonLife(series: ReturnSeries, other: ReturnSeries, where: string): CommonLife {
  const { calendar, meta } = series;
  const theirs = pairWith(series, other, where);
  const own = series.values.slice().map((value, row) => (Number.isNaN(theirs[row]!) ? NaN : value));
  const paired = theirs.map((value, row) => (Number.isNaN(own[row]!) ? NaN : value));
  return {
    life: lived(makeReturnSeries(series.name, calendar, own, meta)),
    other: lived(makeReturnSeries(other.name, calendar, paired, meta)),
  };
}
