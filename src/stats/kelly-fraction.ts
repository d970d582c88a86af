import type { ReturnSeries } from '../panel/index.js';
import { lessCash } from './excess-returns.js';
import { observed } from './observed.js';
import { ratio, deviationOf } from './rounding.js';
import { mean } from './sample-statistics.js';
import { type RiskFreeOption, riskFreeOf } from './risk-free-option.js';

/**
 * How much of wealth to hold so that it grows fastest, in hindsight: mean(e) / var(e), with e = r − f and var with divisor n − 1.
 * A share of wealth: 1 is all of it, 2 is twice that with borrowed money.
 *
 * The whole fraction, not half of it. It is the limit for short periods and small returns, the same for any length of period: mean
 * and variance both grow with time. An estimate with the error of its mean; nobody knew it in advance. Without `riskFree` cash
 * earns 0. Rows where either has no return are skipped.
 *
 * *Undefined (NaN):* fewer than two excess returns, or excess returns that differ by nothing but rounding.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.unknown`.
 * @see Thorp, E. O. (2006), "The Kelly Criterion in Blackjack, Sports Betting, and the Stock Market", Handbook of Asset and Liability
 *   Management 1, section 7.1.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [-0.1, 0.1, 0.3] } });
 * console.log(kellyFraction(returns('A')).toFixed(4)); // 2.5000
 */
export function kellyFraction(series: ReturnSeries, options: RiskFreeOption = {}): number {
  const values = observed(lessCash(series, riskFreeOf('kellyFraction', options), 'kellyFraction'), 'kellyFraction');
  return ratio(mean(values), deviationOf(values) ** 2);
}
