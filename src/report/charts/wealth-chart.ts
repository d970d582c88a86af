import { assertKnownOptions, assertOneOf } from '../../core/index.js';
import { cagr, wealth } from '../../stats/index.js';
import { numberCell, percentCell } from '../../table/index.js';
import { type Chart, makeChart } from './chart.js';
import { chartSeries, type SeriesInput } from './chart-series.js';
import { type DatedLine, linesTable, pathDays } from './dated-lines.js';
import { logAxis } from './scale-ticks.js';
import { namesInWords, sentences } from './subtitle.js';
import { bandsOf, drawTimeLines, type TimeChartOptions, type ValueAxis } from './time-chart.js';

/** Options of {@link wealthChart}. */
export interface WealthChartOptions extends TimeChartOptions {
  /** 'log' when absent: equal distances are equal percentages. */
  readonly scale?: 'log' | 'linear' | undefined;
}

/**
 * Growth of 1 over time, one line for each series, over the window in which all have returns.
 *
 * The values are those of `wealth`, the starting 1 at the close before the first return. On the logarithmic scale wealth of 0 and less cannot be
 * drawn and is a gap.
 *
 * @param series one, or several with names of their own; backtests are series too.
 * @throws InputError `series.invalid`, `panel.name` (two of one name), `panel.empty-window`, `calendar.mismatch`, `option.unknown`, `option.type`, `option.range`.
 * @see Tufte, E. R. (2001), The Visual Display of Quantitative Information, 2nd ed., ch. 2, on scales that keep proportions.
 * @example
 * const funds = usFunds();
 * const chart = wealthChart([funds.returns('IWM'), funds.returns('SPY')], { bands: usRecessions() });
 * console.log(chart.data.rows.length, Object.keys(chart.toSpec()).includes('layer')); // 315 true
 */
export function wealthChart(series: SeriesInput, options: WealthChartOptions = {}): Chart {
  const where = 'wealthChart';
  assertKnownOptions(where, options, ['title', 'bands', 'scale']);
  const { scale = 'log' } = options;
  assertOneOf(where, 'scale', scale, ['log', 'linear']);
  const { all, window, marks, notes } = chartSeries(where, series);
  const { calendar } = all[0]!;
  const bands = bandsOf(where, options, calendar);
  const days = pathDays(calendar);
  const lines = all.map((one): DatedLine => ({ name: one.name, days, values: wealth(one) }));
  const names = all.map(({ name }) => name);
  const title = options.title ?? `Growth of 1: ${namesInWords(names)}`;
  const ends = lines.map(({ name, values }, index) => {
    const rate = cagr(all[index]!);
    const yearly = Number.isNaN(rate) ? '' : ` (${percentCell(rate, 1).text} a year)`;
    return `${name} 1 to ${numberCell(values[values.length - 1]!).text}${yearly}`;
  });
  const log = scale === 'log';
  return makeChart({
    title,
    subtitle: sentences(
      `${window}, ${calendar.frequency}. Wealth, start = 1${log ? ', logarithmic scale' : ''}`,
      ...bands.words,
      ...marks,
    ),
    notes,
    description: `Wealth over ${window}: ${ends.join('; ')}.`,
    data: () => linesTable(title, lines, (value) => numberCell(value, 4)),
    draw: (canvas) =>
      drawTimeLines(
        { lines, calendar, bands, axis: log ? logAxis('Wealth (start = 1, log)', lines) : linearAxis },
        canvas,
      ),
  });
}

const linearAxis: ValueAxis = { title: 'Wealth (start = 1)', format: ',.4~r', scale: { zero: false } };
