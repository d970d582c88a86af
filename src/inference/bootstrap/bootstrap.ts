import { describeValue, InputError, type ReadonlyFloat64Array, suggestNames } from '../../core/index.js';
import { describeSpan, partialRowsOf, type ReturnSeries } from '../../panel/index.js';
import { quantile } from '../../stats/index.js';
import { assertBlockOptions, assertTwoBlocks } from '../resampling/block-options.js';
import { blockPlan } from '../resampling/block-plan.js';
import { independentBlocks } from '../resampling/independent-blocks.js';
import { type Tabled, type Untabled, withTable } from '../with-table.js';
import { chooseBlockLength } from './block-choice.js';
import type { BlocksDrawn } from './block-words.js';
import { assertExecutor, type BootstrapExecutor, replicateOn } from './bootstrap-executor.js';
import { type BootstrapFigures, bootstrapFigures } from './bootstrap-figures.js';
import { assertCross, assertStatistics, type BootstrapOptions, checkedBootstrapOptions } from './bootstrap-options.js';
import { bootstrapAssumptions, bootstrapTable, bootstrapWarnings } from './bootstrap-table.js';
import { type JointRows, jointRows } from './joint-rows.js';
import { prepareReplications, type Replicated } from './replicate.js';
import { type AnyStatistic, valueOf } from './sampler.js';

/** The distribution of statistics over histories that might have been. Prints itself; JSON has the figures, not the replications. */
export interface Bootstrap<Name extends string = string> extends BlocksDrawn, Tabled {
  readonly name: string;
  /** First and last period that is drawn from. */
  readonly window: string;
  /** Rows that are drawn from, which is also how many are drawn. */
  readonly n: number;
  /** n / blockLength, rounded down, 1 at least: blocks are about independent, returns are not. */
  readonly independent: number;
  readonly replications: number;
  readonly level: number;
  /** Names of the series drawn with this one. */
  readonly others: readonly string[];
  readonly statistics: Readonly<Record<Name, BootstrapFigures>>;
  readonly assumptions: readonly string[];
  /** A statistic of every replication, in their order. */
  values(this: void, name: Name): ReadonlyFloat64Array;
  /** The value under which a share `p` of the replications lies (type 7). NaN where one of them is. */
  quantile(this: void, name: Name, p: number): number;
}

/** What is taken of every replication, by name. */
type Statistics<Name extends string, Other extends string> = Readonly<
  Record<Name, (sample: ReturnSeries, others: Readonly<Record<NoInfer<Other>, ReturnSeries>>) => number>
>;

/**
 * How far a statistic might have come out otherwise: its distribution over histories made of blocks of this one.
 *
 * Each replication draws as many rows as there are, in blocks of neighbours (see `blockIndices`), and every statistic is taken of it. `others` are drawn by
 * the same row numbers, so that what binds them to the series survives; a statistic with a second parameter gets them by name.
 * The number of parameters decides (`length` of the function): `(sample, { spy }) => …` gets them, `(sample, { spy } = …) => …` and `(...all) => …` do not. The *percentile* interval
 * is the middle `level` of the replications. *BCa* corrects it for median bias (z₀) and for a standard error that changes with the value
 * (a, by leaving out one block after the other); it supposes a smooth statistic, which the maximum drawdown is not: take the percentiles there.
 * Drawdowns are those of whole resampled paths. Replication k depends on the seed and on k alone.
 *
 * `cagr`, `totalReturn`, `maxDrawdown`, `arithmeticMean`, `volatility` and `sharpeRatio`, given as they are, are put together from tables of blocks: 10,000
 * replications in milliseconds, equal to the row-by-row figures to about 1e-14. Any other function costs its own time for each replication. For ratios over cash
 * give the excess returns, or `(sample, { cash }) => …`. With `on: threads(n)` of 'backtilt/workers' the answer is a promise of the same figures, to the last bit; then only those six may be asked for.
 *
 * *Undefined (NaN):* all but the estimate of a statistic that is undefined in a replication (`undefinedReplications` counts them); the BCa interval where
 * all replications lie on one side of the estimate, or the statistic is undefined without some block. ±Infinity from a statistic counts as undefined.
 *
 * @param statistics functions of a return series, by name.
 * @returns frozen figures; a promise of them where `on` names threads.
 * @throws InputError `series.invalid`, `calendar.mismatch`, `panel.empty-window`, `returns.hole` (rows beside a hole are no neighbours),
 *   `option.type`, `option.range`, `option.unknown`, and those of the statistics; `thread.failed` from `on`.
 * @see Politis, D. N. and Romano, J. P. (1994), "The Stationary Bootstrap", Journal of the American Statistical Association 89(428); Efron, B.
 *   (1987), "Better Bootstrap Confidence Intervals", same journal 82(397); Lahiri, S. N. (2003), Resampling Methods for Dependent Data, Springer.
 * @example
 * const drawn = bootstrap(usFunds().returns('IWM'), { sharpeRatio, maxDrawdown }, { blockLength: 12, replications: 1000 });
 * console.log(drawn.statistics.sharpeRatio.percentile.low.toFixed(2), drawn.quantile('maxDrawdown', 0.5).toFixed(2)); // 0.17 -0.49
 */
