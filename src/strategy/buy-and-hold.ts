import { assertKnownOptions, assertObject } from '../core/index.js';
import { once } from '../time/index.js';
import { assertWeights } from './assert-weights.js';
import { heldWeights, mixInWords } from './fixed-mix.js';
import type { Strategy } from './strategy.js';

/** Options of {@link buyAndHold}. */
export interface BuyAndHoldOptions<Asset extends string> {
  /** Weights of the one purchase, as fractions of wealth; they sum to 1 or less, the rest is cash. */
  readonly weights: Readonly<Record<Asset, number>>;
  readonly name?: string;
}

/**
 * Buys once and never trades again: the weights drift with the returns, so what rises takes up more and more.
 *
 * With starting weights w its wealth is Σ wᵢ × wealth of asset i (and cash). Against `fixedMix` of the same weights it shows what
 * rebalancing did, for better or worse.
 *
 * @throws InputError `option.range` for a weight outside 0 to 1 or a sum over 1, `option.type`, `option.unknown`,
 *   `strategy.invalid` for no weights at all.
 * @see Perold, A. F. and Sharpe, W. F. (1988), "Dynamic Strategies for Asset Allocation", Financial Analysts Journal 44(1), on
 *   buy and hold beside constant mixes.
 * @example
 * const held = buyAndHold({ weights: { SPY: 0.6, AGG: 0.4 } });
 * console.log(held.name, backtest(usFunds(), held).decisions.length); // Buy and hold 60 % SPY, 40 % AGG 1
 */
export function buyAndHold<const Asset extends string>(options: BuyAndHoldOptions<Asset>): Strategy<Asset> {
  assertObject('buyAndHold', 'the options', options);
  assertKnownOptions('buyAndHold', options, ['weights', 'name']);
  const { weights, name } = options;
  assertWeights('buyAndHold', 'weights', weights);
  return heldWeights(name ?? `Buy and hold ${mixInWords(weights)}`, weights, once());
}
