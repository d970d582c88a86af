import { mean, quantile } from '../../stats/index.js';
import type { IsoDate } from '../../time/index.js';
import { independentBlocks } from '../resampling/independent-blocks.js';
import { type Tabled, withTable } from '../with-table.js';
import { resampledMeans } from './resampled-means.js';
import { type DataSnoopingOptions, snoopingInput } from './snooping-options.js';
import { realityCheckTable, snoopingAssumptions } from './snooping-table.js';
import type { Trials } from './trial-matrix.js';

/** What the tests for data snooping have in common. */
export interface DataSnoopingFigures {
  /** The trial with the highest statistic. */
  readonly best: string;
  /** max √n × mean difference (reality check), studentised (superior predictive ability). */
  readonly statistic: number;
  /** Mean difference per period of each trial, in their order. */
  readonly means: readonly number[];
  readonly names: readonly string[];
  readonly benchmark: string | null;
  readonly trials: number;
  readonly n: number;
  /** n / blockLength, rounded down, 1 at least: blocks are about independent, rows are not. */
  readonly independent: number;
  readonly blockLength: number;
  readonly seed: number;
  readonly replications: number;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly assumptions: readonly string[];
}

/** Quantiles of a statistic over resamples in which no trial beats the benchmark. */
export type CriticalValues = Readonly<Record<'p90' | 'p95' | 'p99', number>>;

/** White's reality check. Prints itself. */
export interface RealityCheck extends DataSnoopingFigures, Tabled {
  /** (k + 1)/(replications + 1), k the resamples whose best is at least as good. */
  readonly pValue: number;
  readonly criticalValues: CriticalValues;
}

/**
 * Whether the best of many trials beats the benchmark by more than the best of so many would by luck: White's reality check.
 *
 * With f = trial − benchmark per period: V = maxₖ √n f̄ₖ against V* = maxₖ √n (f̄*ₖ − f̄ₖ) over stationary-bootstrap resamples of the rows, the same rows for all trials.
 * The recentring makes every trial exactly as good as the benchmark, so that bad trials raise the p-value: `superiorPredictiveAbility` repairs that.
 *
 * Long blocks leave few that are independent: with under ten of them the test rejects far too often and says so (ten trials without skill, two blocks, at 5 %: the reality check in a
 * quarter of searches, Hansen's test in half); with under two it refuses. Cost: replications × trials × rows. Holes: rows on which a trial or the benchmark has no return are left out, and said.
 *
 * *Undefined (NaN):* nothing; a trial that equals the benchmark has f̄ = 0.
 *
 * @param trials return series, or a matrix as one array of returns for each trial: all that were tried.
 * @throws InputError `option.type`, `option.range`, `option.missing` (no block length can be found), `option.unknown`, `series.invalid`, `calendar.mismatch`, `panel.ragged`, `panel.value`, `panel.empty-window`.
 * @see White, H. (2000), "A Reality Check for Data Snooping", Econometrica 68(5), 1097–1126.
 * @example
 * const funds = overlap(usFunds(), ['SPY', 'IWM', 'IWN', 'IJS']);
 * const tried = [funds.returns('IWM'), funds.returns('IWN'), funds.returns('IJS')];
 * const { best, pValue } = realityCheck(tried, { benchmark: funds.returns('SPY') });
 * console.log(best, pValue > 0.1); // IJS true
 */
export function realityCheck(trials: Trials, options: DataSnoopingOptions = {}): RealityCheck {
  const input = snoopingInput('realityCheck', trials, options);
  const root = Math.sqrt(input.n);
  const means = input.differences.map((one) => mean(one));
  const statistic = root * Math.max(...means);
  const drawn: number[] = [];
  resampledMeans(input, (resampled) => {
    let best = -Infinity;
    for (let trial = 0; trial < means.length; trial++) best = Math.max(best, resampled[trial]! - means[trial]!);
    drawn.push(root * best);
  });
  const figures = {
    ...commonFigures(input, means, means.indexOf(Math.max(...means))),
    statistic,
    pValue: shareAtLeast(drawn, statistic),
    criticalValues: criticalValuesOf(drawn),
  };
  return withTable(figures, realityCheckTable(figures, input));
}

/** The figures of a test but for its statistic. */
export function commonFigures(
  input: ReturnType<typeof snoopingInput>,
  means: readonly number[],
  best: number,
): Omit<DataSnoopingFigures, 'statistic'> {
  const { names, benchmark, n, blockLength, seed, replications, from, to } = input;
  const assumptions = snoopingAssumptions(input);
  const shared = { names, benchmark, n, blockLength, seed, replications, from, to, assumptions };
  return { best: names[best]!, means, trials: names.length, independent: independentBlocks(n, blockLength), ...shared };
}

/** Statistics as near as this, relative to 1 or to their size, are equal: the same rows added in another order. */
const LEVEL = 1e-12;

/** (k + 1)/(n + 1), k of n drawn statistics being at least as large as the one found; NaN where that is. */
export function shareAtLeast(drawn: readonly number[], statistic: number): number {
  if (Number.isNaN(statistic)) return NaN;
  const bar = statistic - LEVEL * Math.max(1, Math.abs(statistic));
  return (drawn.filter((value) => value >= bar).length + 1) / (drawn.length + 1);
}

/** The 90, 95 and 99 % quantiles. */
export const criticalValuesOf = (drawn: readonly number[]): CriticalValues => ({
  p90: quantile(drawn, 0.9),
  p95: quantile(drawn, 0.95),
  p99: quantile(drawn, 0.99),
});
