export { applyScreens } from './apply-screens.js';
export { atLeast, atMost } from './bound-screens.js';
export { compositeRank, type CompositeRank, type RankPart } from './composite-rank.js';
export { assertStrategy, defineStrategy } from './define-strategy.js';
export { fixedMix, type FixedMixOptions } from './fixed-mix.js';
export { postFirstCutRotation, type PostFirstCutRotationOptions } from './post-first-cut-rotation.js';
export { profitabilityScreenedValue, type ProfitabilityScreenedValueOptions } from './profitability-screened-value.js';
export { rankedPortfolio, type RankedPortfolioBase, type RankedPortfolioOptions } from './ranked-portfolio.js';
export { bottomFraction, dropBottomFraction, topFraction } from './quantile-screens.js';
export type { BoundScreen, BreakpointOptions, CountScreen, QuantileOptions, QuantileScreen, Screen } from './screen.js';
export { screenedPortfolio, type ScreenedPortfolioOptions } from './screened-portfolio.js';
export { smallCapTilt, type SmallCapTiltOptions } from './small-cap-tilt.js';
export type { Strategy, StrategyFor, UniverseStrategy } from './strategy.js';
export { topCount } from './top-count.js';
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
