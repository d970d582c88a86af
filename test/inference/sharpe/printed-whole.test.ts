import { describe, expect, it } from 'vitest';
import {
  deflatedSharpeRatio,
  haircutSharpeRatio,
  minimumBacktestLength,
  minimumTrackRecordLength,
  probabilisticSharpeRatio,
  sharpeDifference,
} from '../../../src/inference/index.js';
import { series } from '../../stats/support.js';
import { shownBy } from '../whole.js';

/** Excess 10, −10, 30 %: mean 10, sd 20, S = ½; γ₃ = 0, γ₄ = 1.5; the error is √((1 + 0.125/4)/2) = 0.71807, 1.96 of it 1.40739. */
const fund = series('annual', [0.12, -0.08, 0.32], 'Fund');
const riskFree = series('annual', [0.02, 0.02, 0.02], 'Cash');
const own = (interval = '95 % interval -0.91 to 1.91'): string[][] => [
  ['Sharpe ratio', `0.50 a year (${interval})`],
  ['Periods', '3'],
  ['Skewness', '0.00'],
  ['Kurtosis (normal: 3)', '1.50'],
];
const notes = [
  '2020-12 to 2022-12 (3 years): n = 3, taken as independent.',
  'Cash was taken off.',
  'Returns of different periods are independent and equally distributed; autocorrelation makes all of this less certain.',
];
const two = { labels: ['', ''], left: ['figure'] };

// Φ and Φ⁻¹ by scipy 1.17.1.
describe('what is printed of a Sharpe ratio', () => {
  it('is whole for the probabilistic one: Φ(0.25/0.71807) = 0.6361', () => {
    expect(shownBy(probabilisticSharpeRatio(fund, { riskFree, threshold: 0.25 }))).toEqual({
      title: 'Fund: probabilistic Sharpe ratio',
      ...two,
      texts: [...own(), ['Threshold a year', '0.25'], ['Probability above it', '0.6361']],
      notes,
    });
  });

  it('is whole for the minimum track record length: 1 + 1.03125 (1.28155/½)² = 7.77 years', () => {
    // 1.6449 errors of 0.71807 are 1.18.
    expect(shownBy(minimumTrackRecordLength(fund, { riskFree, level: 0.9 }))).toEqual({
      title: 'Fund: minimum track record length',
      ...two,
      texts: [
        ...own('90 % interval -0.68 to 1.68'),
        ['Threshold a year', '0.00'],
        ['Periods needed at 90 %', '7.77'],
        ['Years needed', '7.77'],
      ],
      notes,
    });
  });

  it('is whole for the deflated one: 2 × 0.51976 by luck, Φ(−0.53951/0.71807) above it', () => {
    expect(shownBy(deflatedSharpeRatio(fund, { riskFree, trials: 2, trialVariance: 4 }))).toEqual({
      title: 'Fund: deflated Sharpe ratio',
      ...two,
      texts: [...own(), ['Trials', '2'], ['Best of them by luck, a year', '1.04'], ['Probability above it', '0.2262']],
      notes: [...notes, '2 trials were tried, taken as independent of each other.'],
    });
  });

  it('is whole for the haircut: t = ½ √3 with two degrees of freedom has p = 0.4778', () => {
    expect(shownBy(haircutSharpeRatio(fund, { riskFree, method: 'bonferroni', trials: 2 }))).toEqual({
      title: 'Fund: Sharpe ratio after 2 trials (bonferroni)',
      ...two,
      // The ratio whose p is 0.9555: share 0.04447, t = 0.06295, over √3.
      texts: [
        ...own(),
        ['Trials', '2'],
        ['p-value alone', '0.4778'],
        ['p-value adjusted', '0.9555'],
        ['Haircut Sharpe ratio a year', '0.04'],
        ['Haircut', '93 %'],
      ],
      notes: [...notes, 'The p-value of one test is adjusted for 2: at 5 % it counts if it stays below.'],
    });
  });

  it('is whole for the minimum backtest length: (2.23564/2)² years, 2 ln 45/4 at most', () => {
    const found = minimumBacktestLength({ trials: 45, sharpe: 2 });
    expect(found.yearsAtMost).toBeCloseTo(Math.log(45) / 2, 13);
    expect(shownBy(found)).toEqual({
      title: 'Minimum backtest length: 45 trials, Sharpe ratio 2.00 a year',
      ...two,
      texts: [
        ['Years', '1.25'],
        ['Years, at most', '1.90'],
      ],
      notes: ['The trials are independent of each other and have no skill; returns are independent over time.'],
    });
  });

  it('counts the holes in a series, and leaves them out of every figure', () => {
    const holed = series('annual', [NaN, 0.1, NaN, -0.1, 0.3], 'Holed');
    const found = probabilisticSharpeRatio(holed);
    expect(found).toMatchObject({ n: 3, from: '2021-12-31', to: '2024-12-31' });
    expect(found.sharpe).toBeCloseTo(0.5, 13);
    expect(found.notes.slice(0, 3)).toEqual([
      '2021-12 to 2024-12 (4 years): n = 3, taken as independent.',
      'Warning: 1 period inside left out: a return is missing.',
      'Cash earned 0.',
    ]);
  });

  it('warns of hindsight', () => {
    const known = { ...fund, meta: { ...fund.meta, usesHindsight: true } };
    expect(probabilisticSharpeRatio(known).notes[1]).toBe(
      'Warning: uses hindsight: something in it was known only later.',
    );
  });

  it('of nothing is dashes, and says only that there is no return', () => {
    expect(shownBy(probabilisticSharpeRatio(series('monthly', [NaN, NaN], 'None')))).toEqual({
      title: 'None: probabilistic Sharpe ratio',
      ...two,
      texts: [
        ['Sharpe ratio', '– a year (95 % interval – to –)'],
        ['Periods', '0'],
        ['Skewness', '–'],
        ['Kurtosis (normal: 3)', '–'],
        ['Threshold a year', '0.00'],
        ['Probability above it', '–'],
      ],
      notes: ['There is no return.', 'Cash earned 0.', notes[2]],
    });
  });
});

