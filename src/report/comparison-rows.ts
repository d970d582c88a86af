import type { CellValue, Row } from '../table/index.js';
import { type Compared, plain } from './comparison.js';
import type { ComparisonLines } from './comparison-groups.js';

/** The figures of a comparison as flat rows, one per series, those of `groups` last; what does not apply is null. */
export function comparisonRows(compared: readonly Compared[], groups: readonly ComparisonLines[]): Row[] {
  return compared.map((one) => {
    const { summary, trading } = one;
    const { benchmark, deepestDrawdown: fall, bestYear, worstYear } = summary;
    const values: Record<string, CellValue> = {
      name: summary.name,
      from: summary.from,
      to: summary.to,
      periods: summary.periods,
      proxyRows: summary.proxyRows,
      totalReturn: summary.totalReturn,
      cagr: summary.cagr,
      volatility: summary.volatility,
      sharpeRatio: summary.sharpeRatio,
      sortinoRatio: summary.sortinoRatio,
      calmarRatio: summary.calmarRatio,
      maxDrawdown: summary.maxDrawdown,
      drawdownPeak: fall?.peak ?? null,
      drawdownTrough: fall?.trough ?? null,
      drawdownRecovery: fall?.recovery ?? null,
      worstYear: worstYear?.year ?? null,
      worstYearReturn: worstYear?.return ?? null,
      bestYear: bestYear?.year ?? null,
      bestYearReturn: bestYear?.return ?? null,
      benchmark: benchmark?.name ?? null,
      trackingError: benchmark?.trackingError ?? null,
      informationRatio: benchmark?.informationRatio ?? null,
      beta: benchmark?.beta ?? null,
      alpha: benchmark?.alpha ?? null,
      correlation: benchmark?.correlation ?? null,
      hitRate: benchmark?.hitRate ?? null,
      ties: benchmark?.ties ?? null,
      turnoverPerYear: trading?.turnoverPerYear ?? null,
      costDragPerYear: trading?.costDragPerYear ?? null,
      decisions: trading?.decisions ?? null,
      trades: trading?.trades ?? null,
    };
    for (const { key, cell } of groups.flatMap(({ lines }) => lines)) values[key] ??= cell(one).value;
    return Object.freeze(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)])));
  });
}
