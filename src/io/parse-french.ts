import { assertKnownOptions, assertOneOf, InputError } from '../core/index.js';
import { assemblePanel, type Panel, type SeriesMeta, storeOf } from '../panel/index.js';
import type { Frequency } from '../time/index.js';
import { chooseBlock, defaultBlock, describeBlock } from './choose-block.js';
import type { FilePath } from './file-path.js';
import { type FrenchTable, frenchTables } from './french-blocks.js';
import { frenchColumns } from './french-columns.js';
import { panelFromReturns } from './panel-from-columns.js';
import type { ColumnChoice } from './pick-columns.js';
import { readText } from './read-text.js';

/** What {@link parseFrench} may be told. */
export interface FrenchOptions<Asset extends string = string> {
  /** The title of a block, or a part of it that no other title has. Absent: the first block of monthly returns. */
  readonly block?: string;
  readonly columns?: ColumnChoice<Asset>;
  /** Needed for files whose rows are days: they may be trading days or week ends. */
  readonly frequency?: 'daily' | 'weekly';
}

/** Columns that are differences of two returns; all others are returns of portfolios or of bills. */
const FACTORS: readonly string[] = ['Mkt-RF', 'SMB', 'HML', 'RMW', 'CMA', 'Mom', 'UMD', 'WML', 'ST_Rev', 'LT_Rev'];

/**
 * A panel from a file of Kenneth R. French's data library, as it comes out of the zip file.
 *
 * The files hold prose and then several tables below each other; one is read. Percent become fractions, -99.99 and -999 missing
 * returns. Months and years are dated by their last day. Factors are of kind 'excess'; the vintage is that of the prose.
 * Research portfolios: their own reconstitution is not charged.
 *
 * @throws InputError `file.format` (no such block, with those that there are; a block that holds no returns; a damaged row),
 *   `file.value`, `option.missing` (rows of days without `frequency`), and those of `fromReturns` with the line.
 * @example
 * const file = 'Made using the 202512 CRSP database.\n\n,SMB,RF\n202401,-5.09,0.47\n202402,-99.99,0.42\n\n Annual Factors\n,SMB,RF\n2024,-8.1,5.2\n';
 * const panel = parseFrench(file);
 * console.log(panel.calendar.date(0), panel.returns('SMB').values[0], panel.returns('SMB').values[1]); // 2024-01-31 -0.0509 NaN
 * console.log(panel.returns('SMB').meta.kind, panel.returns('RF').meta.vintage, parseFrench(file, { block: 'annual' }).calendar.length); // excess 202512 1
 */
export function parseFrench<const Asset extends string>(
  text: string,
  options: FrenchOptions<Asset> = {},
): Panel<Asset> {
  return panelFromFrench('parseFrench', text, options);
}

/**
 * A panel from a file of Kenneth R. French's data library, unpacked or in its zip archive: see {@link parseFrench}.
 *
 * @throws InputError `file.missing`, and those of {@link parseFrench}.
 * @example
 * try {
 *   readFrench('F-F_Research_Data_Factors.csv');
 * } catch (error) {
 *   console.log(isInputError(error, 'file.missing')); // true
 * }
 */
export function readFrench<const Asset extends string>(
  path: FilePath,
  options: FrenchOptions<Asset> = {},
): Panel<Asset> {
  const { where, text } = readText('readFrench', path);
  return panelFromFrench(where, text, options);
}

function panelFromFrench<Asset extends string>(
  where: string,
  text: string,
  options: FrenchOptions<Asset>,
): Panel<Asset> {
  assertKnownOptions(where, options, ['block', 'columns', 'frequency']);
  const tables = frenchTables(where, text);
  const { block, columns, frequency } = options;
  const table = block === undefined ? defaultBlock(where, tables) : chooseBlock(where, tables, block);
  if (!table.returns) {
    throw new InputError(
      'file.format',
      `${where}: block ${describeBlock(table)} holds no returns. Read its figures with parseFrenchFacts.`,
      { where, block: table.title },
    );
  }
  const source = frenchColumns(where, table, columns);
  const panel = panelFromReturns<Asset>(source, { frequency: frequencyOf(where, table, frequency), units: 'percent' });
  const vintage = /using the (\d{6}) CRSP/.exec(text)?.[1];
  const metas = [...source.columns.keys()].map((asset): SeriesMeta => {
    const column =
      columns === undefined || Array.isArray(columns) ? asset : (columns as Record<string, string>)[asset]!;
    return {
      kind: FACTORS.includes(column) ? 'excess' : 'total',
      net: false,
      source: `Kenneth R. French Data Library${table.title === '' ? '' : `: ${table.title}`}`,
      ...(vintage === undefined ? {} : { vintage }),
      ...(column === 'RF' ? {} : { researchPortfolio: true }),
    };
  });
  return assemblePanel({ ...storeOf(panel, where), metas });
}

function frequencyOf(where: string, { rows }: FrenchTable, declared: FrenchOptions['frequency']): Frequency {
  if (declared !== undefined) assertOneOf(where, 'frequency', declared, ['daily', 'weekly']);
  if (rows !== 'days') return rows === 'months' ? 'monthly' : 'annual';
  if (declared !== undefined) return declared;
  throw new InputError(
    'option.missing',
    `${where}: the rows are days, which may be trading days or week ends. Say frequency: 'daily' or 'weekly'.`,
    { where, option: 'frequency' },
  );
}
