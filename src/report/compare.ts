import { assertFilledArray, assertKnownOptions, InputError } from '../core/index.js';
import {
  assertReturnSeries,
  commonWindow,
  type DateWindow,
  indexOfAsset,
  type Panel,
  type PanelStore,
  type ReturnSeries,
  rowsOf,
  sliceRows,
  storeOf,
} from '../panel/index.js';
import { compareSeries } from './compare-series.js';
import type { ComparisonGroup } from './comparison-groups.js';
import type { Comparison } from './comparison.js';
import { sameSeries } from './same-series.js';

/** Options of {@link compare}. */
export interface CompareOptions<Asset extends string = string> {
  /** An asset of the panel, or any return series; shown as the last column, unless it is among the assets. */
  readonly benchmark?: Asset | ReturnSeries | undefined;
  /** Cash, as an asset of the panel or a series; 0 when absent, and the table says so. It never shortens the window. */
  readonly riskFree?: Asset | ReturnSeries | undefined;
  /** Look at a part of the history only. The window printed is the common one inside it. */
  readonly window?: DateWindow | undefined;
  readonly title?: string | undefined;
  /** Rows to add to the usual ones, by what they are about, in this order: every figure of `summarize`. */
  readonly groups?: readonly ComparisonGroup[] | undefined;
}

/**
 * Compares assets of a panel over the window in which all of them are listed, and says which window and which asset limits it.
 *
 * CAGR, volatility, Sharpe and Sortino ratio, deepest drawdown with its dates, worst and best complete calendar year; against a
 * benchmark also tracking error, information ratio, beta, alpha and hit rate; `groups` adds the other figures of `summarize`. The columns stand in the order given: nothing is
 * ranked or picked.
 *
 * @param assets all of the panel's when absent; a name given twice counts once.
 * @throws InputError `asset.unknown`, naming the near names; `panel.empty-window`, with the span of each; `option.unknown`, `option.range` (a group that there is not).
 * @example
 * const comparison = compare(usFunds(), ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree: usTreasuryBill() });
 * console.log(comparison.window); // 2019-10 to 2026-07 (82 months; AVUV begins last)
 */
export function compare<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  assets: readonly NoInfer<Asset>[] = storeOf(panel, 'compare').assets as readonly NoInfer<Asset>[],
  options: CompareOptions<NoInfer<Asset>> = {},
): Comparison {
  const store = storeOf(panel, 'compare');
  assertFilledArray('compare', 'the asset names', assets);
  assertKnownOptions('compare', options, ['benchmark', 'riskFree', 'window', 'title', 'groups']);
  const { benchmark, riskFree, window, title, groups } = options;
  const names = [...new Set<Asset>(assets)];
  const compared = typeof benchmark === 'string' ? new Set([...names, benchmark]) : new Set(names);
  const part = window === undefined ? panel : within(panel, store, [...compared], window);
  const seriesOf = (what: Asset | ReturnSeries): ReturnSeries => {
    if (typeof what === 'string') {
      indexOfAsset(store, what, 'compare');
      return part.returns(what);
    }
    // The panel's own series, handed over as such, is the asset: it must not stand beside itself.
    assertReturnSeries('compare', 'what is compared, unless it is named,', what);
    const own = panel.assets.find((asset) => asset === what.name && sameSeries(panel.returns(asset), what));
    return own === undefined ? what : part.returns(own);
  };
  return compareSeries(names.map(seriesOf), {
    ...(benchmark === undefined ? {} : { benchmark: seriesOf(benchmark) }),
    ...(riskFree === undefined ? {} : { riskFree: seriesOf(riskFree) }),
    ...(title === undefined ? {} : { title }),
    groups,
  });
}

/** The panel inside a window; an error that gives the whole span of each asset where they are not all listed there. */
function within<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  store: PanelStore,
  assets: readonly Asset[],
  window: DateWindow,
): Panel<Asset, Field, Indicator> {
  const { first, last } = rowsOf(store.calendar, window, 'compare, window');
  const common = commonWindow(store, assets, 'compare');
  if (common.first > last || common.last < first) {
    const { calendar } = store;
    const spans = assets.map((asset) => {
      const index = indexOfAsset(store, asset, 'compare');
      return `${asset} ${calendar.date(store.first[index]!)} to ${calendar.date(store.last[index]!)}`;
    });
    throw new InputError(
      'panel.empty-window',
      `compare: no row from ${window.from ?? 'the start'} to ${window.to ?? 'the end'} on which all of ${assets.join(', ')} are ` +
        `listed (${spans.join('; ')}). Widen the window or leave one out.`,
      { where: 'compare', assets, ...window },
    );
  }
  return sliceRows<Asset, Field, Indicator>(store, panel.assets, first, last);
}
