export { applyScreens } from './apply-screens.js';
export { assertStrategy, defineStrategy } from './define-strategy.js';
export { fixedMix, type FixedMixOptions } from './fixed-mix.js';
export { postFirstCutRotation, type PostFirstCutRotationOptions } from './post-first-cut-rotation.js';
export { profitabilityScreenedValue, type ProfitabilityScreenedValueOptions } from './profitability-screened-value.js';
export {
  atLeast,
  atMost,
  bottomFraction,
  dropBottomFraction,
  topFraction,
  weighBy,
  type BoundScreen,
  type QuantileScreen,
  type Screen,
  type Weighting,
} from './screen.js';
export { screenedPortfolio, type ScreenedPortfolioOptions } from './screened-portfolio.js';
export { smallCapTilt, type SmallCapTiltOptions } from './small-cap-tilt.js';
export type { Strategy, StrategyFor, UniverseStrategy } from './strategy.js';
export type { View } from './view.js';
export type { Allocation, Weights } from './weights.js';
