export type { Interval } from './bootstrap/bca-interval.js';
export type { BlockChoice } from './bootstrap/block-choice.js';
export type { BlocksDrawn } from './bootstrap/block-words.js';
export type { BootstrapExecutor } from './bootstrap/bootstrap-executor.js';
export type { SplitExecutor } from './overfitting/split-executor.js';
export { makeSplitter, type SplitJob } from './overfitting/split-job.js';
export type { BootstrapFigures } from './bootstrap/bootstrap-figures.js';
export type { BootstrapOptions } from './bootstrap/bootstrap-options.js';
export { bootstrap, type Bootstrap } from './bootstrap/bootstrap.js';
export type { KnownFigure } from './bootstrap/known-figures.js';
export { makeReplicator, type KnownJob } from './bootstrap/known-values.js';
export { optimalBlockLength, type OptimalBlockLength } from './bootstrap/optimal-block-length.js';
export type { BlockLengthFigures } from './bootstrap/politis-white.js';
export type { AbnormalReturn } from './events/abnormal-return.js';
export type { PathPoint } from './events/average-path.js';
export type { BaseRate } from './events/base-rate.js';
export type { BootstrapMean } from './events/bootstrap-mean.js';
export { compareGroups, type CompareGroupsOptions, type GroupComparison } from './events/compare-groups.js';
export type { HorizonOption } from './events/event-horizon.js';
export { eventStudy, type EventStudy, type EventStudyOptions } from './events/event-study.js';
export type { Exclusion } from './events/event-windows.js';
export {
  hitRateInterval,
  type HitRateFigures,
  type HitRateInterval,
  type HitRateIntervalOptions,
  type HitRateMethod,
} from './events/hit-rate-interval.js';
export type { EventReturn, ExcludedEvent, HorizonStudy } from './events/horizon-study.js';
export type { Placebo } from './events/placebo-calendars.js';
export type { StudyEvent, StudyEvents } from './events/study-events.js';
export {
  forwardReturnRegression,
  type ForwardReturnRegression,
  type ForwardReturnRegressionOptions,
} from './long-horizon/forward-return-regression.js';
export type { Predictor } from './long-horizon/predictor-rows.js';
export type { TrialPerformance } from './overfitting/half-performance.js';
export {
  probabilityOfBacktestOverfitting,
  type BacktestOverfitting,
  type BacktestOverfittingOptions,
} from './overfitting/probability-of-backtest-overfitting.js';
export {
  realityCheck,
  type CriticalValues,
  type DataSnoopingFigures,
  type RealityCheck,
} from './overfitting/reality-check.js';
export type { DataSnoopingOptions } from './overfitting/snooping-options.js';
export {
  superiorPredictiveAbility,
  type SuperiorPredictiveAbility,
} from './overfitting/superior-predictive-ability.js';
export type { Trials } from './overfitting/trial-matrix.js';
export { compareLoadings, type LoadingsComparison } from './regression/compare-loadings.js';
export type { ErrorOptions, RegressionErrors } from './regression/error-options.js';
export type { Estimate } from './regression/estimate.js';
export {
  factorRegression,
  type FactorRegression,
  type FactorRegressionOptions,
} from './regression/factor-regression.js';
export type { FactorPanel, Factors } from './regression/factor-rows.js';
export type { JointTest } from './regression/joint-test.js';
export { rollingLoadings, type RollingLoadings, type RollingLoadingsOptions } from './regression/rolling-loadings.js';
export { blockIndices, type BlockIndicesOptions } from './resampling/block-indices.js';
export type { BlockMethod } from './resampling/block-method.js';
export type { BlockPlan } from './resampling/block-plan.js';
export { adjustPValues, type PValueMethod } from './sharpe/adjust-p-values.js';
export {
  deflatedSharpeRatio,
  type DeflatedSharpeRatio,
  type DeflatedSharpeRatioOptions,
} from './sharpe/deflated-sharpe-ratio.js';
export {
  haircutSharpeRatio,
  type HaircutSharpeRatio,
  type HaircutSharpeRatioOptions,
} from './sharpe/haircut-sharpe-ratio.js';
export {
  minimumBacktestLength,
  type MinimumBacktestLength,
  type MinimumBacktestLengthOptions,
} from './sharpe/minimum-backtest-length.js';
export { minimumTrackRecordLength, type MinimumTrackRecordLength } from './sharpe/minimum-track-record-length.js';
export {
  probabilisticSharpeRatio,
  type ProbabilisticSharpeRatio,
  type ProbabilisticSharpeRatioOptions,
} from './sharpe/probabilistic-sharpe-ratio.js';
export { sharpeDifference, type SharpeDifference, type SharpeDifferenceOptions } from './sharpe/sharpe-difference.js';
export type { SharpeFigures, SharpeOptions } from './sharpe/sharpe-figures.js';
export type { TrialOptions } from './sharpe/trial-options.js';
export type { Fan } from './simulation/fan.js';
export type { SimulateOptions } from './simulation/simulate-options.js';
export { simulate, type SimulatedPath, type Simulation } from './simulation/simulate.js';
export type { Tabled } from './with-table.js';
