export type { DatedEvent, EventList } from './dated-event.js';
export {
  easingCycles,
  type DatedRate,
  type EasingCycle,
  type EasingCycles,
  type EasingCyclesOptions,
} from './easing-cycles.js';
export { expandingPercentile, type ExpandingPercentileOptions } from './expanding-percentile.js';
export { firstCutRules, type FirstCutRule, type FirstCutRuleName } from './first-cut-rules.js';
export { firstCuts, type FirstCut, type FirstCutOptions, type FirstCuts } from './first-cuts.js';
export type { LevelSource } from './levels.js';
export { momentum, type MomentumOptions } from './momentum.js';
export { monthsSince } from './months-since.js';
export { percentile } from './percentile.js';
export type { RateHistory, RateObservation } from './rate-change.js';
export {
  rateRegime,
  type RateRegime,
  type RateRegimeName,
  type RateRegimeOptions,
  type RateRegimeSpell,
} from './rate-regime.js';
export type { RecessionDates, RecessionKnowledge, RecessionTurn } from './recession-dates.js';
export type { RecessionLink } from './recession-link.js';
export { recessionLinked, type RecessionLinkedEvents, type RecessionLinkedOptions } from './recession-linked.js';
export { recessions, type RecessionSignal, type RecessionsOptions } from './recessions.js';
export { regimeAge } from './regime-age.js';
export { regimeMask } from './regime-mask.js';
export { regimeWhen, type RegimeBounds } from './regime-when.js';
export { relativeStrength, type DatedObservation } from './relative-strength.js';
export { runLengths, type Run, type RunLengths } from './run-lengths.js';
export type { RunningWindow } from './running-window.js';
export { trend, type TrendOptions } from './trend.js';
export { turningPoints, type Turn, type Turns, type TurningPointsOptions } from './turning-points.js';
export { valuationSignal, type ValuationSignalOptions } from './valuation-signal.js';
export { zScore } from './z-score.js';
