import { assertKnownOptions, assertNumber, assertOneOf, InputError } from '../../core/index.js';
import { assertReturnSeries, commonRows, type ReturnSeries } from '../../panel/index.js';
import { lessCash, sharpeMoments } from '../../stats/index.js';
import { makeTable, numberCell } from '../../table/index.js';
import type { IsoDate } from '../../time/index.js';
import { assertLevel } from '../assert-level.js';
import { type Estimate, estimateOf, scaled } from '../regression/estimate.js';
import { estimateColumns, estimateRow } from '../regression/factor-regression-table.js';
import { regressionWindow } from '../regression/regression-window.js';
import { independentBlocks } from '../resampling/independent-blocks.js';
import { dependenceWarning, fewBlocksWarning, mixedKindsWarning } from '../doubt-words.js';
import { lagOne } from '../lag-one.js';
import { type Tabled, withTable } from '../with-table.js';
import { cashWords } from './cash-words.js';
import { FEWEST_BLOCKS, ledoitWolf, longestBlock } from './ledoit-wolf.js';
import { memmel } from './memmel.js';

/** Options of {@link sharpeDifference}. */
export interface SharpeDifferenceOptions {
  /** Returns of cash per period, taken off both; absent: 0. */
  readonly riskFree?: ReturnSeries | undefined;
  /** 'memmel' (normal, independent returns) when absent; 'ledoitWolf': a bootstrap that needs neither. */
  readonly method?: 'memmel' | 'ledoitWolf' | undefined;
  /** The level of the interval; 0.95 when absent. */
  readonly level?: number | undefined;
  /** Bootstrap only: rows of a block; by the rule of Politis and White when absent. */
  readonly blockLength?: number | undefined;
  /** Bootstrap only: 4,999 when absent. */
  readonly replications?: number | undefined;
  /** Bootstrap only: 1 when absent. */
  readonly seed?: number | undefined;
}

/** Two Sharpe ratios and whether they differ. Prints itself. */
export interface SharpeDifference extends Tabled {
  readonly a: string;
  readonly b: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Periods on which both have a return. */
  readonly n: number;
  /** As many for 'memmel', taken as independent (`notes` warn where neighbours are correlated); blocks for 'ledoitWolf'. */
  readonly independent: number;
  /** Per year. */
  readonly sharpeA: number;
  readonly sharpeB: number;
  /** a − b, per year. */
  readonly difference: Estimate;
  readonly correlation: number;
  readonly method: 'memmel' | 'ledoitWolf';
  /** Of the bootstrap; null without one. */
  readonly blockLength: number | null;
  readonly replications: number | null;
  readonly seed: number | null;
  readonly level: number;
  readonly assumptions: readonly string[];
}

/**
 * Whether two Sharpe ratios differ, given that the two series move together: S_a − S_b per year, with error, p-value and interval.
 *
 * 'memmel' takes the variance of jointly normal returns that are independent over time, [2 − 2ρ + ½(S_a² + S_b² − 2 S_a S_b ρ²)]/n per period. 'ledoitWolf' draws
 * blocks of rows of both series together and studentises, so that fat tails and autocorrelation are allowed for; its p-value is the share of draws at least
 * as far away. Rows on which one of them, or cash, has no return are left out.
 *
 * *Undefined (NaN):* where either `sharpeRatio` is; t, p and interval of series that are multiples of each other, whose ratios are the same; p and interval where a draw has no
 * studentised difference (`notes` count them).
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `panel.empty-window` (no common row), `option.type`, `option.range` (also under five blocks), `option.unknown`.
 * @see Memmel, C. (2003), Finance Letters 1, 21–23; Ledoit, O. and Wolf, M. (2008), "Robust Performance Hypothesis Testing with the Sharpe Ratio",
 *   Journal of Empirical Finance 15(5), 850–859.
 * @example
 * const { difference, n } = sharpeDifference(usFunds().returns('AVUV'), usFunds().returns('IWM'), { riskFree: usTreasuryBill() });
 * console.log(n, difference.estimate > 0, difference.p > 0.05); // 82 true true
 */
