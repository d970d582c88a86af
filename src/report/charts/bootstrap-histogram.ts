import { assertKnownOptions, assertName, inPercent, InputError, suggestNames } from '../../core/index.js';
import type { Bootstrap } from '../../inference/index.js';
import { countCell, makeTable } from '../../table/index.js';
import { assertKind } from './assert-kind.js';
import { type Chart, makeChart } from './chart.js';
import { figureFormat } from './figure-format.js';
import { histogram, histogramLayers } from './histogram.js';
import { marksIn } from './marks-in.js';
import { extent } from './scale-ticks.js';
import { sentences } from './subtitle.js';

/** Options of {@link bootstrapHistogram}. */
export interface BootstrapHistogramOptions {
  /** Where the data come from, for the subtitle: the result does not say. */
  readonly source?: string | undefined;
  /** Which of the resampled statistics; the first when absent. */
  readonly statistic?: string | undefined;
  readonly title?: string | undefined;
}

/**
 * How far a statistic might have come out otherwise: a histogram of its replications, with the estimate and the percentile interval.
 *
 * The replications are `bootstrap(…).values(statistic)`, the rules its `estimate` and `percentile`; the BCa interval stands in the notes.
 *
 * @throws InputError `option.type` (not what `bootstrap` answers), `option.unknown` (also: no such statistic), `panel.empty-window` (no replication with a figure).
 * @see Efron, B. and Tibshirani, R. J. (1993), An Introduction to the Bootstrap, ch. 13 (percentile intervals).
 * @example
 * const drawn = bootstrap(usFunds().returns('IWM'), { sharpeRatio, maxDrawdown }, { blockLength: 12, replications: 1000 });
 * const chart = bootstrapHistogram(drawn, { statistic: 'maxDrawdown' });
 * console.log(chart.data.rows.reduce((sum, { count }) => sum + Number(count), 0)); // 1000
 */
export function bootstrapHistogram(bootstrap: Bootstrap, options: BootstrapHistogramOptions = {}): Chart {
  const where = 'bootstrapHistogram';
  assertKnownOptions(where, options, ['source', 'statistic', 'title']);
  assertKind(where, bootstrap, ['statistics', 'replications', 'values'], 'bootstrap(…)');
  const known = Object.keys(bootstrap.statistics);
  const { statistic = known[0]! } = options;
  assertName(where, 'statistic', statistic);
  const figures = Object.hasOwn(bootstrap.statistics, statistic) ? bootstrap.statistics[statistic] : undefined;
  if (figures === undefined) {
    throw new InputError(
      'option.unknown',
      `${where}: there is no statistic "${statistic}". ${suggestNames(statistic, known)}`,
      {
        where,
        statistic,
        known,
      },
    );
  }
  const values = bootstrap.values(statistic);
  const bins = histogram(values);
  if (bins.length === 0) {
    throw new InputError(
      'panel.empty-window',
      `${where}: "${statistic}" is undefined in every replication, so there is nothing to draw.`,
      { where },
    );
  }
  const { cell, title: axis, axis: formatOf } = figureFormat(statistic);
  const { estimate, percentile, bca, undefinedReplications } = figures;
  const { name, window, n, replications, blockLength, level } = bootstrap;
  const words = inPercent(level);
  const title = options.title ?? `${statistic} of ${name}, resampled`;
  const [low, high] = extent(values);
  const between = `${cell(percentile.low).text} to ${cell(percentile.high).text}`;
  return makeChart({
    title,
    subtitle: sentences(
      `${replications} histories of blocks of ${Number(blockLength.toFixed(1))} periods, drawn from ${window} (${n} periods)`,
      `Solid: estimate; dashed: ${words} percentile interval`,
      ...marksIn(bootstrap.notes),
      options.source ?? '',
    ),
    notes: [
      `BCa interval ${words}: ${cell(bca.low).text} to ${cell(bca.high).text}.`,
      ...(undefinedReplications > 0 ? [`${undefinedReplications} replications have no figure and are not drawn.`] : []),
      ...bootstrap.notes,
    ],
    description: `${statistic} is ${cell(estimate).text}; ${words} of ${replications} resampled histories gave ${between}.`,
    data: () =>
      makeTable({
        title,
        columns: [
          { key: 'from', label: 'From' },
          { key: 'to', label: 'To' },
          { key: 'count', label: 'Replications' },
        ],
        rows: bins.map(({ from, to, count }) => ({ from: cell(from), to: cell(to), count: countCell(count) })),
      }),
    draw: (canvas) => ({
      body: histogramLayers(
        bins,
        [
          { label: `${words} low: ${cell(percentile.low).text}`, value: percentile.low, dashed: true },
          { label: `Estimate: ${cell(estimate).text}`, value: estimate },
          { label: `${words} high: ${cell(percentile.high).text}`, value: percentile.high, dashed: true },
        ],
        { x: axis, y: 'Number of replications', format: formatOf(low, high) },
        canvas,
      ),
    }),
  });
}
