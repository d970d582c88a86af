import { assertName, assertNumber } from '../core/index.js';

/**
 * One step of a screen, as plain data: it keeps or drops names by a characteristic and never changes a value. Steps run one
 * after the other, each on the quantiles (R type 7) of what the steps before have left.
 */
export type Screen<Field extends string = string> =
  | {
      readonly kind: 'bottomFraction' | 'topFraction' | 'dropBottomFraction';
      readonly field: Field;
      readonly fraction: number;
    }
  | { readonly kind: 'atLeast' | 'atMost'; readonly field: Field; readonly value: number };

const fractional =
  (kind: 'bottomFraction' | 'topFraction' | 'dropBottomFraction') =>
  <const Field extends string>(field: Field, fraction: number): Screen<Field> => {
    assertName(kind, 'field', field);
    assertNumber(kind, 'fraction', fraction, { min: 0, max: 1, allowed: 'a fraction from 0 to 1, such as 0.5' });
    return Object.freeze({ kind, field, fraction });
  };

/**
 * Keeps the names whose characteristic is at or below its `fraction` quantile: `bottomFraction('marketCap', 0.5)` is the smaller half.
 *
 * @throws InputError `option.range`, `option.type`.
 * @example
 * console.log(bottomFraction('marketCap', 0.5).kind); // bottomFraction
 */
export const bottomFraction = fractional('bottomFraction');

/**
 * Keeps the names whose characteristic is at or above its 1 − `fraction` quantile: `topFraction('bookToMarket', 0.3)` is the cheapest 30 %.
 *
 * @throws InputError `option.range`, `option.type`.
 * @example
 * console.log(topFraction('bookToMarket', 0.3).fraction); // 0.3
 */
export const topFraction = fractional('topFraction');

/**
 * Drops the names whose characteristic is at or below its `fraction` quantile: `dropBottomFraction('profitability', 0.25)`.
 *
 * @throws InputError `option.range`, `option.type`.
 * @example
 * console.log(dropBottomFraction('profitability', 0.25).field); // profitability
 */
export const dropBottomFraction = fractional('dropBottomFraction');

const absolute =
  (kind: 'atLeast' | 'atMost') =>
  <const Field extends string>(field: Field, value: number): Screen<Field> => {
    assertName(kind, 'field', field);
    assertNumber(kind, 'value', value);
    return Object.freeze({ kind, field, value });
  };

/**
 * Keeps the names whose characteristic is `value` or more: `atLeast('firms', 5)`.
 *
 * @throws InputError `option.type`.
 * @example
 * console.log(atLeast('firms', 5).value); // 5
 */
export const atLeast = absolute('atLeast');

/**
 * Keeps the names whose characteristic is `value` or less: `atMost('marketCap', 2000)`.
 *
 * @throws InputError `option.type`.
 * @example
 * console.log(atMost('marketCap', 2000).value); // 2000
 */
export const atMost = absolute('atMost');

/** How the names that are left are weighted, as plain data. */
export type Weighting<Field extends string = string> =
  { readonly kind: 'equal' } | { readonly kind: 'field'; readonly field: Field };

/**
 * Weights what a screen has left: in proportion to a characteristic (`weighBy('marketCap')`), or equally (`weighBy('equal')`).
 *
 * @throws InputError `option.type`.
 * @example
 * console.log(weighBy('marketCap').kind, weighBy('equal').kind); // field equal
 */
export function weighBy(field: 'equal'): { readonly kind: 'equal' };
export function weighBy<const Field extends string>(field: Field): { readonly kind: 'field'; readonly field: Field };
export function weighBy(field: string): Weighting {
  assertName('weighBy', 'field', field);
  return Object.freeze(field === 'equal' ? { kind: 'equal' } : { kind: 'field', field });
}
