import { assertKnownOptions } from '../../core/index.js';
import type { BacktestResult } from '../../engine/index.js';
import { relativeWealth } from '../../stats/index.js';
import { makeTable, percentCell } from '../../table/index.js';
import { assertResultOf } from './assert-result-of.js';
import { type Chart, EDGE, makeChart } from './chart.js';
import { chartSeries } from './chart-series.js';
import { lineRows, pathDays } from './dated-lines.js';
import { extent, percentFormat } from './scale-ticks.js';
import { sentences } from './subtitle.js';
import { bandsOf, type TimeChartOptions, titleAbove, valueChannel } from './time-chart.js';
import { bandLayers, timeChannel, timeTitle } from './time-layers.js';

/** Pixels right of the plotting area, for the second axis. */
const RIGHT = 66;

/**
 * How much a backtest traded, and what that and all other costs have taken so far.
 *
 * Bars are the one-way turnover of its decisions, the first purchase pale. The line is the share of wealth that is missing: 1 less the wealth after costs over
 * the wealth before them (`relativeWealth(result, result.gross)`), which ends at `result.costs.total`.
 *
 * @throws InputError `series.invalid` (not the result of a backtest), `option.unknown`, `option.type`.
 * @see Grinold, R. and Kahn, R. (2000), Active Portfolio Management, 2nd ed., ch. 16 (turnover, transaction costs).
 * @example
 * const result = backtest(usFunds(), smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }), { costs: { tradingBps: 5 } });
 * console.log(tradingChart(result).data.rows.length, result.decisions.length); // 27 27
 */
export function tradingChart(result: BacktestResult, options: TimeChartOptions = {}): Chart {
  const where = 'tradingChart';
  assertKnownOptions(where, options, ['title', 'bands']);
  assertResultOf(where, result);
  const { calendar, turnover, costs } = result;
  const { window, marks, notes } = chartSeries(where, result);
  const bands = bandsOf(where, options, calendar);
  const traded = result.decisions.filter(({ tradedOn }) => tradedOn !== null);
  const kept = relativeWealth(result, result.gross).values;
  const days = pathDays(calendar).slice(0, kept.length);
  const lost = { name: 'costs', days, values: kept.map((share) => 1 - share) };
  const title = options.title ?? `Turnover and costs of ${result.name}`;
  const [, most] = extent(lost.values);
  const highest = Math.max(0.01, ...traded.map(({ turnover }) => turnover));
  const free = costs.total === 0;
  return makeChart({
    title,
    subtitle: sentences(
      `${window}. Bars: one-way turnover of each decision, the first purchase pale`,
      free ? 'Nothing was charged' : 'Line (right): what trading, fees and financing have taken so far',
      ...bands.words,
      ...marks,
    ),
    notes,
    description: `Turnover ${percentCell(turnover.perYear, 1).text} a year after the first purchase; costs took ${percentCell(costs.total).text} of final wealth.`,
    data: () =>
      makeTable({
        title,
        columns: [
          { key: 'date', label: 'Traded on', align: 'left' },
          { key: 'turnover', label: 'Turnover' },
          { key: 'cost', label: 'Cost' },
        ],
        rows: traded.map(({ tradedOn, turnover, cost }) => ({
          date: tradedOn,
          turnover: percentCell(turnover),
          cost: percentCell(cost, 4),
        })),
      }),
    draw: (canvas) => {
      const { theme } = canvas;
      const { rows, remarks } = lineRows([lost], canvas.width - 120);
      const bars = {
        data: { values: traded.map(({ tradedOn, turnover, first }) => ({ date: tradedOn, turnover, first })) },
        mark: {
          type: 'rule',
          strokeWidth: Math.max(1, Math.min(6, (canvas.width - 130) / (1.6 * traded.length + 1))),
          color: theme.series[0]!,
          tooltip: true,
        },
        encoding: {
          x: timeChannel('date', canvas, timeTitle[calendar.frequency]),
          y: valueChannel('turnover', {
            title: 'One-way turnover (%)',
            format: percentFormat(0, highest),
            scale: { domain: [0, highest * 1.04], nice: false },
          }),
          y2: { datum: 0 },
          opacity: { condition: { test: 'datum.first', value: 0.35 }, value: 1 },
        },
      };
      const line = {
        data: { values: rows.map(({ date, value }) => ({ date: date!, costs: value! })) },
        mark: { type: 'line', color: theme.series[1]!, strokeWidth: 1.6 },
        encoding: {
          x: timeChannel('date', canvas, timeTitle[calendar.frequency]),
          y: {
            field: 'costs',
            type: 'quantitative',
            scale: { domain: [Math.min(0, ...lost.values), most], nice: true },
            axis: {
              ...titleAbove('Costs so far (% of wealth)'),
              titleAlign: 'right',
              titleX: RIGHT - EDGE,
              format: percentFormat(0, most),
              grid: false,
              tickCount: 6,
            },
          },
        },
      };
      const under = bandLayers(bands, canvas);
      return {
        body: { layer: [...under, bars, ...(free ? [] : [line])], resolve: { scale: { y: 'independent' } } },
        remarks,
        right: free ? 18 : RIGHT,
      };
    },
  });
}
