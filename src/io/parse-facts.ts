import { assertKnownOptions, assertOneOf, InputError } from '../core/index.js';
import { type FieldColumns, numbersToJson } from '../panel/index.js';
import { defaultBase, isoDate, parseIsoDate } from '../time/index.js';
import type { FilePath } from './file-path.js';
import { knownDay, type PublicationLag } from './publication-lag.js';
import { readText } from './read-text.js';
import { layoutOptions, readTextTable, type TextTableOptions } from './text-table.js';

/** What {@link parseFacts} must be told: when the figures were known. */
export interface FactsTextOptions extends TextTableOptions {
  /** Time from a figure's date to the day on which the world could know it. */
  readonly knownAfter?: PublicationLag;
  /** In place of `knownAfter`: the figures describe the beginning of their month, so they were known on the last day of the month before. */
  readonly describes?: 'beginning';
}

const OPTIONS = [...layoutOptions, 'knownAfter', 'describes'];

/**
 * Facts about assets (sizes, numbers of firms, ratios) from a text table, one column per asset: what `addField` takes.
 *
 * Figures stay as the table has them. An empty cell is known to be missing from its day on.
 *
 * @throws InputError `option.missing`, `file.format`, `file.value`, `date.format`, `date.impossible`, `observation.order` (dates that repeat
 *   or do not ascend); each with the line.
 * @example
 * const text = 'month,Small,Big\n202401,5.5,900\n202402,,910\n';
 * const size = parseFacts(text, { dateFormat: 'YYYYMM', describes: 'beginning' });
 * console.log(size.knownOn, size.values['Small']); // [ '2023-12-31', '2024-01-31' ] [ 5.5, null ]
 */
export function parseFacts(text: string, options: FactsTextOptions): FieldColumns {
  return factsFromText('parseFacts', text, options);
}

/**
 * Facts about assets from a file: see {@link parseFacts}.
 *
 * @throws InputError `file.missing`, and those of {@link parseFacts}.
 * @example
 * writeCsv('size.csv', makeTable({ columns: [{ key: 'month' }, { key: 'A' }], rows: [{ month: '2024-01', A: 5 }] }));
 * console.log(readFacts('size.csv', { dateFormat: 'YYYY-MM', knownAfter: { months: 1 } }).knownOn); // [ '2024-02-29' ]
 */
export function readFacts(path: FilePath, options: FactsTextOptions): FieldColumns {
  const { where, text } = readText('readFacts', path);
  return factsFromText(where, text, options);
}

function factsFromText(where: string, text: string, options: FactsTextOptions): FieldColumns {
  assertKnownOptions(where, options, OPTIONS);
  const known = knownDays(where, options);
  const { dates, columns, place } = readTextTable(where, text, options);
  dates.forEach((date, row) => {
    if (row === 0 || date > dates[row - 1]!) return;
    throw new InputError(
      'observation.order',
      `${where}, ${place(row)}: ${date} follows ${dates[row - 1]!}. Sort the lines by date, oldest first, each date once.`,
      { where, row, found: date },
    );
  });
  return {
    knownOn: dates.map((date) => isoDate(known(parseIsoDate(date, where)))),
    values: Object.fromEntries([...columns].map(([asset, column]) => [asset, numbersToJson(column)])),
  };
}

function knownDays(where: string, { knownAfter, describes }: FactsTextOptions): (day: number) => number {
  if (describes === undefined) return knownDay(where, knownAfter);
  assertOneOf(where, 'describes', describes, ['beginning']);
  if (knownAfter === undefined) return (day) => defaultBase('monthly', day);
  const what = `${where}: found both "knownAfter" and "describes". Give one of them.`;
  throw new InputError('option.range', what, { where, option: 'describes' });
}
