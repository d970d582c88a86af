import { assertFilledArray, assertKnownOptions, describeValue, InputError } from '../core/index.js';
import {
  assertReturnSeries,
  commonWindow,
  type DateWindow,
  describeWindow,
  fromSeries,
  onCommonCloses,
  makeReturnSeries,
  type ReturnSeries,
  storeOf,
  overlap,
} from '../panel/index.js';
import { annualReturns, closesNote, summarize } from '../stats/index.js';
import { toHtml, toText, withDisplay } from '../table/index.js';
import type { Compared, Comparison } from './comparison.js';
import { type ComparisonGroup, comparisonGroups } from './comparison-groups.js';
import { comparisonNotes } from './comparison-notes.js';
import { comparisonRows } from './comparison-rows.js';
import { comparisonTable } from './comparison-table.js';
import { sameSeries } from './same-series.js';
import { isResult } from './is-result.js';
import { withinCalendar, withinWindow } from './within-window.js';

/** Options of {@link compareSeries}. */
export interface CompareSeriesOptions {
  /** What every series is measured against; shown as the last column, unless it is among the series. */
  readonly benchmark?: ReturnSeries | undefined;
  /** Cash, for the Sharpe ratio, alpha and beta; 0 when absent, and the table says so. It never shortens the window. */
  readonly riskFree?: ReturnSeries | undefined;
  readonly title?: string | undefined;
  /** Short column heads, one per series and one for the benchmark; the names when absent. */
  readonly labels?: readonly string[] | undefined;
  /** Rows to add to the usual ones, by what they are about, in this order: every figure of `summarize`, and how backtests traded. */
  readonly groups?: readonly ComparisonGroup[] | undefined;
  /** Look at a part of the history only; turnover and costs of backtests are then of the window compared. */
  readonly window?: DateWindow | undefined;
}

/**
 * Compares return series, results of backtests among them, over the window in which all have returns.
 *
 * Daily and weekly series of different holidays are compounded between the closes that all have, and the table says so.
 *
 * @param given one or more, of one frequency, with distinct names or distinct `labels`.
 * @throws InputError `series.invalid`, `panel.name` (two of one name and no labels), `calendar.mismatch`, `panel.empty-window`, `option.unknown`,
 *   `option.type` and `option.range` (a group that there is not, labels that are not one per column), `date.format`.
 * @example
 * const tilt = backtest(usFunds(), smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
 * const comparison = compareSeries([tilt], { benchmark: usFunds().returns('SPY') });
 * console.log(comparison.window); // 2000-06 to 2026-07 (314 months; IWM begins last)
 */
