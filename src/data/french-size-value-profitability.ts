import { addField, type Panel } from '../panel/index.js';
import { encoded, provenance } from '../../data/french-size-value-profitability.js';
import { decodeTable } from './decode-table.js';
import { frenchPanel } from './french-panel.js';

/** French's labels: ME is the half of size, BM and OP the quarters of book-to-market and operating profitability. */
export type FrenchSizeValueProfitability =
  | 'SMALL LoBM LoOP'
  | 'ME1 BM1 OP2'
  | 'ME1 BM1 OP3'
  | 'SMALL LoBM HiOP'
  | 'ME1 BM2 OP1'
  | 'ME1 BM2 OP2'
  | 'ME1 BM2 OP3'
  | 'ME1 BM2 OP4'
  | 'ME1 BM3 OP1'
  | 'ME1 BM3 OP2'
  | 'ME1 BM3 OP3'
  | 'ME1 BM3 OP4'
  | 'SMALL HiBM LoOP'
  | 'ME1 BM4 OP2'
  | 'ME1 BM4 OP3'
  | 'SMALL HiBM HiOP'
  | 'BIG LoBM LoOP'
  | 'ME2 BM1 OP2'
  | 'ME2 BM1 OP3'
  | 'BIG LoBM HiOP'
  | 'ME2 BM2 OP1'
  | 'ME2 BM2 OP2'
  | 'ME2 BM2 OP3'
  | 'ME2 BM2 OP4'
  | 'ME2 BM3 OP1'
  | 'ME2 BM3 OP2'
  | 'ME2 BM3 OP3'
  | 'ME2 BM3 OP4'
  | 'BIG HiBM LoOP'
  | 'ME2 BM4 OP2'
  | 'ME2 BM4 OP3'
  | 'BIG HiBM HiOP';

/** What is known about each of the 32 cells. */
export type FrenchCellField = 'marketCap' | 'sizeRank' | 'valueRank' | 'profitabilityRank' | 'firms';

let cells: Panel<FrenchSizeValueProfitability, FrenchCellField> | undefined;

/**
 * All US firms in 32 cells, two by size times four by book-to-market times four by operating profitability: the panel on which a
 * profitability screen can be tried over sixty years.
 *
 * Units: returns are fractions of one month, dividends included, before any cost. Fields: `marketCap` of the whole cell in
 * $ million (firms × average size), `sizeRank` 1 (small) or 2, `valueRank` 1 (dear) to 4 (cheap), `profitabilityRank` 1 to 4
 * (most profitable), `firms` as a count.
 *
 * Timing: cells are formed at the end of each June. The file's size and count of month t describe its beginning, so they are
 * known on the last day of month t − 1; a decision at the end of June sees the new cells, the first one at base 1963-06-30.
 * The last row knows the figures of its own beginning, as no later ones are published yet.
 *
 * Span: 1963-07 to 2025-12. Research portfolios of whole cells: trades inside a cell are not seen or charged. Some cells hold a
 * handful of firms in the early years ('BIG LoBM LoOP' held one in 1963).
 *
 * Source: Kenneth R. French Data Library, "32 Portfolios Formed on Size, Book-to-Market, and Operating Profitability (2 x 4 x 4)";
 * Fama and French 2015.
 *
 * @example
 * const cells = frenchSizeValueProfitability();
 * console.log(cells.assets.length, cells.fields.join(' ')); // 32 marketCap sizeRank valueRank profitabilityRank firms
 */
export function frenchSizeValueProfitability(): Panel<FrenchSizeValueProfitability, FrenchCellField> {
  return (cells ??= readCells());
}

function readCells(): Panel<FrenchSizeValueProfitability, FrenchCellField> {
  const table = decodeTable(encoded);
  const names = table.names.slice(1, 33);
  const panel = frenchPanel<FrenchSizeValueProfitability>(table, provenance, { assets: names });
  // The figures of label month t are known one row earlier; the first ones at the base.
  const knownOn = Array.from({ length: table.rows }, (_, row) => panel.calendar.date(row - 1));
  const columns = (valuesOf: (name: string) => Float64Array) => ({
    knownOn,
    values: Object.fromEntries(names.map((name) => [name, valuesOf(name)])),
  });
  // The cells stand in the order of size, then value, then profitability, two by four by four; a rank never changes.
  const ranks = (rankOf: (cell: number) => number) => ({
    knownOn: [panel.calendar.date(-1)],
    values: Object.fromEntries(names.map((name, cell) => [name, [rankOf(cell)]])),
  });
  const firms = (name: string): Float64Array => table.column(`firms ${name}`);
  const marketCap = (name: string): Float64Array => {
    const size = table.column(`size ${name}`);
    return firms(name).map((count, row) => count * size[row]!);
  };
  const withCap = addField(panel, 'marketCap', columns(marketCap));
  const withSize = addField(
    withCap,
    'sizeRank',
    ranks((cell) => Math.floor(cell / 16) + 1),
  );
  const withValue = addField(
    withSize,
    'valueRank',
    ranks((cell) => (Math.floor(cell / 4) % 4) + 1),
  );
  const withProfitability = addField(
    withValue,
    'profitabilityRank',
    ranks((cell) => (cell % 4) + 1),
  );
  return addField(withProfitability, 'firms', columns(firms));
}
