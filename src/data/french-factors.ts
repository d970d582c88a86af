import { assemblePanel, makeReturnSeries, type Panel, type ReturnSeries } from '../panel/index.js';
import { showAs } from '../table/index.js';
import { encoded as encodedFive, provenance as provenanceFive } from '../../data/french-five-factors.js';
import { encoded as encodedMomentum, provenance as provenanceMomentum } from '../../data/french-momentum.js';
import { encoded as encodedThree, provenance as provenanceThree } from '../../data/french-three-factors.js';
import { decodeTable } from './decode-table.js';
import { frenchPanel } from './french-panel.js';
import { factorsDisplay } from './factors-display.js';
import { seriesMetaFrom } from './series-meta-from.js';

/** The three factors of Fama and French 1993. */
export type FrenchThreeFactor = 'Mkt-RF' | 'SMB' | 'HML';

/** The five factors of Fama and French 2015. SMB is another one than in the three-factor file: it averages three sorts. */
export type FrenchFiveFactor = FrenchThreeFactor | 'RMW' | 'CMA';

/** A panel of factors that brings the return of cash with it, so that `factorRegression(fund, factors)` needs nothing else. */
export type FrenchFactorPanel<Factor extends string> = Panel<Factor> & { readonly riskFree: ReturnSeries };

/** What {@link frenchFactors} gives. */
export interface FrenchFactors {
  /** 1926-07 to 2025-12. */
  readonly three: FrenchFactorPanel<FrenchThreeFactor>;
  /** 1963-07 to 2025-12. */
  readonly five: FrenchFactorPanel<FrenchFiveFactor>;
  /** 1927-01 to 2024-10. */
  readonly momentum: FrenchFactorPanel<'Mom'>;
  /** One-month Treasury bill return, 1926-07 to 2025-12. A return of the month, not a rate per year. */
  readonly riskFree: ReturnSeries;
}

let factors: FrenchFactors | undefined;

/**
 * The market, size, value, profitability, investment and momentum factors and the bill return that go with them.
 *
 * Units: fractions of one month. Factors are of kind 'excess': each is a difference of two returns, so nothing is to be subtracted
 * again; `riskFree` is a total return, and stands on every panel too. Rows on the last calendar day of the month.
 *
 * The files are of different vintages (see `bundledSets()`); other vintages differ by up to 1.6 percentage points in single months.
 * Research portfolios: their own reconstitution is not charged.
 *
 * Source: Kenneth R. French Data Library; Fama and French 1993 and 2015; Carhart 1997 for momentum.
 *
 * @example
 * const { three, five, riskFree } = frenchFactors();
 * console.log(three.returns('Mkt-RF').values[0], five.assets.join(' '), riskFree.values[0]); // 0.0289 Mkt-RF SMB HML RMW CMA 0.0022
 */
export function frenchFactors(): FrenchFactors {
  factors ??= readFactors();
  const { name, calendar, values, meta } = factors.riskFree;
  // Numbers of its own for every caller: a typed array cannot be frozen.
  const own = { ...factors, riskFree: makeReturnSeries(name, calendar, values.slice(), meta) };
  return Object.freeze(showAs(own, factorsDisplay));
}

function readFactors(): FrenchFactors {
  const table = decodeTable(encodedThree);
  const three = frenchPanel<FrenchThreeFactor>(table, provenanceThree, {
    kind: 'excess',
    assets: ['Mkt-RF', 'SMB', 'HML'],
  });
  const bill = assemblePanel<'RF', never, never>({
    calendar: three.calendar,
    assets: ['RF'],
    values: table.column('RF', 2),
    metas: [seriesMetaFrom(provenanceThree, { kind: 'total', net: false })],
  });
  const withCash = <Factor extends string>(panel: Panel<Factor>): FrenchFactorPanel<Factor> =>
    // A panel is frozen: the one with cash stands before it. Cash is a copy for every caller, like the returns of the factors.
    Object.freeze(
      Object.create(panel, { riskFree: { get: () => bill.returns('RF'), enumerable: true } }),
    ) as FrenchFactorPanel<Factor>;
  return {
    three: withCash(three),
    five: withCash(frenchPanel<FrenchFiveFactor>(encodedFive, provenanceFive, { kind: 'excess' })),
    momentum: withCash(frenchPanel<'Mom'>(encodedMomentum, provenanceMomentum, { kind: 'excess' })),
    riskFree: bill.returns('RF'),
  };
}
