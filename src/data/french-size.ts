import type { Panel } from '../panel/index.js';
import { encoded, provenance } from '../../data/french-size.js';
import { frenchPanel } from './french-panel.js';

/** French's labels: small, middle and big thirds (30-40-30 %), quintiles and deciles; 'Lo 10' holds the smallest firms. */
export type FrenchSize =
  | 'Lo 30'
  | 'Med 40'
  | 'Hi 30'
  | 'Lo 20'
  | 'Qnt 2'
  | 'Qnt 3'
  | 'Qnt 4'
  | 'Hi 20'
  | 'Lo 10'
  | 'Dec 2'
  | 'Dec 3'
  | 'Dec 4'
  | 'Dec 5'
  | 'Dec 6'
  | 'Dec 7'
  | 'Dec 8'
  | 'Dec 9'
  | 'Hi 10';

let portfolios: Panel<FrenchSize> | undefined;

/**
 * How small and big US firms did: value-weighted portfolios of all firms by market capitalisation, in 30-40-30 %, quintiles and
 * deciles of the New York Stock Exchange's firms.
 *
 * Units: fractions of one month, dividends included, before any cost. Timing: formed at the end of each June, held to the next;
 * rows on the last calendar day of the month. The file's column "<=0" is not a portfolio of small firms and is left out.
 *
 * Span: 1926-07 to 2026-02. These are research portfolios: what their yearly reconstitution would cost is not charged, and the
 * smallest deciles could not have been bought in size.
 *
 * Source: Kenneth R. French Data Library, "Portfolios Formed on Size"; Fama and French 1993.
 *
 * @example
 * const size = frenchSize();
 * console.log(size.assets.length, size.returns('Lo 30').values[0], size.returns('Hi 30').values[0]); // 18 0.0006 0.034
 */
export function frenchSize(): Panel<FrenchSize> {
  return (portfolios ??= frenchPanel(encoded, provenance));
}
