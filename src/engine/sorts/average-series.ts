import { alignTo, joinedProxyRows, makeReturnSeries, type ReturnSeries, type SeriesMeta } from '../../panel/index.js';

/**
 * The mean of some series less the mean of others, period by period: a return of zero investment. NaN where one of them has none.
 *
 * It keeps what a reader must know of any of them: hindsight, proxy rows, research portfolios.
 */
export function averageLess(
  where: string,
  name: string,
  long: readonly ReturnSeries[],
  short: readonly ReturnSeries[],
): ReturnSeries {
  const all = [...long, ...short];
  const { calendar } = all.reduce((longest, one) => (one.calendar.length > longest.calendar.length ? one : longest));
  const columns = (series: readonly ReturnSeries[]) => series.map((one) => alignTo(calendar, one, where));
  const [longs, shorts] = [columns(long), columns(short)];
  const mean = (from: readonly Float64Array[], row: number): number =>
    from.reduce((total, column) => total + column[row]!, 0) / from.length;
  const values = Float64Array.from({ length: calendar.length }, (_, row) => mean(longs, row) - mean(shorts, row));
  return makeReturnSeries(name, calendar, values, { kind: 'excess', ...marksOf(all) });
}

/** The mean of some series, period by period, of their kind. */
export function averageOf(where: string, name: string, series: readonly ReturnSeries[]): ReturnSeries {
  const { calendar, meta } = series[0]!;
  const columns = series.map((one) => alignTo(calendar, one, where));
  const values = Float64Array.from(
    { length: calendar.length },
    (_, row) => columns.reduce((total, column) => total + column[row]!, 0) / columns.length,
  );
  return makeReturnSeries(name, calendar, values, { kind: meta.kind, ...marksOf(series) });
}

function marksOf(series: readonly ReturnSeries[]): Omit<SeriesMeta, 'kind'> {
  return {
    net: series.every(({ meta }) => meta.net),
    ...(series.some(({ meta }) => meta.usesHindsight === true) ? { usesHindsight: true } : {}),
    ...(series.some(({ meta }) => meta.researchPortfolio === true) ? { researchPortfolio: true } : {}),
    ...joinedProxyRows(...series.map(({ meta }) => meta)),
  };
}
