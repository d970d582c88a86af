// The figures that come with the library, each with its source: decoded at the first call, no file system, no network.

// Funds
export { usFunds, type UsFund } from './us-funds.js';
export { usFundsDaily, type UsDailyFund } from './us-funds-daily.js';
export { fundFacts, type ExpenseRatio, type FundFact } from './fund-facts.js';

// Factors and research portfolios
export {
  frenchFactors,
  type FrenchFactorPanel,
  type FrenchFactors,
  type FrenchFiveFactor,
  type FrenchThreeFactor,
} from './french-factors.js';
export { frenchIndustries, type FrenchIndustry } from './french-industries.js';
export { frenchSize, type FrenchSize } from './french-size.js';
export { frenchSizeProfitability, type FrenchSizeProfitability } from './french-size-profitability.js';
export { frenchSizeValue, type FrenchSizeValue } from './french-size-value.js';
export {
  frenchSizeValueProfitability,
  type FrenchCellField,
  type FrenchSizeValueProfitability,
} from './french-size-value-profitability.js';

// Interest rates and the economy
export {
  usDiscountRateFirstCuts,
  type DiscountRateFirstCut,
  type DiscountRateFirstCuts,
} from './us-discount-rate-first-cuts.js';
export { usEffectiveRate } from './us-effective-rate.js';
export { usPolicyRate, type PolicyRateObservation } from './us-policy-rate.js';
export { usRecessions, type Recessions, type TurningPoint } from './us-recessions.js';
export { usTreasuryBill } from './us-treasury-bill.js';

// Valuation
export type { MonthlyObservation } from './monthly-observation.js';
export { shiller, type Shiller } from './shiller.js';
export { valueSpread, type ValueSpread } from './value-spread.js';

// Where it all comes from
export { bundledSets } from './bundled-sets.js';
export type { Provenance } from './provenance.js';
