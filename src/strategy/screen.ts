import { assertName, assertNumber, describeValue, InputError } from '../core/index.js';

/**
 * One step of a screen, as plain data: it keeps or drops names by a characteristic and never changes a value. Steps run one
 * after the other, each on the quantiles (R type 7) of what the steps before have left.
 */
export type Screen<Field extends string = string> = QuantileScreen<Field> | BoundScreen<Field>;

/** A step that cuts at a quantile of what is left. */
export interface QuantileScreen<Field extends string = string> {
  readonly kind: 'bottomFraction' | 'topFraction' | 'dropBottomFraction';
  readonly field: Field;
  readonly fraction: number;
}

/** A step that cuts at a fixed value. */
export interface BoundScreen<Field extends string = string> {
  readonly kind: 'atLeast' | 'atMost';
  readonly field: Field;
  readonly value: number;
}

const fractional =
  (kind: QuantileScreen['kind']) =>
  <const Field extends string>(field: Field, fraction: number): QuantileScreen<Field> => {
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
  (kind: BoundScreen['kind']) =>
  <const Field extends string>(field: Field, value: number): BoundScreen<Field> => {
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

const CHECKED: Readonly<Record<string, ((screen: Record<string, unknown>) => unknown) | undefined>> = {
  bottomFraction: ({ field, fraction }) => bottomFraction(field as string, fraction as number),
  topFraction: ({ field, fraction }) => topFraction(field as string, fraction as number),
  dropBottomFraction: ({ field, fraction }) => dropBottomFraction(field as string, fraction as number),
  atLeast: ({ field, value }) => atLeast(field as string, value as number),
  atMost: ({ field, value }) => atMost(field as string, value as number),
};

/** Refuses screens and a weighting that the functions above could not have made: both are plain data, so they may be written by hand. */
export function assertScreens(where: string, screens: unknown, weighting: unknown): void {
  const refuse = (found: unknown): InputError => {
    const kind = kindOf(found);
    return new InputError(
      'screen.invalid',
      `${where}: found ${kind === undefined ? describeValue(found) : `the kind ${describeValue(kind)}`}; "screens" is an array of topFraction(…), bottomFraction(…), ` +
        'dropBottomFraction(…), atLeast(…) or atMost(…), "weighting" is weighBy(field).',
      { where, found: describeValue(kind ?? found) },
    );
  };
  if (!Array.isArray(screens)) throw refuse(screens);
  for (const screen of screens as unknown[]) {
    const kind = kindOf(screen);
    const check = typeof kind === 'string' && Object.hasOwn(CHECKED, kind) ? CHECKED[kind] : undefined;
    if (check === undefined) throw refuse(screen);
    check(screen as Record<string, unknown>);
  }
  const kind = kindOf(weighting);
  if (kind === 'field') assertName(where, 'weighting.field', (weighting as { field?: unknown }).field);
  else if (kind !== 'equal') throw refuse(weighting);
}

const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
