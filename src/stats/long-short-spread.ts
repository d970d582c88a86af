import { assertReturnSeries, type ReturnSeries } from '../panel/index.js';
import { difference } from './difference.js';

/**
 * The return of a zero-investment spread: what one unit long earned less what one unit short earned, R_long − R_short, per period.
 *
 * No money is invested, so it is no return on a wealth: it can lie below −1, and it is not to be compounded as a fund's. Both sides are
 * brought back to one unit every period, free of cost; nothing is charged for borrowing the short side. With the money that lies
 * behind such a position in practice it is `fundedLongShort`.
 *
 * @returns a series of kind 'excess' on the long side's calendar, or the common closes (as `activeReturns`); NaN where either has no return, or only one is partial. Its name says
 *   that nothing is invested.
 * @throws InputError `series.invalid`, `calendar.mismatch`.
 * @see Fama, E. F. and French, K. R. (1993), "Common Risk Factors in the Returns on Stocks and Bonds", Journal of Financial
 *   Economics 33(1), 3–56: factors as returns of zero-investment portfolios.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { Small: [0.1, 0.05], Big: [0.04, 0.09] } });
 * const { name, values } = longShortSpread(returns('Small'), returns('Big'));
 * console.log(name, values[0]!.toFixed(2), values[1]!.toFixed(2)); // Small less Big (zero investment) 0.06 -0.04
 */
export function longShortSpread(long: ReturnSeries, short: ReturnSeries): ReturnSeries {
  assertReturnSeries('longShortSpread', 'the long side', long);
  assertReturnSeries('longShortSpread', 'the short side', short);
  return difference(long, short, 'longShortSpread', `${long.name} less ${short.name} (zero investment)`);
}
