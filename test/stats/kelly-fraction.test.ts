import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnSeries } from '../../src/panel/index.js';
import { deviationOf, kellyFraction, sharpeRatio, volatility } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, empyrical, hasReference, reference, series } from './support.js';

/** The same rate of cash on every row of a series. */
const constant = ({ calendar }: ReturnSeries, rate: number): ReturnSeries =>
  dated(
    calendar.frequency,
    Array.from({ length: calendar.length }, (_, row) => calendar.date(row)),
    new Array<number>(calendar.length).fill(rate),
    'Cash',
  );

const returns = fc.array(
  fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000),
  { minLength: 2, maxLength: 40 },
);
/** 10 %, −10 %, 30 %, all over cash of 2 %. */
const fund = series('annual', [0.12, -0.08, 0.32], 'Fund');
const riskFree = series('annual', [0.02, 0.02, 0.02], 'Cash');

describe('kellyFraction', () => {
  it('is the mean excess over its variance: all of it, not half', () => {
    // Excess 10, −10, 30 %: 0.1 by 0.04.
    expect(kellyFraction(fund, { riskFree })).toBeCloseTo(2.5, 12);
    expect(kellyFraction(series('quarterly', [0.1, -0.1, 0.3]))).toBeCloseTo(2.5, 12);
  });

  it('of Thorp’s index (2006, example 7.2), 11 % a year over bills of 6 % at a deviation of 15 %, is 2.22', () => {
    // Two years with just that mean and sample deviation: 0.11 ± 0.15/√2. 0.05/0.0225.
    const index = series('annual', [0.11 - 0.15 / Math.SQRT2, 0.11 + 0.15 / Math.SQRT2]);
    expect(kellyFraction(index, { riskFree: series('annual', [0.06, 0.06], 'Bills') })).toBeCloseTo(0.05 / 0.0225, 12);
  });

  it('is the squared Sharpe ratio over the mean, and halves when returns double', () => {
    fc.assert(
      fc.property(returns, (values) => {
        const one = series('monthly', values);
        fc.pre(volatility(one) > 0);
        const double = series(
          'monthly',
          values.map((value) => value * 2),
        );
        const whole = Math.max(1, Math.abs(kellyFraction(one)));
        expect(Math.abs(kellyFraction(double) * 2 - kellyFraction(one))).toBeLessThan(1e-12 * whole);
        const annual = sharpeRatio(one) / volatility(one);
        expect(Math.abs(kellyFraction(one) - annual)).toBeLessThan(1e-9 * whole);
      }),
      { numRuns: 40 },
    );
  });

  it('grows wealth faster than a little more or less, where returns are small', () => {
    const values = Array.from({ length: 400 }, (_, row) => (row % 2 === 0 ? 0.0101 : -0.0099));
    const best = kellyFraction(series('daily', values));
    const growth = (share: number): number => values.reduce((sum, value) => sum + Math.log1p(share * value), 0);
    for (const other of [0.8, 0.9, 1.1, 1.2]) expect(growth(best)).toBeGreaterThan(growth(best * other));
  });

  it('is NaN where nothing varies and of fewer than two returns', () => {
    expect(kellyFraction(series('monthly', [0.01, 0.01]))).toBeNaN();
    expect(kellyFraction(series('monthly', [0.1 + 0.2, 0.3]))).toBeNaN();
    expect(kellyFraction(series('monthly', [0.01, NaN]))).toBeNaN();
    expect(kellyFraction(series('daily', empyrical.benchmark))).not.toBeNaN();
  });

  it.skipIf(!hasReference)(
    'of managers is twice PerformanceAnalytics’ half, but for its variance of the plain return',
    () => {
      const [ham, bills] = [reference('managers.csv', 'HAM1'), reference('managers.csv', 'US 3m TR')];
      expect(kellyFraction(ham, { riskFree: constant(ham, 0.04 / 12) })).toBeCloseTo(2 * 5.929483, 5);
      expect(kellyFraction(ham, { riskFree: bills })).toBeCloseTo(12.037405475739593, 9); // numpy
      const excess = [...ham.values].map((value, row) => value - bills.values[row]!);
      const mean = excess.reduce((sum, value) => sum + value, 0) / excess.length;
      expect(mean / deviationOf(ham.values) ** 2 / 2).toBeCloseTo(6.010854, 6);
    },
  );

  it('refuses misspelt options, another frequency and a number for cash', () => {
    expectInputError('option.unknown', ['kellyFraction', 'half'], () => kellyFraction(fund, { half: true } as never));
    expectInputError('calendar.mismatch', ['kellyFraction', 'monthly', 'annual'], () =>
      kellyFraction(fund, { riskFree: series('monthly', [0.01]) }),
    );
    expectInputError('series.invalid', ['kellyFraction', '"riskFree"', '0.02'], () =>
      kellyFraction(fund, { riskFree: 0.02 as never }),
    );
  });
});
