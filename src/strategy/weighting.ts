import { assertKnownOptions, assertOneOf } from '../core/index.js';
import { assertRankable, type CompositeRank, isCompositeRank } from './composite-rank.js';

/** How the names that are left are weighted, as plain data. */
export type Weighting<Field extends string = string> = EqualWeighting | FieldWeighting<Field> | RankWeighting<Field>;

/** Every name the same. */
export interface EqualWeighting {
  readonly kind: 'equal';
}

/** In proportion to a characteristic, or to a score. */
export interface FieldWeighting<Field extends string = string> {
  readonly kind: 'field';
  readonly field: Field | CompositeRank<Field>;
}

/** In proportion to the rank: n for the best of n names, 1 for the worst. */
export interface RankWeighting<Field extends string = string> {
  readonly kind: 'rank';
  readonly field: Field | CompositeRank<Field>;
  readonly best: 'largest' | 'smallest';
}

/** Which end of a field is good. */
export interface RankOptions {
  /** The end of the field that gets the largest weight. */
  readonly best: 'largest' | 'smallest';
}

/**
 * Weights what a screen has left: in proportion to a characteristic (`weighBy('marketCap')`), to a score (`weighBy(compositeRank([…]))`),
 * or equally (`weighBy('equal')`).
 *
 * @throws InputError `option.type`; from a composite rank also `option.range`, `option.unknown`, `screen.invalid`.
 * @example
 * console.log(weighBy('marketCap').kind, weighBy('equal').kind); // field equal
 */
export function weighBy(field: 'equal'): EqualWeighting;
export function weighBy<const Field extends string>(field: Field): { readonly kind: 'field'; readonly field: Field };
export function weighBy<const Field extends string>(rank: CompositeRank<Field>): FieldWeighting<Field>;
export function weighBy(field: string | CompositeRank): Weighting {
  assertRankable('weighBy', 'field', field);
  return Object.freeze(field === 'equal' ? { kind: 'equal' } : { kind: 'field', field });
}

/**
 * Weights what a screen has left by rank: of n names the best has n shares, the next n − 1, the worst 1.
 *
 * wᵢ = rankᵢ / (n(n + 1)/2); equal values share the mean of their ranks. Outliers do not matter, and a field may be zero or negative.
 * Of a composite rank the highest score is the best, and `best` is not asked.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`; from a composite rank also `screen.invalid`.
 * @example
 * const byValue = screenedPortfolio({ name: 'By value', screens: [atMost('sizeRank', 1)], weighting: weighByRank('valueRank', { best: 'largest' }), schedule: annually({ month: 6 }) });
 * const { target } = backtest(frenchSizeValueProfitability(), byValue).decisions[0];
 * console.log(Object.values(target).reduce((sum, weight) => sum + weight, 0).toFixed(6)); // 1.000000
 */
export function weighByRank<const Field extends string>(field: Field, options: RankOptions): RankWeighting<Field>;
export function weighByRank<const Field extends string>(rank: CompositeRank<Field>): RankWeighting<Field>;
export function weighByRank(field: string | CompositeRank, options?: RankOptions): RankWeighting {
  const where = 'weighByRank';
  assertRankable(where, 'field', field);
  const composite = isCompositeRank(field);
  const chosen: Partial<RankOptions> = options ?? {};
  assertKnownOptions(where, chosen, composite ? [] : ['best']);
  const best = composite ? 'largest' : chosen.best;
  assertOneOf(where, 'best', best, ['largest', 'smallest']);
  return Object.freeze({ kind: 'rank', field, best });
}

/** Refuses a weighting that the functions above could not have made; false if it is none at all. */
export function checkWeighting(where: string, weighting: { readonly kind?: unknown }): boolean {
  const { kind, field, best } = weighting as { kind?: unknown; field?: unknown; best?: unknown };
  if (kind === 'equal') return true;
  if (kind !== 'field' && kind !== 'rank') return false;
  assertRankable(where, 'weighting.field', field);
  if (kind === 'rank') assertOneOf(where, 'weighting.best', best, ['largest', 'smallest']);
  return true;
}