export function sharpeDifference(
  a: ReturnSeries,
  b: ReturnSeries,
  options: SharpeDifferenceOptions = {},
): SharpeDifference {
  const where = 'sharpeDifference';
  assertReturnSeries(where, 'the second series', b);
  assertKnownOptions(where, options, ['riskFree', 'method', 'level', 'blockLength', 'replications', 'seed']);
  const { riskFree, method = 'memmel', level = 0.95 } = options;
  assertOneOf(where, 'method', method, ['memmel', 'ledoitWolf']);
  assertLevel(where, level);
  if (method === 'memmel') refuseDraws(where, options);
  const [first, second] = [lessCash(a, riskFree, where), lessCash(b, riskFree, where)];
  const common = commonRows(first, second, where);
  const window = regressionWindow(first, common.rows, riskFree === undefined ? [a, b] : [a, b, riskFree], where);
  const [momentsA, momentsB] = [sharpeMoments(common.a), sharpeMoments(common.b)];
  const year = Math.sqrt(a.calendar.periodsPerYear);
  const pair = memmel(common.a, common.b, momentsA.sharpe, momentsB.sharpe);
  const perPeriod = momentsA.sharpe - momentsB.sharpe;
  // Multiples of each other have nothing to draw from.
  const drawn = method === 'memmel' || pair.variance === 0 ? undefined : bootstrapped(where, common, level, options);
  const difference = drawn?.estimate(perPeriod) ?? estimateOf(perPeriod, pair.variance, Infinity, level);
  const n = common.rows.length;
  const between = common.a.map((value, row) => value - common.b[row]!);
  const shown = {
    a: a.name,
    b: b.name,
    from: window.from,
    to: window.to,
    n,
    independent: drawn === undefined ? n : independentBlocks(n, drawn.blockLength),
    sharpeA: momentsA.sharpe * year,
    sharpeB: momentsB.sharpe * year,
    difference: scaled(difference, year),
    correlation: pair.correlation,
    method,
    blockLength: drawn?.blockLength ?? null,
    replications: drawn?.replications ?? null,
    seed: drawn?.seed ?? null,
    level,
    assumptions: [
      cashWords([a, b], riskFree),
      drawn?.words ?? 'Returns are jointly normal and independent over time (Jobson–Korkie, corrected by Memmel).',
    ],
  };
  const table = makeTable({
    title: `Sharpe ratio a year: ${a.name} ${numberCell(shown.sharpeA).text}, ${b.name} ${numberCell(shown.sharpeB).text}`,
    columns: estimateColumns('', level),
    rows: [estimateRow('Difference', shown.difference, numberCell)],
    notes: [
      `${window.window}: n = ${n}, ${shown.independent === n ? 'taken as independent' : `about ${shown.independent} independent blocks`}; correlation ${numberCell(pair.correlation).text}.`,
      ...shown.assumptions,
      ...mixedKindsWarning([a, b]),
      ...(drawn === undefined
        ? dependenceWarning('differences of the returns', lagOne(between, common.rows), n)
        : [...fewBlocksWarning(shown.independent), ...drawn.warnings]),
      ...window.marks,
    ],
  });
  return withTable(shown, table);
}

interface Drawn {
  readonly estimate: (perPeriod: number) => Estimate;
  readonly blockLength: number;
  readonly replications: number;
  readonly seed: number;
  readonly words: string;
  readonly warnings: readonly string[];
}

function bootstrapped(
  where: string,
  { a, b }: { readonly a: Float64Array; readonly b: Float64Array },
  level: number,
  { blockLength, replications = 4999, seed = 1 }: SharpeDifferenceOptions,
): Drawn {
  if (blockLength !== undefined) {
    const max = longestBlock(a.length);
    const allowed = `a whole number of rows from 1 to ${max}, so that the ${a.length} rows make at least ${FEWEST_BLOCKS} blocks`;
    assertNumber(where, 'blockLength', blockLength, { min: 1, max, integer: true, allowed });
  }
  assertNumber(where, 'replications', replications, { min: 100, max: 1_000_000, integer: true });
  assertNumber(where, 'seed', seed, { integer: true });
  const found = ledoitWolf(a, b, { blockLength, replications, seed, level });
  // The library's ratios have the divisor n − 1 in the deviation; the bootstrap's have n. The studentised figures are the same.
  const standardError = found.standardError * Math.sqrt((a.length - 1) / a.length);
  return {
    estimate: (estimate) => ({
      estimate,
      standardError,
      t: estimate / standardError,
      p: found.p,
      low: estimate - found.width * standardError,
      high: estimate + found.width * standardError,
    }),
    blockLength: found.blockLength,
    replications,
    seed,
    words:
      `p-value and interval are of ${replications} studentised draws in circular blocks of ${found.blockLength} ${found.blockLength === 1 ? 'period' : 'periods'} ` +
      `(Ledoit–Wolf), seed ${seed}; returns are stationary.`,
    warnings:
      found.undefinedDraws === 0
        ? []
        : [
            `Warning: ${found.undefinedDraws} of ${replications} draws have no studentised difference: there is no p-value and no interval.`,
          ],
  };
}

/** Options of the bootstrap beside a formula would be ignored: they are refused. */
function refuseDraws(where: string, options: SharpeDifferenceOptions): void {
  const given = (['blockLength', 'replications', 'seed'] as const).find((option) => options[option] !== undefined);
  if (given === undefined) return;
  throw new InputError(
    'option.range',
    `${where}: "${given}" is of the bootstrap, and method 'memmel' draws nothing. Give method: 'ledoitWolf', or leave it out.`,
    { where, option: given, found: options[given] },
  );
}
