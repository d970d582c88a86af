import { assertKnownOptions, inPercent } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { arithmeticMean, expectedShortfall, valueAtRisk, volatility } from '../../stats/index.js';
import { makeTable, percentCell } from '../../table/index.js';
import { type Chart, makeChart } from './chart.js';
import { chartSeries } from './chart-series.js';
import { histogram, histogramLayers, type MarkedValue } from './histogram.js';
import { extent, percentFormat } from './scale-ticks.js';
import { sentences } from './subtitle.js';

/** Options of {@link returnHistogram}. */
export interface ReturnHistogramOptions {
  readonly title?: string | undefined;
  /** Of value at risk and expected shortfall; 0.95 when absent. */
  readonly level?: number | undefined;
}

const PERIODS = { daily: 'days', weekly: 'weeks', monthly: 'months', quarterly: 'quarters', annual: 'years' } as const;

/**
 * How often which return came, with value at risk and expected shortfall.
 *
 * The rules are `valueAtRisk` and `expectedShortfall`: returns of one period with their sign, so losses are negative. Bins have a round width.
 *
 * @throws InputError `series.invalid`, `panel.empty-window`, `option.unknown`, `option.type`, `option.range` (the level).
 * @see Jorion, P. (2006), Value at Risk, 3rd ed., ch. 5.
 * @example
 * const chart = returnHistogram(usFunds().returns('IWM'), { level: 0.99 });
 * console.log(chart.data.rows.reduce((sum, { count }) => sum + Number(count), 0)); // 314
 */
export function returnHistogram(series: ReturnSeries, options: ReturnHistogramOptions = {}): Chart {
  const where = 'returnHistogram';
  assertKnownOptions(where, options, ['title', 'level']);
  const { level = 0.95 } = options;
  const { all, window, marks, notes } = chartSeries(where, series);
  const own = all[0]!;
  const { frequency } = own.calendar;
  const [atRisk, shortfall] = [valueAtRisk(own, { level }), expectedShortfall(own, { level })];
  const bins = histogram(own.values);
  const [low, high] = extent(own.values);
  const title = options.title ?? `${frequency.replace(/^./, (letter) => letter.toUpperCase())} returns of ${own.name}`;
  const words = inPercent(level);
  const rules: MarkedValue[] = [
    { label: `Expected shortfall ${words}: ${percentCell(shortfall).text}`, value: shortfall, dashed: true },
    { label: `Value at risk ${words}: ${percentCell(atRisk).text}`, value: atRisk },
  ];
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  return makeChart({
    title,
    subtitle: sentences(
      `${window}, ${count} ${PERIODS[frequency]}. Rules: value at risk and expected shortfall at ${words}`,
      ...marks,
    ),
    notes: [
      `Volatility ${percentCell(volatility(own)).text} a year, mean ${percentCell(arithmeticMean(own)).text} a year.`,
      ...notes,
    ],
    description: `${count} returns from ${percentCell(low, 1).text} to ${percentCell(high, 1).text}; value at risk ${words} ${percentCell(atRisk).text}, expected shortfall ${percentCell(shortfall).text}.`,
    data: () =>
      makeTable({
        title,
        columns: [
          { key: 'from', label: 'From' },
          { key: 'to', label: 'To' },
          { key: 'count', label: 'Returns' },
        ],
        rows: bins.map(({ from, to, count }) => ({ from: percentCell(from), to: percentCell(to), count })),
      }),
    draw: (canvas) => ({
      body: histogramLayers(
        bins,
        rules,
        { x: 'Return of a period (%)', y: `Number of ${PERIODS[frequency]}`, format: percentFormat(low, high) },
        canvas,
      ),
    }),
  });
}
