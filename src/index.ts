// The table of contents: what a user may rely on, grouped. Everything else is inside.

// Data on one calendar
// prettier-ignore
export {
  InputError, isInputError, type ErrorCode, type ErrorDetails, type Random, type ReadonlyFloat64Array,
  type ReadonlyInt32Array,
} from './core/index.js';
// prettier-ignore
export {
  frequencies, type Calendar, type CalendarJson, type Frequency, type IsoDate, type IsoDateOrMonth,
} from './time/index.js';
// prettier-ignore
export {
  addField, addIndicator, fromPrices, fromReturns, fromSeries, joinPanels, overlap, proxyMask, proxyShare, resample,
  type AnyPanel, type DatedSignal, type DateWindow, type FieldColumns, type FieldSource, type Hole,
  type IndicatorSource, type Observation, type ObservationSeries, type Panel, type PanelJson, type PricesInput,
  type ProxyRows, type ReturnKind, type ReturnSeries, type ReturnSeriesJson, type ReturnsInput, type SeriesJoin,
  type SeriesMeta,
} from './panel/index.js';

// When a strategy decides
// prettier-ignore
export {
  annually, daily, describeSchedule, everyPeriods, monthly, once, quarterly, whenDrifted, whenTargetChanges,
  type CalendarSchedule, type DateFormat, type DriftOptions, type DriftSchedule, type Schedule,
  type TargetChangeSchedule,
} from './time/index.js';

// Tables that show themselves
// prettier-ignore
export {
  makeTable, toCsv, toHtml, toMarkdown, toText, type Cell, type CellValue, type Column, type Row, type Table,
  type TableInput,
} from './table/index.js';

// Signals: figures about the world, as they were known
// prettier-ignore
export {
  easingCycles, expandingPercentile, firstCutRules, firstCuts, momentum, monthsSince, percentile, rateRegime,
  recessionLinked, recessions, regimeAge, regimeMask, regimeWhen, relativeStrength, runLengths, trend, turningPoints,
  valuationSignal, zScore, type DatedEvent, type DatedObservation, type DatedRate, type EasingCycle,
  type EasingCycles, type EasingCyclesOptions, type EventList, type ExpandingPercentileOptions, type FirstCut,
  type FirstCutOptions, type FirstCutRule, type FirstCutRuleName, type FirstCuts, type LevelSource,
  type MomentumOptions, type RateHistory, type RateObservation, type RateRegime, type RateRegimeName,
  type RateRegimeOptions, type RateRegimeSpell, type RecessionDates, type RecessionKnowledge, type RecessionLink,
  type RecessionLinkedEvents, type RecessionLinkedOptions, type RecessionSignal, type RecessionsOptions,
  type RecessionTurn, type RegimeBounds, type Run, type RunLengths, type RunningWindow, type TrendOptions, type Turn,
  type TurningPointsOptions, type Turns, type ValuationSignalOptions,
} from './signals/index.js';

// Strategies
// prettier-ignore
export {
  accountingField, applyScreens, atLeast, atMost, bookEquity, bookToMarket, bottomFraction, buyAndHold,
  compositeRank, defineStrategy, drawdownFilter, dropBottomFraction, equalWeight, fixedMix, inverseVolatility,
  juneRule, leadershipAgeRotation, movingAverageFilter, operatingProfitability, postFirstCutRotation,
  profitabilityScreenedValue, rankedPortfolio, relativeStrengthRotation, riskBudget, screenedPortfolio,
  sectorRotation, sectorTilt, smallCapTilt, sortedPortfolio, topCount, topFraction, valuationReversion,
  valuationScaledTilt, weighBy, weighByRank, withTrendFilter, type AbsoluteStrength, type AccountingFieldOptions,
  type AccountingItem, type AccountingReport, type Allocation, type BookEquityOptions, type BoundScreen,
  type BreakpointOptions, type BuyAndHoldOptions, type CompositeRank, type Condition, type CountScreen,
  type DrawdownFilterOptions, type EqualWeighting, type EqualWeightOptions, type FieldWeighting,
  type FixedMixOptions, type Funding, type InverseVolatilityOptions, type LeadershipAgeRotationOptions,
  type MovingAverageFilterOptions, type OperatingProfitabilityOptions, type PostFirstCutRotationOptions,
  type ProfitabilityScreenedValueOptions, type QuantileOptions, type QuantileScreen, type RankedPortfolioBase,
  type RankedPortfolioOptions, type RankOptions, type RankPart, type RankWeighting,
  type RelativeStrengthRotationOptions, type RiskBudgetOptions, type RotationExit, type Screen,
  type ScreenedPortfolioOptions, type SectorRotationOptions, type SectorTiltBase, type SectorTiltOnField,
  type SectorTiltOnWeights, type SmallCapTiltOptions, type SortBy, type SortDimension, type SortedPortfolioOptions,
  type Strategy, type StrategyFor, type TrendFilterOptions, type UniverseStrategy, type ValuationReversionOptions,
  type ValuationScaledTiltOptions, type ValuedReport, type View, type Weighting, type Weights, type WithoutCash,
} from './strategy/index.js';

