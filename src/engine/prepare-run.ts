import type { PanelStore } from '../panel/index.js';
import { assertStrategy, type Strategy } from '../strategy/index.js';
import { cashAccount } from './cash-account.js';
import { planFlows } from './flow-plan.js';
import { makeLives } from './lives.js';
import { assertBacktestOptions, type BacktestOptions } from './options.js';
import { makePlan } from './plan.js';
import { readCosts } from './read-costs.js';
import { readFees } from './read-fees.js';
import { readRules } from './rule-set.js';
import type { RunInput } from './run.js';

/** Checks what a run is given and puts it into numbers. */
export function prepareRun(store: PanelStore, strategy: unknown, options: BacktestOptions): RunInput {
  assertStrategy(strategy, 'backtest');
  assertBacktestOptions(options);
  return prepareChecked(store, strategy, options);
}

/** The same of what has been checked already. Nothing but `strategy` depends on what it decides, names itself or prints. */
export function prepareChecked(store: PanelStore, strategy: Strategy, options: BacktestOptions): RunInput {
  const missing = options.rules?.missing ?? 'error';
  const plan = makePlan(store, strategy, options.window ?? {}, missing);
  const rules = readRules(options.rules, plan.assets, store.assets);
  return {
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
}
