import { describe, expect, it } from 'vitest';
import {
  bootstrapAssumptions,
  bootstrapTable,
  bootstrapWarnings,
} from '../../../src/inference/bootstrap/bootstrap-table.js';

const drawn = {
  method: 'stationary',
  blockLength: 6,
  blockLengthBy: 'given',
  seed: 1,
  n: 60,
  independent: 10,
  replications: 1000,
  others: [] as string[],
} as const;

const figuresOf = (undefinedReplications: number) => ({
  estimate: 0.12346,
  mean: 0.13,
  median: 0.23456,
  bias: 0.00768,
  standardError: 0.03456,
  percentile: { low: 0.01, high: 0.02 },
  bca: { low: 0.03, high: 0.04 },
  biasCorrection: 0,
  acceleration: 0,
  undefinedReplications,
});

const figures = (replications: number, undefinedReplications = 0) => ({
  ...drawn,
  replications,
  name: 'A',
  window: '2020-01 to 2024-12',
  level: 0.9,
  statistics: { cagr: figuresOf(0), sharpeRatio: figuresOf(undefinedReplications) },
  assumptions: ['Drawn.'],
});

describe('what a bootstrap says', () => {
  it.each([
    [[], []],
    [['B'], ['Drawn by the same row numbers: B.']],
    [['B', 'C'], ['Drawn by the same row numbers: B, C.']],
  ])('names the replications, the past, and series drawn together: %o', (others, last) => {
    expect(bootstrapAssumptions({ ...drawn, others })).toEqual([
      '1000 replications of the stationary block bootstrap, mean block length 6.0 rows (as given), seed 1.',
      '60 returns make about 10 independent blocks.',
      'The future is drawn from the past: what did not happen in these rows happens in no replication.',
      ...last,
    ]);
  });

  it.each([
    [figures(1000), false, [], []],
    [figures(999), false, [], ['Warning: 999 replications are few for the ends of an interval.']],
    [figures(1000, 3), false, [], ['Warning: sharpeRatio is undefined in 3 replications, so it has no interval.']],
    [
      figures(1000),
      true,
      ['2020-01-15'],
      [
        'Warning: uses hindsight: nobody could have earned these returns at the time.',
        'Warning: 2020-01-15 covers only part of a period, and is drawn like the others.',
      ],
    ],
    [
      figures(1000),
      false,
      ['2020-01-15', '2024-12-10'],
      ['Warning: 2020-01-15, 2024-12-10 cover only part of a period, and are drawn like the others.'],
    ],
  ])(
    'warns of few replications, undefined ones, hindsight and parts of periods: case %#',
    (given, hindsight, partial, expected) => {
      expect(bootstrapWarnings(given, hindsight, partial)).toEqual(expected);
    },
  );

  it('is a table of one statistic a row, with both intervals at the level', () => {
    const table = bootstrapTable(figures(1000), ['Warning.']);
    expect(table.title).toBe('A: block bootstrap, 2020-01 to 2024-12');
    expect(table.layout.map(({ key, label, align }) => [key, label, align])).toEqual([
      ['statistic', 'Statistic', 'left'],
      ['estimate', 'Estimate', 'right'],
      ['bias', 'Bias', 'right'],
      ['standardError', 'Standard error', 'right'],
      ['median', 'Median', 'right'],
      ['percentileLow', '90 % percentile', 'right'],
      ['percentileHigh', 'to', 'right'],
      ['bcaLow', '90 % BCa', 'right'],
      ['bcaHigh', 'to', 'right'],
    ]);
    expect(table.texts[0]).toEqual([
      'cagr',
      '0.1235',
      '0.0077',
      '0.0346',
      '0.2346',
      '0.0100',
      '0.0200',
      '0.0300',
      '0.0400',
    ]);
    expect(table.notes).toEqual(['Drawn.', 'Warning.']);
  });
});
