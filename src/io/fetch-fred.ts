import { describeValue, InputError } from '../core/index.js';
import { fetchBytes, type FetchOptions } from './fetch-bytes.js';
import { assertSourceName, throughCache } from './source-cache.js';

const BASE = 'https://fred.stlouisfed.org';

/**
 * The text of a series of the Federal Reserve Bank of St. Louis (FRED), as {@link parseObservations} reads it: dates and figures, a point
 * where there is none. Its dates are labels: say with `knownAfter` when a figure was known.
 *
 * FRED gives figures as revised today, not as first published. With `cache` the answer is kept as `fred-<series>.csv` and used from then on.
 *
 * @param series its name on FRED, such as "FEDFUNDS".
 * @throws InputError `source.unreachable` (no network: put the file into the cache), `source.answer` (no such series), `option.type`,
 *   `file.missing` (the cache cannot be used).
 * @example
 * import { mkdirSync, writeFileSync } from 'node:fs';
 * import { fetchFred, parseObservations } from 'backtilt/io';
 * mkdirSync('cache');
 * writeFileSync('cache/fred-FEDFUNDS.csv', 'observation_date,FEDFUNDS\n2020-03-01,0.75\n');
 * const text = await fetchFred('FEDFUNDS', { cache: 'cache' });
 * console.log(parseObservations(text, { knownAfter: { months: 1 }, units: 'percent' })[0]); // { knownOn: '2020-04-01', value: 0.0075 }
 */
export async function fetchFred(series: string, options: FetchOptions = {}): Promise<string> {
  assertSourceName('fetchFred', 'series', series, 'FEDFUNDS');
  const where = `fetchFred "${series}"`;
  return throughCache(where, `fred-${series}.csv`, options, async () => {
    const base = (options.baseUrl ?? BASE).replace(/\/+$/, '');
    const url = `${base}/graph/fredgraph.csv?id=${encodeURIComponent(series)}`;
    const text = new TextDecoder().decode(await fetchBytes(where, url, options));
    const [header = ''] = text.split(/\r?\n/, 1);
    if (header.split(',')[1]?.trim().toLowerCase() === series.toLowerCase()) return text;
    throw new InputError(
      'source.answer',
      `${where}: ${url} answers with ${describeValue(header)} where a header such as "observation_date,${series}" belongs. Check the name, or look at the address in a browser.`,
      { where, url, found: header.slice(0, 60) },
    );
  });
}
