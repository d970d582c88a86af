import { inPercent } from '../../core/index.js';
import { makeTable, numberCell, type Table } from '../../table/index.js';
import type { Bootstrap } from './bootstrap.js';

/** Under this many independent blocks an interval is a guess. */
const FEW = 10;
/** Under this many replications the ends of an interval move with the seed. */
const SMALL = 1000;

/** The sentences that a bootstrap is read with. */
export function bootstrapAssumptions({
  method,
  blockLength,
  blockLengthBy,
  observations,
  independentObservations,
  replications,
  seed,
  others,
}: Pick<
  Bootstrap,
  | 'method'
  | 'blockLength'
  | 'blockLengthBy'
  | 'observations'
  | 'independentObservations'
  | 'replications'
  | 'seed'
  | 'others'
>): string[] {
  const kind = method === 'stationary' ? 'mean block length' : 'block length';
  const by =
    blockLengthBy === 'given'
      ? 'as given'
      : 'by the rule of Politis and White, for the mean; clusters of volatility want longer blocks';
  return [
    `${replications} replications of the ${method} block bootstrap, ${kind} ${numberCell(blockLength, 1).text} rows (${by}), seed ${seed}.`,
    `${observations} returns make about ${independentObservations} independent blocks.`,
    'The future is drawn from the past: what did not happen in these rows happens in no replication.',
    ...(others.length === 0 ? [] : [`Drawn by the same row numbers: ${others.join(', ')}.`]),
  ];
}

/** What a reader must be warned of. */
export function bootstrapNotes(
  figures: Pick<Bootstrap, 'independentObservations' | 'replications' | 'statistics'>,
  hindsight: boolean,
  partial: readonly string[],
): string[] {
  const { independentObservations: blocks, replications, statistics } = figures;
  return [
    ...(blocks < FEW ? [`Warning: only ${blocks} independent blocks: the intervals are a guess.`] : []),
    ...(replications < SMALL ? [`Warning: ${replications} replications are few for the ends of an interval.`] : []),
    ...Object.entries(statistics).flatMap(([name, { undefinedReplications }]) =>
      undefinedReplications === 0
        ? []
        : [`Warning: ${name} is undefined in ${undefinedReplications} replications, so it has no interval.`],
    ),
    ...(partial.length === 0
      ? []
      : [
          `Warning: ${partial.join(', ')} ${partial.length === 1 ? 'covers' : 'cover'} only part of a period, and ${partial.length === 1 ? 'is' : 'are'} drawn like the others.`,
        ]),
    ...(hindsight ? ['Warning: uses hindsight: nobody could have earned these returns at the time.'] : []),
  ];
}

/** The table of a bootstrap: one statistic a row. */
export function bootstrapTable(result: Omit<Bootstrap, 'values' | 'quantile' | 'toString'>): Table {
  const level = inPercent(result.level);
  const ends = ['percentileLow', 'percentileHigh', 'bcaLow', 'bcaHigh'] as const;
  const labels = [`${level} percentile`, 'to', `${level} BCa`, 'to'];
  return makeTable({
    title: `${result.name}: block bootstrap, ${result.window}`,
    columns: [
      { key: 'statistic', label: 'Statistic', align: 'left' },
      { key: 'estimate', label: 'Estimate' },
      { key: 'bias', label: 'Bias' },
      { key: 'standardError', label: 'Standard error' },
      { key: 'median', label: 'Median' },
      ...ends.map((key, index) => ({ key, label: labels[index]! })),
    ],
    rows: Object.entries(result.statistics).map(([statistic, figures]) => ({
      statistic,
      estimate: numberCell(figures.estimate, 4),
      bias: numberCell(figures.bias, 4),
      standardError: numberCell(figures.standardError, 4),
      median: numberCell(figures.median, 4),
      percentileLow: numberCell(figures.percentile.low, 4),
      percentileHigh: numberCell(figures.percentile.high, 4),
      bcaLow: numberCell(figures.bca.low, 4),
      bcaHigh: numberCell(figures.bca.high, 4),
    })),
    notes: [...result.assumptions, ...result.notes],
  });
}
