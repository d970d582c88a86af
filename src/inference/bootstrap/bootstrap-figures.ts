import { mean, sampleStandardDeviation } from '../../stats/index.js';
import { acceleration } from './acceleration.js';
import { bcaShares, biasCorrection, type Interval } from './bca-interval.js';
import { quantilesOf } from './quantiles-of.js';

/** What the bootstrap says of one statistic. */
export interface BootstrapFigures {
  /** The statistic of the data themselves. */
  readonly estimate: number;
  /** Mean and median of the statistic over the replications. */
  readonly mean: number;
  readonly median: number;
  /** mean − estimate. */
  readonly bias: number;
  /** Sample standard deviation over the replications. */
  readonly standardError: number;
  /** The middle `level` of the replications. */
  readonly percentile: Interval;
  /** The same, corrected for median bias and for a standard error that changes with the value. */
  readonly bca: Interval;
  /** z₀ and a of the BCa interval. */
  readonly biasCorrection: number;
  readonly acceleration: number;
  /** How many replications have no figure. */
  readonly undefinedReplications: number;
}

/** The figures of a statistic: all but the estimate are NaN where one replication has none. */
export function bootstrapFigures(
  estimate: number,
  values: Float64Array,
  without: Float64Array,
  level: number,
): BootstrapFigures {
  const centre = mean(values);
  const defined = Number.isNaN(centre) ? new Float64Array(0) : values;
  const z0 = Number.isNaN(estimate) ? NaN : biasCorrection(defined, estimate);
  const a = acceleration(without);
  const corrected = bcaShares(level, z0, a);
  const tail = (1 - level) / 2;
  const [median, low, high, bcaLow, bcaHigh] = quantilesOf(defined, [
    0.5,
    tail,
    1 - tail,
    corrected.low,
    corrected.high,
  ]);
  return {
    estimate,
    mean: centre,
    median: median!,
    bias: centre - estimate,
    standardError: sampleStandardDeviation(defined),
    percentile: { low: low!, high: high! },
    bca: { low: bcaLow!, high: bcaHigh! },
    biasCorrection: z0,
    acceleration: a,
    undefinedReplications: values.filter((value) => Number.isNaN(value)).length,
  };
}
