import { type Calendar, type IsoDate, parseIsoDate, periodNumber } from '../time/index.js';
import { assertReturnSeries, type ReturnSeries } from './return-series.js';
import type { ProxyRows, SeriesMeta } from './series-meta.js';

/**
 * Which rows of a series are those of a proxy: 1 where they are, 0 elsewhere, one entry per row of the calendar.
 *
 * A row without a return is none. In periods coarser than those of `meta.proxyRows`, a row that holds any part of a proxy's stretch
 * is one: a year of nine proxy months and three real ones is not the record of the fund.
 *
 * @throws InputError `series.invalid`.
 * @see CFA Institute, Global Investment Performance Standards (2020): theoretical performance is not linked to actual performance
 *   in a firm's record, so a study that does so has to say where.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2021-12', '2022-12', '2023-12'], returns: { Index: [0.1, 0.2, 0.3], Fund: [NaN, NaN, 0.29] } });
 * console.log(proxyMask(splice(returns('Index'), returns('Fund'))).join(' ')); // 1 1 0
 */
export function proxyMask(series: ReturnSeries): Uint8Array {
  assertReturnSeries('proxyMask', 'the series', series);
  const mask = new Uint8Array(series.values.length);
  for (const { rows } of stretches(series)) for (const row of rows) mask[row] = 1;
  return mask;
}

/**
 * The share of a series' returns that are those of a proxy, a fraction from 0 to 1.
 *
 * *Undefined (NaN):* no returns.
 *
 * @throws InputError `series.invalid`.
 * @see CFA Institute, Global Investment Performance Standards (2020): theoretical performance is not linked to actual performance
 *   in a firm's record, so a study that does so has to say where.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { Index: [0.1, 0.2, 0.1, 0.3], Fund: [NaN, NaN, NaN, 0.29] } });
 * console.log(proxyShare(splice(returns('Index'), returns('Fund')))); // 0.75
 */
export function proxyShare(series: ReturnSeries): number {
  assertReturnSeries('proxyShare', 'the series', series);
  const periods = returnsIn(series);
  return periods === 0 ? NaN : countProxyRows(series) / periods;
}

/** How many rows of a series are those of a proxy. */
export function countProxyRows(series: ReturnSeries): number {
  if (series.meta.proxyRows === undefined) return 0;
  return proxyMask(series).reduce((sum, mark) => sum + mark, 0);
}

/**
 * What a table must say of a series with proxy rows; undefined for one without. The name of the series is not in it. With `inside`,
 * a calendar of the same frequency, it speaks of the rows in its span only.
 */
export function proxyNote(series: ReturnSeries, inside?: Calendar): string | undefined {
  if (series.meta.proxyRows === undefined) return undefined;
  const part = inside === undefined ? series : { ...series, values: valuesInside(series, inside) };
  const count = countProxyRows(part);
  if (count === 0) return undefined;
  const parts = stretches(part)
    .filter(({ rows }) => rows.length > 0)
    .map(({ source, rows }) => `${source}, ${series.calendar.date(rows[0]!)} to ${series.calendar.date(rows.at(-1)!)}`);
  return `${count} of ${returnsIn(part)} rows are of a proxy: ${parts.join('; ')}.`;
}

/** The proxy marks of what is made of several series: a row with a proxy's return in any of them is a proxy row. Empty where there is none. */
export function joinedProxyRows(...metas: readonly SeriesMeta[]): Pick<SeriesMeta, 'proxyRows'> {
  const all = new Map<string, ProxyRows>();
  for (const { proxyRows } of metas) for (const one of proxyRows ?? []) all.set(JSON.stringify(one), one);
  return all.size === 0 ? {} : { proxyRows: [...all.values()] };
}

const returnsIn = ({ values }: ReturnSeries): number => values.filter((value) => !Number.isNaN(value)).length;

/** The values of a series in the periods that another calendar spans; NaN elsewhere. */
function valuesInside({ calendar, values }: ReturnSeries, inside: Calendar): Float64Array {
  const period = (day: number | undefined): number => (day === undefined ? NaN : periodNumber(calendar.frequency, day));
  const [first, last] = [period(inside.days[0]), period(inside.days[inside.length - 1])];
  return values.map((value, row) => {
    const at = period(calendar.days[row]);
    return at >= first && at <= last ? value : NaN;
  });
}

/** The rows with a return that each stretch covers. Matched by period, since sources date the end of one month up to a weekend apart. */
function stretches({ calendar, values, meta }: ReturnSeries): { readonly source: string; readonly rows: number[] }[] {
  const { frequency, days } = calendar;
  const period = (date: IsoDate): number => periodNumber(frequency, parseIsoDate(date, 'meta.proxyRows'));
  return (meta.proxyRows ?? []).map(({ from, to, source }) => {
    const [first, last] = [period(from), period(to)];
    const rows: number[] = [];
    for (let row = 0; row < days.length; row++) {
      const at = periodNumber(frequency, days[row]!);
      if (at >= first && at <= last && !Number.isNaN(values[row]!)) rows.push(row);
    }
    return { source, rows };
  });
}
