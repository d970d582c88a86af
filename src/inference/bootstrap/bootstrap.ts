import { deepFreeze, InputError, type ReadonlyFloat64Array, suggestNames } from '../../core/index.js';
import { describeSpan, partialRowsOf, type ReturnSeries } from '../../panel/index.js';
import { quantile } from '../../stats/index.js';
import { type Displayed, toHtml, toText, withDisplay } from '../../table/index.js';
import type { BlockMethod } from '../resampling/block-method.js';
import { assertBlockOptions } from '../resampling/block-options.js';
import { blockPlan } from '../resampling/block-plan.js';
import { type BlockChoice, chooseBlockLength } from './block-choice.js';
import { type BootstrapFigures, bootstrapFigures } from './bootstrap-figures.js';
import { assertStatistics, type BootstrapOptions, checkedBootstrapOptions } from './bootstrap-options.js';
import { bootstrapAssumptions, bootstrapNotes, bootstrapTable } from './bootstrap-table.js';
import { jointRows } from './joint-rows.js';
import { replicate } from './replicate.js';
import { valueOf } from './sampler.js';

/** The distribution of statistics over histories that might have been. Prints itself; JSON has the figures, not the replications. */
export interface Bootstrap<Name extends string = string> extends BlockChoice, Displayed {
  readonly name: string;
  /** First and last period that is drawn from. */
  readonly window: string;
  /** Rows that are drawn from, which is also how many are drawn. */
  readonly observations: number;
  /** observations / blockLength, rounded down, 1 at least: blocks are about independent, returns are not. */
  readonly independentObservations: number;
  readonly method: BlockMethod;
  readonly replications: number;
  readonly seed: number;
  readonly level: number;
  /** Names of the series drawn with this one. */
  readonly others: readonly string[];
  readonly statistics: Readonly<Record<Name, BootstrapFigures>>;
  readonly assumptions: readonly string[];
  readonly notes: readonly string[];
  /** A statistic of every replication, in their order. */
  values(this: void, name: Name): ReadonlyFloat64Array;
  /** The value under which a share `p` of the replications lies (type 7). NaN where one of them is. */
  quantile(this: void, name: Name, p: number): number;
}

/**
 * How far a statistic might have come out otherwise: its distribution over histories made of blocks of this one.
 *
 * Each replication draws as many rows as there are, in blocks of neighbours (see `blockIndices`), and every statistic is taken of it. `others` are drawn by
 * the same row numbers, so that what binds them to the series survives; a statistic with a second parameter gets them by name. The *percentile* interval
 * is the middle `level` of the replications. *BCa* corrects it for median bias (z₀) and for a standard error that changes with the value
 * (a, by leaving out one block after the other); it supposes a smooth statistic, which the maximum drawdown is not: take the percentiles there.
 * Drawdowns are those of whole resampled paths. Replication k depends on the seed and on k alone.
 *
 * `cagr`, `totalReturn`, `maxDrawdown`, `arithmeticMean`, `volatility` and `sharpeRatio`, given as they are, are put together from tables of blocks: 10,000
 * replications in milliseconds, equal to the row-by-row figures to about 1e-14. Any other function costs its own time for each replication. For ratios over cash
 * give the excess returns, or `(sample, { cash }) => …`.
 *
 * *Undefined (NaN):* all but the estimate of a statistic that is undefined in a replication (`undefinedReplications` counts them); the BCa interval where
 * all replications lie on one side of the estimate, or the statistic is undefined without some block. ±Infinity from a statistic counts as undefined.
 *
 * @param statistics functions of a return series, by name.
 * @throws InputError `series.invalid`, `calendar.mismatch`, `panel.empty-window`, `returns.hole` (rows beside a hole are no neighbours),
 *   `option.type`, `option.range`, `option.unknown`, and those of the statistics.
 * @see Politis, D. N. and Romano, J. P. (1994), "The Stationary Bootstrap", Journal of the American Statistical Association 89(428); Efron, B.
 *   (1987), "Better Bootstrap Confidence Intervals", same journal 82(397); Lahiri, S. N. (2003), Resampling Methods for Dependent Data, Springer.
 * @example
 * const drawn = bootstrap(usFunds().returns('IWM'), { sharpeRatio, maxDrawdown }, { blockLength: 12, replications: 1000 });
 * console.log(drawn.statistics.sharpeRatio.percentile.low.toFixed(2), drawn.quantile('maxDrawdown', 0.5).toFixed(2)); // 0.17 -0.49
 */
export function bootstrap<Name extends string, Other extends string = never>(
  series: ReturnSeries,
  statistics: Readonly<
    Record<Name, (sample: ReturnSeries, others: Readonly<Record<NoInfer<Other>, ReturnSeries>>) => number>
  >,
  options: BootstrapOptions<Other> = {},
): Bootstrap<Name> {
  const where = 'bootstrap';
  assertStatistics(where, statistics);
  const { others, method, replications, seed, level, ...asked } = checkedBootstrapOptions(where, options);
  const joint = jointRows(where, series, others);
  const rows = joint.series.values.length;
  const choice = chooseBlockLength(asked.blockLength, method, [joint.series, ...Object.values(joint.others)]);
  const { blockLength } = choice;
  assertBlockOptions(where, rows, { method, blockLength, seed });
  const plan = blockPlan({ rows, length: rows, blockLength, method, seed });
  const names = Object.keys(statistics) as Name[];
  const functions = names.map((name) => statistics[name]);
  const size = Math.max(1, Math.min(Math.round(blockLength), Math.floor(rows / 2)));
  const replicated = replicate(plan, joint, functions, replications, size);
  const figures = names.map((name, index) => {
    const { values, without } = replicated[index]!;
    return [name, bootstrapFigures(valueOf(functions[index]!, joint), values, without, level)] as const;
  });
  const drawn = {
    name: joint.series.name,
    window: describeSpan(joint.series.calendar),
    observations: rows,
    independentObservations: Math.max(1, Math.floor(rows / blockLength)),
    ...choice,
    method,
    replications,
    seed,
    level,
    others: Object.values(joint.others).map(({ name }) => name),
    statistics: Object.fromEntries(figures) as Record<Name, BootstrapFigures>,
  };
  const hindsight = [joint.series, ...Object.values(joint.others)].some(({ meta }) => meta.usesHindsight === true);
  const partial = partialRowsOf(joint.series).map((row) => joint.series.calendar.date(row));
  const result = {
    ...drawn,
    assumptions: bootstrapAssumptions(drawn),
    notes: bootstrapNotes(drawn, hindsight, partial),
  };
  const valuesOf = (name: string): Float64Array => {
    const index = (names as string[]).indexOf(name);
    if (index >= 0) return replicated[index]!.values;
    throw new InputError('option.unknown', `${where}: there is no statistic "${name}". ${suggestNames(name, names)}`, {
      where,
      statistic: name,
      known: names,
    });
  };
  const readers = {
    values: { value: (name: Name): ReadonlyFloat64Array => valuesOf(name).slice() },
    quantile: { value: (name: Name, p: number): number => quantile(valuesOf(name), p) },
  };
  for (const part of Object.values(result)) deepFreeze(part);
  const shown = Object.defineProperties(result, readers) as typeof result &
    Pick<Bootstrap<Name>, 'values' | 'quantile'>;
  return withDisplay(shown, {
    text: (self) => toText(bootstrapTable(self)),
    html: (self) => toHtml(bootstrapTable(self)),
  });
}
