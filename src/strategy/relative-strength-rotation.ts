import { assertKnownOptions, assertName, assertNumber, assertObject } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { assertAssets } from './assert-assets.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy } from './strategy.js';
import type { WithoutCash } from './switch-weights.js';
import type { Weights } from './weights.js';

/** What a winner has to beat to be held: see {@link relativeStrengthRotation}. */
export interface AbsoluteStrength<Over extends string | 0, Otherwise extends string> {
  /** An asset whose return over the same rows must be exceeded, such as T-bills, or 0 for any gain. */
  readonly over: Over;
  /** What is held in place of a winner that does not; `'cash'` when absent. */
  readonly otherwise?: Otherwise;
}

/** Options of {@link relativeStrengthRotation}. */
export interface RelativeStrengthRotationOptions<
  Asset extends string,
  Over extends string | 0 = never,
  Otherwise extends string = 'cash',
> {
  readonly assets: readonly Asset[];
  /** How many to hold, each with 1/top. */
  readonly top: number;
  /** Rows over which strength is measured, those of `skip` among them. */
  readonly lookback: number;
  /** Latest rows that are left out; 0 when absent. 12 with skip 1 is the usual momentum. */
  readonly skip?: number;
  /** When to choose anew; monthly when absent. */
  readonly schedule?: Schedule;
  readonly absolute?: AbsoluteStrength<Over, Otherwise>;
}

/**
 * Holds the assets that rose most of late: the `top` by trailing total return, equally. With `absolute` a winner must also beat
 * something else (dual momentum).
 *
 * Strength is Π(1 + r) − 1 over `lookback` rows without the latest `skip`. Equal ones: the earlier in `assets`. An asset that is not
 * listed, or with a return missing among these rows, is not chosen. Each of the `top` places has weight 1/top. A winner whose
 * strength is not above that of `absolute.over` gives its place to `absolute.otherwise`, and so does one that nobody takes; without
 * `absolute` that one is cash. Where the strength of `over` is unknown nothing beats it.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`, `schedule.invalid`.
 * @see Jegadeesh, N. and Titman, S. (1993), "Returns to Buying Winners and Selling Losers", Journal of Finance 48(1); Antonacci, G.
 *   (2017), "Risk Premia Harvesting Through Dual Momentum", Journal of Management & Entrepreneurship 2(1), for `absolute`.
 * @example
 * const dual = relativeStrengthRotation({ assets: ['SPY', 'IWM'], top: 1, lookback: 12, absolute: { over: 'BIL', otherwise: 'AGG' } });
 * const { decisions } = backtest(usFunds(), dual);
 * console.log(decisions.filter(({ target }) => target.AGG === 1).length, decisions.length); // 37 218
 */
export function relativeStrengthRotation<
  const Asset extends string,
  const Over extends string | 0 = never,
  const Otherwise extends string = 'cash',
>(
  options: RelativeStrengthRotationOptions<Asset, Over, Otherwise>,
): Strategy<Asset | Exclude<Over, 0> | WithoutCash<Otherwise>> {
  type Held = Asset | Exclude<Over, 0> | WithoutCash<Otherwise>;
  const where = 'relativeStrengthRotation';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['assets', 'top', 'lookback', 'skip', 'schedule', 'absolute']);
  const { top, lookback, skip = 0, schedule = monthly(), absolute } = options;
  assertAssets(where, 'assets', options.assets);
  const assets: readonly Asset[] = Object.freeze([...options.assets]);
  assertNumber(where, 'top', top, { min: 1, max: assets.length, integer: true });
  assertNumber(where, 'lookback', lookback, { min: 1, integer: true });
  assertNumber(where, 'skip', skip, { min: 0, max: lookback - 1, integer: true });
  const dual = absolute === undefined ? undefined : readAbsolute(where, absolute);
  const over = dual === undefined || dual.over === 0 ? undefined : (dual.over as Held);
  const otherwise = dual === undefined || dual.otherwise === 'cash' ? undefined : (dual.otherwise as Held);
  const named = [...assets, over, otherwise].filter((asset) => asset !== undefined);
  const strengthOf = `${lookback} periods${skip === 0 ? '' : ` without the latest ${skip}`}`;
  const hurdle = dual === undefined ? '' : `, if above ${dual.over}, otherwise ${dual.otherwise}`;
  return defineStrategy<Held>({
    name: `Relative strength, top ${top} of ${assets.length} by ${strengthOf}${hurdle}`,
    assets: [...new Set(named)],
    lookback,
    schedule,
    params: { assets, top, lookback, skip, ...(dual === undefined ? {} : { absolute: dual }) },
    decide: (view) => {
      const strength = (asset: Held): number => view.totalReturn(asset, lookback, { skip });
      const winners = Array.from(view.listed)
        .filter((member) => member < assets.length)
        .map((member) => ({ member, asset: assets[member]!, strength: strength(assets[member]!) }))
        .filter((one) => !Number.isNaN(one.strength))
        .sort((a, b) => b.strength - a.strength || a.member - b.member)
        .slice(0, top);
      const bar = dual === undefined ? -Infinity : over === undefined ? 0 : strength(over);
      const held = winners.filter((one) => one.strength > bar);
      const places = new Map<Held, number>();
      for (let place = 0; place < top; place++) {
        const taken = held[place]?.asset ?? otherwise;
        if (taken !== undefined) places.set(taken, (places.get(taken) ?? 0) + 1);
      }
      return Object.fromEntries(Array.from(places, ([asset, count]) => [asset, count / top])) as Weights<Held>;
    },
  });
}

function readAbsolute<Over extends string | 0, Otherwise extends string>(
  where: string,
  absolute: AbsoluteStrength<Over, Otherwise>,
): { readonly over: Over; readonly otherwise: Otherwise | 'cash' } {
  const place = `${where}, absolute`;
  assertKnownOptions(place, absolute, ['over', 'otherwise']);
  const { over, otherwise = 'cash' } = absolute;
  if (over !== 0) assertName(place, 'over', over);
  assertName(place, 'otherwise', otherwise);
  return Object.freeze({ over, otherwise });
}
