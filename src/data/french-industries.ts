import type { Panel } from '../panel/index.js';
import { encoded, provenance } from '../../data/french-industries.js';
import { frenchPanel } from './french-panel.js';

/** French's short names of 49 industries. */
export type FrenchIndustry =
  | 'Agric'
  | 'Food'
  | 'Soda'
  | 'Beer'
  | 'Smoke'
  | 'Toys'
  | 'Fun'
  | 'Books'
  | 'Hshld'
  | 'Clths'
  | 'Hlth'
  | 'MedEq'
  | 'Drugs'
  | 'Chems'
  | 'Rubbr'
  | 'Txtls'
  | 'BldMt'
  | 'Cnstr'
  | 'Steel'
  | 'FabPr'
  | 'Mach'
  | 'ElcEq'
  | 'Autos'
  | 'Aero'
  | 'Ships'
  | 'Guns'
  | 'Gold'
  | 'Mines'
  | 'Coal'
  | 'Oil'
  | 'Util'
  | 'Telcm'
  | 'PerSv'
  | 'BusSv'
  | 'Hardw'
  | 'Softw'
  | 'Chips'
  | 'LabEq'
  | 'Paper'
  | 'Boxes'
  | 'Trans'
  | 'Whlsl'
  | 'Rtail'
  | 'Meals'
  | 'Banks'
  | 'Insur'
  | 'RlEst'
  | 'Fin'
  | 'Other';

let portfolios: Panel<FrenchIndustry> | undefined;

/**
 * How the industries of the US market did: 49 value-weighted portfolios by standard industrial classification.
 *
 * Units: fractions of one month, dividends included, before any cost; NaN where an industry had no firm (Rubbr has a hole from
 * 1943-07 to 1944-06). In the early years an industry may be very few firms: Paper rose by 300 % in 1932-08.
 *
 * Timing: firms are assigned at the end of each June; rows on the last calendar day of the month. Span: 1926-07 to 2026-02.
 *
 * Source: Kenneth R. French Data Library, "49 Industry Portfolios"; Fama and French 1997, "Industry costs of equity".
 *
 * @example
 * const industries = frenchIndustries();
 * console.log(industries.assets.length, industries.holes[0]?.asset, industries.holes[0]?.rows); // 49 Rubbr 12
 */
export function frenchIndustries(): Panel<FrenchIndustry> {
  return (portfolios ??= frenchPanel(encoded, provenance));
}
