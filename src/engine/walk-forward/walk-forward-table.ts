import { inPercent } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { describeSpan } from '../../panel/index.js';
import { makeTable, percentCell, type Table } from '../../table/index.js';
import { metricCell } from '../sweep/sweep-table.js';
import { wordsFor } from '../sweep/words-for.js';
import type { WalkWindows } from './folds.js';
import type { WalkForward } from './walk-forward.js';

type Figures = Pick<WalkForward, 'folds' | 'trials' | 'stability'>;

/** The folds as a table. */
export function walkTable({ folds }: Figures, series: ReturnSeries, metric: string, notes: readonly string[]): Table {
  return makeTable({
    title: `Walk-forward by ${metric}, out of sample ${describeSpan(series.calendar)}`,
    columns: [
      { key: 'train', label: 'Trained on', align: 'left' },
      { key: 'test', label: 'Tested on', align: 'left' },
      { key: 'params', label: 'Chosen', align: 'left' },
      { key: 'inSample', label: 'In sample' },
      { key: 'outOfSample', label: 'Out of sample' },
      { key: 'rank', label: 'Beat of the others' },
    ],
    rows: folds.map(({ train, test, params, inSample, outOfSample, rank }) => ({
      train: `${train.from} to ${train.to}`,
      test: `${test.from} to ${test.to}`,
      params: wordsFor(params),
      inSample: metricCell(metric, inSample),
      outOfSample: metricCell(metric, outOfSample),
      rank: percentCell(rank),
    })),
    notes,
  });
}

/** What a reader must know. */
export function walkNotes({ folds, trials, stability }: Figures, windows: WalkWindows, left: number): string[] {
  const { purge = 0, embargo = 0, anchored = false } = windows;
  const gap = purge + embargo;
  return [
    `${trials} variants in each of ${folds.length} ${folds.length === 1 ? 'fold' : 'folds'}; ${anchored ? 'training begins with the first row and grows' : `training rolls over ${windows.train} rows`}.${gap === 0 ? '' : ` ${gap} rows between training and test were left out.`}`,
    `Chosen anew ${folds.length === 1 ? 'once' : `each time: ${stability.distinct} different ${stability.distinct === 1 ? 'variant' : 'variants'}${Number.isNaN(stability.unchanged) ? '' : `, unchanged in ${inPercent(stability.unchanged)} of the changes of window`}`}.`,
    ...(Number.isNaN(stability.meanRank)
      ? []
      : [
          `The choice beat ${inPercent(stability.meanRank)} of the other variants on average out of sample; chance is 50 %.`,
        ]),
    'Every window is a backtest of its own and pays for its first purchase.',
    ...(left === 0 ? [] : [`The last ${left} rows make no whole test window and were left out.`]),
  ];
}
