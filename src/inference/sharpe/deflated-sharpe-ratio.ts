import type { ReturnSeries } from '../../panel/index.js';
import { countCell, numberCell } from '../../table/index.js';
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
  const { trials, variance, list } = trialsOf(where, options);
  const best = Math.sqrt(variance) * expectedMaximum(trials);
  const probability = probabilityAbove(moments, best / Math.sqrt(figures.periodsPerYear));
  const assumptions = [...figures.assumptions, `${trials} trials were tried, taken as independent of each other.`];
  const warned = [...notes, ...listWarnings(figures, list)];
  const table = sharpeTable(`${figures.name}: deflated Sharpe ratio`, { ...figures, assumptions }, warned, [
    ['Trials', countCell(trials)],
    ['Best of them by luck, a year', best],
    ['Probability above it', pCellOf(probability)],
  ]);
  return withTable(
    { ...figures, assumptions, trials, trialVariance: variance, expectedMaximum: best, probability },
    table,
  );
}

/** Ratios as near as this are the same one, computed twice. */
const LEVEL = 1e-9;

/** The series is to be the best of those listed: anything else was deflated by a list of something else. */
function listWarnings({ name, sharpe }: SharpeFigures, list: readonly number[]): string[] {
  if (list.length === 0 || Number.isNaN(sharpe)) return [];
  const level = LEVEL * Math.max(1, Math.abs(sharpe));
  const most = Math.max(...list);
  const own = `Warning: the Sharpe ratio of ${name}, ${numberCell(sharpe).text} a year,`;
  if (!list.some((ratio) => Math.abs(ratio - sharpe) <= level)) {
    return [`${own} is not among the trials' ratios: they are of other cash, another window or other units.`];
  }
  return most > sharpe + level ? [`${own} is not the highest of the trials, which is ${numberCell(most).text}.`] : [];
}
