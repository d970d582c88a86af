import type { ReturnSeries } from '../panel/index.js';
import type { DatedValues } from './dated-values.js';
import { type SeriesStatistic, overWindows } from './over-windows.js';
import { lengthInWords, windowLength, type WindowLength } from './window-length.js';
import { windowStarts } from './window-rows.js';

/**
 * A statistic of all that was there up to each row: makes a function that gives, once there is enough history, the statistic from the first row to
 * every row on.
 *
 * The last value is the statistic of the whole series. As `rolling` it takes any statistic of a series, with its other arguments; all rows lie
 * inside the time that all the series given live in. What came later is never looked at.
 *
 * *Undefined (NaN):* where the statistic is: a path statistic from a hole on; on a row that is a hole. No values where the series is shorter than the least history.
 *
 * @param statistic a function of a series (and more arguments) that answers a number.
 * @param least the least history, in periods, months or years: before it there is no value.
 * @returns a function of the series, and of the statistic's other arguments, that answers dates and values.
 * @throws InputError as `rolling`.
 * @see Zivot, E. and Wang, J. (2006), Modeling Financial Time Series with S-PLUS, 2nd ed., ch. 9 (recursive estimates).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0.5, -0.5, 1] } });
 * console.log(expanding(totalReturn, { periods: 1 })(returns('A')).values.join(' ')); // 0.5 -0.25 0.5
 */
export function expanding<Rest extends readonly unknown[]>(
  statistic: SeriesStatistic<Rest>,
  least: WindowLength,
): (series: ReturnSeries, ...rest: Rest) => DatedValues {
  const length = windowLength('expanding', least);
  return overWindows('expanding', statistic, {
    words: `from the start, at least ${lengthInWords(length)}`,
    starts: (life) => windowStarts(life, length, 'expanding').map((start) => Math.min(start, 0)),
  });
}
