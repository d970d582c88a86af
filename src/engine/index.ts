export { asAsset } from './as-asset.js';
export { backtest } from './backtest.js';
export {
  besideBenchmarks,
  type BesideBenchmarks,
  type BesideBenchmarksOptions,
  type BesideLine,
} from './benchmarks/beside-benchmarks.js';
export { concentration, type Concentration } from './concentration.js';
export { contributions, type Contributions, type LinkedParts } from './contributions.js';
export { breakEvenCost, type BreakEvenCost, type BreakEvenCostOptions } from './break-even-cost.js';
export { averageWeights, constantMixOf } from './constant-mix.js';
export type { Costs, DatedCost, FeeOnTop, Impact, TradingCost } from './costs-options.js';
export { explain, type Explanation } from './explain.js';
export type { Flow, Flows } from './flows-options.js';
export { makeResult, type ResultParts } from './make-result.js';
export { moneyWeightedReturn, type MoneyWeightedReturn } from './money-weighted-return.js';
export type { BacktestOptions } from './options.js';
export {
  randomEntryBenchmark,
  type RandomEntryBenchmark,
  type RandomEntryBenchmarkOptions,
} from './random-entry-benchmark.js';
export { randomEntryOf, type RandomEntryOptions } from './random-entry.js';
export type {
  BacktestResult,
  BoundRule,
  CostLedger,
  Decision,
  FlowRecord,
  Ledger,
  NextTarget,
  Settings,
  Trade,
  TradeTotal,
} from './result.js';
export type { BacktestResultJson } from './result-json.js';
export { resultTable, type ResultTableContent } from './result-table.js';
export type { Delisting, Group, Leverage, MissingPolicy, Rules } from './rules-options.js';
export { slice } from './slice.js';
export { factorReturns, type FactorSort, type FactorSource } from './sorts/factor-returns.js';
export {
  portfolioSorts,
  type FormationCounts,
  type PortfolioSorts,
  type PortfolioSortsOptions,
} from './sorts/portfolio-sorts.js';
export type { SortCell } from './sorts/sort-cell.js';
export type { SortDifference } from './sorts/sort-differences.js';
export {
  timingLuck,
  type TimingFigures,
  type TimingLuck,
  type TimingLuckOptions,
  type TimingVariant,
} from './timing-luck.js';
export type { TimingChoice } from './timing-schedules.js';
export { tranches } from './tranches.js';
export type { SweepGrid, SweepSample } from './sweep/parameter-space.js';
export type { SweepPivot, SweepPivotOptions } from './sweep/pivot.js';
export type { FusedName } from './sweep/moments.js';
export { assertCrosses } from './sweep/assert-crosses.js';
export { makeChunkRunner, type ChunkRunner } from './sweep/chunk-runner.js';
export { loadFactory } from './sweep/load-factory.js';
export { SMALLEST_PIECE } from './sweep/run-chunk.js';
export { wordsFor } from './sweep/words-for.js';
export { jobToParts, type SweepJobParts } from './sweep/job-parts.js';
export { sweep } from './sweep/sweep.js';
export type { SweepDiagnostics, SweepPath } from './sweep/sweep-diagnostics.js';
export type { SweepExecutor, SweepJob, WalkExecutor } from './sweep/sweep-executor.js';
export type { SweepMetric } from './sweep/sweep-metrics.js';
export type { SweepKeep, StrategySource, SweepOptions, SweepWatch } from './sweep/sweep-options.js';
export {
  makeSweepResult,
  SWEEP_FORM,
  type SweepDirection,
  type SweepResult,
  type SweepResultJson,
  type SweepVariant,
} from './sweep/sweep-result.js';
export { QuantileSketch, type SketchParts } from './sweep/quantile-sketch.js';
export { ODD_WORDS, oddValue, type OddValue } from './odd-values.js';
export { FOLD_FIGURES, makeWalkForward, WALK_FORM } from './walk-forward/make-walk-forward.js';
export { stabilityOf } from './walk-forward/stability.js';
export {
  walkForward,
  type WalkFold,
  type WalkForward,
  type WalkForwardJson,
  type WalkForwardOptions,
} from './walk-forward/walk-forward.js';
export type { WalkWindows } from './walk-forward/folds.js';
export type { FoldFigures, WalkStability } from './walk-forward/stability.js';