export function compareSeries(given: readonly ReturnSeries[], options: CompareSeriesOptions = {}): Comparison {
  const where = 'compareSeries';
  assertKnownOptions(where, options, ['benchmark', 'riskFree', 'title', 'labels', 'groups', 'window']);
  assertFilledArray(where, 'the series', given);
  const groups = comparisonGroups(where, options.groups);
  const { riskFree } = options;
  if (options.benchmark !== undefined) assertReturnSeries(where, '"benchmark"', options.benchmark);
  const series = given.map((one, index) => withinWindow(one, options.window, `series ${index}`));
  const rival = options.benchmark && withinWindow(options.benchmark, options.window, '"benchmark"');
  const benchmark = amongThem(series, rival);
  if (riskFree !== undefined) assertReturnSeries(where, '"riskFree"', riskFree);
  const all = benchmark === undefined || series.includes(benchmark) ? [...series] : [...series, benchmark];
  const labels = labelsOf(options.labels, all);
  assertOneFrequency(where, riskFree === undefined ? all : [...all, riskFree]);
  const keys = distinctNames(all, options.labels === undefined ? undefined : labels);
  const joined = fromSeries(...all.map((one, index) => named(one, keys[index]!)));
  const common = commonWindow(storeOf(joined, where), joined.assets, where);
  // Daily and weekly series of different holidays: a row over a holiday of one stands beside the same days of the others.
  const paired = onCommonCloses(all);
  const alike = paired.every((one, index) => one === all[index]);
  const cut = overlap(alike ? joined : fromSeries(...paired.map((one, index) => named(one, keys[index]!))));
  const window = describeWindow(cut.calendar, {
    startLimitedBy: limiting(common.startLimitedBy, 'startLimitedBy', all, keys, labels),
    endLimitedBy: limiting(common.endLimitedBy, 'endLimitedBy', all, keys, labels),
  });
  const cuts = all.map((one, index) => named(cut.returns(keys[index]!), one.name));
  const traded = options.window === undefined ? all : all.map((one) => withinCalendar(one, cut.calendar));
  const compared = all.map((one, index): Compared => {
    const own = cuts[index]!;
    const measured = benchmark === undefined || one === benchmark ? {} : { benchmark: cuts[all.indexOf(benchmark)]! };
    return {
      summary: summarize(own, { ...measured, ...(riskFree === undefined ? {} : { riskFree }) }),
      ...tradingOf(traded[index]!),
    };
  });
  const notes = comparisonNotes({
    window,
    closes: closesNote(...all),
    periods: cut.calendar.length,
    completeYears: Math.max(...cuts.map(completeYears)),
    series: traded,
    labels,
    summaries: compared.map(({ summary }) => summary),
    cut: cuts,
    riskFree,
    groups,
  });
  const title = options.title ?? titleOf(all, labels, benchmark);
  const rows = comparisonRows(compared, groups);
  const comparison = {
    from: cut.calendar.date(0),
    to: cut.calendar.date(cut.calendar.length - 1),
    periods: cut.calendar.length,
    window,
    compared: Object.freeze(compared),
    benchmark: benchmark?.name ?? null,
    riskFree: riskFree?.name ?? null,
    table: comparisonTable(title, compared, labels, notes, groups),
    columns: Object.freeze(Object.keys(rows[0]!)),
    rows: Object.freeze(rows),
    notes: Object.freeze(notes),
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
  return withDisplay(comparison, { text: ({ table }) => toText(table), html: ({ table }) => toHtml(table) });
}

const completeYears = (series: ReturnSeries): number => annualReturns(series).filter(({ complete }) => complete).length;

/** What tells the columns apart: their names, or their labels where names are shared (one mix under two schedules, say). */
function distinctNames(all: readonly ReturnSeries[], labels: readonly string[] | undefined): readonly string[] {
  const names = all.map(({ name }) => name);
  const shared = names.find((name, index) => names.indexOf(name) !== index);
  if (shared === undefined) return names;
  if (labels !== undefined) return labels;
  throw new InputError(
    'panel.name',
    `compareSeries: two series are called "${shared}". Tell them apart with labels: ['…', …], one per column, the benchmark's last.`,
    { name: shared },
  );
}

const named = (series: ReturnSeries, name: string): ReturnSeries =>
  series.name === name ? series : makeReturnSeries(name, series.calendar, series.values.slice(), series.meta);

function assertOneFrequency(where: string, all: readonly ReturnSeries[]): void {
  const [first] = all;
  const other = all.find(({ calendar }) => calendar.frequency !== first?.calendar.frequency);
  if (first === undefined || other === undefined) return;
  throw new InputError(
    'calendar.mismatch',
    `${where}: "${first.name}" is ${first.calendar.frequency}, but "${other.name}" is ${other.calendar.frequency}. ` +
      'Bring the finer data to the other frequency first: resample(panel, …).',
    { where, series: [first.name, other.name] },
  );
}

function titleOf(all: readonly ReturnSeries[], labels: readonly string[], benchmark: ReturnSeries | undefined): string {
  const names = labels.filter((_, index) => all[index] !== benchmark);
  if (benchmark === undefined || names.length === 0) return labels.join(', ');
  return `${names.join(', ')} against ${labels[all.indexOf(benchmark)]!}`;
}

/** The benchmark, as the compared series that it is where it is one of them. */
function amongThem(series: readonly ReturnSeries[], benchmark: ReturnSeries | undefined): ReturnSeries | undefined {
  if (benchmark === undefined) return undefined;
  series.forEach((one, index) => {
    assertReturnSeries('compareSeries', `series ${index}`, one);
  });
  return series.find((one) => sameSeries(one, benchmark)) ?? benchmark;
}

function labelsOf(given: unknown, all: readonly ReturnSeries[]): readonly string[] {
  all.forEach((one, index) => {
    assertReturnSeries('compareSeries', `series ${index}`, one);
  });
  if (given === undefined) return all.map(({ name }) => name);
  const labels: readonly unknown[] = Array.isArray(given) ? given : [];
  const texts = labels.filter((label): label is string => typeof label === 'string' && label.trim() !== '');
  if (texts.length === all.length && labels.length === all.length && new Set(texts).size === all.length) return texts;
  throw new InputError(
    'option.range',
    `compareSeries: "labels" must be ${all.length} distinct names, one per column (${all.map(({ name }) => name).join(', ')}); ` +
      `found ${Array.isArray(given) ? labels.map(describeValue).join(', ') || 'none' : describeValue(given)}.`,
  );
}

/** What limits the window, by column; for a backtest the assets that limit it. */
function limiting(
  names: readonly string[],
  bound: 'startLimitedBy' | 'endLimitedBy',
  all: readonly ReturnSeries[],
  keys: readonly string[],
  labels: readonly string[],
): string[] {
  const limits = names.flatMap((name) => {
    const index = keys.indexOf(name);
    const one = all[index]!;
    const assets = isResult(one) ? one.settings[bound] : [];
    return assets.length > 0 ? assets : [labels[index]!];
  });
  return [...new Set(limits)];
}

function tradingOf(series: ReturnSeries): Pick<Compared, 'trading'> {
  if (!isResult(series)) return {};
  const { decisions, turnover, costs } = series;
  return {
    trading: {
      decisions: decisions.length,
      trades: turnover.trades,
      turnoverPerYear: turnover.perYear,
      costDragPerYear: costs.dragPerYear,
      firstPurchase: turnover.firstPurchase,
      turnover: turnover.turnover,
      firstPurchaseCost: costs.firstPurchase,
      totalCost: costs.total,
    },
  };
}
