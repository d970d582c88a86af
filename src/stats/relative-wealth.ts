import { proxyNote, type ReturnSeries } from '../panel/index.js';
import type { IsoDate } from '../time/index.js';
import { commonPath } from './common-path.js';
import { type DatedValues, makeDatedValues, markNotes } from './dated-values.js';
import { closesNote } from './closes-note.js';
import { levelAt, levelRatio, wealthPathOf } from './wealth-path.js';

/**
 * How many times the wealth of a benchmark a series has grown to: Wₜ / Bₜ over the time that both live, beginning with 1 at the close before.
 *
 * Above 1 the series is ahead since the start, and while it rises the series is winning now. Its last value less 1 is `spread`'s `relativeGain`. Summing active returns
 * gives another path.
 *
 * *Undefined (NaN):* from a row on that either misses, or a return below −1; after a total loss of the benchmark. Without a common period only `dates` and `values` of length 0.
 *
 * @returns dates from the base on with one value each; shows itself as a table.
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Barber, B. M. and Lyon, J. D. (1997), "Detecting Long-Run Abnormal Stock Returns", Journal of Financial Economics 43(3), on wealth relatives against sums of active
 *   returns.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.5, 0.25], B: [0.25, 0.5] } });
 * const path = relativeWealth(returns('A'), returns('B'));
 * console.log(path.dates.join(' '), path.values.join(' ')); // 2021-12-31 2022-12-31 2023-12-31 1 1.2 1
 */
export function relativeWealth(series: ReturnSeries, benchmark: ReturnSeries): DatedValues {
  const { series: own, benchmark: other } = commonPath(series, benchmark, 'relativeWealth');
  const { calendar } = own;
  const points = calendar.length === 0 ? 0 : calendar.length + 1;
  const values = new Float64Array(points);
  const [wealth, rival] = [wealthPathOf(own.values), wealthPathOf(other.values)];
  for (let point = 0; point < points; point++)
    values[point] = levelRatio(levelAt(wealth, point), levelAt(rival, point));
  const dates = (): IsoDate[] => Array.from(values, (_, point) => calendar.date(point - 1));
  const marks = markNotes([series, benchmark], (one) => proxyNote(one, calendar));
  const notes = [...closesNote(series, benchmark), ...marks];
  return makeDatedValues(`${series.name} over ${benchmark.name}, wealth`, dates, values, notes);
}
