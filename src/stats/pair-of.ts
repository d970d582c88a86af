import { commonRows, type CommonRows, type ReturnSeries } from '../panel/index.js';
import { shared } from './shared.js';

/** Two series on the rows on which both have a return. Do not write into its arrays. */
export function pairOf(a: ReturnSeries, b: ReturnSeries, where: string): CommonRows {
  return shared('pair', [a, b], () => commonRows(a, b, where));
}
