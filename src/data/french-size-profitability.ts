import type { Panel } from '../panel/index.js';
import { encoded, provenance } from '../../data/french-size-profitability.js';
import { frenchPanel } from './french-panel.js';

/** French's labels: ME is the quintile of size, OP that of operating profitability; 'SMALL HiOP' is small and profitable. */
export type FrenchSizeProfitability =
  | 'SMALL LoOP'
  | 'ME1 OP2'
  | 'ME1 OP3'
  | 'ME1 OP4'
  | 'SMALL HiOP'
  | 'ME2 OP1'
  | 'ME2 OP2'
  | 'ME2 OP3'
  | 'ME2 OP4'
  | 'ME2 OP5'
  | 'ME3 OP1'
  | 'ME3 OP2'
  | 'ME3 OP3'
  | 'ME3 OP4'
  | 'ME3 OP5'
  | 'ME4 OP1'
  | 'ME4 OP2'
  | 'ME4 OP3'
  | 'ME4 OP4'
  | 'ME4 OP5'
  | 'BIG LoOP'
  | 'ME5 OP2'
  | 'ME5 OP3'
  | 'ME5 OP4'
  | 'BIG HiOP';

let portfolios: Panel<FrenchSizeProfitability> | undefined;

/**
 * How profitable and unprofitable firms of each size did: 25 value-weighted portfolios, five by size times five by operating
 * profitability (revenue less cost of goods sold, overhead and interest, over book equity).
 *
 * Units: fractions of one month, dividends included, before any cost. Timing: formed at the end of each June t from the accounts
 * of the fiscal year that ended in t − 1, held to the next June; rows on the last calendar day of the month.
 *
 * Span: 1963-07 to 2026-02. Research portfolios: their own reconstitution is not charged.
 *
 * Source: Kenneth R. French Data Library, "25 Portfolios Formed on Size and Operating Profitability (5 x 5)"; Fama and French 2015.
 *
 * @example
 * const cells = frenchSizeProfitability();
 * console.log(cells.calendar.date(0), cells.returns('SMALL LoOP').values[0]); // 1963-07-31 -0.006108
 */
export function frenchSizeProfitability(): Panel<FrenchSizeProfitability> {
  return (portfolios ??= frenchPanel(encoded, provenance));
}
