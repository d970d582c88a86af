import { InputError, isInputError } from '../core/index.js';
import { fetchBytes, type FetchOptions } from './fetch-bytes.js';
import { frenchTables } from './french-blocks.js';
import { assertSourceName, throughCache } from './source-cache.js';
import { isZip, zipEntry } from './zip-entry.js';

const BASE = 'https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/ftp';

/**
 * The text of a file of Kenneth R. French's data library, unpacked, as {@link parseFrench} and {@link parseFrenchFacts} read it.
 *
 * The library gives the latest vintage only, which rewrites history; with `cache` the answer is kept as `french-<dataset>.csv` and used from
 * then on, so a study keeps its numbers. The vintage stands in the text and goes into the meta of every series.
 *
 * @param dataset the name of the file without "_CSV.zip", such as "F-F_Research_Data_5_Factors_2x3".
 * @throws InputError `source.unreachable` (no network: put the file into the cache), `source.answer` (no such dataset, or no table in
 *   it), `file.format` (a damaged archive), `option.type`, `file.missing` (the cache cannot be used).
 * @example
 * import { mkdirSync, writeFileSync } from 'node:fs';
 * import { fetchFrench, parseFrench } from 'backtilt/io';
 * mkdirSync('cache');
 * writeFileSync('cache/french-F-F_Momentum_Factor.csv', 'Made using the 202410 CRSP database.\n\n,Mom\n202410, 2.50\n');
 * const text = await fetchFrench('F-F_Momentum_Factor', { cache: 'cache' });
 * console.log(parseFrench(text).returns('Mom').values[0], parseFrench(text).returns('Mom').meta.vintage); // 0.025 202410
 */
export async function fetchFrench(dataset: string, options: FetchOptions = {}): Promise<string> {
  assertSourceName('fetchFrench', 'dataset', dataset, 'F-F_Momentum_Factor');
  const where = `fetchFrench "${dataset}"`;
  return throughCache(where, `french-${dataset}.csv`, options, async () => {
    const base = (options.baseUrl ?? BASE).replace(/\/+$/, '');
    const url = `${base}/${encodeURIComponent(dataset)}_CSV.zip`;
    const bytes = await fetchBytes(where, url, options);
    if (!isZip(bytes)) throw answer(where, url, 'something else than a zip archive');
    const text = new TextDecoder().decode(zipEntry(where, bytes));
    try {
      frenchTables(where, text);
    } catch (error) {
      if (isInputError(error)) throw answer(where, url, `a file without a table (${error.message})`);
      throw error;
    }
    return text;
  });
}

const answer = (where: string, url: string, what: string): InputError =>
  new InputError(
    'source.answer',
    `${where}: ${url} answers with ${what}. Check the name, or look at the address in a browser.`,
    { where, url },
  );
