import { joinedProxyRows, makeReturnSeries, pairWith, plainMeta, type ReturnSeries } from '../panel/index.js';
import { together } from './pair-of.js';
import { shared } from './shared.js';

/**
 * One series less another, period by period, on the first one's calendar (daily and weekly ones of other holidays: on the
 * common closes); NaN where either has no return, or only one is partial.
 * It keeps what a reader must know of either: proxy rows, and hindsight.
 */
export function difference(
  a: ReturnSeries,
  b: ReturnSeries,
  where: string,
  name = `${a.name} less ${b.name}`,
): ReturnSeries {
  return shared('difference', [a, b, name], () => {
    const [own, rival] = together(a, b);
    const other = pairWith(own, rival, where);
    const values = new Float64Array(other.length);
    for (let row = 0; row < values.length; row++) values[row] = own.values[row]! - other[row]!;
    return makeReturnSeries(name, own.calendar, values, {
      ...plainMeta,
      kind: 'excess',
      net: a.meta.net && b.meta.net,
      ...keptMarks(a, b),
    });
  });
}

/** The marks of series that whatever is made of them keeps. */
export function keptMarks(...series: readonly ReturnSeries[]): Partial<ReturnSeries['meta']> {
  return {
    ...(series.some(({ meta }) => meta.usesHindsight === true) ? { usesHindsight: true } : {}),
    ...joinedProxyRows(...series.map(({ meta }) => meta)),
  };
}
