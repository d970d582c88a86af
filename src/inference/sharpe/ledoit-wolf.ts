import { mean, type Numbers, quantile } from '../../stats/index.js';
import { politisWhite } from '../bootstrap/politis-white.js';
import { longRunCovariance } from '../regression/coefficient-covariance.js';
import { automaticLags } from '../regression/error-options.js';
import { blockIndices } from '../resampling/block-indices.js';

/** How the bootstrap of a difference is run. */
export interface LedoitWolfRule {
  /** Absent: by Politis and White. */
  readonly blockLength: number | undefined;
  readonly replications: number;
  readonly seed: number;
  readonly level: number;
}

/** What the studentised bootstrap says of a difference of two Sharpe ratios per period, with divisors n. */
export interface LedoitWolf {
  readonly difference: number;
  readonly standardError: number;
  /** Share of the studentised differences at least as far from 0, the sample itself counted as one. */
  readonly p: number;
  /** Standard errors that the symmetric interval reaches to either side. */
  readonly width: number;
  readonly blockLength: number;
  /** Draws without a studentised difference; with any, `p` and `width` are NaN. */
  readonly undefinedDraws: number;
}

/** Fewer blocks than this have no long-run error in a resample. */
export const FEWEST_BLOCKS = 5;

/**
 * The studentised circular block bootstrap of the difference of two Sharpe ratios. The error in the sample is the long-run one (Bartlett weights, ⌊4 (n/100)^(2/9)⌋ lags) of the
 * differences' influence by period; in a resample, whose blocks are independent, that of their block sums.
 *
 * @see Ledoit, O. and Wolf, M. (2008), "Robust Performance Hypothesis Testing with the Sharpe Ratio", Journal of Empirical Finance 15(5), 850–859.
 */
export function ledoitWolf(a: Numbers, b: Numbers, rule: LedoitWolfRule): LedoitWolf {
  const n = a.length;
  const { difference, influence } = differenceOf(a, b);
  const lags = automaticLags(n);
  const longRun = longRunCovariance([influence], lags, (lag) => 1 - lag / (lags + 1))[0]![0]!;
  const standardError = Math.sqrt(longRun) / n;
  const blockLength = rule.blockLength ?? automaticLength(influence);
  const blocks = Math.floor(n / blockLength);
  const length = blocks * blockLength;
  const rowsOf = blockIndices({ rows: n, length, blockLength, method: 'circular', seed: rule.seed });
  const distances = Float64Array.from({ length: rule.replications }, (_, replication) => {
    const rows = rowsOf(replication);
    const drawn = differenceOf(pick(a, rows), pick(b, rows));
    let squares = 0;
    for (let block = 0; block < blocks; block++) {
      let sum = 0;
      for (let row = block * blockLength; row < (block + 1) * blockLength; row++) sum += drawn.influence[row]!;
      squares += sum * sum;
    }
    const distance = Math.abs(drawn.difference - difference) / (Math.sqrt(squares) / length);
    return Number.isFinite(distance) ? distance : NaN;
  });
  const own = Math.abs(difference) / standardError;
  const undefinedDraws = distances.filter((distance) => Number.isNaN(distance)).length;
  const further = distances.reduce((count, distance) => (distance >= own ? count + 1 : count), 0);
  return {
    difference,
    standardError,
    p: undefinedDraws > 0 || !Number.isFinite(own) ? NaN : (further + 1) / (rule.replications + 1),
    width: quantile(distances, rule.level),
    blockLength,
    undefinedDraws,
  };
}

/** The difference, and how much each period moves it: the gradient of the ratios times the period's distance from the moments. */
function differenceOf(a: Numbers, b: Numbers): { readonly difference: number; readonly influence: Float64Array } {
  const [ofA, ofB] = [influenceOf(a), influenceOf(b)];
  return {
    difference: ofA.sharpe - ofB.sharpe,
    influence: ofA.influence.map((value, row) => value - ofB.influence[row]!),
  };
}

/** z − S z²/2 + S/2, with z the standardised return: the influence of a period on mean / deviation. */
function influenceOf(values: Numbers): { readonly sharpe: number; readonly influence: Float64Array } {
  const centre = mean(values);
  const distances = Float64Array.from(values, (value) => value - centre);
  const deviation = Math.sqrt(mean(distances.map((distance) => distance * distance)));
  const sharpe = centre / deviation;
  return { sharpe, influence: distances.map((distance) => influenceAt(distance / deviation, sharpe)) };
}

const influenceAt = (z: number, sharpe: number): number => z - (sharpe * (z * z - 1)) / 2;

/** The longest block of which there are still five. */
export const longestBlock = (rows: number): number => Math.max(1, Math.floor(rows / FEWEST_BLOCKS));

function automaticLength(influence: Float64Array): number {
  const { circular } = politisWhite(influence);
  const length = Number.isNaN(circular) ? Math.cbrt(influence.length) : circular;
  return Math.min(longestBlock(influence.length), Math.max(1, Math.round(length)));
}

const pick = (values: Numbers, rows: Int32Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);
