import { assertNumber } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { checkOptions } from './check-options.js';
import { observed } from './observed.js';
import { partialMoments } from './partial-moments.js';
import type { Numbers } from './sample-statistics.js';

/** Options of the statistics that look at what falls short of a target. */
export interface MinimumAcceptableReturnOption {
  /** The target per period, not per year: 0.004 on monthly data is about 5 % a year. 0 when absent. */
  readonly minimumAcceptableReturn?: number | undefined;
}

/**
 * How far returns fall short of a target, per period: √(Σ min(r − MAR, 0)² / n), a fraction, over all n returns.
 *
 * n counts the returns above the target too; dividing by those below only, or taking the standard deviation of the losses, gives
 * other numbers that make rare losses look like frequent ones. Per period: times √P for a yearly figure.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `option.type`, `option.unknown`.
 * @see Sortino, F. and Price, L. (1994), "Performance Measurement in a Downside Risk Framework", Journal of Investing 3(3), 59–64.
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06', '2023-09', '2023-12'], returns: { A: [0.1, -0.06, 0, 0.02] } });
 * console.log(downsideDeviation(returns('A'))); // 0.03
 */
export function downsideDeviation(series: ReturnSeries, options: MinimumAcceptableReturnOption = {}): number {
  const target = minimumAcceptableReturnOf('downsideDeviation', options);
  return shortfall(observed(series, 'downsideDeviation'), target);
}

/** The checked target of an options object. */
export function minimumAcceptableReturnOf(where: string, options: MinimumAcceptableReturnOption): number {
  checkOptions(where, options, ['minimumAcceptableReturn']);
  const { minimumAcceptableReturn = 0 } = options;
  const allowed = 'a return per period as a fraction, such as 0.004';
  assertNumber(where, 'minimumAcceptableReturn', minimumAcceptableReturn, { min: -1, max: 1, allowed });
  return minimumAcceptableReturn;
}

/** Root of the mean squared shortfall below a target. */
export function shortfall(values: Numbers, target: number): number {
  return Math.sqrt(partialMoments(values, target).belowSquared);
}
