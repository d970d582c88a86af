import { assertNumber, inPercent } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { normalQuantile, ratio, type SharpeMoments } from '../../stats/index.js';
import { type Tabled, withTable } from '../with-table.js';
import type { ProbabilisticSharpeRatioOptions } from './probabilistic-sharpe-ratio.js';
import { type SharpeFigures, sharpeSample } from './sharpe-figures.js';
import { sharpeTable } from './sharpe-table.js';

/** How long a record must be for its Sharpe ratio to be above a threshold with some confidence. Prints itself. */
export interface MinimumTrackRecordLength extends SharpeFigures, Tabled {
  /** Per year. */
  readonly threshold: number;
  /** Periods that the record must have, a fraction; NaN where no length is enough. */
  readonly periods: number;
  readonly years: number;
  /** Whether the record is that long. */
  readonly longEnough: boolean;
}

/**
 * How long a record with these returns would have to be for its Sharpe ratio to be above a threshold at a confidence level.
 *
 * MinTRL = 1 + [1 − γ₃S + (γ₄ − 1)/4 · S²] (z / (S − S*))² periods, per period as in `probabilisticSharpeRatio`, of which it is the inverse: at that length the probability is
 * `level`. Here `level` is one-sided; up to ½ any length is enough (z counts as 0). Years are periods / P.
 *
 * *Undefined (NaN):* where `sharpeRatio` is; a Sharpe ratio that is not above the threshold: no length is enough.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.type`, `option.range`, `option.unknown`.
 * @see Bailey, D. H. and López de Prado, M. (2012), "The Sharpe Ratio Efficient Frontier", Journal of Risk 15(2), 3–44.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { A: [0, 0.1, 0.2] } });
 * const { years, longEnough } = minimumTrackRecordLength(returns('A'));
 * console.log(years.toFixed(2), longEnough); // 4.04 false
 */
export function minimumTrackRecordLength(
  series: ReturnSeries,
  options: ProbabilisticSharpeRatioOptions = {},
): MinimumTrackRecordLength {
  const where = 'minimumTrackRecordLength';
  const { figures, moments, notes } = sharpeSample(where, series, options, ['threshold']);
  const { threshold = 0 } = options;
  assertNumber(where, 'threshold', threshold);
  const periods = periodsNeeded(moments, threshold / Math.sqrt(figures.periodsPerYear), figures.level);
  const years = periods / figures.periodsPerYear;
  const longEnough = figures.n >= periods;
  const table = sharpeTable(`${figures.name}: minimum track record length`, figures, notes, [
    ['Threshold a year', threshold],
    [`Periods needed at ${inPercent(figures.level)}`, periods],
    ['Years needed', years],
  ]);
  return withTable({ ...figures, threshold, periods, years, longEnough }, table);
}

/** The periods that a Sharpe ratio per period with these moments needs to be above a threshold per period; NaN where it is not. */
export function periodsNeeded(
  { sharpe, skewness, kurtosis }: Omit<SharpeMoments, 'count'>,
  threshold: number,
  level: number,
): number {
  if (!(sharpe > threshold)) return NaN;
  const variance = Math.max(0, 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2);
  return 1 + variance * ratio(Math.max(0, normalQuantile(level)), sharpe - threshold) ** 2;
}
