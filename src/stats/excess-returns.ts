import { InputError } from '../core/index.js';
import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import { difference } from './difference.js';

/**
 * What a series earned over cash in each period: e = r − f, in fractions.
 *
 * @returns a series of kind 'excess' on the first series' calendar, or between common closes where daily or weekly holidays differ (as
 *   `activeReturns`); NaN where either has no return, or only one is partial.
 * @throws InputError `series.invalid` when the series is an excess return already (a factor, or a difference made here): cash
 *   would be taken off twice; or when `riskFree` is one: what cash earned is a total return; `calendar.mismatch` when the frequencies differ.
 * @see Sharpe, W. F. (1994), "The Sharpe Ratio", Journal of Portfolio Management 21(1): the differential return.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [0.1, 0.08], Cash: [0.02, 0.05] } });
 * const excess = excessReturns(returns('A'), returns('Cash'));
 * console.log(excess.values[0]!.toFixed(2), excess.values[1]!.toFixed(2)); // 0.08 0.03
 */
export function excessReturns(series: ReturnSeries, riskFree: ReturnSeries): ReturnSeries {
  return lessCash(series, riskFree, 'excessReturns');
}

/** {@link excessReturns} in the name of the statistic that asks; without `riskFree` the series itself, cash being 0. */
export function lessCash(series: ReturnSeries, riskFree: ReturnSeries | undefined, where: string): ReturnSeries {
  assertReturnSeries(where, 'the series', series);
  if (riskFree === undefined) return series;
  assertReturnSeries(where, '"riskFree"', riskFree);
  if (riskFree.meta.kind === 'excess') {
    throw new InputError(
      'series.invalid',
      `${where}: "riskFree" is "${riskFree.name}", of kind 'excess', a difference of two returns; what cash earned is a total return. ` +
        'Give the returns of cash, such as usTreasuryBill(), or leave "riskFree" out.',
      { where, riskFree: riskFree.name, kind: riskFree.meta.kind },
    );
  }
  if (series.meta.kind === 'excess') {
    throw new InputError(
      'series.invalid',
      `${where}: "${series.name}" is of kind 'excess', a difference of two returns already; taking "${riskFree.name}" off would count ` +
        'cash twice. Leave out "riskFree" for it (excessReturns(series, riskFree) makes excess returns of the other series, if there is one).',
      { where, series: series.name, kind: series.meta.kind, riskFree: riskFree.name },
    );
  }
  return difference(series, riskFree, where);
}
