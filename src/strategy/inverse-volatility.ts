import { assertKnownOptions, assertNumber, assertObject, sum } from '../core/index.js';
import { deviationOf } from '../stats/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { assertAssets } from './assert-assets.js';
import { defineStrategy } from './define-strategy.js';
import { assertMoves, withHistory } from './recent-returns.js';
import type { Strategy } from './strategy.js';

/** Options of {@link inverseVolatility}. */
export interface InverseVolatilityOptions<Asset extends string> {
  readonly assets: readonly Asset[];
  /** How many returns the volatility is measured over, 2 or more. */
  readonly lookback: number;
  /** When to measure and trade; monthly when absent. */
  readonly schedule?: Schedule;
}

/**
 * Weights assets by how little they vary: in proportion to 1 / volatility, so that each alone would bring the same risk.
 *
 * wᵢ = (1/sᵢ) / Σ(1/sⱼ), s the sample standard deviation (n − 1) of the last `lookback` returns. How assets move together is ignored;
 * `riskBudget` does not. An asset that is not listed or lacks one of these returns is left out; nothing left is all cash.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`, `schedule.invalid`; in a backtest `weights.invalid` for an asset
 *   whose returns do not vary, naming the day.
 * @see Maillard, S., Roncalli, T. and Teïletche, J. (2010), "The Properties of Equally Weighted Risk Contribution Portfolios", Journal
 *   of Portfolio Management 36(4): with equal correlations it is their portfolio.
 * @example
 * const parity = inverseVolatility({ assets: ['SPY', 'AGG'], lookback: 36 });
 * console.log(backtest(usFunds(), parity).decisions[0].target.AGG?.toFixed(4)); // 0.6977
 */
export function inverseVolatility<const Asset extends string>(
  options: InverseVolatilityOptions<Asset>,
): Strategy<Asset> {
  const where = 'inverseVolatility';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['assets', 'lookback', 'schedule']);
  const { lookback, schedule = monthly() } = options;
  assertAssets(where, 'assets', options.assets);
  assertNumber(where, 'lookback', lookback, { min: 2, integer: true });
  const assets: readonly Asset[] = Object.freeze([...options.assets]);
  return defineStrategy<Asset>({
    name: `Inverse volatility of ${assets.length} assets over ${lookback} periods`,
    assets,
    lookback,
    schedule,
    params: { assets, lookback },
    decide: (view) => {
      const { members, returns } = withHistory(view, lookback);
      const spreads = returns.map((values) => deviationOf(values));
      assertMoves(where, view, members, spreads);
      const parts = spreads.map((deviation) => 1 / deviation);
      const total = sum(parts);
      return { members, weights: parts.map((part) => part / total) };
    },
  });
}
