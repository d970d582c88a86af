import { assertKnownOptions, assertNumber, assertObject, InputError } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
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
  const { weights, schedule = monthly() } = options;
  assertObject('fixedMix', '"weights"', weights);
  const assets = Object.keys(weights) as Asset[];
  let sum = 0;
  for (const asset of assets) {
    assertNumber('fixedMix', `weights.${asset}`, weights[asset], {
      min: 0,
      max: 1,
      allowed: 'a fraction of wealth from 0 to 1',
    });
    sum += weights[asset];
  }
  if (sum > 1 + 1e-9) {
    throw new InputError(
      'option.range',
      `fixedMix: the weights sum to ${sum}; they must sum to 1 or less, the rest is cash.`,
      { sum },
    );
  }
  const held = Object.freeze({ ...weights });
  const title = assets.map((asset) => `${Number((weights[asset] * 100).toFixed(2))} % ${asset}`).join(', ');
  return defineStrategy<Asset>({
    name: options.name ?? `Fixed mix ${title}`,
    assets,
    schedule,
    params: { weights: held },
    decide: () => held,
  });
}
