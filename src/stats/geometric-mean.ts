import type { ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { logGrowths } from './log-growths.js';
import { firstHole, path } from './observed.js';
import { mean } from './sample-statistics.js';

/**
 * The constant return per period that gives the same final wealth: Π(1 + r)^(1/n) − 1, a fraction per period, n periods.
 *
 * Per period, not per year: `cagr` is the yearly figure. Computed from logarithms, so that a million periods do not overflow. A partial row is one
 * period. A total loss is −1.
 *
 * *Undefined (NaN):* no returns; a hole inside the life (what was earned in it is part of the product); a return below −1, which no wealth has.
 *
 * @throws InputError `series.invalid`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 3 (geometric average).
 * @example
 * const { returns } = fromReturns({ frequency: 'quarterly', dates: ['2023-03', '2023-06'], returns: { A: [0.21, 0] } });
 * console.log(geometricMean(returns('A')).toFixed(4)); // 0.1000
 */
export function geometricMean(series: ReturnSeries): number {
  return geometricMeanOf(path(series, 'geometricMean').values);
}

/** (Π(1 + r))^(1/n) − 1, as exp(mean(log(1 + r))) − 1: many returns may multiply to more than a number holds. A total loss is −1. */
export function geometricMeanOf(values: ReadonlyFloat64Array): number {
  const logs = logGrowths(values);
  // Where more than everything was lost, or a return is missing, a logarithm is NaN: then there is no mean.
  const lost = logs.includes(-Infinity) && firstHole(logs) < 0;
  return lost ? -1 : Math.expm1(mean(logs));
}
