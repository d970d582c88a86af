import { assertKnownOptions } from '../../core/index.js';
import { type BacktestResult, contributions } from '../../engine/index.js';
import { makeTable, percentCell } from '../../table/index.js';
import { assertResultOf } from './assert-result-of.js';
import { type Chart, makeChart } from './chart.js';
import { chartSeries } from './chart-series.js';
import { extent, percentFormat } from './scale-ticks.js';
import { sentences } from './subtitle.js';
import type { JsonObject } from './vega-lite-spec.js';

/** Options of {@link contributionChart}. */
export interface ContributionChartOptions {
  readonly title?: string | undefined;
}

/** Assets with a bar of their own; the others share one. */
const MOST = 18;

interface Part {
  readonly part: string;
  readonly value: number;
}

/**
 * What each asset, cash, fees and trading contributed to the whole return of a backtest, the greatest first.
 *
 * The values are the linked ones of `contributions` (Carino): they add up to the total return.
 *
 * @throws InputError `series.invalid` (not the result of a backtest), `option.unknown`.
 * @see Carino, D. (1999), "Combining Attribution Effects Over Time", Journal of Performance Measurement 3(4), 5–14.
 * @example
 * const result = backtest(usFunds(), smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
 * console.log(contributionChart(result).data.rows.map(({ part }) => part).join(' ')); // SPY IWM
 */
export function contributionChart(result: BacktestResult, options: ContributionChartOptions = {}): Chart {
  const where = 'contributionChart';
  assertKnownOptions(where, options, ['title']);
  assertResultOf(where, result);
  const { window, marks, notes } = chartSeries(where, result);
  const { linked, totalReturn } = contributions(result);
  const parts = partsOf(linked);
  const title = options.title ?? `What contributed to ${result.name}`;
  const shown = parts.map(({ part, value }) => ({ part, value, text: percentCell(value, 1).text }));
  const [low, high] = extent(
    [0],
    parts.map(({ value }) => value),
  );
  const room = (high - low || 1) * 0.16;
  return makeChart({
    title,
    subtitle: sentences(
      `${window}. Contributions to the total return of ${percentCell(totalReturn, 1).text}, linked over time (Carino)`,
      ...marks,
    ),
    notes,
    description: `Of a total return of ${percentCell(totalReturn, 1).text}: ${shown
      .slice(0, 4)
      .map(({ part, text }) => `${part} ${text}`)
      .join(', ')}.`,
    height: Math.max(220, 150 + parts.length * 22),
    data: () =>
      makeTable({
        title,
        columns: [
          { key: 'part', label: 'Part', align: 'left' },
          { key: 'value', label: 'Contribution' },
        ],
        rows: parts.map(({ part, value }) => ({ part, value: percentCell(value) })),
        notes: [`Total return ${percentCell(totalReturn).text}.`],
      }),
    draw: ({ theme }) => {
      const bar = {
        y: {
          field: 'part',
          type: 'nominal',
          sort: null,
          axis: { title: null, grid: false, ticks: false, labelLimit: 150 },
        },
        x: {
          field: 'value',
          type: 'quantitative',
          scale: { domain: [low < 0 ? low - room : 0, high + room], nice: false },
          axis: { title: 'Contribution to the total return (%)', format: percentFormat(low, high), tickCount: 6 },
        },
      };
      const values = shown.filter(({ value }) => Number.isFinite(value));
      const label = (loss: boolean): JsonObject => ({
        data: { values: values.filter(({ value }) => value < 0 === loss) },
        mark: { type: 'text', align: loss ? 'right' : 'left', dx: loss ? -4 : 4, fontSize: 11 },
        encoding: { ...bar, text: { field: 'text', type: 'nominal' } },
      });
      return {
        body: {
          layer: [
            {
              data: { values },
              mark: { type: 'bar', tooltip: true },
              encoding: {
                ...bar,
                color: { condition: { test: 'datum.value < 0', value: theme.loss }, value: theme.gain },
              },
            },
            label(false),
            label(true),
          ],
        },
        left: Math.min(170, 30 + 7 * Math.max(...parts.map(({ part }) => part.length))),
      };
    },
  });
}

function partsOf({ assets, ...others }: ReturnType<typeof contributions>['linked']): readonly Part[] {
  const own = Object.entries(assets)
    .map(([part, value]) => ({ part, value }))
    .sort((a, b) => b.value - a.value);
  // The middle of a long list says least.
  const half = MOST / 2;
  const rest = own.length > MOST ? own.slice(half, -half) : [];
  const listed = rest.length > 0 ? [...own.slice(0, half), ...own.slice(-half)] : own;
  const between = { part: `${rest.length} others`, value: rest.reduce((sum, { value }) => sum + value, 0) };
  return [
    ...listed.slice(0, rest.length > 0 ? half : undefined),
    ...(rest.length > 0 ? [between, ...listed.slice(half)] : []),
    ...Object.entries(others)
      .map(([part, value]) => ({ part, value }))
      .filter(({ value }) => value !== 0),
  ];
}
