import { deepFreeze } from '../core/index.js';
import { assertReturnSeries, countProxyRows, proxyNote, type ReturnSeries } from '../panel/index.js';
import { type Displayed, toHtml, toText, withDisplay } from '../table/index.js';
import type { Frequency, IsoDate } from '../time/index.js';
import type { AnnualReturn } from './annual-returns.js';
import { cashNote } from './cash-note.js';
import { checkOptions } from './check-options.js';
import { closesNote } from './closes-note.js';
import { dated, type Drawdown, episodesOf } from './drawdowns.js';
import { lessCash } from './excess-returns.js';
import { firstBelow, hasPath } from './no-hole.js';
import { observed, path } from './observed.js';
import { sharing } from './shared.js';
import { type BenchmarkSummary, summarizeAgainst } from './summarize-against.js';
import { type DrawdownFigures, summarizeDrawdown } from './summarize-drawdown.js';
import { type RatioFigures, summarizeRatios } from './summarize-ratios.js';
import { type ReturnFigures, summarizeReturns } from './summarize-returns.js';
import { type RiskFigures, summarizeRisk } from './summarize-risk.js';
import { summaryTable } from './summary-table.js';
import { yearsOfLife } from './years-of.js';

/** What {@link summarize} compares with. */
export interface SummarizeOptions {
  readonly benchmark?: ReturnSeries | undefined;
  /** Returns of cash per period. Absent: 0. */
  readonly riskFree?: ReturnSeries | undefined;
}

/**
 * The usual figures of one series, with what they were computed from, and every other one in groups. What is undefined is NaN, in JSON
 * null. Prints itself as a table.
 */
export interface Summary extends Displayed {
  readonly name: string;
  /** The day of the starting wealth, and the first and last day with a return; null for a series without returns. */
  readonly base: IsoDate | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly frequency: Frequency;
  readonly periodsPerYear: number;
  /** Returns used. */
  readonly periods: number;
  /** Missing returns inside the life. */
  readonly holes: number;
  /** How many of the returns are those of a proxy (see `splice`). */
  readonly proxyRows: number;
  /** Elapsed time, as `yearsOf` says. */
  readonly years: number;
  readonly totalReturn: number;
  readonly cagr: number;
  readonly volatility: number;
  /** The name of what stands for cash; null where it earns 0. */
  readonly riskFree: string | null;
  /** Excess returns behind the Sharpe ratio. */
  readonly excessPeriods: number;
  readonly sharpeRatio: number;
  /** Against a target of 0 per period. */
  readonly sortinoRatio: number;
  readonly maxDrawdown: number;
  /** The deepest fall with its dates; null where wealth never fell, or a hole hides its path. */
  readonly deepestDrawdown: Drawdown | null;
  /** Over the last 36 months. */
  readonly calmarRatio: number;
  /** Since inception. */
  readonly marRatio: number;
  /** Over complete calendar years; null where there is none. */
  readonly bestYear: AnnualReturn | null;
  readonly worstYear: AnnualReturn | null;
  /** Every figure by what it is about; the usual ones above stand in their group too. */
  readonly returns: ReturnFigures;
  readonly risk: RiskFigures;
  readonly drawdown: DrawdownFigures;
  readonly ratios: RatioFigures;
  /** The figures beside the benchmark; null without one. */
  readonly benchmark: BenchmarkSummary | null;
  /** What the figures must not be quoted without: how many periods cash covers, other holidays, returns that are a difference, proxy rows. */
  readonly notes: readonly string[];
}

/**
 * Every figure of one series in one frozen, plain object, each as the function of its name gives it. It shows itself as a table.
 *
 * The usual ones stand at the top, all of them in the groups `returns`, `risk`, `drawdown`, `ratios` and, with a benchmark, `benchmark`:
 * 61 figures of the series, 32 beside its benchmark. Targets are 0 per period and confidence levels 0.95; the functions take others.
 *
 * The figures are over the whole life of the series. To compare series, cut them to one window first (`overlap`). Rows of a proxy are
 * counted and named in `notes`.
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.unknown`.
 * @see the functions of the single figures for formulas and sources; Bacon, C. R. (2008), Practical Portfolio Performance
 *   Measurement and Attribution, 2nd ed., ch. 4.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [-0.5, 1.88], B: [-0.25, 0.5] } });
 * const { name, years, cagr, deepestDrawdown, benchmark } = summarize(returns('A'), { benchmark: returns('B') });
 * console.log(name, years, cagr.toFixed(2), deepestDrawdown?.depth, benchmark?.hitRate); // A 2 0.20 -0.5 0.5
 */
