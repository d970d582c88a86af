import type { ReturnSeries } from '../../src/panel/index.js';
import * as stats from '../../src/stats/index.js';

/** How a figure goes when every return is multiplied by k > 0: it stays, goes with k, with 1/k, or compounds and has no such rule. */
export type Scaled = 'same' | 'linear' | 'inverse' | 'compounds';

/** How it goes when c is added to every return: it stays, rises by c (`along`; `yearly`: by P·c), or does neither. */
export type Shifted = 'same' | 'along' | 'yearly' | 'otherwise';

/** Whether the order of the returns matters. */
export type Ordered = 'any order' | 'a path';

export interface SingleStatistic {
  readonly of: (series: ReturnSeries) => number;
  readonly scaled: Scaled;
  readonly shifted: Shifted;
  readonly ordered: Ordered;
}

const single = (
  of: (series: ReturnSeries) => number,
  scaled: Scaled,
  shifted: Shifted,
  ordered: Ordered = 'any order',
): SingleStatistic => ({ of, scaled, shifted, ordered });

/** Every exported statistic that makes one number of one series, targets and cash being 0. */
export const singles: Readonly<Record<string, SingleStatistic>> = {
  arithmeticMean: single(stats.arithmeticMean, 'linear', 'yearly'),
  autocorrelation: single(stats.autocorrelation, 'same', 'same', 'a path'),
  autocorrelationAdjustedVolatility: single(stats.autocorrelationAdjustedVolatility, 'linear', 'same', 'a path'),
  averageDrawdown: single(stats.averageDrawdown, 'compounds', 'otherwise', 'a path'),
  cagr: single(stats.cagr, 'compounds', 'otherwise'),
  cagrByPeriods: single(stats.cagrByPeriods, 'compounds', 'otherwise'),
  calmarRatio: single(stats.calmarRatio, 'compounds', 'otherwise', 'a path'),
  conditionalDrawdownAtRisk: single(stats.conditionalDrawdownAtRisk, 'compounds', 'otherwise', 'a path'),
  cornishFisherValueAtRisk: single(stats.cornishFisherValueAtRisk, 'linear', 'along'),
  downsideDeviation: single(stats.downsideDeviation, 'linear', 'otherwise'),
  downsideFrequency: single(stats.downsideFrequency, 'same', 'otherwise'),
  downsidePotential: single(stats.downsidePotential, 'linear', 'otherwise'),
  excessKurtosis: single(stats.excessKurtosis, 'same', 'same'),
  expectedShortfall: single(stats.expectedShortfall, 'linear', 'along'),
  gainLossRatio: single(stats.gainLossRatio, 'same', 'otherwise'),
  gaussianExpectedShortfall: single(stats.gaussianExpectedShortfall, 'linear', 'along'),
  gaussianValueAtRisk: single(stats.gaussianValueAtRisk, 'linear', 'along'),
  geometricMean: single(stats.geometricMean, 'compounds', 'otherwise'),
  geometricSharpeRatio: single(stats.geometricSharpeRatio, 'compounds', 'otherwise'),
  kellyFraction: single(stats.kellyFraction, 'inverse', 'otherwise'),
  marRatio: single(stats.marRatio, 'compounds', 'otherwise', 'a path'),
  martinRatio: single(stats.martinRatio, 'compounds', 'otherwise', 'a path'),
  maxDrawdown: single(stats.maxDrawdown, 'compounds', 'otherwise', 'a path'),
  meanAbsoluteDeviation: single(stats.meanAbsoluteDeviation, 'linear', 'same'),
  omegaRatio: single(stats.omegaRatio, 'same', 'otherwise'),
  omegaSharpeRatio: single(stats.omegaSharpeRatio, 'same', 'otherwise'),
  painIndex: single(stats.painIndex, 'compounds', 'otherwise', 'a path'),
  painRatio: single(stats.painRatio, 'compounds', 'otherwise', 'a path'),
  sampleExcessKurtosis: single(stats.sampleExcessKurtosis, 'same', 'same'),
  sampleSkewness: single(stats.sampleSkewness, 'same', 'same'),
  semiDeviation: single(stats.semiDeviation, 'linear', 'same'),
  sharpeRatio: single(stats.sharpeRatio, 'same', 'otherwise'),
  sharpeStandardError: single(stats.sharpeStandardError, 'same', 'otherwise'),
  skewness: single(stats.skewness, 'same', 'same'),
  sortinoRatio: single(stats.sortinoRatio, 'same', 'otherwise'),
  stability: single(stats.stability, 'compounds', 'otherwise', 'a path'),
  tailRatio: single(stats.tailRatio, 'same', 'otherwise'),
  timeUnderWater: single(stats.timeUnderWater, 'compounds', 'otherwise', 'a path'),
  totalReturn: single(stats.totalReturn, 'compounds', 'otherwise'),
  ulcerIndex: single(stats.ulcerIndex, 'compounds', 'otherwise', 'a path'),
  upsidePotential: single(stats.upsidePotential, 'linear', 'otherwise'),
  upsidePotentialRatio: single(stats.upsidePotentialRatio, 'same', 'otherwise'),
  upsideRisk: single(stats.upsideRisk, 'linear', 'otherwise'),
  valueAtRisk: single(stats.valueAtRisk, 'linear', 'along'),
  volatility: single(stats.volatility, 'linear', 'same'),
  volatilitySkewness: single(stats.volatilitySkewness, 'same', 'otherwise'),
  yearsOf: single(stats.yearsOf, 'same', 'same'),
};

