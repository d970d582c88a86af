export { accountingField, type AccountingFieldOptions } from './accounting/accounting-field.js';
export type { AccountingItem, AccountingReport } from './accounting/accounting-report.js';
export { bookEquity, type BookEquityOptions } from './accounting/book-equity.js';
export { bookToMarket, type ValuedReport } from './accounting/book-to-market.js';
export { juneRule } from './accounting/june-rule.js';
export { operatingProfitability, type OperatingProfitabilityOptions } from './accounting/operating-profitability.js';
export { targetOf } from './always.js';
export { applyScreens } from './apply-screens.js';
export { atLeast, atMost } from './bound-screens.js';
export { buyAndHold, type BuyAndHoldOptions } from './buy-and-hold.js';
export { compositeRank, type CompositeRank, type RankPart } from './composite-rank.js';
export type { Condition } from './condition.js';
export { assertStrategy, defineStrategy } from './define-strategy.js';
export { drawdownFilter, type DrawdownFilterOptions } from './drawdown-filter.js';
export { equalWeight, type EqualWeightOptions } from './equal-weight.js';
export { fixedMix, type FixedMixOptions } from './fixed-mix.js';
export { inverseVolatility, type InverseVolatilityOptions } from './inverse-volatility.js';
export { leadershipAgeRotation, type LeadershipAgeRotationOptions } from './leadership-age-rotation.js';
export { movingAverageFilter, type MovingAverageFilterOptions } from './moving-average-filter.js';
export { postFirstCutRotation, type PostFirstCutRotationOptions } from './post-first-cut-rotation.js';
export { profitabilityScreenedValue, type ProfitabilityScreenedValueOptions } from './profitability-screened-value.js';
export { rankedPortfolio, type RankedPortfolioBase, type RankedPortfolioOptions } from './ranked-portfolio.js';
export { bottomFraction, dropBottomFraction, topFraction } from './quantile-screens.js';
export type { BoundScreen, BreakpointOptions, CountScreen, QuantileOptions, QuantileScreen, Screen } from './screen.js';
export {
  relativeStrengthRotation,
  type AbsoluteStrength,
  type RelativeStrengthRotationOptions,
} from './relative-strength-rotation.js';
export { riskBudget, type RiskBudgetOptions } from './risk-budget.js';
export type { RotationExit } from './rotation-exit.js';
export { screenedPortfolio, type ScreenedPortfolioOptions } from './screened-portfolio.js';
export { sectorRotation, type SectorRotationOptions } from './sector-rotation.js';
export { sectorTilt, type SectorTiltBase, type SectorTiltOnField, type SectorTiltOnWeights } from './sector-tilt.js';
export { smallCapTilt, type SmallCapTiltOptions } from './small-cap-tilt.js';
export { SHARED_VIEW, type SharedView } from './shared-view.js';
export { cellGroups, readSortBy, type SortBy, type SortDimension } from './sorts/sort-by.js';
export { sortedPortfolio, type SortedPortfolioOptions } from './sorts/sorted-portfolio.js';
export type { Strategy, StrategyFor, UniverseStrategy } from './strategy.js';
export type { WithoutCash } from './switch-weights.js';
export type { Funding } from './tilts.js';
export { topCount } from './top-count.js';
export { valuationReversion, type ValuationReversionOptions } from './valuation-reversion.js';
export { valuationScaledTilt, type ValuationScaledTiltOptions } from './valuation-scaled-tilt.js';
export type { View } from './view.js';
export {
  weighBy,
  weighByRank,
  type EqualWeighting,
  type FieldWeighting,
  type RankOptions,
  type RankWeighting,
  type Weighting,
} from './weighting.js';
export type { Allocation, Weights } from './weights.js';
export { withTrendFilter, type TrendFilterOptions } from './with-trend-filter.js';
