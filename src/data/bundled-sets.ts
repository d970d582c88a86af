import { deepFreeze } from '../core/index.js';
import { provenance as frenchFiveFactors } from '../../data/french-five-factors.js';
import { provenance as frenchIndustries } from '../../data/french-industries.js';
import { provenance as frenchMomentum } from '../../data/french-momentum.js';
import { provenance as frenchSizeProfitability } from '../../data/french-size-profitability.js';
import { provenance as frenchSizeValueProfitability } from '../../data/french-size-value-profitability.js';
import { provenance as frenchSizeValue } from '../../data/french-size-value.js';
import { provenance as frenchSize } from '../../data/french-size.js';
import { provenance as frenchThreeFactors } from '../../data/french-three-factors.js';
import { provenance as fundFacts } from '../../data/fund-facts.js';
import { provenance as shiller } from '../../data/shiller.js';
import { provenance as usDiscountRateFirstCuts } from '../../data/us-discount-rate-first-cuts.js';
import { provenance as usEffectiveRate } from '../../data/us-effective-rate.js';
import { provenance as usFundsDaily } from '../../data/us-funds-daily.js';
import { provenance as usFunds } from '../../data/us-funds.js';
import { provenance as usPolicyRate } from '../../data/us-policy-rate.js';
import { provenance as usRecessions } from '../../data/us-recessions.js';
import { provenance as usTreasuryBill } from '../../data/us-treasury-bill.js';
import { provenance as valueSpread } from '../../data/value-spread.js';
import { showSets } from './set-display.js';
import type { Provenance } from './provenance.js';

/**
 * Every bundled set with where it comes from: function, title, publisher, span, units, vintage, what was computed, terms, checksum.
 *
 * Units and spans are words for people; the figures themselves are not decoded. Cost: none worth naming.
 *
 * Source: each entry names its publisher; the same list is `data/manifest.json` in the repository.
 *
 * @example
 * const funds = bundledSets().find(({ name }) => name === 'usFunds');
 * console.log(funds?.series, funds?.frequency, funds?.span.from); // 47 monthly 1993-02
 */
export function bundledSets(): readonly Provenance[] {
  return deepFreeze(
    showSets([
      usFunds,
      usFundsDaily,
      fundFacts,
      frenchThreeFactors,
      frenchFiveFactors,
      frenchMomentum,
      frenchSize,
      frenchSizeValue,
      frenchSizeProfitability,
      frenchIndustries,
      frenchSizeValueProfitability,
      usPolicyRate,
      usDiscountRateFirstCuts,
      usEffectiveRate,
      usTreasuryBill,
      usRecessions,
      shiller,
      valueSpread,
    ]),
  );
}
