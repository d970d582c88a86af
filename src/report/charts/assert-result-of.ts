import { describeValue, InputError } from '../../core/index.js';
import type { BacktestResult } from '../../engine/index.js';
import { isResult } from '../is-result.js';

/** Refuses what is not the result of a backtest. */
export function assertResultOf(where: string, value: unknown): asserts value is BacktestResult {
  if (typeof value === 'object' && value !== null && isResult(value as BacktestResult)) return;
  throw new InputError(
    'series.invalid',
    `${where}: found ${describeValue(value)}; give the result of backtest(panel, strategy).`,
    { where, found: describeValue(value) },
  );
}
