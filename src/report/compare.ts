import { assertFilledArray, assertKnownOptions } from '../core/index.js';
import { type DateWindow, indexOfAsset, type Panel, type ReturnSeries, slice, storeOf } from '../panel/index.js';
import { compareSeries } from './compare-series.js';
import type { Comparison } from './comparison.js';

/** Options of {@link compare}. */
export interface CompareOptions<Asset extends string = string> {
  /** An asset of the panel, or any return series; shown as the last column. */
  readonly benchmark?: Asset | ReturnSeries;
  /** Cash, as an asset of the panel or a series; 0 when absent, and the table says so. It never shortens the window. */
  readonly riskFree?: Asset | ReturnSeries;
  /** Look at a part of the history only. The window printed is the common one inside it. */
  readonly window?: DateWindow;
  readonly title?: string;
}

/**
 * Compares assets of a panel over the window in which all of them are listed, and says which window and which asset limits it.
 *
 * CAGR, volatility, Sharpe and Sortino ratio, deepest drawdown with its dates, worst and best complete calendar year; against a
 * benchmark also tracking error, information ratio, beta, alpha and hit rate. The columns stand in the order given: nothing is
 * ranked or picked.
 *
 * @param assets all of the panel's when absent.
 * @throws InputError `asset.unknown`, naming the near names; `panel.empty-window`, with the span of each; `option.unknown`.
 * @example
 * const comparison = compare(usFunds(), ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree: usTreasuryBill() });
 * console.log(comparison.window); // 2019-10 to 2026-07 (82 months; AVUV begins last)
 */
export function compare<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  assets: readonly NoInfer<Asset>[] = panel.assets,
  options: CompareOptions<NoInfer<Asset>> = {},
): Comparison {
  const store = storeOf(panel, 'compare');
  assertFilledArray('compare', 'the asset names', assets);
  assertKnownOptions('compare', options, ['benchmark', 'riskFree', 'window', 'title']);
  const { benchmark, riskFree, window, title } = options;
  const part = window === undefined ? panel : slice(panel, window);
  const seriesOf = (what: Asset | ReturnSeries): ReturnSeries => {
    if (typeof what !== 'string') return what;
    indexOfAsset(store, what, 'compare');
    return part.returns(what);
  };
  return compareSeries([...new Set<Asset>(assets)].map(seriesOf), {
    ...(benchmark === undefined ? {} : { benchmark: seriesOf(benchmark) }),
    ...(riskFree === undefined ? {} : { riskFree: seriesOf(riskFree) }),
    ...(title === undefined ? {} : { title }),
  });
}