// The engine
// prettier-ignore
export {
  asAsset, averageWeights, backtest, besideBenchmarks, breakEvenCost, concentration, constantMixOf, contributions,
  explain, factorReturns, moneyWeightedReturn, portfolioSorts, randomEntryBenchmark, randomEntryOf, resultTable,
  slice, sweep, timingLuck, tranches, walkForward, type BacktestOptions, type BacktestResult,
  type BacktestResultJson, type BoundRule, type BreakEvenCost, type BreakEvenCostOptions, type Concentration,
  type Contributions, type CostLedger, type Costs, type DatedCost, type Decision, type FusedName, type Delisting,
  type Explanation, type FeeOnTop, type Flow, type FlowRecord, type Flows, type Group, type Impact, type Ledger,
  type Leverage, type LinkedParts, type MissingPolicy, type MoneyWeightedReturn, type NextTarget,
  type RandomEntryBenchmark, type RandomEntryBenchmarkOptions, type RandomEntryOptions, type ResultTableContent,
  type Rules, type Settings, type TimingChoice, type TimingFigures, type TimingLuck, type StrategySource,
  type SweepDiagnostics, type SweepDirection, type SweepExecutor, type SweepPath, type SweepGrid, type SweepJob,
  type SweepKeep, type SweepMetric, type SweepOptions, type SweepPivot, type SweepPivotOptions, type SweepResult,
  type SweepResultJson, type SweepSample, type SweepVariant, type WalkExecutor, type SweepWatch,
  type TimingLuckOptions, type TimingVariant, type Trade, type TradeTotal, type TradingCost, type FoldFigures,
  type WalkFold, type WalkForward, type WalkForwardJson, type WalkForwardOptions, type WalkStability, type OddValue,
  type SketchParts,
  type WalkWindows, type FactorSort, type FactorSource, type FormationCounts, type PortfolioSorts,
  type PortfolioSortsOptions, type SortCell, type SortDifference, type BesideBenchmarks,
  type BesideBenchmarksOptions, type BesideLine,
} from './engine/index.js';

