import { assertKnownOptions, assertNumber, assertObject, describeValue, InputError } from '../../core/index.js';
import type { IsoDate } from '../../time/index.js';
import { type Tabled, withTable } from '../with-table.js';
import type { TrialPerformance } from './half-performance.js';
import { degradation, type Split } from './overfitting-splits.js';
import { overfittingTable } from './overfitting-table.js';
import { type SplitExecutor, splitsOn } from './split-executor.js';
import { type AllSplits, makeSplitter, pairCount, SplitGather } from './split-job.js';
import { mixedKindsOf, type TrialMatrix, trialMatrix, type Trials } from './trial-matrix.js';

/** Options of {@link probabilityOfBacktestOverfitting}. */
export interface BacktestOverfittingOptions {
  /** Into how many blocks of neighbouring rows the time is cut: even, 2 to 20; 16 when absent, as in the paper. */
  readonly blocks?: number | undefined;
  /** 'sharpe' (per period, cash at 0) when absent, 'mean', or a function of returns in order of time. */
  readonly performance?: TrialPerformance | undefined;
  /** `threads(n)` of 'backtilt/workers' or `cluster(connection)` of 'backtilt/cluster': then the result is a promise, of the same figures to the last bit. */
  readonly on?: SplitExecutor | undefined;
}

/** How often the best trial of one half was worse than the median trial in the other. Prints itself. */
export interface BacktestOverfitting extends Tabled {
  /** PBO, from 0 to 1: near 0.5 the choice was no better than a blind one, near 1 worse. */
  readonly probability: number;
  /** The share of divisions in which the chosen trial had a performance below 0 in the other half. */
  readonly probabilityOfLoss: number;
  /** TrialPerformance in the other half = intercept + slope × performance in the chosen half, by least squares over the divisions. */
  readonly degradation: { readonly slope: number; readonly intercept: number; readonly rSquared: number };
  readonly trials: number;
  /** Rows that are used. */
  readonly n: number;
  /** The blocks: divisions share them. */
  readonly independent: number;
  readonly blocks: number;
  readonly rowsPerBlock: number;
  /** C(blocks, blocks/2). */
  readonly splits: number;
  /** The oldest rows, left out so that all blocks are equally long. */
  readonly droppedRows: number;
  /** For each division: ln(ω/(1 − ω)), and the performance of the chosen trial in its own and in the other half. */
  readonly logits: readonly number[];
  readonly inSample: readonly number[];
  readonly outOfSample: readonly number[];
  /** How often each trial was chosen, by its place; the names are in `names`. */
  readonly chosen: readonly number[];
  readonly names: readonly string[];
  /** Trials whose performance is undefined in some half; with any, no figure is defined. */
  readonly undefinedTrials: readonly string[];
  readonly performance: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly assumptions: readonly string[];
}

/**
 * How likely it is that choosing the best of many backtests chooses one below the median later: PBO, by combinatorially symmetric cross-validation.
 *
 * The rows are cut into S blocks. For each of the C(S, S/2) ways to take half of the blocks, in order of time, the trial with the best performance there is looked up in the other half:
 * ω = its rank there/(N + 1), 1 the worst, ties at their middle rank; λ = ln(ω/(1 − ω)). PBO = the share of divisions with λ < 0, those with λ = 0 counted
 * half. The slope of the degradation is negative by construction where trials are alike, since two halves add up to the whole: read it beside the others.
 * Give ALL trials, also those that were dropped early, or the answer flatters.
 *
 * Cost: C(S, S/2) × N × S/2 additions for 'sharpe' and 'mean' (16 blocks and 100 trials: about 10 million), divided among threads with `on`; a function is called
 * C(S, S/2) × N times, and does not cross to other threads. Memory grows with N, not with the divisions.
 *
 * *Undefined (NaN):* all shares and the degradation where a trial's performance is undefined in some half (a Sharpe ratio without variation); `undefinedTrials` names them.
 *
 * @param trials two or more return series, or a matrix as one array of returns for each trial.
 * @returns shares from 0 to 1; performances in units of the measure, per period. A promise of them where `on` names threads.
 * @throws InputError `option.type`, `option.range` (fewer rows than two a block), `option.unknown`, `series.invalid`, `calendar.mismatch`, `panel.ragged`, `panel.value`, `panel.empty-window`.
 * @see Bailey, D. H., Borwein, J. M., López de Prado, M. and Zhu, Q. J. (2017), "The Probability of Backtest Overfitting", Journal of Computational Finance 20(4), 39–69.
 * @example
 * const good = [3, 1, 2, 3, 1, 2, 3, 1], bad = [1, -2, 0, -1, 1, -3, 0, 1];
 * const { probability, splits, chosen } = probabilityOfBacktestOverfitting([good, bad], { blocks: 4 });
 * console.log(probability, splits, chosen.join(' ')); // 0 6 6 0
 */
