import type { Panel } from '../panel/index.js';
import { encoded, provenance } from '../../data/french-size-value.js';
import { frenchPanel } from './french-panel.js';

/** French's labels: ME is the quintile of size, BM that of book-to-market; 'SMALL HiBM' is small and cheap. */
export type FrenchSizeValue =
  | 'SMALL LoBM'
  | 'ME1 BM2'
  | 'ME1 BM3'
  | 'ME1 BM4'
  | 'SMALL HiBM'
  | 'ME2 BM1'
  | 'ME2 BM2'
  | 'ME2 BM3'
  | 'ME2 BM4'
  | 'ME2 BM5'
  | 'ME3 BM1'
  | 'ME3 BM2'
  | 'ME3 BM3'
  | 'ME3 BM4'
  | 'ME3 BM5'
  | 'ME4 BM1'
  | 'ME4 BM2'
  | 'ME4 BM3'
  | 'ME4 BM4'
  | 'ME4 BM5'
  | 'BIG LoBM'
  | 'ME5 BM2'
  | 'ME5 BM3'
  | 'ME5 BM4'
  | 'BIG HiBM';

let portfolios: Panel<FrenchSizeValue> | undefined;

/**
 * How cheap and dear firms of each size did: 25 value-weighted portfolios, five by size times five by book-to-market.
 *
 * Units: fractions of one month, dividends included, before any cost. Timing: formed at the end of each June t from the book
 * equity of the fiscal year that ended in t − 1, held to the next June; rows on the last calendar day of the month.
 *
 * Span: 1926-07 to 2026-02. Research portfolios: their own reconstitution is not charged. Some hold a handful of firms in early years.
 *
 * Source: Kenneth R. French Data Library, "25 Portfolios Formed on Size and Book-to-Market (5 x 5)"; Fama and French 1993.
 *
 * @example
 * const cells = frenchSizeValue();
 * console.log(cells.assets.length, cells.returns('SMALL LoBM').values[0]); // 25 0.058276
 */
export function frenchSizeValue(): Panel<FrenchSizeValue> {
  return (portfolios ??= frenchPanel(encoded, provenance));
}
