import { assertKnownOptions, assertObject, inPercent } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { always } from './always.js';
import { assertWeights } from './assert-weights.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy } from './strategy.js';

/** Options of {@link fixedMix}. */
export interface FixedMixOptions<Asset extends string> {
  /** Target weights; they sum to 1 or less, the rest is cash. */
  readonly weights: Readonly<Record<Asset, number>>;
  /** When to trade back to the target; monthly when absent. Between two decisions the weights drift. */
  readonly schedule?: Schedule;
  readonly name?: string;
}

/**
 * The same weights at every decision: the plain benchmark of any timing strategy.
 *
 * @throws InputError `option.range` for a weight outside 0 to 1 or a sum over 1, `option.type`, `option.unknown`,
 *   `schedule.invalid`, `strategy.invalid` for no weights at all.
 * @example
 * const mix = fixedMix({ weights: { SPY: 0.6, AGG: 0.4 }, schedule: quarterly() });
 * console.log(mix.name); // Fixed mix 60 % SPY, 40 % AGG
 */
export function fixedMix<const Asset extends string>(options: FixedMixOptions<Asset>): Strategy<Asset> {
  assertObject('fixedMix', 'the options', options);
  assertKnownOptions('fixedMix', options, ['weights', 'schedule', 'name']);
  const { weights, schedule = monthly(), name } = options;
  assertWeights('fixedMix', 'weights', weights);
  return heldWeights(name ?? `Fixed mix ${mixInWords(weights)}`, weights, schedule);
}

/** A strategy that answers the same weights whenever it is asked; later changes of the record do not reach it. */
export function heldWeights<Asset extends string>(
  name: string,
  weights: Readonly<Record<Asset, number>>,
  schedule: Schedule,
): Strategy<Asset> {
  const decide = always(weights);
  const held = decide();
  return defineStrategy<Asset>({
    name,
    assets: Object.keys(held) as Asset[],
    schedule,
    params: { weights: held },
    decide,
  });
}

/** Weights in words: "60 % SPY, 40 % AGG". */
export const mixInWords = (weights: Readonly<Record<string, number>>): string =>
  Object.entries(weights)
    .map(([asset, weight]) => `${inPercent(weight, 2)} ${asset}`)
    .join(', ');
