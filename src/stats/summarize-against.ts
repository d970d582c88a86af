import type { ReturnSeries } from '../panel/index.js';
import { activeReturns } from './active-returns.js';
import { alpha } from './alpha.js';
import { beta } from './beta.js';
import { correlation } from './correlation.js';
import { excessPair } from './excess-pair.js';
import { countsOf } from './hit-counts.js';
import { hitRate } from './hit-rate.js';
import { informationRatio } from './information-ratio.js';
import { trackingError } from './tracking-error.js';

/** The figures of a series beside a benchmark, over the periods in which both have a return. */
export interface BenchmarkSummary {
  readonly name: string;
  /** Common periods. */
  readonly periods: number;
  readonly trackingError: number;
  readonly informationRatio: number;
  /** Periods behind beta and alpha: those in which cash has a return too. */
  readonly excessPeriods: number;
  readonly beta: number;
  readonly alpha: number;
  readonly correlation: number;
  readonly hitRate: number;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}

/** The part of {@link summarize} that compares with a benchmark. */
export function summarizeAgainst(
  series: ReturnSeries,
  benchmark: ReturnSeries,
  riskFree: ReturnSeries | undefined,
): BenchmarkSummary {
  const { periods, wins, ties, losses } = countsOf(activeReturns(series, benchmark));
  return {
    name: benchmark.name,
    periods,
    trackingError: trackingError(series, benchmark),
    informationRatio: informationRatio(series, benchmark),
    excessPeriods: excessPair(series, benchmark, riskFree, 'summarize').rows.length,
    beta: beta(series, benchmark, { riskFree }),
    alpha: alpha(series, benchmark, { riskFree }),
    correlation: correlation(series, benchmark),
    hitRate: hitRate(series, benchmark),
    wins,
    ties,
    losses,
  };
}