export function probabilityOfBacktestOverfitting(
  trials: Trials,
  options: BacktestOverfittingOptions & { readonly on: SplitExecutor },
): Promise<BacktestOverfitting>;
export function probabilityOfBacktestOverfitting(
  trials: Trials,
  options?: BacktestOverfittingOptions & { readonly on?: undefined },
): BacktestOverfitting;
export function probabilityOfBacktestOverfitting(
  trials: Trials,
  options: BacktestOverfittingOptions = {},
): BacktestOverfitting | Promise<BacktestOverfitting> {
  const where = 'probabilityOfBacktestOverfitting';
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, options, ['blocks', 'performance', 'on']);
  const { blocks = 16, performance = 'sharpe', on } = options;
  assertBlocks(where, blocks);
  assertPerformance(where, performance);
  const matrix = trialMatrix(where, trials, 2);
  const { columns, rows } = matrix;
  const rowsPerBlock = Math.floor(rows / blocks);
  if (rowsPerBlock < 2) {
    throw new InputError(
      'option.range',
      `${where}: ${rows} common rows make no ${blocks} blocks of at least 2 rows. Give fewer "blocks" or longer series.`,
      { where, rows, blocks },
    );
  }
  const droppedRows = rows - rowsPerBlock * blocks;
  const used = columns.map((column) => column.slice(droppedRows));
  const job = { columns: used, blocks, rowsPerBlock };
  const plan = { matrix, blocks, rowsPerBlock, droppedRows, performance, kinds: mixedKindsOf(trials) };
  if (on === undefined) {
    const gather = new SplitGather(pairCount(blocks));
    gather.add(0, makeSplitter({ ...job, performance }, (value) => checked(where, value))(0, gather.pairs));
    return resultOf(plan, gather.finish());
  }
  if (typeof performance === 'function') {
    throw new InputError(
      'option.type',
      `${where}: "performance" is a function, and functions do not cross to other threads or machines. Take 'sharpe' or 'mean', or leave "on" out.`,
      { where, option: 'performance' },
    );
  }
  return splitsOn(where, on, { ...job, performance }).then((all) => resultOf(plan, all));
}

/** What is known before the divisions are. */
interface Plan {
  readonly matrix: TrialMatrix;
  readonly blocks: number;
  readonly rowsPerBlock: number;
  readonly droppedRows: number;
  readonly performance: TrialPerformance;
  readonly kinds: readonly string[];
}

function resultOf(plan: Plan, { splits: all, undefinedTrials: unknown }: AllSplits): BacktestOverfitting {
  const { matrix, blocks, rowsPerBlock, droppedRows, performance, kinds } = plan;
  const { names, from, to } = matrix;
  const splits = unknown.size > 0 ? [] : all;
  const chosen = names.map(() => 0);
  for (const { best } of splits) chosen[best]!++;
  const figures = {
    ...sharesOf(splits),
    degradation: degradation(splits),
    trials: names.length,
    n: rowsPerBlock * blocks,
    independent: blocks,
    blocks,
    rowsPerBlock,
    splits: all.length,
    droppedRows,
    logits: splits.map(({ logit }) => logit),
    inSample: splits.map(({ inSample }) => inSample),
    outOfSample: splits.map(({ outOfSample }) => outOfSample),
    chosen,
    names,
    undefinedTrials: names.filter((_, trial) => unknown.has(trial)),
    performance: nameOf(performance),
    from,
    to,
    assumptions: [
      'Blocks of neighbouring rows are exchangeable: what a half of them says holds for the other, and memory across their borders is ignored.',
      'The trials given are all that were tried.',
      ...(performance === 'sharpe' ? ["'sharpe' is mean / deviation per period, over cash of 0."] : []),
    ],
  };
  return withTable(figures, overfittingTable(figures, matrix.holes, kinds));
}

function nameOf(performance: TrialPerformance): string {
  if (typeof performance === 'string') return performance;
  return performance.name === '' ? 'performance' : performance.name;
}

function sharesOf(splits: readonly Split[]): Pick<BacktestOverfitting, 'probability' | 'probabilityOfLoss'> {
  const [below, level] = [splits.filter(({ logit }) => logit < 0), splits.filter(({ logit }) => logit === 0)];
  const losses = splits.filter(({ outOfSample }) => outOfSample < 0);
  return {
    probability: (below.length + level.length / 2) / splits.length,
    probabilityOfLoss: losses.length / splits.length,
  };
}

function assertBlocks(where: string, blocks: unknown): asserts blocks is number {
  const allowed = 'an even whole number from 2 to 20';
  assertNumber(where, 'blocks', blocks, { min: 2, max: 20, allowed });
  if (blocks % 2 === 0) return;
  throw new InputError('option.range', `${where}: "blocks" is ${blocks}; it must be ${allowed}.`, {
    where,
    option: 'blocks',
    found: blocks,
  });
}

function assertPerformance(where: string, performance: unknown): void {
  if (performance === 'sharpe' || performance === 'mean' || typeof performance === 'function') return;
  throw new InputError(
    'option.type',
    `${where}: "performance" is ${describeValue(performance)}; it must be 'sharpe', 'mean', or a function of an array of returns that answers a number.`,
    { where, option: 'performance', found: describeValue(performance) },
  );
}

function checked(where: string, value: unknown): number {
  if (typeof value === 'number' && Math.abs(value) !== Infinity) return value;
  throw new InputError(
    'option.type',
    `${where}: "performance" answered ${describeValue(value)}; it must answer a finite number, or NaN where it is undefined.`,
    { where, option: 'performance', found: describeValue(value) },
  );
}
