import { describeValue, InputError } from '../core/index.js';
import type { BacktestResult } from './result.js';

/** Refuses what is not the result of a backtest. */
export function assertResult(where: string, value: unknown): asserts value is BacktestResult {
  if (typeof value === 'object' && value !== null && 'decisions' in value && 'weights' in value) {
    if (typeof value.weights === 'function') return;
  }
  throw new InputError(
    'series.invalid',
    `${where}: found ${describeValue(value)}; give the result of backtest(panel, strategy).`,
    { where, found: describeValue(value) },
  );
}
