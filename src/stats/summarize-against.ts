import type { ReturnSeries } from '../panel/index.js';
import { activeReturns } from './active-returns.js';
import { alpha } from './alpha.js';
import { appraisalRatio } from './appraisal-ratio.js';
import { beta } from './beta.js';
import { captureOfCumulative } from './capture-of-cumulative.js';
import { captureOfMeans } from './capture-of-means.js';
import { correlation } from './correlation.js';
import { downBeta } from './down-beta.js';
import { downCapture } from './down-capture.js';
import { downHitRate } from './down-hit-rate.js';
import { excessPair } from './excess-pair.js';
import { geometricInformationRatio } from './geometric-information-ratio.js';
import { countsOf } from './hit-counts.js';
import { hitRate } from './hit-rate.js';
import { informationRatio } from './information-ratio.js';
import { mSquaredExcess } from './m-squared-excess.js';
import { mSquared } from './m-squared.js';
import { rSquared } from './r-squared.js';
import { specificRisk } from './specific-risk.js';
import { spread } from './spread.js';
import { systematicRisk } from './systematic-risk.js';
import { trackingError } from './tracking-error.js';
import { treynorRatio } from './treynor-ratio.js';
import { upBeta } from './up-beta.js';
import { upCapture } from './up-capture.js';
import { upHitRate } from './up-hit-rate.js';

/** The figures of a series beside a benchmark, over the periods in which both have a return: each that of the function of its name. */
export interface BenchmarkSummary {
  readonly name: string;
  /** Common periods. */
  readonly periods: number;
  readonly trackingError: number;
  readonly informationRatio: number;
  readonly geometricInformationRatio: number;
  /** By how much the series was ahead over the common window, as `spread` has it. */
  readonly differenceOfTotals: number;
  readonly relativeGain: number;
  readonly annualisedDifference: number;
  /** Periods behind beta and alpha: those in which cash has a return too. */
  readonly excessPeriods: number;
  readonly beta: number;
  readonly upBeta: number;
  readonly downBeta: number;
  readonly alpha: number;
  readonly correlation: number;
  readonly rSquared: number;
  readonly systematicRisk: number;
  readonly specificRisk: number;
  readonly treynorRatio: number;
  readonly appraisalRatio: number;
  readonly mSquared: number;
  readonly mSquaredExcess: number;
  /** Of geometric means in the market's ups and downs. */
  readonly upCapture: number;
  readonly downCapture: number;
  readonly upCaptureOfMeans: number;
  readonly downCaptureOfMeans: number;
  readonly upCaptureOfCumulative: number;
  readonly downCaptureOfCumulative: number;
  readonly hitRate: number;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  readonly upHitRate: number;
  readonly downHitRate: number;
}

/** The part of {@link summarize} that compares with a benchmark. */
export function summarizeAgainst(
  series: ReturnSeries,
  benchmark: ReturnSeries,
  riskFree: ReturnSeries | undefined,
): BenchmarkSummary {
  const { periods, wins, ties, losses } = countsOf(activeReturns(series, benchmark));
  const { differenceOfTotals, relativeGain, annualisedDifference } = spread(series, benchmark);
  return {
    name: benchmark.name,
    periods,
    trackingError: trackingError(series, benchmark),
    informationRatio: informationRatio(series, benchmark),
    geometricInformationRatio: geometricInformationRatio(series, benchmark),
    differenceOfTotals,
    relativeGain,
    annualisedDifference,
    excessPeriods: excessPair(series, benchmark, riskFree, 'summarize').rows.length,
    beta: beta(series, benchmark, { riskFree }),
    upBeta: upBeta(series, benchmark, { riskFree }),
    downBeta: downBeta(series, benchmark, { riskFree }),
    alpha: alpha(series, benchmark, { riskFree }),
    correlation: correlation(series, benchmark),
    rSquared: rSquared(series, benchmark, { riskFree }),
    systematicRisk: systematicRisk(series, benchmark, { riskFree }),
    specificRisk: specificRisk(series, benchmark, { riskFree }),
    treynorRatio: treynorRatio(series, benchmark, { riskFree }),
    appraisalRatio: appraisalRatio(series, benchmark, { riskFree }),
    mSquared: mSquared(series, benchmark, { riskFree }),
    mSquaredExcess: mSquaredExcess(series, benchmark, { riskFree }),
    upCapture: upCapture(series, benchmark),
    downCapture: downCapture(series, benchmark),
    upCaptureOfMeans: captureOfMeans(series, benchmark, { market: 'up' }),
    downCaptureOfMeans: captureOfMeans(series, benchmark, { market: 'down' }),
    upCaptureOfCumulative: captureOfCumulative(series, benchmark, { market: 'up' }),
    downCaptureOfCumulative: captureOfCumulative(series, benchmark, { market: 'down' }),
    hitRate: hitRate(series, benchmark),
    wins,
    ties,
    losses,
    upHitRate: upHitRate(series, benchmark),
    downHitRate: downHitRate(series, benchmark),
  };
}
