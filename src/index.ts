// The table of contents: what a user may rely on, grouped. Everything else is inside.

// Data on one calendar
// prettier-ignore
export {
  InputError, isInputError, type ErrorCode, type ErrorDetails, type ReadonlyFloat64Array, type ReadonlyInt32Array,
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
  type CalendarSchedule, type DriftOptions, type DriftSchedule, type Schedule, type TargetChangeSchedule,
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
  expandingPercentile, firstCuts, monthsSince, type DatedEvent, type EventList, type ExpandingPercentileOptions,
  type FirstCut, type FirstCutOptions, type FirstCuts, type RateHistory, type RateObservation,
} from './signals/index.js';

// Strategies
// prettier-ignore
export {
  applyScreens, atLeast, atMost, bottomFraction, buyAndHold, compositeRank, defineStrategy, drawdownFilter,
  dropBottomFraction, equalWeight, fixedMix, inverseVolatility, movingAverageFilter, postFirstCutRotation,
  profitabilityScreenedValue, rankedPortfolio, relativeStrengthRotation, riskBudget, screenedPortfolio, sectorTilt,
  smallCapTilt, topCount, topFraction, valuationScaledTilt, weighBy, weighByRank, withTrendFilter,
  type AbsoluteStrength, type Allocation, type BoundScreen, type BreakpointOptions, type BuyAndHoldOptions,
  type CompositeRank, type CountScreen, type DrawdownFilterOptions, type EqualWeighting, type EqualWeightOptions,
  type FieldWeighting, type FixedMixOptions, type Funding, type InverseVolatilityOptions,
  type MovingAverageFilterOptions, type PostFirstCutRotationOptions, type ProfitabilityScreenedValueOptions,
  type QuantileOptions, type QuantileScreen, type RankedPortfolioBase, type RankedPortfolioOptions, type RankOptions,
  type RankPart, type RankWeighting, type RelativeStrengthRotationOptions, type RiskBudgetOptions, type Screen,
  type ScreenedPortfolioOptions, type SectorTiltBase, type SectorTiltOnField, type SectorTiltOnWeights,
  type SmallCapTiltOptions, type Strategy, type StrategyFor, type TrendFilterOptions, type UniverseStrategy,
  type ValuationScaledTiltOptions, type View, type Weighting, type Weights, type WithoutCash,
} from './strategy/index.js';

// The engine
// prettier-ignore
export {
  asAsset, averageWeights, backtest, breakEvenCost, concentration, constantMixOf, contributions, explain,
  moneyWeightedReturn, randomEntryBenchmark, randomEntryOf, resultTable, slice, timingLuck, tranches,
  type BacktestOptions, type BacktestResult, type BacktestResultJson, type BoundRule, type BreakEvenCost,
  type BreakEvenCostOptions, type Concentration, type Contributions, type CostLedger, type Costs, type DatedCost,
  type Decision, type Delisting, type Explanation, type FeeOnTop, type Flow, type FlowRecord, type Flows, type Group,
  type Impact, type Ledger, type Leverage, type LinkedParts, type MissingPolicy, type MoneyWeightedReturn,
  type NextTarget, type RandomEntryBenchmark, type RandomEntryBenchmarkOptions, type RandomEntryOptions,
  type ResultTableContent, type Rules, type Settings, type TimingChoice, type TimingFigures, type TimingLuck,
  type TimingLuckOptions, type TimingVariant, type Trade, type TradingCost,
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
  sharpeRatio, sharpeStandardError, skewness, sortinoRatio, specificRisk, splice, spliceReport,
  spreadOverBenchmark as spread, stability, staleRuns, summarize, systematicRisk, tailRatio, timeUnderWater,
  totalReturn, trackingError, trailingReturn, treynorRatio, turnoverSummary, ulcerIndex, upBeta, upCapture,
  upHitCounts, upHitRate, upsidePotential, upsidePotentialRatio, upsideRisk, valueAtRisk, volatility,
  volatilitySkewness, wealth, worstPeriod, worstYear, xirr, yearsOf, type AnnualReturn,
  type AutocorrelationAdjustedVolatilityOptions, type AutocorrelationOptions, type BearMarket, type BearMarkets,
  type BearMarketsOptions, type BenchmarkSummary, type CalendarYear, type ConditionalStatistics,
  type ConfidenceLevelOption, type CornishFisherDomain, type CostSummary, type DatedAmount, type DatedReturn,
  type DatedValues, type DollarCostAveraging, type DollarCostAveragingOptions, type Drawdown, type DrawdownFigures,
  type DrawdownLength, type HitCounts, type InternalRate, type LinkedContributions, type MarketOption,
  type MinimumAcceptableReturnOption, type ModifiedDietzInput, type NewHighs, type PeriodToDate, type PriceIndex,
  type PriceIndexObservation, type RatioFigures, type Regime, type RegimeStatistics, type ReturnFigures,
  type ReturnToDate, type RiskFigures, type RiskFreeOption, type RollingWindows, type SeriesStatistic,
  type SplicedSeries, type SpliceFee, type SpliceOptions, type SpliceOverlap, type SpliceReport, type Spread,
  type StaleRun, type StaleRunsOptions, type SummarizeOptions, type Summary, type TradeLine, type TurnoverSummary,
  type WeightVector, type WindowLength,
} from './stats/index.js';
