import { assertKnownOptions, assertOneOf, InputError } from '../core/index.js';
import type { FieldColumns } from '../panel/index.js';
import { defaultBase, isoDate, parseIsoDate } from '../time/index.js';
import { chooseBlock, describeBlock } from './choose-block.js';
import { frenchTables } from './french-blocks.js';
import { frenchColumns } from './french-columns.js';
import type { ColumnChoice } from './pick-columns.js';

/** What {@link parseFrenchFacts} must be told. */
export interface FrenchFactsOptions {
  /** The title of a block, or a part of it that no other title has. */
  readonly block: string;
  /**
   * Which end of its month a figure describes: 'beginning' is known on the last day of the month before (numbers of firms and average
   * sizes, by which the month's returns were weighted), 'end' on the last day of the month itself.
   */
  readonly describes: 'beginning' | 'end';
  readonly columns?: ColumnChoice<string>;
}

/**
 * Monthly facts about portfolios (numbers of firms, average sizes, ratios) from a file of Kenneth R. French's data library: what
 * `addField` takes. Figures stay as the file gives them (sizes in millions of dollars); -99.99 and -999 are missing.
 *
 * @throws InputError `file.format` (no such block, or one of years: the day on which a yearly figure was known is not in the file),
 *   `file.value`, `option.range`.
 * @example
 * const file = 'Made using the 202512 CRSP database.\n\n  Number of Firms in Portfolios\n,Lo 30,Hi 30\n202401,49,22\n202402,-999,22\n';
 * const firms = parseFrenchFacts(file, { block: 'Number of Firms', describes: 'beginning' });
 * console.log(firms.knownOn, firms.values['Lo 30']); // [ '2023-12-31', '2024-01-31' ] [ 49, null ]
 */
export function parseFrenchFacts(text: string, options: FrenchFactsOptions): FieldColumns {
  const where = 'parseFrenchFacts';
  assertKnownOptions(where, options, ['block', 'describes', 'columns']);
  const { block, describes, columns } = options;
  assertOneOf(where, 'describes', describes, ['beginning', 'end']);
  const table = chooseBlock(where, frenchTables(where, text), block);
  if (table.rows !== 'months') {
    throw new InputError(
      'file.format',
      `${where}: block ${describeBlock(table)} has rows of ${table.rows}; only months are read. Give yearly figures with their days to addField.`,
      { where, block: table.title },
    );
  }
  const source = frenchColumns(where, table, columns);
  const days = source.dates.map((date) => parseIsoDate(date, where));
  return {
    knownOn: days.map((day) => isoDate(describes === 'end' ? day : defaultBase('monthly', day))),
    values: Object.fromEntries(
      [...source.columns].map(([name, values]) => [
        name,
        Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
      ]),
    ),
  };
}