export function summarize(series: ReturnSeries, options: SummarizeOptions = {}): Summary {
  checkOptions('summarize', options, ['benchmark', 'riskFree']);
  const { benchmark, riskFree } = options;
  const summary = sharing(() => figuresOf(series, benchmark, riskFree));
  return withDisplay(summary, {
    text: (self) => toText(summaryTable(self)),
    html: (self) => toHtml(summaryTable(self)),
  });
}

/** The figures of a summary. Called within `sharing`: most of them are made of a few intermediate results. */
function figuresOf(
  series: ReturnSeries,
  benchmark: ReturnSeries | undefined,
  riskFree: ReturnSeries | undefined,
): Omit<Summary, 'toString'> {
  const life = path(series, 'summarize');
  if (benchmark !== undefined) assertReturnSeries('summarize', '"benchmark"', benchmark);
  const { calendar } = life;
  const periods = observed(life, 'summarize').length;
  const holes = calendar.length - periods;
  const dateOf = (row: number): IsoDate | null => (calendar.length === 0 ? null : calendar.date(row));
  const excessPeriods = observed(lessCash(life, riskFree, 'summarize'), 'summarize').length;
  const known = periods > 0 && hasPath(life.values);
  const falls = known ? episodesOf(life) : undefined;
  const returns = summarizeReturns(life, known);
  const risk = summarizeRisk(life);
  const drawdown = summarizeDrawdown(life, falls);
  const ratios = summarizeRatios(life, riskFree);
  const beside = benchmark === undefined ? null : deepFreeze(summarizeAgainst(life, benchmark, riskFree));
  const cover = cashNote({ riskFree: riskFree?.name ?? null, periods, excessPeriods, benchmark: beside });
  return {
    name: series.name,
    base: dateOf(-1),
    from: dateOf(0),
    to: dateOf(calendar.length - 1),
    frequency: calendar.frequency,
    periodsPerYear: calendar.periodsPerYear,
    periods,
    holes,
    proxyRows: countProxyRows(life),
    years: yearsOfLife(life),
    totalReturn: returns.totalReturn,
    cagr: returns.cagr,
    volatility: risk.volatility,
    riskFree: riskFree?.name ?? null,
    excessPeriods,
    sharpeRatio: ratios.sharpeRatio,
    sortinoRatio: ratios.sortinoRatio,
    maxDrawdown: drawdown.maxDrawdown,
    deepestDrawdown: falls?.[0] === undefined ? null : deepFreeze(dated(calendar, falls[0])),
    calmarRatio: ratios.calmarRatio,
    marRatio: ratios.marRatio,
    bestYear: returns.bestYear,
    worstYear: returns.worstYear,
    returns,
    risk,
    drawdown,
    ratios,
    benchmark: beside,
    notes: Object.freeze([...(cover === undefined ? [] : [cover]), ...notesOf(life, benchmark, riskFree)]),
  };
}

/** What kind of series it is, how it is paired, and the proxy rows of it and of what it is measured by, over its life. */
function notesOf(life: ReturnSeries, ...others: readonly (ReturnSeries | undefined)[]): readonly string[] {
  const notes = [life, ...others].flatMap((one) => {
    const note = one === undefined ? undefined : proxyNote(one, life.calendar);
    return note === undefined ? [] : [`${one!.name}: ${note}`];
  });
  const given = others.filter((one) => one !== undefined);
  return [
    ...(life.meta.kind === 'excess'
      ? [
          firstBelow(life.values) < 0
            ? `${life.name} is a difference of two returns: total return, CAGR and drawdowns are those of an investment that earned it in every period.`
            : `${life.name} is a difference of two returns, and one is below −100 %: no wealth grew by it, so total return, CAGR and drawdowns are undefined (–).`,
        ]
      : []),
    ...closesNote(life, ...given),
    ...new Set(notes),
  ];
}
