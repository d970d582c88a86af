import { InputError } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { sameCalendar } from '../time/index.js';
import { cagrOfLife } from './cagr.js';
import { path } from './observed.js';
import { finalLevel } from './total-return.js';
import { levelRatio } from './wealth-path.js';

/** What costs took. */
export interface CostSummary {
  /** The share of final wealth that costs took: 1 − Π(1 + net)/Π(1 + gross). */
  readonly totalCost: number;
  /** CAGR before less CAGR after costs, a fraction per year. */
  readonly dragPerYear: number;
}

/**
 * What costs took of a portfolio: the share of its final wealth, and of its growth per year.
 *
 * totalCost = 1 − Π(1 + r_net) / Π(1 + r_gross), the share of the wealth before costs that is not there; dragPerYear = CAGR(gross) −
 * CAGR(net), in fractions a year. The sum of the charges is another number: what was paid early would have grown.
 *
 * *Undefined (NaN):* a hole; `totalCost` where nothing is left before costs, since a share of nothing is 0/0 (`dragPerYear` is then 0:
 * both grew by −100 % a year); `dragPerYear` under one year.
 *
 * @param net returns after costs.
 * @param gross returns of the same portfolio before costs, over the same periods.
 * @throws InputError `calendar.mismatch` when the two do not cover the same periods.
 * @see Novy-Marx, R. and Velikov, M. (2016), "A Taxonomy of Anomalies and Their Trading Costs", Review of Financial Studies 29(1).
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2023-12'], returns: { Net: [0.08], Gross: [0.1] } });
 * console.log(costSummary(returns('Net'), returns('Gross')).dragPerYear.toFixed(4)); // 0.0200
 */
export function costSummary(net: ReturnSeries, gross: ReturnSeries): CostSummary {
  const after = path(net, 'costSummary');
  const before = path(gross, 'costSummary');
  if (!sameCalendar(after.calendar, before.calendar)) {
    const span = ({ name, calendar }: ReturnSeries): string =>
      calendar.length === 0
        ? `"${name}" has no return`
        : `"${name}" has ${calendar.length} periods from ${calendar.date(0)} to ${calendar.date(calendar.length - 1)}`;
    throw new InputError(
      'calendar.mismatch',
      `costSummary: net and gross returns must cover the same periods, but ${span(after)} and ${span(before)}.`,
      { net: after.name, gross: before.name },
    );
  }
  return Object.freeze({
    totalCost: after.calendar.length === 0 ? NaN : 1 - levelRatio(finalLevel(after), finalLevel(before)),
    dragPerYear: cagrOfLife(before) - cagrOfLife(after),
  });
}
