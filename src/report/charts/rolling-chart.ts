import { assertKnownOptions, assertObject, assertOneOf, InputError } from '../../core/index.js';
import { assertReturnSeries, lived, type ReturnSeries, slice } from '../../panel/index.js';
import {
  beta,
  cagr,
  type DatedValues,
  lengthInWords,
  rolling,
  sharpeRatio,
  totalReturn,
  volatility,
  type WindowLength,
  windowLength,
} from '../../stats/index.js';
import { numberCell, percentCell } from '../../table/index.js';
import { parseIsoDate } from '../../time/index.js';
import { type Chart, makeChart } from './chart.js';
import { chartSeries, type SeriesInput } from './chart-series.js';
import { type DatedLine, linesTable } from './dated-lines.js';
import { extent, percentFormat } from './scale-ticks.js';
import { namesInWords, sentences } from './subtitle.js';
import { bandsOf, drawTimeLines, type TimeChartOptions } from './time-chart.js';
import { ruleAt } from './time-layers.js';

/** What rolls. */
export type RollingFigure = 'return' | 'volatility' | 'sharpeRatio' | 'beta';

/** Options of {@link rollingChart}. */
export interface RollingChartOptions extends TimeChartOptions {
  /** 'return' is the return a year (CAGR), in windows under a year the return of the whole window. */
  readonly of: RollingFigure;
  readonly window: WindowLength;
  /** What beta is measured against. */
  readonly benchmark?: ReturnSeries | undefined;
  /** Cash, for the Sharpe ratio and beta; 0 when absent, and the subtitle says so. */
  readonly riskFree?: ReturnSeries | undefined;
}

/**
 * A statistic over a moving window, one value for every row on which a whole window ends.
 *
 * The values are those of `rolling(cagr | volatility | sharpeRatio | beta, window)`; with cash over the life of cash alone, since a window of which it knows a few
 * rows only would show a figure of these. Neighbouring windows share all rows but one; the notes say
 * how few have none in common.
 *
 * @throws InputError `series.invalid`, `panel.name`, `panel.empty-window` (shorter than the window), `calendar.mismatch`, `option.missing` (beta without a benchmark), `option.unknown`,
 *   `option.type`, `option.range`.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (rolling statistics).
 * @example
 * const funds = usFunds();
 * const chart = rollingChart(funds.returns('IWM'), { of: 'beta', window: { months: 36 }, benchmark: funds.returns('SPY') });
 * console.log(chart.title, chart.data.rows.length); // Beta of IWM to SPY over 3 years 279
 */
