import { describe, expect, it } from 'vitest';
import { excessReturns, sharpeRatio } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, reference, series, sevenDays } from './support.js';

describe('sharpeRatio', () => {
  it('is Sharpe’s of 1994: mean differential return over its own standard deviation', () => {
    // Differential returns 10 % − 2 %, 6 % − 4 %, 11 % − 6 %: 8, 2, 5 %. Mean 5, sd 3 (divisor 2): 5/3, times √1.
    const fund = series('annual', [0.1, 0.06, 0.11]);
    expect(sharpeRatio(fund, { riskFree: series('annual', [0.02, 0.04, 0.06], 'Bills') })).toBeCloseTo(5 / 3, 12);
    // Of the return itself the mean is 9 and the sd √7: another number.
    expect(sharpeRatio(fund)).toBeCloseTo(9 / Math.sqrt(7), 12);
  });

  it('is what empyrical computes for its own examples', () => {
    const { mixed, benchmark, positive, negative } = empyrical;
    expect(sharpeRatio(series('daily', mixed))).toBeCloseTo(1.7238613961706866, 12);
    const riskFree = series('daily', benchmark, 'Cash');
    expect(sharpeRatio(series('daily', mixed), { riskFree })).toBeCloseTo(0.34111411441060574, 12);
    expect(sharpeRatio(series('daily', positive))).toBeCloseTo(52.915026221291804, 10);
    expect(sharpeRatio(series('daily', negative))).toBeCloseTo(-24.406808633910085, 10);
  });

  it('is what PerformanceAnalytics computes (SharpeRatio.annualized, geometric = FALSE)', () => {
    expect(sharpeRatio(series('daily', sevenDays))).toBeCloseTo(-24.183404779195588, 9);
  });

  it('is NaN where nothing varies, not 1e15, and of fewer than two returns', () => {
    expect(sharpeRatio(series('monthly', [0.01, 0.01, 0.01]))).toBeNaN();
    expect(sharpeRatio(series('monthly', [0.1 + 0.2, 0.3]))).toBeNaN();
    const one = series('monthly', [0.03, 0.05, 0.01]);
    expect(sharpeRatio(one, { riskFree: series('monthly', [0.02, 0.04, 0], 'Cash') })).toBeNaN();
    expect(sharpeRatio(series('monthly', [0.01]))).toBeNaN();
    expect(sharpeRatio(series('monthly', [NaN]))).toBeNaN();
  });

  it('is defined under one year, since nothing is compounded', () => {
    expect(sharpeRatio(series('monthly', [0.01, 0.03]))).not.toBeNaN();
  });

  it('uses the rows where both have a return', () => {
    const riskFree = series('quarterly', [0.01, 0.01, NaN, 0.01, 0.01], 'Cash');
    const fund = series('quarterly', [0.02, NaN, 0.5, 0.03, 0.04]);
    // Excess 1, 2, 3 %: mean 2, sd 1, times √4.
    expect(sharpeRatio(fund, { riskFree })).toBeCloseTo(4, 12);
  });

  it('does not take cash off an excess return a second time', () => {
    const riskFree = series('monthly', [0.01, 0.01, 0.02], 'Cash');
    const excess = excessReturns(series('monthly', [0.05, 0.02, 0.03], 'Fund'), riskFree);
    const error = expectInputError('series.invalid', ['sharpeRatio', 'Fund less Cash', 'twice', 'riskFree'], () =>
      sharpeRatio(excess, { riskFree }),
    );
    expect(error.details).toMatchObject({ kind: 'excess', riskFree: 'Cash' });
  });

  it('refuses a misspelt option, another frequency and a number for cash', () => {
    const fund = series('monthly', [0.01, 0.02]);
    expectInputError('option.unknown', ['sharpeRatio', 'riskfree', 'Did you mean riskFree?'], () =>
      sharpeRatio(fund, { riskfree: fund } as never),
    );
    expectInputError('calendar.mismatch', ['sharpeRatio', 'daily', 'monthly'], () =>
      sharpeRatio(fund, { riskFree: series('daily', [0, 0]) }),
    );
    expectInputError('series.invalid', ['sharpeRatio', '"riskFree"', '0.02'], () =>
      sharpeRatio(fund, { riskFree: 0.02 as never }),
    );
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio is what PerformanceAnalytics 2.1.0 computes', () => {
    expect(sharpeRatio(reference('portfolio_bacon.csv', 'portfolio'))).toBeCloseTo(0.7883202548144859, 12);
  });
});
