import { InputError } from '../core/index.js';
import { assertReturnSeries, makeReturnSeries, pairWith, type ReturnSeries } from '../panel/index.js';
import { difference, keptMarks } from './difference.js';
import { together } from './pair-of.js';
import { assertCash } from './risk-free-option.js';

/**
 * The return of a funded spread: one unit of wealth lies in cash as collateral, one unit is long, one short: R_long − R_short + c.
 *
 * It is a return on wealth and compounds. Both sides are brought back to the wealth of the moment every period, free of cost; nothing
 * is charged for borrowing the short side. Without the cash it is `longShortSpread`.
 *
 * @param cash returns of cash; not of kind 'excess'.
 * @returns a series of kind 'total' ('price' if either side is) on the long side's calendar; NaN where one of the three has no
 *   return, or only some are partial.
 * @throws InputError `returns.ruin` when a period would lose more than 100 %: the wealth was gone inside it, and what came after did not
 *   happen; `series.invalid`, `calendar.mismatch`.
 * @see Jacobs, B. I. and Levy, K. N. (1993), "Long/Short Equity Investing", Journal of Portfolio Management 20(1): interest on the
 *   proceeds of the short sale is part of the return.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2023-12'], returns: { Small: [0.1], Big: [0.04], Bills: [0.05] } });
 * const { name, values } = fundedLongShort(returns('Small'), returns('Big'), returns('Bills'));
 * console.log(name, values[0]!.toFixed(2)); // Small less Big plus Bills (funded) 0.11
 */
export function fundedLongShort(long: ReturnSeries, short: ReturnSeries, cash: ReturnSeries): ReturnSeries {
  const where = 'fundedLongShort';
  assertReturnSeries(where, 'the long side', long);
  assertReturnSeries(where, 'the short side', short);
  assertCash(where, 'the cash', cash);
  const name = `${long.name} less ${short.name} plus ${cash.name} (funded)`;
  const [own, other, idle] = together(long, short, cash);
  const { calendar } = own;
  const earned = pairWith(own, idle, where);
  const values = difference(own, other, where).values.map((value, row) => value + earned[row]!);
  const row = values.findIndex((value) => value < -1);
  if (row >= 0) {
    const date = calendar.date(row);
    throw new InputError(
      'returns.ruin',
      `${where}: "${name}" would have lost ${(-100 * values[row]!).toFixed(2)} % in row ${row} (${date}): all of its wealth was gone before the ` +
        'end of that period, and no return can lie below −100 %. End the series before, or use longShortSpread, which is no return on wealth.',
      { where, row, date, found: values[row] },
    );
  }
  const price = long.meta.kind === 'price' || short.meta.kind === 'price';
  return makeReturnSeries(name, calendar, values, {
    kind: price ? 'price' : 'total',
    net: long.meta.net && short.meta.net,
    ...keptMarks(long, short, cash),
  });
}
