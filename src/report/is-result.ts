import type { BacktestResult } from '../engine/index.js';
import type { ReturnSeries } from '../panel/index.js';

/** Whether a series is the result of a backtest, with its decisions, costs and warnings. */
export function isResult(series: ReturnSeries): series is BacktestResult {
  return ['decisions', 'turnover', 'costs', 'settings', 'warnings'].every((key) => key in series);
}
