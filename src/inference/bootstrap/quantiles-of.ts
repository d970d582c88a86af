import { quantileOf } from '../../stats/index.js';
import { selectRanks } from './select-ranks.js';

/** Several type-7 quantiles of one set of numbers, in one go. NaN of no numbers, and at a share that is NaN. The numbers stay as they are. */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const order = values.slice();
  const asked = shares.filter((share) => !Number.isNaN(share)).map((share) => (order.length - 1) * share);
  const ranks = asked.flatMap((position) => [Math.floor(position), Math.ceil(position), Math.round(position)]);
  selectRanks(
    order,
    ranks.sort((a, b) => a - b),
  );
  return shares.map((share) => (Number.isNaN(share) ? NaN : quantileOf(order.length, share, (rank) => order[rank]!)));
}