export function bootstrap<Name extends string, Other extends string = never>(
  series: ReturnSeries,
  statistics: Statistics<Name, Other>,
  options: BootstrapOptions<Other> & { readonly on: BootstrapExecutor },
): Promise<Bootstrap<Name>>;
export function bootstrap<Name extends string, Other extends string = never>(
  series: ReturnSeries,
  statistics: Statistics<Name, Other>,
  options?: BootstrapOptions<Other>,
): Bootstrap<Name>;
export function bootstrap(
  series: ReturnSeries,
  statistics: Statistics<string, string>,
  options: BootstrapOptions = {},
): Bootstrap | Promise<Bootstrap> {
  const where = 'bootstrap';
  assertStatistics(where, statistics);
  const { others, method, replications, seed, level, on, ...asked } = checkedBootstrapOptions(where, options);
  if (on !== undefined) {
    assertExecutor(where, on);
    assertCross(where, statistics);
  }
  const joint = jointRows(where, series, others);
  const n = joint.series.values.length;
  const choice = chooseBlockLength(asked.blockLength, method, [joint.series, ...Object.values(joint.others)]);
  const { blockLength } = choice;
  assertBlockOptions(where, n, { method, blockLength, seed });
  assertTwoBlocks(where, n, { method, blockLength });
  const plan = blockPlan({ rows: n, length: n, blockLength, method, seed });
  const size = Math.max(1, Math.min(Math.round(blockLength), Math.floor(n / 2)));
  const { job, known, finish } = prepareReplications(plan, joint, Object.values(statistics), replications, size);
  const drawn = {
    name: joint.series.name,
    window: describeSpan(joint.series.calendar),
    n,
    independent: independentBlocks(n, blockLength),
    ...choice,
    method,
    replications,
    seed,
    level,
    others: Object.values(joint.others).map(({ name }) => name),
  };
  const resultOf = (columns: readonly Float64Array[]): Bootstrap =>
    makeBootstrap(joint, statistics, drawn, finish(columns));
  if (on === undefined) return resultOf(known());
  return job === undefined ? Promise.resolve(resultOf([])) : replicateOn(where, on, job, replications).then(resultOf);
}

/** Makes the frozen result of replications. */
function makeBootstrap(
  joint: JointRows,
  statistics: Readonly<Record<string, AnyStatistic>>,
  drawn: Omit<Untabled<Bootstrap>, 'statistics' | 'assumptions' | 'values' | 'quantile'>,
  replicated: readonly Replicated[],
): Bootstrap {
  const names = Object.keys(statistics);
  const all = Object.values(statistics).map((statistic, index) => {
    const { values, without } = replicated[index]!;
    return [names[index]!, bootstrapFigures(valueOf(statistic, joint), values, without, drawn.level)] as const;
  });
  const figures = { ...drawn, statistics: Object.fromEntries(all), assumptions: bootstrapAssumptions(drawn) };
  const hindsight = [joint.series, ...Object.values(joint.others)].some(({ meta }) => meta.usesHindsight === true);
  const partial = partialRowsOf(joint.series).map((row) => joint.series.calendar.date(row));
  const valuesOf = (name: string): Float64Array => {
    const index = names.indexOf(name);
    if (index >= 0) return replicated[index]!.values;
    throw new InputError(
      'option.unknown',
      `bootstrap: there is no statistic ${describeValue(name)}. ${suggestNames(name, names)}`,
      {
        where: 'bootstrap',
        statistic: name,
        known: names,
      },
    );
  };
  return withTable(figures, bootstrapTable(figures, bootstrapWarnings(figures, hindsight, partial)), {
    values: (name: string): ReadonlyFloat64Array => valuesOf(name).slice(),
    quantile: (name: string, p: number): number => quantile(valuesOf(name), p),
  });
}
