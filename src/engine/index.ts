export { backtest } from './backtest.js';
export { averageWeights, constantMixOf } from './constant-mix.js';
export type { BacktestOptions, Costs } from './options.js';
export type { BacktestResult, BacktestResultJson, CostLedger, Decision, NextTarget, Settings } from './result.js';
