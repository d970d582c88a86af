import {
  type ReadonlyFloat64Array,
  assertFilledArray,
  assertKnownOptions,
  assertName,
  assertNumber,
  assertObject,
} from '../../core/index.js';
import { mean, ratio, sampleVariance } from '../../stats/index.js';
import { studentCdf } from '../distributions/student-cdf.js';
import { studentQuantile } from '../distributions/student-quantile.js';
import { type Tabled, withTable } from '../with-table.js';
import { assertLevel } from '../assert-level.js';
import { compareGroupsTable } from './compare-groups-table.js';
import { type GroupOrders, groupOrders } from './group-orders.js';

/** Options of {@link compareGroups}. */
export interface CompareGroupsOptions {
  /** What the two groups are called; 'first' and 'second' when absent. */
  readonly labels?: readonly [string, string] | undefined;
  /** Of Welch's interval; 0.95 when absent. */
  readonly level?: number | undefined;
  /** Of the drawn divisions, where there are more than `draws`; 1 when absent. */
  readonly seed?: number | undefined;
  /** The most divisions that are looked at: all where they are no more, otherwise so many drawn; 10,000 when absent. */
  readonly draws?: number | undefined;
}

/** Two groups of figures and the difference of their means. Prints itself. */
export interface GroupComparison extends Tabled {
  readonly labels: readonly [string, string];
  readonly sizes: readonly [number, number];
  /** How many figures in all. */
  readonly n: number;
  /** As many: none shares rows with another. */
  readonly independent: number;
  readonly means: readonly [number, number];
  /** Mean of the first less mean of the second. */
  readonly difference: number;
  /** Of the difference, by Welch's t. */
  readonly interval: { readonly low: number; readonly high: number };
  readonly level: number;
  /** Welch's t, its degrees of freedom and two-sided p-value. */
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly tPValue: number;
  /** The share of divisions whose difference is at least as far from 0 (two-sided), or at least as high (one-sided). */
  readonly pValue: number;
  readonly oneSidedPValue: number;
  /** Whether every division was counted, and how many there were. */
  readonly exact: boolean;
  readonly divisions: number;
  /** Null where all divisions were counted. */
  readonly seed: number | null;
  readonly assumptions: readonly string[];
}

/**
 * Whether two groups of events differ by more than chance would divide them: the difference of their means among all divisions into groups of these sizes.
 *
 * p = the share of divisions with |difference| ≥ the one seen, the one seen among them; all C(n, m) of them when there are at most `draws` (exact), otherwise
 * (k + 1)/(draws + 1) of seeded ones. The smallest p that a division of 4 and 5 events can have is 1/126. Beside it Welch's t and interval,
 * which mean little for few events.
 *
 * *Undefined (NaN):* t, its p and the interval where a group has one figure only, or neither varies.
 *
 * @param firstGroup figures of one group, such as `study.horizons[0].values` of `eventStudy` or `series.values`; fractions or any unit.
 * @throws InputError `option.type`, `option.range`, `option.unknown`.
 * @see Fisher, R. A. (1935), The Design of Experiments, §21; Welch, B. L. (1947), Biometrika 34, 28–35; Phipson, B. and Smyth, G. K. (2010), "Permutation P-values Should
 *   Never Be Zero", Statistical Applications in Genetics and Molecular Biology 9(1).
 * @example
 * const { difference, pValue, divisions } = compareGroups([5, 6, 7], [1, 2, 3]);
 * console.log(difference, pValue, divisions); // 4 0.1 20
 */
export function compareGroups(
  firstGroup: readonly number[] | ReadonlyFloat64Array | Float64Array,
  secondGroup: readonly number[] | ReadonlyFloat64Array | Float64Array,
  options: CompareGroupsOptions = {},
): GroupComparison {
  const where = 'compareGroups';
  const [first, second] = [listOf(firstGroup), listOf(secondGroup)];
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, options, ['labels', 'level', 'seed', 'draws']);
  const { labels = ['first', 'second'], level = 0.95, seed = 1, draws = 10_000 } = options;
  assertFilledArray(where, '"labels"', labels);
  labels.forEach((label) => {
    assertName(where, 'labels', label);
  });
  assertLevel(where, level);
  assertNumber(where, 'draws', draws, { min: 1, max: 10_000_000, integer: true });
  assertNumber(where, 'seed', seed, { integer: true });
  assertFigures(where, `the group "${labels[0]}"`, first);
  assertFigures(where, `the group "${labels[1]}"`, second);
  const orders = groupOrders(first, second, draws, seed);
  const figures = {
    labels: [labels[0], labels[1]] as const,
    sizes: [first.length, second.length] as const,
    n: first.length + second.length,
    independent: first.length + second.length,
    means: [mean(first), mean(second)] as const,
    difference: mean(first) - mean(second),
    level,
    ...welch(first, second, level),
    ...orders,
    seed: orders.exact ? null : seed,
    assumptions: assumptionsOf(orders, seed),
  };
  return withTable(figures, compareGroupsTable(figures));
}

const assumptionsOf = ({ exact, divisions }: GroupOrders, seed: number): readonly string[] => [
  `p by permutation: ${exact ? `all ${divisions} divisions into groups of these sizes` : `(k + 1)/(${divisions} + 1) of ${divisions} drawn divisions (seed ${seed})`}.`,
  'Without a difference, every division was as likely as the one seen: the figures are exchangeable, and none shares rows with another.',
];

function welch(
  first: readonly number[],
  second: readonly number[],
  level: number,
): Pick<GroupComparison, 't' | 'degreesOfFreedom' | 'tPValue' | 'interval'> {
  const parts = [first, second].map((values) => ({
    error: sampleVariance(values) / values.length,
    df: values.length - 1,
  }));
  const square = parts.reduce((total, { error }) => total + error, 0);
  const degreesOfFreedom = ratio(
    square * square,
    parts.reduce((total, { error, df }) => total + (error * error) / df, 0),
  );
  const difference = mean(first) - mean(second);
  const t = ratio(difference, Math.sqrt(square));
  const reach = studentQuantile((1 + level) / 2, degreesOfFreedom) * Math.sqrt(square);
  return {
    t,
    degreesOfFreedom,
    tPValue: 2 * studentCdf(-Math.abs(t), degreesOfFreedom),
    interval: { low: difference - reach, high: difference + reach },
  };
}

/** The `values` of a series as a list; anything else stays what it is. */
const listOf = (values: readonly number[] | ReadonlyFloat64Array | Float64Array): readonly number[] =>
  'map' in Object(values) && !Array.isArray(values)
    ? Array.from(values as Float64Array)
    : (values as readonly number[]);

function assertFigures(where: string, what: string, values: unknown): void {
  assertFilledArray(where, what, values);
  values.forEach((value, index) => {
    assertNumber(`${where}, ${what}`, String(index), value);
  });
}
