import { assertNumber, assertOneOf, describeValue, InputError, isSparse } from '../../core/index.js';

/** How p-values of several tests are adjusted; named after their authors. */
export type PValueMethod = 'bonferroni' | 'sidak' | 'holm' | 'benjaminiHochberg' | 'benjaminiYekutieli';

/** The methods, in the order in which they are explained. */
export const pValueMethods = ['bonferroni', 'sidak', 'holm', 'benjaminiHochberg', 'benjaminiYekutieli'] as const;

/**
 * p-values of several tests, raised so that the number of tests is paid for: reject what stays under the level.
 *
 * 'bonferroni' min(1, N p) and 'holm' (stepwise, never worse) bound the probability of even one false finding whatever the tests have in common; 'sidak'
 * 1 − (1 − p)ᴺ does for independent tests. 'benjaminiHochberg' bounds the share of false findings among the findings, for independent tests, and
 * 'benjaminiYekutieli', larger by Σ 1/k, whatever they have in common.
 *
 * *Undefined (NaN):* a p-value that is NaN stays NaN and does not count as a test.
 *
 * @returns adjusted p-values from 0 to 1 in the order given, frozen.
 * @throws InputError `option.type`, `option.range` (a p-value outside 0 to 1, or an unknown method).
 * @see Holm, S. (1979), Scandinavian Journal of Statistics 6; Benjamini, Y. and Hochberg, Y. (1995), Journal of the Royal Statistical Society B 57;
 *   Benjamini, Y. and Yekutieli, D. (2001), Annals of Statistics 29(4); Harvey, C. R. and Liu, Y. (2015), "Backtesting", Journal of Portfolio Management 42(1).
 * @example
 * console.log(adjustPValues([0.01, 0.04, 0.03], 'holm').join(' ')); // 0.03 0.06 0.06
 */
export function adjustPValues(pValues: readonly number[], method: PValueMethod): readonly number[] {
  const where = 'adjustPValues';
  const given: unknown = pValues;
  if (!Array.isArray(given) || isSparse(given)) {
    throw new InputError('option.type', `${where}: found ${describeValue(given)} where an array of p-values belongs.`, {
      where,
      found: describeValue(given),
    });
  }
  assertOneOf(where, 'method', method, pValueMethods);
  pValues.forEach((p, index) => {
    if (!Number.isNaN(p))
      assertNumber(where, `pValues[${index}]`, p, { min: 0, max: 1, allowed: 'a p-value from 0 to 1' });
  });
  const places = pValues
    .flatMap((p, index) => (Number.isNaN(p) ? [] : [index]))
    .sort((a, b) => pValues[a]! - pValues[b]!);
  const raised = adjusters[method](places.map((place) => pValues[place]!));
  const adjusted = pValues.map(() => NaN);
  places.forEach((place, rank) => (adjusted[place] = Math.min(1, raised[rank]!)));
  return Object.freeze(adjusted);
}

/** The smallest p-value of so many tests, by a method that needs only their number: a million of them are not laid out. */
export const adjustByNumber = (p: number, tests: number, method: 'bonferroni' | 'sidak'): number =>
  Math.min(1, method === 'bonferroni' ? p * tests : -Math.expm1(tests * Math.log1p(-p)));

/** Adjusts ascending p-values. */
const adjusters: Readonly<Record<PValueMethod, (ascending: readonly number[]) => number[]>> = {
  bonferroni: (ascending) => ascending.map((p) => adjustByNumber(p, ascending.length, 'bonferroni')),
  // 1 − (1 − p)ᴺ without losing small p.
  sidak: (ascending) => ascending.map((p) => adjustByNumber(p, ascending.length, 'sidak')),
  holm: (ascending) => highestSoFar(ascending.map((p, rank) => p * (ascending.length - rank))),
  benjaminiHochberg: (ascending) => stepUp(ascending, 1),
  benjaminiYekutieli: (ascending) =>
    stepUp(
      ascending,
      ascending.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0),
    ),
};

const highestSoFar = (values: readonly number[]): number[] => {
  let highest = 0;
  return values.map((value) => (highest = Math.max(highest, value)));
};

/** factor × N/k × p, never above that of a larger p-value. */
const stepUp = (ascending: readonly number[], factor: number): number[] => {
  const raised = ascending.map((p, rank) => (factor * ascending.length * p) / (rank + 1));
  for (let rank = raised.length - 2; rank >= 0; rank--) raised[rank] = Math.min(raised[rank]!, raised[rank + 1]!);
  return raised;
};
