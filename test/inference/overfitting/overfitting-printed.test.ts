import { describe, expect, it } from 'vitest';
import {
  probabilityOfBacktestOverfitting as overfitting,
  realityCheck,
  superiorPredictiveAbility,
} from '../../../src/inference/index.js';
import { series } from '../../stats/support.js';
import { shownBy } from '../whole.js';
import { madeTrials } from './made-trials.js';

const assumed = [
  'Blocks of neighbouring rows are exchangeable: what a half of them says holds for the other, and memory across their borders is ignored.',
  'The trials given are all that were tried.',
];
const perPeriod = "'sharpe' is mean / deviation per period, over cash of 0.";
const seesaw = [
  [0.1, 0.2, -0.2, -0.1],
  [-0.2, -0.1, 0.1, 0.2],
];

describe('what is printed of an overfitting check', () => {
  it('is whole, by hand: two halves, each best trial worst in the other', () => {
    // In one half 0.15, in the other −0.15, both times: nothing to draw a line through.
    const found = overfitting(seesaw, { blocks: 2, performance: 'mean' });
    expect(shownBy(found)).toEqual({
      title: 'Probability of backtest overfitting: the best of 2 trials',
      labels: ['', 'mean'],
      left: ['figure'],
      texts: [
        ['Probability of overfitting', '100.00 %'],
        ['Probability of loss', '100.00 %'],
        ['Slope of the degradation', '–'],
        ['R² of the degradation', '–'],
        ['Trials', '2'],
        ['Rows', '4'],
        ['Blocks', '2'],
        ['Divisions', '2'],
      ],
      notes: [
        'The 2 divisions share their rows: only 2 blocks of 2 rows are independent, so there is no interval.',
        ...assumed,
      ],
    });
    expect(found.assumptions).toEqual(assumed);
  });

  it('names the measure: by its word, by the name of the function, or plainly where that has none', () => {
    const columns = madeTrials(2, 8, () => 0);
    const performances = [
      undefined,
      'mean',
      function last(rows: Float64Array): number {
        return rows.at(-1)!;
      },
      (
        () =>
        (rows: Float64Array): number =>
          rows[0]!
      )(),
    ] as const;
    const found = performances.map((performance) => overfitting(columns, { blocks: 2, performance }));
    expect(found.map(({ performance }) => performance)).toEqual(['sharpe', 'mean', 'last', 'performance']);
    expect(found.map(({ table }) => table.layout[1]!.label)).toEqual(['sharpe', 'mean', 'last', 'performance']);
    expect(found.map(({ assumptions }) => assumptions.slice(2))).toEqual([[perPeriod], [], [], []]);
  });

  it('gives the window, the rows that are dropped, the holes and the trials without a figure', () => {
    const values = [NaN, 0.01, 0.02, NaN, 0.03, 0.01, 0.02, 0.03, 0.01, 0.04, 0.02];
    const flat = (name: string) =>
      series(
        'annual',
        values.map((value) => value * 0 + 0.01),
        name,
      );
    const found = overfitting([series('annual', values, 'A'), flat('B'), flat('C')], { blocks: 4 });
    expect(found.table.title).toBe(
      'Probability of backtest overfitting: the best of 3 trials, 2020-12-31 to 2030-12-31',
    );
    expect(found.notes).toEqual([
      'The 6 divisions share their rows: only 4 blocks of 2 rows are independent, so there is no interval.',
      'The 1 oldest rows are left out, so that the blocks are equally long.',
      'Warning: 1 rows are left out: a return of some trial is missing.',
      'Warning: no figures: the performance of B, C is undefined in some half.',
      ...assumed,
      perPeriod,
    ]);
    expect(found.table.texts.slice(0, 2)).toEqual([
      ['Probability of overfitting', '–'],
      ['Probability of loss', '–'],
    ]);
    expect(found).toMatchObject({ probability: NaN, probabilityOfLoss: NaN, chosen: [0, 0, 0] });
  });
});

describe('what is printed of a test for data snooping', () => {
  // Means 0 and −1 %: the best one is level with cash, so that its statistic is 0.
  const trials = [
    [0.01, -0.01, 0.01, -0.01],
    [-0.02, 0, -0.02, 0],
  ];
  const options = { blockLength: 2, replications: 9, seed: 5 };
  const notes = [
    'Stationary bootstrap of the rows: mean block 2, 9 resamples (seed 5); p = (k + 1)/(9 + 1).',
    'The differences are stationary: their distribution does not change over time.',
    'The trials given are all that were tried.',
    'Warning: only 2 independent blocks: from so few the test rejects far more often than its p-value says.',
  ];

  it('is whole for the reality check', () => {
    const found = realityCheck(trials, options);
    expect(found.pValue * 10).toBeCloseTo(Math.round(found.pValue * 10), 12);
    expect(shownBy(found)).toEqual({
      title: 'Reality check: the best of 2 trials against cash at 0',
      labels: ['', 'trial 0'],
      left: ['figure'],
      texts: [
        ['Mean difference per period', '0.0000 %'],
        ['Statistic', '0.0000'],
        ['p', found.pValue.toFixed(3)],
        ['Trials', '2'],
        ['Rows', '4'],
        ['Independent blocks', '2'],
      ],
      notes,
    });
  });

  it('is whole for superior predictive ability', () => {
    const found = superiorPredictiveAbility(trials, options);
    expect(shownBy(found)).toEqual({
      title: 'Superior predictive ability: the best of 2 trials against cash at 0',
      labels: ['', 'trial 0'],
      left: ['figure'],
      texts: [
        ['Mean difference per period', '0.0000 %'],
        ['Statistic', '0.0000'],
        ['p, consistent', found.pConsistent.toFixed(3)],
        ['p, lower bound', found.pLower.toFixed(3)],
        ['p, upper bound', found.pUpper.toFixed(3)],
        ['Trials', '2'],
        ['Rows', '4'],
        ['Independent blocks', '2'],
      ],
      notes,
    });
    // A statistic of 0 is reached by every resample.
    expect(found).toMatchObject({ pConsistent: 1, pLower: 1, pUpper: 1 });
  });

  it('gives the benchmark, the window and the holes, and says that the block length was found', () => {
    const rows = Array.from({ length: 41 }, (_, row) => (row === 20 ? NaN : ((row * 7) % 11) / 100));
    const a = series('annual', rows, 'A');
    const index = series(
      'annual',
      rows.map((_, row) => ((row * 5) % 13) / 100),
      'Index',
    );
    const found = realityCheck([a], { benchmark: index, replications: 9 });
    expect(found.table.title).toBe('Reality check: the best of 1 trials against Index, 2019-12-31 to 2060-12-31');
    const length = Number(found.blockLength.toFixed(2));
    expect(found.notes.slice(0, 2)).toEqual([
      'Warning: 1 rows are left out: a return is missing.',
      `Stationary bootstrap of the rows: mean block ${length} (Politis and White, the longest of the trials), 9 resamples (seed 1); p = (k + 1)/(9 + 1).`,
    ]);
    expect(found.notes.filter((note) => note.startsWith('Warning: only'))).toHaveLength(found.independent < 10 ? 1 : 0);
  });
});
