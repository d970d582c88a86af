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
      { key: 'rank', label: 'Others beaten' },
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

/** How a walk was made, beside its figures. */
export interface WalkCircumstances {
  readonly windows: WalkWindows;
  /** Rows after the last whole test window. */
  readonly left: number;
  /** Whether it ended because nothing was left. */
  readonly ruined: boolean;
  readonly lag: number;
}

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const were = (count: number): string => (count === 1 ? 'was' : 'were');

/** Under so many folds shares of them are no estimate. */
const FEWEST = 10;

/** How long training is, and what the purge takes of it: "training rolls over 60 rows, the last 2 purged: 58 are trained on". */
function trainingWords({ train, purge = 0, anchored = false }: WalkWindows): string {
  if (anchored) {
    return `training begins with the first row and grows${purge === 0 ? '' : `, without the last ${rows(purge)} (purge)`}`;
  }
  return `training rolls over ${rows(train)}${purge === 0 ? '' : `, the last ${purge} purged: ${train - purge} are trained on`}`;
}

/** What a reader must know. */
export function walkNotes(
  { folds, trials, stability }: Figures,
  { calendar, meta }: ReturnSeries,
  { windows, left, ruined, lag }: WalkCircumstances,
): string[] {
  const { purge = 0, embargo = 0 } = windows;
  const gap = purge + embargo;
  const { distinct, unchanged, meanRank } = stability;
  const choices =
    folds.length === 1
      ? 'once'
      : `each time: ${distinct} different ${distinct === 1 ? 'variant' : 'variants'}, unchanged in ${inPercent(unchanged, 0)} of the changes of window`;
  return [
    `${trials} ${trials === 1 ? 'variant' : 'variants'} in each of ${folds.length} ${folds.length === 1 ? 'fold' : 'folds'}; ` +
      `${trainingWords(windows)}.` +
      (gap === 0 ? '' : ` ${rows(gap)} between training and test ${were(gap)} left out.`),
    `Chosen anew ${choices}.`,
    ...(Number.isNaN(meanRank)
      ? []
      : [`The choice beat ${inPercent(meanRank, 0)} of the other variants on average out of sample; chance is 50 %.`]),
    ...(folds.length < FEWEST
      ? [`${folds.length} ${folds.length === 1 ? 'fold' : 'folds'}: no inference. So few describe themselves.`]
      : []),
    'Every window is a backtest of its own and pays for its first purchase.',
    ...(lag === 0 ? [] : [`Every window waits ${rows(lag)} in cash for its first trade (execution lag).`]),
    ...(ruined ? [`Everything was lost on ${calendar.date(calendar.length - 1)}: the walk ends there.`] : []),
    ...(left === 0 || ruined ? [] : [`The last ${rows(left)} make no whole test window and ${were(left)} left out.`]),
    ...(meta.usesHindsight === true
      ? ['Warning: uses hindsight: nobody could have earned these returns at the time.']
      : []),
  ];
}
