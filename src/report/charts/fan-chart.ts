import { assertKnownOptions, assertOneOf } from '../../core/index.js';
import type { Simulation } from '../../inference/index.js';
import { type Cell, makeTable, numberCell, percentCell } from '../../table/index.js';
import { assertKind } from './assert-kind.js';
import { type Chart, makeChart } from './chart.js';
import { marksIn } from './marks-in.js';
import { extent, logAxis, percentFormat } from './scale-ticks.js';
import { sentences } from './subtitle.js';
import { type ValueAxis, valueChannel } from './time-chart.js';
import type { JsonObject } from './vega-lite-spec.js';

/** Options of {@link fanChart}. */
export interface FanChartOptions {
  /** Where the data come from, for the subtitle: the result does not say. */
  readonly source?: string | undefined;
  readonly title?: string | undefined;
  /** 'wealth' when absent. */
  readonly of?: 'wealth' | 'maxDrawdown' | undefined;
  /** Of wealth; 'log' when absent, 'linear' where some of it is 0. */
  readonly scale?: 'log' | 'linear' | undefined;
}

const SHARES = ['p05', 'p25', 'p50', 'p75', 'p95'] as const;

/**
 * Where wealth may go: the median of simulated paths, with the middle half and the middle nine tenths of them shaded.
 *
 * The values are those of `simulate`: `wealth` or `maxDrawdown`, quantiles period by period. No single path runs along one of them.
 *
 * @throws InputError `option.type` (not what `simulate` answers), `option.range`, `option.unknown`.
 * @see Politis, D. N. and Romano, J. P. (1994), "The Stationary Bootstrap", Journal of the American Statistical Association 89(428).
 * @example
 * const ahead = simulate(usFunds().returns('IWM'), { periods: 120, paths: 500, blockLength: 12 });
 * console.log(fanChart(ahead).data.rows.length); // 121
 */
export function fanChart(simulation: Simulation, options: FanChartOptions = {}): Chart {
  const where = 'fanChart';
  assertKnownOptions(where, options, ['source', 'title', 'of', 'scale']);
  assertKind(where, simulation, ['wealth', 'maxDrawdown', 'paths', 'periods'], 'simulate(…)');
  const { of = 'wealth' } = options;
  assertOneOf(where, 'of', of, ['wealth', 'maxDrawdown']);
  const fan = simulation[of];
  const lists = SHARES.map((share) => fan[share]);
  const [low, high] = extent(...lists);
  const { scale = low > 0 ? 'log' : 'linear' } = options;
  assertOneOf(where, 'scale', scale, ['log', 'linear']);
  const wealth = of === 'wealth';
  const log = wealth && scale === 'log' && low > 0;
  const axis: ValueAxis = log
    ? logAxis(
        'Wealth (log)',
        lists.map((values) => ({ values: Float64Array.from(values) })),
      )
    : { title: wealth ? 'Wealth' : 'Deepest fall so far (%)', format: wealth ? ',.4~r' : percentFormat(low, high) };
  const cell = (value: number): Cell => (wealth ? numberCell(value) : percentCell(value));
  const { name, paths, periods, window, n, blockLength, independent } = simulation;
  const title = options.title ?? `${wealth ? 'Wealth' : 'Deepest fall'} of ${name}, ${periods} periods ahead`;
  const end = SHARES.map((share) => cell(fan[share][periods]!).text);
  return makeChart({
    title,
    subtitle: sentences(
      `${paths} paths of blocks of ${Number(blockLength.toFixed(1))} periods, drawn from ${window} (${n} periods, about ${independent} independent blocks)`,
      'Line: median; shaded: the middle half and the middle 90 % of the paths',
      ...marksIn(simulation.notes),
      options.source ?? '',
    ),
    notes: simulation.notes,
    description: `After ${periods} periods the median is ${end[2]!}; half of the paths end between ${end[1]!} and ${end[3]!}, 90 % between ${end[0]!} and ${end[4]!}.`,
    data: () =>
      makeTable({
        title,
        columns: [
          { key: 'period', label: 'Period' },
          ...SHARES.map((key) => ({ key, label: `${Number(key.slice(1))} %` })),
        ],
        rows: fan.p50.map((_, period) => ({
          period,
          ...Object.fromEntries(SHARES.map((share) => [share, cell(fan[share][period]!)])),
        })),
      }),
    draw: ({ theme }) => {
      const x = {
        field: 'period',
        type: 'quantitative',
        scale: { domain: [0, periods], nice: false },
        axis: { title: 'Periods ahead', grid: false, tickMinStep: 1, tickCount: 8, format: 'd' },
      };
      const y = valueChannel('p50', axis);
      const area = (from: string, to: string, opacity: number): JsonObject => ({
        mark: { type: 'area', color: theme.series[0]!, opacity },
        encoding: { x, y: { ...y, field: from }, y2: { field: to } },
      });
      const values = fan.p50.map((_, period) => ({
        period,
        ...Object.fromEntries(SHARES.map((share) => [share, fan[share][period]!])),
      }));
      const median: JsonObject = {
        mark: { type: 'line', color: theme.series[0]!, strokeWidth: 2.4, tooltip: true },
        encoding: { x, y },
      };
      return { body: { data: { values }, layer: [area('p05', 'p95', 0.2), area('p25', 'p75', 0.3), median] } };
    },
  });
}
