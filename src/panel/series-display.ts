import { displayProperties } from '../core/index.js';
import { lifeOf } from './life.js';
import type { ReturnSeries } from './return-series.js';

/** A series in one line, with the marks without which it must not be used: what a console shows instead of thousands of numbers. */
export const seriesDisplay = /* @__PURE__ */ displayProperties<ReturnSeries>({
  text: ({ name, calendar, values, meta }) => {
    const { first, last } = lifeOf(values);
    const date = (row: number): string => calendar.date(row).slice(0, calendar.periodsPerYear > 12 ? 10 : 7);
    const marks = [
      `${meta.kind} return`,
      meta.net && 'net',
      meta.proxyRows && 'in part a proxy',
      meta.usesHindsight && 'uses hindsight',
    ];
    const span = first < 0 ? 'no returns' : `${date(first)} to ${date(last)}, ${last - first + 1} rows`;
    return [name, calendar.frequency, span, ...marks.filter(Boolean)].join(', ');
  },
});
