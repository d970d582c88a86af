import { makeReturnSeries, pairWith, plainMeta, type ReturnSeries } from '../panel/index.js';

/** One series less another, period by period, on the first one's calendar; NaN where either has no return, or only one is partial. */
export function difference(a: ReturnSeries, b: ReturnSeries, where: string): ReturnSeries {
  const other = pairWith(a, b, where);
  const values = a.values.slice().map((value, row) => value - other[row]!);
  const net = a.meta.net && b.meta.net;
  return makeReturnSeries(`${a.name} less ${b.name}`, a.calendar, values, { ...plainMeta, kind: 'excess', net });
}
