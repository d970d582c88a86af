import { mean, ROUNDING } from '../../stats/index.js';
import { type Tabled, withTable } from '../with-table.js';
import { longRunDeviation } from './long-run-deviation.js';
import {
  commonFigures,
  type CriticalValues,
  criticalValuesOf,
  type DataSnoopingFigures,
  shareAtLeast,
} from './reality-check.js';
import { resampledMeans } from './resampled-means.js';
import { type DataSnoopingOptions, snoopingInput } from './snooping-options.js';
import { superiorAbilityTable } from './snooping-table.js';
import type { Trials } from './trial-matrix.js';

/** Hansen's test for superior predictive ability. Prints itself. */
export interface SuperiorPredictiveAbility extends DataSnoopingFigures, Tabled {
  /** The one to quote: trials that are clearly worse than the benchmark do not count. */
  readonly pConsistent: number;
  /** Bounds: no trial that did worse counts, and all do; pLower ≤ pConsistent ≤ pUpper. */
  readonly pLower: number;
  readonly pUpper: number;
  /** Of the consistent version. */
  readonly criticalValues: CriticalValues;
  /** √n f̄ₖ/ωₖ of each trial; 0 for one that equals the benchmark. */
  readonly tStatistics: readonly number[];
}

/**
 * Whether the best of many trials beats the benchmark by more than luck, without being spoiled by hopeless trials: Hansen's SPA test.
 *
 * With f = trial − benchmark per period and ωₖ² the variance of √n f̄ₖ under the stationary bootstrap (in closed form): T = max(0, maxₖ √n f̄ₖ/ωₖ), against the same of resamples in which
 * f̄*ₖ is recentred by μₖ. Consistent: μₖ = f̄ₖ unless f̄ₖ < −ωₖ √(2 ln ln n)/√n, then 0; lower: μₖ = max(f̄ₖ, 0); upper: μₖ = f̄ₖ for all, as in the reality
 * check. p = (k + 1)/(replications + 1), k the resamples with a T* of at least T.
 *
 * Long blocks leave few that are independent: with under ten of them the test rejects far too often and says so (ten trials without skill, two blocks, at 5 %: the reality check in a
 * quarter of searches, Hansen's test in half); with under two it refuses. Cost: replications × trials × rows. Holes: rows on which a trial or the benchmark has no return are left out, and said.
 *
 * *Undefined (NaN):* all p-values and the statistic where a trial differs from the benchmark by the same amount on all rows: there is nothing to studentise with.
 *
 * @param trials return series, or a matrix as one array of returns for each trial: all that were tried.
 * @throws InputError `option.type`, `option.range`, `option.missing` (no block length can be found), `option.unknown`, `series.invalid`, `calendar.mismatch`, `panel.ragged`, `panel.value`, `panel.empty-window`.
 * @see Hansen, P. R. (2005), "A Test for Superior Predictive Ability", Journal of Business & Economic Statistics 23(4), 365–380.
 * @example
 * const funds = overlap(usFunds(), ['SPY', 'IWM', 'IWN', 'IJS']);
 * const tried = [funds.returns('IWM'), funds.returns('IWN'), funds.returns('IJS')];
 * const { best, pLower, pConsistent, pUpper } = superiorPredictiveAbility(tried, { benchmark: funds.returns('SPY') });
 * console.log(best, pLower <= pConsistent, pConsistent <= pUpper, pConsistent > 0.1); // IJS true true true
 */
export function superiorPredictiveAbility(
  trials: Trials,
  options: DataSnoopingOptions = {},
): SuperiorPredictiveAbility {
  const input = snoopingInput('superiorPredictiveAbility', trials, options);
  const { n, differences } = input;
  const root = Math.sqrt(n);
  const means = differences.map((one) => mean(one));
  const errors = differences.map((one) => longRunDeviation(one, input.blockLength) / root);
  const tStatistics = means.map((value, trial) => studentised(value, errors[trial]!));
  const statistic = Math.max(0, ...tStatistics);
  const bar = -Math.sqrt(2 * Math.log(Math.log(n)));
  const centres = {
    lower: means.map((value) => Math.max(value, 0)),
    consistent: means.map((value, trial) => (tStatistics[trial]! < bar ? 0 : value)),
    upper: means,
  };
  const drawn = { lower: [] as number[], consistent: [] as number[], upper: [] as number[] };
  resampledMeans(input, (resampled) => {
    for (const version of ['lower', 'consistent', 'upper'] as const) {
      let best = 0;
      for (let trial = 0; trial < means.length; trial++) {
        best = Math.max(best, studentised(resampled[trial]! - centres[version][trial]!, errors[trial]!));
      }
      drawn[version].push(best);
    }
  });
  const figures = {
    ...commonFigures(input, means, indexOfMost(Number.isNaN(statistic) ? means : tStatistics)),
    statistic,
    tStatistics,
    pConsistent: shareAtLeast(drawn.consistent, statistic),
    pLower: shareAtLeast(drawn.lower, statistic),
    pUpper: shareAtLeast(drawn.upper, statistic),
    criticalValues: criticalValuesOf(drawn.consistent),
  };
  return withTable(figures, superiorAbilityTable(figures, input));
}

const indexOfMost = (values: readonly number[]): number => values.indexOf(Math.max(...values));

function studentised(value: number, error: number): number {
  if (error > 0) return value / error;
  return Math.abs(value) <= ROUNDING ? 0 : NaN;
}
