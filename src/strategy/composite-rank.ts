import {
  assertFilledArray,
  assertKnownOptions,
  assertName,
  assertNumber,
  assertOneOf,
  InputError,
  describeValue,
} from '../core/index.js';

/** One characteristic of a {@link CompositeRank}. */
export interface RankPart<Field extends string = string> {
  readonly field: Field;
  /** Which end of the field is good: the best name has the highest rank. */
  readonly best: 'largest' | 'smallest';
  /** Its share in the score, as a positive number; 1 when absent. Only the proportions matter. */
  readonly weight?: number | undefined;
}

/** A score of several characteristics, as plain data: see {@link compositeRank}. */
export interface CompositeRank<Field extends string = string> {
  readonly kind: 'compositeRank';
  readonly parts: readonly RankPart<Field>[];
}

/**
 * Joins several characteristics to one score by their ranks, so that their units and outliers do not matter: cheap *and* profitable.
 *
 * score = Σ wᵢ·pᵢ / Σ wᵢ with the percentile rank pᵢ = (rankᵢ − 0.5) / n, strictly between 0 and 1: the worst of n names has rank 1,
 * the best n, and equal values share the mean of their ranks. Ranked are the names that are left where the score is used: in a
 * screen those that the screens before it have left, in a weighting those that are held. A name of which a field is unknown is
 * not eligible at all; the only one there is scores 0.5. Names of equal score are equal to the last bit when the weights are whole.
 *
 * It stands wherever a screen or a weighting takes a field: `topFraction(compositeRank([…]), 0.2)`, `weighBy(compositeRank([…]))`.
 *
 * Idea: Novy-Marx (2013), "The other side of value", Journal of Financial Economics 108, where large stocks are bought by the sum
 * of their ranks in value and profitability.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`; `screen.invalid` for a field that is named twice.
 * @example
 * const cheapAndProfitable = compositeRank([{ field: 'bookToMarket', best: 'largest' }, { field: 'profitability', best: 'largest', weight: 2 }]);
 * console.log(cheapAndProfitable.parts.map(({ field, weight }) => `${weight} ${field}`).join(' + ')); // 1 bookToMarket + 2 profitability
 */
export function compositeRank<const Field extends string>(parts: readonly RankPart<Field>[]): CompositeRank<Field> {
  const where = 'compositeRank';
  assertFilledArray(where, 'the list of fields', parts);
  const seen = new Set<string>();
  const checked = parts.map((part) => {
    assertKnownOptions(where, part, ['field', 'best', 'weight']);
    const { field, best, weight = 1 } = part;
    assertName(where, 'field', field);
    const place = `${where}, field "${field}"`;
    assertOneOf(place, 'best', best, ['largest', 'smallest']);
    assertNumber(place, 'weight', weight, { allowed: 'a number above 0' });
    if (weight <= 0) throw outOfRange(place, weight);
    if (seen.has(field)) {
      throw new InputError(
        'screen.invalid',
        `${where}: found the field "${field}" twice. Name each field once, and give it a larger "weight" if it should count for more.`,
        { field },
      );
    }
    seen.add(field);
    return Object.freeze({ field, best, weight });
  });
  return Object.freeze({ kind: 'compositeRank', parts: Object.freeze(checked) });
}

/** Whether it is meant as a composite rank; whether it is a good one, {@link assertRankable} says. */
export const isCompositeRank = (value: unknown): value is CompositeRank =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'compositeRank';

/** Refuses what is neither the name of a field nor a composite rank; the latter is plain data and may be written by hand. */
export function assertRankable(where: string, what: string, value: unknown): void {
  if (isCompositeRank(value)) compositeRank(value.parts);
  else assertName(where, what, value);
}

/** The fields that a field or a composite rank reads. */
export function fieldsOf<Field extends string>(rank: Field | CompositeRank<Field>): readonly Field[] {
  return typeof rank === 'string' ? [rank] : rank.parts.map(({ field }) => field);
}

function outOfRange(place: string, weight: number): InputError {
  return new InputError(
    'option.range',
    `${place}: "weight" is ${describeValue(weight)}; it must be a number above 0. Leave the field out if it should not count.`,
    { option: 'weight', found: weight },
  );
}
