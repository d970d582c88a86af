import { assertKnownOptions } from '../core/index.js';
import type { Panel } from '../panel/index.js';
import type { FilePath } from './file-path.js';
import { panelFromReturns, type ReturnsDescription, returnsOptions } from './panel-from-columns.js';
import { readText } from './read-text.js';
import { layoutOptions, readTextTable, type TextTableOptions } from './text-table.js';

/** What {@link parseReturns} must be told: `frequency` and `units`, and what differs from the usual layout. */
export interface ReturnsTextOptions<Asset extends string = string>
  extends TextTableOptions<Asset>, ReturnsDescription {}

/**
 * A panel from a text table of returns: a header, dates in the first column, one column of returns per asset; or one line per date and
 * asset (`long`), or JSON of records or columns.
 *
 * Nothing is guessed but the delimiter. Empty cells are missing returns; lines without text are skipped; dates must ascend.
 * Returns of a dozen rows or more whose size contradicts the stated units are refused.
 *
 * @throws InputError `file.format` (not a table, no header, a ragged line, an unknown or repeated column), `file.value` (a cell that is
 *   no number), `date.format`, `date.impossible`, `panel.units`, and those of `fromReturns` with the line of the file.
 * @example
 * const text = 'month,SPY,IWM\n2024-01,1.6,-3.9\n2024-02,5.25,\n';
 * const panel = parseReturns(text, { frequency: 'monthly', units: 'percent', dateFormat: 'YYYY-MM' });
 * console.log(panel.calendar.date(1), panel.returns('SPY').values[1], panel.returns('IWM').values[1]); // 2024-02-29 0.0525 NaN
 */
export function parseReturns<const Asset extends string>(
  text: string,
  options: ReturnsTextOptions<Asset>,
): Panel<Asset> {
  return returnsFromText('parseReturns', text, options);
}

/**
 * A panel from a file of returns (CSV in UTF-8): see {@link parseReturns}.
 *
 * @throws InputError `file.missing`, and those of {@link parseReturns}.
 * @example
 * writeCsv('months.csv', makeTable({ columns: [{ key: 'month' }, { key: 'SPY' }], rows: [{ month: '2024-01', SPY: 0.016 }] }));
 * const panel = readReturns('months.csv', { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM' });
 * console.log(panel.assets, panel.returns('SPY').values[0]); // [ 'SPY' ] 0.016
 */
export function readReturns<const Asset extends string>(
  path: FilePath,
  options: ReturnsTextOptions<Asset>,
): Panel<Asset> {
  const { where, text } = readText('readReturns', path);
  return returnsFromText(where, text, options);
}

/** A panel of returns from text, with a place for messages. */
export function returnsFromText<Asset extends string>(
  where: string,
  text: string,
  options: ReturnsTextOptions<Asset>,
): Panel<Asset> {
  assertKnownOptions(where, options, [...returnsOptions, ...layoutOptions]);
  return panelFromReturns(readTextTable(where, text, options), options);
}
