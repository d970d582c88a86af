import { assertNumber } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { type Tabled, withTable } from '../with-table.js';
import { probabilityAbove } from './probability-above.js';
import { type SharpeFigures, type SharpeOptions, sharpeSample } from './sharpe-figures.js';
import { pCellOf, sharpeTable } from './sharpe-table.js';

/** Options of {@link probabilisticSharpeRatio}. */
export interface ProbabilisticSharpeRatioOptions extends SharpeOptions {
  /** The Sharpe ratio to be beaten, per year; 0 when absent. */
  readonly threshold?: number | undefined;
}

/** How probable it is that a Sharpe ratio is truly above a threshold. Prints itself. */
export interface ProbabilisticSharpeRatio extends SharpeFigures, Tabled {
  /** Per year. */
  readonly threshold: number;
  /** From 0 to 1; near 1 the threshold is beaten. */
  readonly probability: number;
}

/**
 * How sure one can be that a Sharpe ratio is above a threshold, given how long the record is and how its returns are distributed.
 *
 * PSR = Φ[(S − S*) √(n − 1) / √(1 − γ₃S + (γ₄ − 1)/4 · S²)], with all of it per period and γ₄ = 3 for normal returns. `threshold` is given per year, like
 * `sharpeRatio`, and divided by √P. The error is taken at the estimate S with divisor n − 1, as published in 2012.
 *
 * *Undefined (NaN):* where `sharpeRatio` is; an error of 0.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.range`, `option.unknown`.
 * @see Bailey, D. H. and López de Prado, M. (2012), "The Sharpe Ratio Efficient Frontier", Journal of Risk 15(2), 3–44.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0, 0.1, 0.2] } });
 * console.log(probabilisticSharpeRatio(returns('A')).probability.toFixed(4)); // 0.9088
 */
export function probabilisticSharpeRatio(
  series: ReturnSeries,
  options: ProbabilisticSharpeRatioOptions = {},
): ProbabilisticSharpeRatio {
  const where = 'probabilisticSharpeRatio';
  const { figures, moments, notes } = sharpeSample(where, series, options, ['threshold']);
  const { threshold = 0 } = options;
  assertNumber(where, 'threshold', threshold);
  const probability = probabilityAbove(moments, threshold / Math.sqrt(figures.periodsPerYear));
  const table = sharpeTable(`${figures.name}: probabilistic Sharpe ratio`, figures, notes, [
    ['Threshold a year', threshold],
    ['Probability above it', pCellOf(probability)],
  ]);
  return withTable({ ...figures, threshold, probability }, table);
}