export function rollingChart(series: SeriesInput, options: RollingChartOptions): Chart {
  const where = 'rollingChart';
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, options, ['title', 'bands', 'of', 'window', 'benchmark', 'riskFree']);
  const { of, benchmark, riskFree } = options;
  assertOneOf(where, 'of', of, ['return', 'volatility', 'sharpeRatio', 'beta']);
  assertObject(where, '"window"', options.window);
  const words = lengthInWords(windowLength(where, options.window));
  const { all, marks, notes } = chartSeries(where, series);
  const rolled = all.map((one) => rolledFigure(where, one, options));
  const empty = rolled.findIndex(({ length }) => length === 0);
  if (empty >= 0) {
    throw new InputError(
      'panel.empty-window',
      `${where}: "${all[empty]!.name}" is shorter than the window of ${words}. Shorten "window", or give a longer series.`,
      { where, window: words },
    );
  }
  const lines = rolled.map(({ dates, values }, index): DatedLine => ({
    name: all[index]!.name,
    days: Int32Array.from(dates, (date) => parseIsoDate(date, where)),
    values,
  }));
  const { frequency } = all[0]!.calendar;
  const days = Int32Array.from(lines[0]!.days);
  const calendar = { base: days[0]!, days, frequency };
  const bands = bandsOf(where, options, calendar);
  const percent = of === 'return' || of === 'volatility';
  const cell = percent ? percentCell : numberCell;
  const [low, high] = extent(...lines.map(({ values }) => values));
  const what = figureWords(of, options, isShort(options.window, all[0]!));
  const title = options.title ?? `${what.title(namesInWords(all.map(({ name }) => name)))} over ${words}`;
  const window = `${rolled[0]!.dates[0]!} to ${rolled[0]!.dates.at(-1)!}`;
  const spans = lines.map(({ name, values }) => {
    const [least, most] = extent(values);
    return `${name} between ${cell(least).text} and ${cell(most).text}, last ${cell(values[values.length - 1]!).text}`;
  });
  const cash =
    of === 'sharpeRatio' || of === 'beta' ? (riskFree === undefined ? 'Cash earns 0' : `Cash: ${riskFree.name}`) : '';
  return makeChart({
    title,
    subtitle: sentences(`Windows of ${words} ending ${window}`, cash, ...bands.words, ...marks),
    notes: [...new Set([...notes, ...rolled.flatMap((one) => one.notes)])],
    description: `${what.axis}: ${spans.join('; ')}.`,
    data: () => linesTable(title, lines, (value) => cell(value)),
    draw: (canvas) =>
      drawTimeLines(
        {
          lines,
          calendar,
          bands,
          timeTitle: 'End of the window',
          axis: {
            title: what.axis,
            format: percent ? percentFormat(low, high) : ',.3~r',
            scale: { zero: of === 'volatility' },
          },
          below: (canvas) => (low < 0 && high > 0 ? [ruleAt(0, canvas)] : []),
        },
        canvas,
      ),
  });

  /** The series over the life of cash. */
  function withCash(one: ReturnSeries): ReturnSeries {
    if (riskFree === undefined) return one;
    assertReturnSeries(where, '"riskFree"', riskFree);
    const { calendar } = lived(riskFree);
    return calendar.length === 0 ? one : slice(one, { from: calendar.date(0), to: calendar.date(calendar.length - 1) });
  }

  function rolledFigure(place: string, one: ReturnSeries, { window }: RollingChartOptions): DatedValues {
    const cash = riskFree === undefined ? {} : { riskFree };
    if (of === 'volatility') return rolling(volatility, window)(one);
    if (of === 'sharpeRatio')
      return riskFree === undefined
        ? rolling(sharpeRatio, window)(one)
        : rolling(sharpeRatio, window)(withCash(one), cash);
    if (of === 'return') return rolling(isShort(window, one) ? totalReturn : cagr, window)(one);
    if (benchmark === undefined) {
      throw new InputError('option.missing', `${place}: beta needs the "benchmark" that it is measured against.`, {
        where: place,
        option: 'benchmark',
      });
    }
    assertReturnSeries(place, '"benchmark"', benchmark);
    return rolling(beta, window)(withCash(one), benchmark, cash);
  }
}

/** Whether a window is shorter than a year, over which nothing is annualised. */
function isShort({ periods, months, years }: WindowLength, { calendar }: ReturnSeries): boolean {
  if (periods !== undefined) return periods < calendar.periodsPerYear;
  return (months ?? (years ?? 1) * 12) < 12;
}

function figureWords(
  of: RollingFigure,
  { benchmark }: RollingChartOptions,
  short: boolean,
): { readonly title: (name: string) => string; readonly axis: string } {
  const rival = benchmark?.name ?? '';
  const words = {
    return: {
      title: (name: string) => `Return of ${name}`,
      axis: 'Return (% a year)',
    },
    volatility: { title: (name: string) => `Volatility of ${name}`, axis: 'Volatility (% a year)' },
    sharpeRatio: { title: (name: string) => `Sharpe ratio of ${name}`, axis: 'Sharpe ratio (a year)' },
    beta: { title: (name: string) => `Beta of ${name} to ${rival}`, axis: `Beta to ${rival}` },
  }[of];
  return of === 'return' && short ? { ...words, axis: 'Return of the window (%)' } : words;
}
