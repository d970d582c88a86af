import type { ReturnSeries } from '../panel/index.js';
import type { DatedValues } from './dated-values.js';
import { type SeriesStatistic, overWindows } from './over-windows.js';
import { lengthInWords, windowLength, type WindowLength } from './window-length.js';
import { windowStarts } from './window-rows.js';

/**
 * A statistic over a moving window: makes a function that gives, for every row on which a whole window ends, the statistic of that window.
 *
 * Any statistic of a series works, with what it takes besides: `rolling(volatility, { months: 36 })(spy)`, `rolling(correlation, { years: 3 })(spy, agg)`,
 * `rolling(sharpeRatio, { periods: 252 })(spy, { riskFree })`. A window counts from its first row as if the data began there. It lies inside the time
 * that all the series given live in; windows that are not full have no value. Months and years are rows on monthly and coarser calendars and dates on daily and weekly ones.
 *
 * Neighbouring windows share all rows but one: a chart of them has far fewer independent values than points, and `notes` says how few.
 *
 * *Undefined (NaN):* where the statistic is, such as a path statistic over a hole; a window that begins or ends with a hole, which would pass for a shorter one. No values where the series is shorter than the window.
 *
 * @param statistic a function of a series (and more arguments) that answers a number.
 * @returns a function of the series, and of the statistic's other arguments, that answers dates (window ends) and values.
 * @throws InputError `option.type` (no function, or one that does not answer a number), `option.missing`, `option.range`, `option.unknown`;
 *   `series.invalid`, `calendar.mismatch` and those of the statistic when it is called.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (rolling statistics); Zivot, E. and Wang, J.
 *   (2006), Modeling Financial Time Series with S-PLUS, 2nd ed., ch. 9 (rolling analysis).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0.5, -0.5, 1] } });
 * const twoYears = rolling(totalReturn, { years: 2 })(returns('A'));
 * console.log(twoYears.dates.join(' '), twoYears.values.join(' ')); // 2022-12-31 2023-12-31 -0.25 0
 */
export function rolling<Rest extends readonly unknown[]>(
  statistic: SeriesStatistic<Rest>,
  window: WindowLength,
): (series: ReturnSeries, ...rest: Rest) => DatedValues {
  const length = windowLength('rolling', window);
  return overWindows('rolling', statistic, {
    words: `last ${lengthInWords(length)}`,
    starts: (life) => windowStarts(life, length, 'rolling'),
  });
}
