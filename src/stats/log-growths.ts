import type { ReadonlyFloat64Array } from '../core/index.js';
import { shared } from './shared.js';

/** log(1 + r) of every return: −∞ for a total loss, NaN where there is none, or more than everything was lost. */
export function logGrowths(values: ReadonlyFloat64Array): Float64Array {
  return shared('log growths', [values], () => {
    const logs = new Float64Array(values.length);
    for (let row = 0; row < logs.length; row++) logs[row] = Math.log1p(values[row]!);
    return logs;
  });
}
