import { assertReturnSeries, lifeOf, type ReturnSeries } from '../panel/index.js';

/**
 * A series over its own life, as `path` has it, for what asks for growth and elapsed time alone. It is never handed out, so nothing in it prints itself:
 * a page that loads `cagr` loads no tables.
 */
export function timedLife(series: ReturnSeries, where: string): ReturnSeries {
  assertReturnSeries(where, 'the series', series);
  const { name, calendar, values, meta } = series;
  const life = lifeOf(values);
  if (life.first === 0 && life.last === values.length - 1) return series;
  const first = Math.max(0, life.first);
  const days = calendar.days.slice(first, life.last + 1);
  const partialRows = calendar.partialRows.filter((row) => row >= first && row <= life.last).map((row) => row - first);
  const base = first === 0 ? calendar.base : calendar.days[first - 1]!;
  return {
    name,
    calendar: { ...calendar, base, days, length: days.length, partialRows, date: (row) => calendar.date(first + row) },
    values: values.slice(first, life.last + 1),
    meta,
  };
}
