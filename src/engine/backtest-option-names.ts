import type { BacktestOptions } from './options.js';

const NAMES: Readonly<Record<keyof BacktestOptions, true>> = {
  costs: true,
  cash: true,
  executionLag: true,
  window: true,
  flows: true,
  rules: true,
};

/** What `backtest` can be told, for functions that take its options along with their own. */
export const backtestOptionNames = Object.freeze(Object.keys(NAMES)) as readonly (keyof BacktestOptions)[];
