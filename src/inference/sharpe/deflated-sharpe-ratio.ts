import type { ReturnSeries } from '../../panel/index.js';
import { countCell } from '../../table/index.js';
import { type Tabled, withTable } from '../with-table.js';
import { expectedMaximum } from './expected-maximum.js';
import { probabilityAbove } from './probability-above.js';
import { type SharpeFigures, type SharpeOptions, sharpeSample } from './sharpe-figures.js';
import { pCellOf, sharpeTable } from './sharpe-table.js';
import { type TrialOptions, trialsOf } from './trial-options.js';

/** Options of {@link deflatedSharpeRatio}. */
export interface DeflatedSharpeRatioOptions extends SharpeOptions, TrialOptions {}

/** How probable it is that the best of several trials is not merely the luckiest. Prints itself. */
export interface DeflatedSharpeRatio extends SharpeFigures, Tabled {
  readonly trials: number;
  /** Of Sharpe ratios per year. */
  readonly trialVariance: number;
  /** The Sharpe ratio per year that the best of so many trials without any skill has on average. */
  readonly expectedMaximum: number;
  /** From 0 to 1: the probability that the true Sharpe ratio is above `expectedMaximum`. */
  readonly probability: number;
}

/**
 * The probabilistic Sharpe ratio against what the best of N trials without skill would show: the price of having searched.
 *
 * DSR = PSR(S*), S* = √V · [(1 − γ) Φ⁻¹(1 − 1/N) + γ Φ⁻¹(1 − 1/(N e))], γ = 0.5772…, V the variance of the trials' Sharpe ratios. Both are given per year,
 * as `sharpeRatio` gives them. N is the number of *independent* trials: variants of one idea are alike, and their raw number is a careful choice.
 * One trial deflates nothing: S* = 0. Neither do variants that share most of their return, as tilts of one fund do: their ratios hardly differ, so V is next to nothing. Give
 * what they lead by then, `activeReturns(run, benchmark)`, and the ratios of that. Under 0.95 the best of the search may well be luck.
 *
 * *Undefined (NaN):* where `sharpeRatio` is.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.missing` (neither a list of trials nor their number and variance), `option.type`, `option.range`, `option.unknown`.
 * @see Bailey, D. H. and López de Prado, M. (2014), "The Deflated Sharpe Ratio", Journal of Portfolio Management 40(5), 94–107.
 * @example
 * const { returns } = usFunds();
 * const trialSharpeRatios = [sharpeRatio(returns('IWM')), sharpeRatio(returns('IWO')), sharpeRatio(returns('IWN'))];
 * console.log(deflatedSharpeRatio(returns('IWM'), { trialSharpeRatios }).trials); // 3
 */
export function deflatedSharpeRatio(series: ReturnSeries, options: DeflatedSharpeRatioOptions): DeflatedSharpeRatio {
  const where = 'deflatedSharpeRatio';
  const known = ['trials', 'trialVariance', 'trialSharpeRatios'];
  const { figures, moments, notes } = sharpeSample(where, series, options, known);
  const { trials, variance } = trialsOf(where, options);
  const best = Math.sqrt(variance) * expectedMaximum(trials);
  const probability = probabilityAbove(moments, best / Math.sqrt(figures.periodsPerYear));
  const assumptions = [...figures.assumptions, `${trials} trials were tried, each independent of the others.`];
  const table = sharpeTable(`${figures.name}: deflated Sharpe ratio`, { ...figures, assumptions }, notes, [
    ['Trials', countCell(trials)],
    ['Best of them by luck, a year', best],
    ['Probability above it', pCellOf(probability)],
  ]);
  return withTable(
    { ...figures, assumptions, trials, trialVariance: variance, expectedMaximum: best, probability },
    table,
  );
}
