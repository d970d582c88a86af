import { assertKnownOptions, assertObject } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { whenListed } from './always.js';
import { assertAssets } from './assert-assets.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy, UniverseStrategy } from './strategy.js';
import type { Allocation } from './weights.js';
import type { View } from './view.js';

/** Options of {@link equalWeight}. */
export interface EqualWeightOptions<Assets extends readonly string[] | 'all'> {
  /** Names, or `'all'` for every asset of the panel. */
  readonly assets: Assets;
  /** When to trade back to equal weights; monthly when absent. */
  readonly schedule?: Schedule;
}

/**
 * The same weight for every asset that is listed on the day: 1/n. The portfolio that optimised ones have to beat.
 *
 * n counts what can be held at the decision, so it changes as assets begin and end. Nothing listed: all cash.
 *
 * @throws InputError `option.type`, `option.range` for a name twice, `option.unknown`, `schedule.invalid`.
 * @see DeMiguel, V., Garlappi, L. and Uppal, R. (2009), "Optimal Versus Naive Diversification", Review of Financial Studies 22(5).
 * @example
 * const thirds = equalWeight({ assets: ['SPY', 'IWM', 'AGG'], schedule: quarterly() });
 * console.log(thirds.name, backtest(usFunds(), thirds).decisions[0].target.AGG); // Equal weights of 3 assets 0.3333333333333333
 */
export function equalWeight(options: EqualWeightOptions<'all'>): UniverseStrategy;
export function equalWeight<const Asset extends string>(options: EqualWeightOptions<readonly Asset[]>): Strategy<Asset>;
export function equalWeight(options: EqualWeightOptions<readonly string[] | 'all'>): object {
  const where = 'equalWeight';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['assets', 'schedule']);
  const { assets, schedule = monthly() } = options;
  const decide = ({ listed }: View): Allocation => ({
    members: listed,
    weights: Array.from(listed, () => 1 / listed.length),
  });
  if (assets === 'all') {
    return defineStrategy({ name: 'Equal weights', assets, schedule, params: { assets }, decide });
  }
  assertAssets(where, 'assets', assets);
  const names = Object.freeze([...assets]);
  const name = `Equal weights of ${names.length} asset${names.length === 1 ? '' : 's'}`;
  const target = Object.freeze(Object.fromEntries(names.map((asset) => [asset, 1 / names.length])));
  return defineStrategy<string>({
    name,
    assets: names,
    schedule,
    params: { assets: names },
    decide: whenListed(decide, target),
  });
}
