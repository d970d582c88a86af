export { backtest } from './backtest.js';
export { averageWeights, constantMixOf } from './constant-mix.js';
export type { Costs, DatedCost, FeeOnTop, Impact, TradingCost } from './costs-options.js';
export type { Flow, Flows } from './flows-options.js';
export type { BacktestOptions } from './options.js';
export type {
  BacktestResult,
  BacktestResultJson,
  BoundRule,
  CostLedger,
  Decision,
  FlowRecord,
  Ledger,
  NextTarget,
  Settings,
  Trade,
} from './result.js';
export type { Delisting, Group, Leverage, MissingPolicy, Rules } from './rules-options.js';
