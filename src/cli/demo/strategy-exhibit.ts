import type { BacktestResult } from '../../engine/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { compareSeries } from '../../report/index.js';
import type { Exhibit } from './section.js';

/** A strategy beside its benchmarks as an exhibit: its figures, its costs and its warnings. */
export function strategyExhibit(
  file: string,
  title: string,
  results: readonly BacktestResult[],
  benchmark: ReturnSeries,
  riskFree: ReturnSeries,
  labels: readonly string[],
): Exhibit {
  const comparison = compareSeries(results, { benchmark, riskFree, title, labels });
  return { file, table: comparison.table, data: comparison };
}