describe('what is printed of a difference of Sharpe ratios', () => {
  // S = 1 and 2/√7, ρ = 2/√7: 0.24407 with variance [2 − 2ρ + ½(1 + ρ² − 2ρ³)]/3 = 0.28007.
  const a = series('annual', [0, 0.02, 0.04], 'A');
  const b = series('annual', [0.01, 0, 0.05], 'B');

  it('is whole by the formula', () => {
    expect(shownBy(sharpeDifference(a, b))).toEqual({
      title: 'Sharpe ratio a year: A 1.00, B 0.76',
      labels: ['', 'Estimate', 'Std. error', 't', 'p', '95 % from', 'to'],
      left: ['term'],
      texts: [['Difference', '0.24', '0.53', '0.46', '0.645', '-0.79', '1.28']],
      notes: [
        '2020-12 to 2022-12 (3 years): n = 3, taken as independent; correlation 0.76.',
        'Cash earned 0.',
        'Returns are jointly normal and independent over time (Jobson–Korkie, corrected by Memmel).',
      ],
    });
  });

  it('names cash where it limits the window', () => {
    const cash = series('annual', [NaN, NaN, 0, 0, 0], 'Cash');
    const longer = [0.07, 0.01, 0, 0.02, 0.04];
    const found = sharpeDifference(series('annual', longer, 'A'), series('annual', [0.03, 0.02, 0.01, 0, 0.05], 'B'), {
      riskFree: cash,
    });
    expect(found.notes.slice(0, 2)).toEqual([
      '2022-12 to 2024-12 (3 years; Cash begins last): n = 3, taken as independent; correlation 0.76.',
      'Cash was taken off both.',
    ]);
    expect(found.from).toBe('2022-12-31');
  });

  it('is whole by the bootstrap, for blocks of one period and of several', () => {
    const x = Array.from({ length: 40 }, (_, row) => ((row * 7) % 11) / 100);
    const y = Array.from({ length: 40 }, (_, row) => ((row * 5) % 13) / 100);
    const drawn = (blockLength: number) =>
      sharpeDifference(series('annual', x, 'X'), series('annual', y, 'Y'), {
        method: 'ledoitWolf',
        blockLength,
        replications: 100,
        seed: 3,
      });
    const one = drawn(1);
    expect(one).toMatchObject({ independent: 40, blockLength: 1, replications: 100, seed: 3, method: 'ledoitWolf' });
    expect(one.notes.slice(1)).toEqual([
      'Cash earned 0.',
      'p-value and interval are of 100 studentised draws in circular blocks of 1 period (Ledoit–Wolf), seed 3; returns are stationary.',
    ]);
    const four = drawn(4);
    expect(four.independent).toBe(10);
    expect(four.notes[0]).toMatch(
      /^2020-12 to 2059-12 \(40 years\): n = 40, about 10 independent blocks; correlation -?0\.\d\d\.$/,
    );
    expect(four.notes.slice(1)).toEqual([
      'Cash earned 0.',
      'p-value and interval are of 100 studentised draws in circular blocks of 4 periods (Ledoit–Wolf), seed 3; returns are stationary.',
    ]);
  });
});
