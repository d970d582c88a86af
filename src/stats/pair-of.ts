import { commonRows, type CommonRows, onCommonCloses, type ReturnSeries } from '../panel/index.js';
import { shared } from './shared.js';

/** Two series on the rows on which both have a return, daily and weekly ones between common closes. Do not write into its arrays. */
export function pairOf(a: ReturnSeries, b: ReturnSeries, where: string): CommonRows {
  return shared('pair', [a, b], () => {
    const [own, other] = together(a, b);
    return commonRows(own, other, where);
  });
}

/** Series whose rows can be paired: daily and weekly ones of different holidays between the closes that all have (`onCommonCloses`). */
export function together<Series extends readonly ReturnSeries[]>(...series: Series): Series {
  return shared(`together ${series.length}`, series, () => onCommonCloses(series) as unknown as Series);
}