// Statistics: one definition each
// prettier-ignore
export {
  activeReturns, alpha, annualReturns, appraisalRatio, arithmeticMean, autocorrelation,
  autocorrelationAdjustedVolatility, averageDrawdown, bearMarkets, bestPeriod, bestYear, beta, cagr, cagrByPeriods,
  calendarReturns, calmarRatio, captureOfCumulative, captureOfMeans, carinoLink, conditionalDrawdownAtRisk,
  conditionalStatistics, cornishFisherDomain, cornishFisherValueAtRisk, correlation, costSummary, decades,
  dollarCostAveraging, downBeta, downCapture, downHitCounts, downHitRate, downsideDeviation, downsideFrequency,
  downsidePotential, drawdowns, drawdownSeries, effectiveNumber, excessKurtosis, excessReturns, expanding,
  expectedShortfall, fundedLongShort, gainLossRatio, gaussianExpectedShortfall, gaussianValueAtRisk,
  geometricInformationRatio, geometricMean, geometricSharpeRatio, herfindahl, hitCounts, hitRate, informationRatio,
  kellyFraction, longShortSpread, marRatio, martinRatio, maxDrawdown, meanAbsoluteDeviation, modifiedDietz, mSquared,
  mSquaredExcess, newHighs, omegaRatio, omegaSharpeRatio, painIndex, painRatio, periodToDate, quantile, realReturns,
  relativeWealth, rolling, rollingWindows, rSquared, sampleExcessKurtosis, sampleSkewness, semiDeviation,
  sharpeRatio, sharpeStandardError, skewness, sortinoRatio, specificRisk, splice, spliceReport, spread, stability,
  staleRuns, summarize, systematicRisk, tailRatio, timeUnderWater, totalReturn, trackingError, trailingReturn,
  treynorRatio, turnoverSummary, ulcerIndex, upBeta, upCapture, upHitCounts, upHitRate, upsidePotential,
  upsidePotentialRatio, upsideRisk, valueAtRisk, volatility, volatilitySkewness, wealth, worstPeriod, worstYear,
  xirr, yearsOf, type AnnualReturn, type AutocorrelationAdjustedVolatilityOptions, type AutocorrelationOptions,
  type BearMarket, type BearMarkets, type BearMarketsOptions, type BenchmarkSummary, type CalendarYear,
  type ConditionalStatistics, type ConfidenceLevelOption, type CornishFisherDomain, type CostSummary,
  type DatedAmount, type DatedReturn, type DatedValues, type DollarCostAveraging, type DollarCostAveragingOptions,
  type Drawdown, type DrawdownFigures, type DrawdownLength, type HitCounts, type InternalRate,
  type LinkedContributions, type MarketOption, type MinimumAcceptableReturnOption, type ModifiedDietzInput,
  type NewHighs, type PeriodToDate, type PriceIndex, type PriceIndexObservation, type RatioFigures, type Regime,
  type RegimeStatistics, type ReturnFigures, type ReturnToDate, type RiskFigures, type RiskFreeOption,
  type RollingWindows, type SeriesStatistic, type SplicedSeries, type SpliceFee, type SpliceOptions,
  type SpliceOverlap, type SpliceReport, type Spread, type StaleRun, type StaleRunsOptions, type SummarizeOptions,
  type SummaryGroup, type Summary, type TradeLine, type TurnoverSummary, type WeightVector, type WindowLength,
} from './stats/index.js';

// Inference: how much a backtest proves
// prettier-ignore
export {
  adjustPValues, blockIndices, bootstrap, compareGroups, compareLoadings, deflatedSharpeRatio, eventStudy,
  factorRegression, forwardReturnRegression, haircutSharpeRatio, hitRateInterval, minimumBacktestLength,
  minimumTrackRecordLength, optimalBlockLength, probabilisticSharpeRatio, probabilityOfBacktestOverfitting,
  realityCheck, rollingLoadings, sharpeDifference, simulate, superiorPredictiveAbility, type AbnormalReturn,
  type BacktestOverfitting, type BacktestOverfittingOptions, type BaseRate, type BlockChoice,
  type BlockIndicesOptions, type BlockLengthFigures, type BlockMethod, type BlockPlan, type BlocksDrawn,
  type Bootstrap, type BootstrapExecutor, type BootstrapFigures, type BootstrapMean, type BootstrapOptions,
  type CompareGroupsOptions, type CriticalValues, type DataSnoopingFigures, type DataSnoopingOptions,
  type DeflatedSharpeRatio, type DeflatedSharpeRatioOptions, type ErrorOptions, type Estimate, type EventReturn,
  type EventStudy, type EventStudyOptions, type ExcludedEvent, type Exclusion, type FactorPanel,
  type FactorRegression, type FactorRegressionOptions, type Factors, type Fan, type ForwardReturnRegression,
  type ForwardReturnRegressionOptions, type GroupComparison, type HaircutSharpeRatio, type HaircutSharpeRatioOptions,
  type HitRateFigures, type HitRateInterval, type HitRateIntervalOptions, type HitRateMethod, type HorizonOption,
  type HorizonStudy, type Interval, type JointTest, type KnownFigure, type KnownJob, type LoadingsComparison,
  type MinimumBacktestLength, type MinimumBacktestLengthOptions, type MinimumTrackRecordLength,
  type OptimalBlockLength, type PathPoint, type Placebo, type Predictor, type ProbabilisticSharpeRatio,
  type ProbabilisticSharpeRatioOptions, type PValueMethod, type RealityCheck, type RegressionErrors,
  type RollingLoadings, type RollingLoadingsOptions, type SharpeDifference, type SharpeDifferenceOptions,
  type SharpeFigures, type SharpeOptions, type SimulatedPath, type SplitExecutor, type SplitJob,
  type SimulateOptions, type Simulation, type StudyEvent, type StudyEvents, type SuperiorPredictiveAbility,
  type Tabled, type TrialOptions, type TrialPerformance, type Trials,
} from './inference/index.js';
