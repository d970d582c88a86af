import { inPercent } from '../../core/index.js';
import { makeTable, numberCell, type Table } from '../../table/index.js';
import type { Untabled } from '../with-table.js';
import { blockAssumptions, type BlocksDrawn, blockWarnings } from './block-words.js';
import type { Bootstrap } from './bootstrap.js';

type Figures = Omit<Untabled<Bootstrap>, 'values' | 'quantile'>;

/** Under this many replications the ends of an interval move with the seed. */
const SMALL = 1000;

/** The sentences that a bootstrap is read with. */
export function bootstrapAssumptions(drawn: BlocksDrawn & Pick<Bootstrap, 'replications' | 'others'>): string[] {
  return [
    ...blockAssumptions(`${drawn.replications} replications`, drawn),
    'The future is drawn from the past: what did not happen in these rows happens in no replication.',
    ...(drawn.others.length === 0 ? [] : [`Drawn by the same row numbers: ${drawn.others.join(', ')}.`]),
  ];
}

/** What a reader must be warned of; `partial` are the ends of periods that are only partly there. */
export function bootstrapWarnings(figures: Figures, hindsight: boolean, partial: readonly string[]): string[] {
  const { replications, statistics } = figures;
  const [cover, are] = partial.length === 1 ? ['covers', 'is'] : ['cover', 'are'];
  return [
    ...blockWarnings(figures, hindsight),
    ...(replications < SMALL ? [`Warning: ${replications} replications are few for the ends of an interval.`] : []),
    ...Object.entries(statistics).flatMap(([name, { undefinedReplications }]) =>
      undefinedReplications === 0
        ? []
        : [`Warning: ${name} is undefined in ${undefinedReplications} replications, so it has no interval.`],
    ),
    ...(partial.length === 0
      ? []
      : [`Warning: ${partial.join(', ')} ${cover} only part of a period, and ${are} drawn like the others.`]),
  ];
}

/** The table of a bootstrap: one statistic a row. */
export function bootstrapTable(figures: Figures, warnings: readonly string[]): Table {
  const level = inPercent(figures.level);
  const ends = ['percentileLow', 'percentileHigh', 'bcaLow', 'bcaHigh'] as const;
  const labels = [`${level} percentile`, 'to', `${level} BCa`, 'to'];
  return makeTable({
    title: `${figures.name}: block bootstrap, ${figures.window}`,
    columns: [
      { key: 'statistic', label: 'Statistic', align: 'left' },
      { key: 'estimate', label: 'Estimate' },
      { key: 'bias', label: 'Bias' },
      { key: 'standardError', label: 'Standard error' },
      { key: 'median', label: 'Median' },
      ...ends.map((key, index) => ({ key, label: labels[index]! })),
    ],
    rows: Object.entries(figures.statistics).map(([statistic, found]) => ({
      statistic,
      estimate: numberCell(found.estimate, 4),
      bias: numberCell(found.bias, 4),
      standardError: numberCell(found.standardError, 4),
      median: numberCell(found.median, 4),
      percentileLow: numberCell(found.percentile.low, 4),
      percentileHigh: numberCell(found.percentile.high, 4),
      bcaLow: numberCell(found.bca.low, 4),
      bcaHigh: numberCell(found.bca.high, 4),
    })),
    notes: [...figures.assumptions, ...warnings],
  });
}
