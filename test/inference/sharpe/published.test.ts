import { describe, expect, it } from 'vitest';
import { expectedMaximum } from '../../../src/inference/sharpe/expected-maximum.js';
import { periodsNeeded } from '../../../src/inference/sharpe/minimum-track-record-length.js';
import { probabilityAbove } from '../../../src/inference/sharpe/probability-above.js';
import { minimumBacktestLength } from '../../../src/inference/index.js';

/** Four decimals, as printed. */
const printed = (value: number, decimals = 4): string => value.toFixed(decimals);

describe('the numbers that Bailey and López de Prado publish', () => {
  it('2012: a hedge fund with S = 0.458 a month over 24 months is above 0 with probability 0.913, as if normal 0.982', () => {
    const fund = { sharpe: 0.458, skewness: -2.448, kurtosis: 10.164, count: 24 };
    // Raw kurtosis: with the excess one the error were smaller and the probability higher.
    expect(printed(probabilityAbove(fund, 0), 3)).toBe('0.913');
    expect(printed(probabilityAbove({ ...fund, skewness: 0, kurtosis: 3 }, 0), 3)).toBe('0.982');
  });

  it('2012: a Sharpe ratio of 2 is above 1 at 95 % after 2.73 years of days, 2.83 of weeks, 3.24 of months, 4.99 of skewed months', () => {
    const years = (perYear: number, skewness = 0, kurtosis = 3): number =>
      periodsNeeded({ sharpe: 2 / Math.sqrt(perYear), skewness, kurtosis }, 1 / Math.sqrt(perYear), 0.95) / perYear;
    expect([years(252), years(52), years(12)].map((value) => printed(value, 2))).toEqual(['2.73', '2.83', '3.24']);
    expect(printed(years(12, -0.72, 5.78), 2)).toBe('4.99');
  });

  it('2014: the best of 100 trials with variance ½ shows 0.1132 a day by luck, and S = 2.5 a year over 1250 days is above it with 0.9004', () => {
    // 250 days a year in the paper.
    const chosen = { sharpe: 2.5 / Math.sqrt(250), skewness: -3, kurtosis: 10, count: 1250 };
    const lucky = (trials: number): number => Math.sqrt(0.5 / 250) * expectedMaximum(trials);
    expect(printed(lucky(100))).toBe('0.1132');
    expect(printed(probabilityAbove(chosen, lucky(100)))).toBe('0.9004');
    expect(printed(probabilityAbove(chosen, lucky(46)))).toBe('0.9505');
    expect(printed(probabilityAbove({ ...chosen, skewness: 0, kurtosis: 3 }, lucky(88)))).toBe('0.9505');
  });

  it('2014: with five years of data, 45 variants are enough for a Sharpe ratio of 1 by luck', () => {
    const { years, yearsAtMost } = minimumBacktestLength({ trials: 45, sharpe: 1 });
    expect(years).toBeGreaterThan(4.9);
    expect(years).toBeLessThan(5.05);
    expect(yearsAtMost).toBeCloseTo(2 * Math.log(45), 12);
    // Twice the ratio needs a quarter of the time.
    expect(minimumBacktestLength({ trials: 45, sharpe: 2 }).years).toBeCloseTo(years / 4, 12);
  });
});

describe('the expected best of many', () => {
  it('is 0 of one, and near the exact values of order statistics', () => {
    expect(expectedMaximum(1)).toBe(0);
    // Means of the largest of 10, 100 and 1000 standard normal figures: 1.5388, 2.5076, 3.2414 (Harter 1961, Biometrika 48).
    for (const [trials, exact] of [
      [10, 1.5388],
      [100, 2.5076],
      [1000, 3.2414],
    ] as const) {
      expect(Math.abs(expectedMaximum(trials) - exact)).toBeLessThan(0.04);
    }
  });
});
