import { sum } from '../core/index.js';

/** The growth of 1 over some returns, the starting 1 first. A missing return makes what follows NaN. */
function growthOf(returns: ArrayLike<number>): Float64Array {
  const path = new Float64Array(returns.length + 1).fill(1);
  for (let row = 0; row < returns.length; row++) path[row + 1] = path[row]! * (1 + returns[row]!);
  return path;
}

/** Whether the last close is above the mean of all the closes that lie before, between and after some returns. NaN: it is not. */
export function isAboveAverage(returns: ArrayLike<number>): boolean {
  const path = growthOf(returns);
  return path.at(-1)! > sum(path) / path.length;
}

/** How far the last close lies below the highest of these closes: 0 or less. */
export function trailingDrawdown(returns: ArrayLike<number>): number {
  const path = growthOf(returns);
  return path.at(-1)! / path.reduce((peak, close) => Math.max(peak, close), 0) - 1;
}
