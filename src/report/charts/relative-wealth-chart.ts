import { assertKnownOptions } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { relativeWealth } from '../../stats/index.js';
import { numberCell, percentCell } from '../../table/index.js';
import { type Chart, makeChart } from './chart.js';
import { chartSeries } from './chart-series.js';
import { type DatedLine, linesTable, pathDays } from './dated-lines.js';
import { logAxis } from './scale-ticks.js';
import { namesInWords, sentences } from './subtitle.js';
import { bandsOf, drawTimeLines, type TimeChartOptions } from './time-chart.js';
import { ruleAt } from './time-layers.js';

/**
 * How many times the wealth of a benchmark each series has grown to: above 1 it is ahead since the start, and while it rises it is winning now.
 *
 * The values are those of `relativeWealth`, on a logarithmic scale.
 *
 * @param series one, or several over the window that they share with the benchmark.
 * @throws InputError `series.invalid`, `panel.name`, `panel.empty-window`, `calendar.mismatch`, `option.unknown`, `option.type`.
 * @see Barber, B. M. and Lyon, J. D. (1997), "Detecting Long-Run Abnormal Stock Returns", Journal of Financial Economics 43(3).
 * @example
 * const funds = usFunds();
 * const chart = relativeWealthChart(funds.returns('IWM'), funds.returns('SPY'));
 * console.log(chart.title, chart.data.rows.length); // Wealth of IWM relative to SPY 315
 */
export function relativeWealthChart(
  series: ReturnSeries | readonly ReturnSeries[],
  benchmark: ReturnSeries,
  options: TimeChartOptions = {},
): Chart {
  const where = 'relativeWealthChart';
  assertKnownOptions(where, options, ['title', 'bands']);
  const given: readonly ReturnSeries[] = Array.isArray(series)
    ? (series as readonly ReturnSeries[])
    : [series as ReturnSeries];
  const { all, window, marks, notes } = chartSeries(where, [...given, benchmark]);
  const rival = all.at(-1)!;
  const { calendar } = rival;
  const bands = bandsOf(where, options, calendar);
  const days = pathDays(calendar);
  const own = all.slice(0, -1);
  const lines = own.map((one): DatedLine => ({ name: one.name, days, values: relativeWealth(one, rival).values }));
  const title = options.title ?? `Wealth of ${namesInWords(own.map(({ name }) => name))} relative to ${rival.name}`;
  const ends = lines.map(({ name, values }) => {
    const lead = values[values.length - 1]! - 1;
    return `${name} ends ${percentCell(Math.abs(lead), 1).text} ${lead < 0 ? 'behind' : 'ahead of'} ${rival.name}`;
  });
  const axis = logAxis('Relative wealth (start = 1, log)', lines);
  return makeChart({
    title,
    subtitle: sentences(
      `${window}, ${calendar.frequency}. Wealth over that of ${rival.name}, start = 1, logarithmic scale`,
      ...bands.words,
      ...marks,
    ),
    notes,
    description: `Over ${window}: ${ends.join('; ')}.`,
    data: () => linesTable(title, lines, (value) => numberCell(value, 4)),
    draw: (canvas) => drawTimeLines({ lines, calendar, bands, axis, below: (canvas) => [ruleAt(1, canvas)] }, canvas),
  });
}