export interface PairedStatistic {
  readonly of: (series: ReturnSeries, benchmark: ReturnSeries) => number;
  /** When the returns of both are multiplied by k. */
  readonly scaled: Scaled;
  /** Of a series against itself, where it varies; `own`: that of the named statistic of the series. */
  readonly ofItself: number | ((series: ReturnSeries) => number);
}

const paired = (
  of: (series: ReturnSeries, benchmark: ReturnSeries) => number,
  scaled: Scaled,
  ofItself: PairedStatistic['ofItself'],
): PairedStatistic => ({ of, scaled, ofItself });

const [up, down] = [{ market: 'up' }, { market: 'down' }] as const;

/** Every exported statistic that makes one number of a series and its benchmark. */
export const pairs: Readonly<Record<string, PairedStatistic>> = {
  alpha: paired(stats.alpha, 'linear', 0),
  appraisalRatio: paired(stats.appraisalRatio, 'same', NaN),
  beta: paired(stats.beta, 'same', 1),
  captureOfCumulative: paired((a, b) => stats.captureOfCumulative(a, b, up), 'compounds', 1),
  captureOfMeans: paired((a, b) => stats.captureOfMeans(a, b, down), 'same', 1),
  correlation: paired(stats.correlation, 'same', 1),
  downBeta: paired(stats.downBeta, 'same', 1),
  downCapture: paired(stats.downCapture, 'compounds', 1),
  downHitRate: paired(stats.downHitRate, 'same', 0),
  geometricInformationRatio: paired(stats.geometricInformationRatio, 'compounds', NaN),
  hitRate: paired(stats.hitRate, 'same', 0),
  informationRatio: paired(stats.informationRatio, 'same', NaN),
  mSquared: paired(stats.mSquared, 'linear', stats.arithmeticMean),
  mSquaredExcess: paired(stats.mSquaredExcess, 'linear', 0),
  rSquared: paired(stats.rSquared, 'same', 1),
  specificRisk: paired(stats.specificRisk, 'linear', 0),
  systematicRisk: paired(stats.systematicRisk, 'linear', stats.volatility),
  trackingError: paired(stats.trackingError, 'linear', 0),
  treynorRatio: paired(stats.treynorRatio, 'linear', stats.arithmeticMean),
  upBeta: paired(stats.upBeta, 'same', 1),
  upCapture: paired(stats.upCapture, 'compounds', 1),
  upHitRate: paired(stats.upHitRate, 'same', 0),
};

/** What the room exports besides, and why it is not one number of one or two series. */
export const neither: Readonly<Record<string, readonly string[]>> = {
  'answers a series or a path': [
    ...['activeReturns', 'drawdownSeries', 'excessReturns', 'fundedLongShort', 'longShortSpread', 'realReturns'],
    ...['relativeWealth', 'splice', 'wealth'],
  ],
  'answers dates, counts or a table': [
    ...['annualReturns', 'bearMarkets', 'bestPeriod', 'bestYear', 'calendarReturns', 'conditionalStatistics'],
    ...['cornishFisherDomain', 'costSummary', 'decades', 'dollarCostAveraging', 'downHitCounts', 'drawdowns'],
    ...['hitCounts', 'newHighs', 'periodToDate', 'rollingWindows', 'spliceReport', 'spread', 'staleRuns', 'summarize'],
    ...['upHitCounts', 'worstPeriod', 'worstYear'],
  ],
  'answers a function of a series': ['expanding', 'rolling'],
  'needs a length besides': ['trailingReturn'],
  'takes no series': [
    ...['carinoLink', 'effectiveNumber', 'herfindahl', 'modifiedDietz', 'quantile', 'turnoverSummary', 'xirr'],
  ],
};
