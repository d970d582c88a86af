import { assertFilledArray, assertKnownOptions, InputError } from '../core/index.js';
import type { BacktestResult } from '../engine/index.js';
import {
  assertReturnSeries,
  commonWindow,
  describeWindow,
  fromSeries,
  type ReturnSeries,
  storeOf,
  overlap,
} from '../panel/index.js';
import { summarize } from '../stats/index.js';
import { toHtml, toText, withDisplay } from '../table/index.js';
import type { Compared, Comparison } from './comparison.js';
import { comparisonNotes } from './comparison-notes.js';
import { comparisonRows } from './comparison-rows.js';
import { comparisonTable } from './comparison-table.js';

/** Options of {@link compareSeries}. */
export interface CompareSeriesOptions {
  /** What every series is measured against; shown as the last column. */
  readonly benchmark?: ReturnSeries;
  /** Cash, for the Sharpe ratio, alpha and beta; 0 when absent, and the table says so. It never shortens the window. */
  readonly riskFree?: ReturnSeries;
  readonly title?: string;
  /** Short column heads, one per series and one for the benchmark; the names when absent. */
  readonly labels?: readonly string[];
}

/**
 * Compares return series, results of backtests among them, over the window in which all have returns.
 *
 * @param series one or more, with distinct names and of one frequency.
 * @throws InputError `series.invalid`, `panel.name` (two of one name), `calendar.mismatch`, `panel.empty-window`, `option.unknown`.
 * @example
 * const tilt = backtest(usFunds(), smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
 * const comparison = compareSeries([tilt], { benchmark: usFunds().returns('SPY') });
 * console.log(comparison.window); // 2000-06 to 2026-07 (314 months; IWM begins last)
 */
export function compareSeries(series: readonly ReturnSeries[], options: CompareSeriesOptions = {}): Comparison {
  const where = 'compareSeries';
  assertKnownOptions(where, options, ['benchmark', 'riskFree', 'title', 'labels']);
  assertFilledArray(where, 'the series', series);
  const { benchmark, riskFree } = options;
  if (benchmark !== undefined) assertReturnSeries(where, '"benchmark"', benchmark);
  if (riskFree !== undefined) assertReturnSeries(where, '"riskFree"', riskFree);
  const all = benchmark === undefined || series.includes(benchmark) ? [...series] : [...series, benchmark];
  const labels = labelsOf(options.labels, all);
  const joined = fromSeries(...all);
  const common = commonWindow(storeOf(joined, where), joined.assets, where);
  const cut = overlap(joined);
  const window = describeWindow(cut.calendar, {
    startLimitedBy: limiting(common.startLimitedBy, 'startLimitedBy', all, labels),
    endLimitedBy: limiting(common.endLimitedBy, 'endLimitedBy', all, labels),
  });
  const compared = all.map((one): Compared => {
    const own = cut.returns(one.name);
    const measured = benchmark === undefined || one === benchmark ? {} : { benchmark: cut.returns(benchmark.name) };
    return {
      summary: summarize(own, { ...measured, ...(riskFree === undefined ? {} : { riskFree }) }),
      ...tradingOf(one),
    };
  });
  const notes = comparisonNotes(
    window,
    all,
    compared.map(({ summary }) => summary),
    riskFree,
  );
  const versus = benchmark === undefined ? '' : ` against ${labels[all.indexOf(benchmark)]!}`;
  const title =
    options.title ??
    `${all
      .filter((one) => one !== benchmark)
      .map((one) => labels[all.indexOf(one)]!)
      .join(', ')}${versus}`;
  const rows = comparisonRows(compared);
  const comparison = {
    from: cut.calendar.date(0),
    to: cut.calendar.date(cut.calendar.length - 1),
    periods: cut.calendar.length,
    window,
    compared: Object.freeze(compared),
    benchmark: benchmark?.name ?? null,
    riskFree: riskFree?.name ?? null,
    table: comparisonTable(title, compared, labels, notes),
    columns: Object.freeze(Object.keys(rows[0]!)),
    rows: Object.freeze(rows),
    notes: Object.freeze(notes),
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
  return withDisplay(comparison, { text: ({ table }) => toText(table), html: ({ table }) => toHtml(table) });
}

function labelsOf(labels: readonly string[] | undefined, all: readonly ReturnSeries[]): readonly string[] {
  all.forEach((one, index) => {
    assertReturnSeries('compareSeries', `series ${index}`, one);
  });
  if (labels === undefined) return all.map(({ name }) => name);
  if (labels.length === all.length && new Set(labels).size === labels.length) return labels;
  throw new InputError(
    'option.range',
    `compareSeries: "labels" must be ${all.length} distinct names, one per column; found ${labels.join(', ')}.`,
  );
}

/** What limits the window, by column; for a backtest the assets that limit it. */
function limiting(
  names: readonly string[],
  bound: 'startLimitedBy' | 'endLimitedBy',
  all: readonly ReturnSeries[],
  labels: readonly string[],
): string[] {
  const limits = names.flatMap((name) => {
    const index = all.findIndex((one) => one.name === name);
    const assets = 'settings' in all[index]! ? (all[index] as BacktestResult).settings[bound] : [];
    return assets.length > 0 ? assets : [labels[index]!];
  });
  return [...new Set(limits)];
}

function tradingOf(series: ReturnSeries): Pick<Compared, 'trading'> {
  if (!('decisions' in series && 'turnover' in series && 'costs' in series)) return {};
  const { decisions, turnover, costs } = series as BacktestResult;
  return {
    trading: {
      decisions: decisions.length,
      trades: turnover.trades,
      turnoverPerYear: turnover.perYear,
      costDragPerYear: costs.dragPerYear,
    },
  };
}
