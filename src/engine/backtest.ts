import { InputError } from '../core/index.js';
import { type Panel, storeOf } from '../panel/index.js';
import { assertStrategy, type Strategy, type StrategyFor } from '../strategy/index.js';
import { assembleResult } from './assemble-result.js';
import { cashAccount } from './cash-account.js';
import { planFlows } from './flow-plan.js';
import { makeLives } from './lives.js';
import { assertBacktestOptions, type BacktestOptions } from './options.js';
import { makePlan } from './plan.js';
import { readCosts } from './read-costs.js';
import { readFees } from './read-fees.js';
import type { BacktestResult } from './result.js';
import { readRules } from './rule-set.js';
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
  const store = storeOf(panel, 'backtest');
  assertStrategy(strategy, 'backtest');
  assertBacktestOptions(options);
  const missing = options.rules?.missing ?? 'error';
  const plan = makePlan(store, strategy, options.window ?? {}, missing);
  const rules = readRules(options.rules, plan.assets, store.assets);
  const input = {
    store,
    strategy,
    plan,
    rules,
    lag: options.executionLag ?? 0,
    costs: readCosts(options.costs, store, plan, options.flows !== undefined),
    fees: readFees(options.costs, store, plan),
    account: cashAccount(store, options.cash),
    flows: planFlows(options.flows, store, plan),
    lives: makeLives(store, plan.positions, missing, rules.delisting),
  };
  const raw = run(input);
  if (raw.last === raw.start) {
    throw new InputError(
      'option.range',
      `backtest: nothing is left after the first day, ${store.calendar.date(raw.start)}: ${raw.end === 'depleted' ? 'a withdrawal takes' : 'the first purchase costs'} all that there is. Raise "flows.initial".`,
    );
  }
  return assembleResult(input, raw, options);
}
