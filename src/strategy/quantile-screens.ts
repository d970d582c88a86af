import { assertKnownOptions, assertName, assertNumber } from '../core/index.js';
import { assertRankable, type CompositeRank } from './composite-rank.js';
import type { BreakpointOptions, QuantileOptions, QuantileScreen } from './screen.js';

const SHARE = 'a fraction from 0 to 1, such as 0.5';

function quantileScreen<Field extends string, Flag extends string>(
  kind: QuantileScreen['kind'],
  field: Field | CompositeRank<Field>,
  fraction: number,
  options: QuantileOptions<Flag>,
): QuantileScreen<Field | Flag> {
  assertRankable(kind, 'field', field);
  assertNumber(kind, 'fraction', fraction, { min: 0, max: 1, allowed: SHARE });
  assertKnownOptions(kind, options, kind === 'dropBottomFraction' ? ['breakpoints'] : ['breakpoints', 'keep']);
  const { breakpoints, keep } = options;
  if (breakpoints !== undefined) assertName(kind, 'breakpoints', breakpoints);
  if (keep !== undefined) {
    assertNumber(kind, 'keep', keep, {
      min: fraction,
      max: 1,
      allowed: `a fraction from the ${fraction} by which names enter to 1`,
    });
  }
  return Object.freeze({
    kind,
    field,
    fraction,
    ...(breakpoints === undefined ? {} : { breakpoints }),
    ...(keep === undefined ? {} : { keep }),
  });
}

/**
 * Keeps the names whose characteristic is at or below its `fraction` quantile: `bottomFraction('marketCap', 0.5)` is the smaller half.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`.
 * @example
 * console.log(bottomFraction('marketCap', 0.5).kind); // bottomFraction
 */
export function bottomFraction<const Field extends string, const Flag extends string = never>(
  field: Field | CompositeRank<Field>,
  fraction: number,
  options: QuantileOptions<Flag> = {},
): QuantileScreen<Field | Flag> {
  return quantileScreen('bottomFraction', field, fraction, options);
}

/**
 * Keeps the names whose characteristic is at or above its 1 − `fraction` quantile: `topFraction('bookToMarket', 0.3)` is the cheapest 30 %.
 *
 * With `{ keep: 0.4 }` a name that is held stays while it is at or above the 1 − `keep` quantile: fewer trades for nearly the same names.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`.
 * @example
 * console.log(topFraction('bookToMarket', 0.3).fraction); // 0.3
 * console.log(topFraction('bookToMarket', 0.2, { keep: 0.4, breakpoints: 'nyse' }).keep); // 0.4
 */
export function topFraction<const Field extends string, const Flag extends string = never>(
  field: Field | CompositeRank<Field>,
  fraction: number,
  options: QuantileOptions<Flag> = {},
): QuantileScreen<Field | Flag> {
  return quantileScreen('topFraction', field, fraction, options);
}

/**
 * Drops the names whose characteristic is at or below its `fraction` quantile: `dropBottomFraction('profitability', 0.25)`.
 *
 * It has no `keep`: with one, write it as `topFraction('profitability', 0.75, { keep: 0.85 })`.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`.
 * @example
 * console.log(dropBottomFraction('profitability', 0.25).field); // profitability
 */
export function dropBottomFraction<const Field extends string, const Flag extends string = never>(
  field: Field | CompositeRank<Field>,
  fraction: number,
  options: BreakpointOptions<Flag> = {},
): QuantileScreen<Field | Flag> {
  return quantileScreen('dropBottomFraction', field, fraction, options);
}
