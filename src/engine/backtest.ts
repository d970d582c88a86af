import { type Panel, storeOf } from '../panel/index.js';
import type { Strategy, StrategyFor } from '../strategy/index.js';
import { finishRun } from './finish-run.js';
import type { BacktestOptions } from './options.js';
import { prepareRun } from './prepare-run.js';
import type { BacktestResult } from './result.js';
import { run } from './run.js';

/**
 * Runs a strategy over history: asks it once per decision date what to hold, and lets the weights drift in between.
 *
 * A decision on row *t* sees returns up to and including *t* and facts known by then; its weights earn from row
 * *t* + 1 + `executionLag` on. A trade at a close lowers the wealth at that close by Σ κ |target − drifted|. The first decision
 * falls on the first row, from the window's base on, where the lookback and the declared fields are there, and the result begins
 * with the row after it. On the last row the strategy decides for `nextTarget`; nothing trades.
 *
 * @param panel returns and facts on one calendar.
 * @param strategy one of the built-in strategies, or your own by `defineStrategy`.
 * @returns net and gross returns, decisions, turnover, costs, assumptions and warnings; a `ReturnSeries` of its net returns.
 * @throws InputError for bad options (`option.*`, `asset.unknown`), a strategy that does not fit the panel (`asset.unknown`,
 *   `field.unknown`, `indicator.unknown`, `strategy.lookback`, `panel.empty-window`), an answer that cannot be traded
 *   (`strategy.no-weights`, `weights.*`, `asset.unlisted`), a held asset without a return (`returns.hole`), cash without one
 *   (`cash.missing`).
 * @example
 * const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule: annually({ month: 12 }) });
 * const result = backtest(usFunds(), tilt, { costs: { tradingBps: 5 }, cash: 'BIL' });
 * console.log(result.calendar.date(0), result.decisions.length); // 2000-06-30 27
 */
export function backtest<
  Asset extends string,
  Field extends string,
  Indicator extends string,
  Held extends NoInfer<Asset> = Asset,
>(
  panel: Panel<Asset, Field, Indicator>,
  strategy: Strategy<Held, NoInfer<Field>, NoInfer<Indicator>>,
  options?: BacktestOptions<NoInfer<Asset>>,
): BacktestResult<Held>;
export function backtest<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  strategy: StrategyFor<NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>>,
  options?: BacktestOptions<NoInfer<Asset>>,
): BacktestResult<Asset>;
export function backtest(panel: unknown, strategy: unknown, options: BacktestOptions = {}): BacktestResult {
  const input = prepareRun(storeOf(panel, 'backtest'), strategy, options);
  return finishRun(input, run(input), options);
}
