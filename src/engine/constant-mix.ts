import { assertKnownOptions, InputError, sum } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { defineStrategy, type Strategy, type Weights } from '../strategy/index.js';
import { assertResult } from './assert-result.js';
import type { BacktestResult } from './result.js';

/**
 * The average weight of each asset over a result, at the start of each row: how much of it the strategy held. What is left to 1
 * was cash; short positions are below 0, and where the sum is above 1 the rest was borrowed.
 *
 * @throws InputError `series.invalid`.
 * @example
 * const tilted = backtest(usFunds(), smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
 * console.log(averageWeights(tilted).IWM.toFixed(3)); // 0.299
 */
export function averageWeights<Asset extends string>(result: BacktestResult<Asset>): Readonly<Record<Asset, number>> {
  assertResult('averageWeights', result);
  const entries = result.assets.map((asset) => {
    const weights = result.weights(asset);
    return [asset, sum(weights) / weights.length] as const;
  });
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<Asset, number>>;
}

/**
 * A constant mix of the same average exposure as a result: the benchmark that shows what a rotation's timing was worth beyond
 * simply holding that much of each asset all the time.
 *
 * The exposure is known only after the fact, so the strategy is marked as using hindsight. Run it with the options of the result: a mix that is
 * levered or short needs `rules.leverage` as the result did.
 *
 * @param result the rotation to be judged.
 * @param options.schedule when the mix is traded back; monthly when absent.
 * @throws InputError `series.invalid`, `option.unknown`; `strategy.invalid` for a result that was all cash throughout.
 * @example
 * const tilted = backtest(usFunds(), smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
 * console.log(constantMixOf(tilted).usesHindsight); // true
 */
export function constantMixOf<Asset extends string>(
  result: BacktestResult<Asset>,
  options: { readonly schedule?: Schedule } = {},
): Strategy<Asset> {
  assertResult('constantMixOf', result);
  assertKnownOptions('constantMixOf', options, ['schedule']);
  const { schedule = monthly() } = options;
  const average = averageWeights(result);
  const held = Object.fromEntries(
    Object.entries<number>(average).filter(([, weight]) => weight !== 0),
  ) as Weights<Asset>;
  const assets = Object.keys(held) as Asset[];
  if (assets.length === 0) {
    throw new InputError(
      'strategy.invalid',
      `constantMixOf: "${result.name}" was all cash in every row; there is no exposure to hold.`,
      { of: result.name },
    );
  }
  return defineStrategy<Asset>({
    name: `Constant mix ${assets.map((asset) => `${(average[asset] * 100).toFixed(1)} % ${asset}`).join(', ')}`,
    assets,
    schedule,
    params: { of: result.name, weights: held },
    usesHindsight: true,
    decide: () => held,
  });
}
