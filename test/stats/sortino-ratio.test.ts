import { describe, expect, it } from 'vitest';
import { downsideDeviation, sortinoRatio } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, reference, series, sevenDays } from './support.js';

describe('downsideDeviation', () => {
  it('divides by all returns, not by the losses alone', () => {
    // Shortfalls 0, −6, 0, 0 %: 36 / 4 = 9, root 3 %. By the one loss it would be 6 %.
    expect(downsideDeviation(series('quarterly', [0.1, -0.06, 0, 0.02]))).toBeCloseTo(0.03, 15);
  });

  it('measures below the target that is given, 0 included', () => {
    // Below 2 %: 0, −8, −2, 0: 68 / 4 = 17.
    const one = series('quarterly', [0.1, -0.06, 0, 0.02]);
    expect(downsideDeviation(one, { minimumAcceptableReturn: 0.02 })).toBeCloseTo(Math.sqrt(17) / 100, 15);
    expect(downsideDeviation(one, { minimumAcceptableReturn: 0 })).toBe(downsideDeviation(one));
  });

  it('is what empyrical computes, which annualises it', () => {
    const year = Math.sqrt(252);
    const mixed = series('daily', empyrical.mixed);
    expect(downsideDeviation(mixed) * year).toBeCloseTo(0.60448325038829653, 12);
    expect(downsideDeviation(mixed, { minimumAcceptableReturn: 0.1 }) * year).toBeCloseTo(1.7161730681956295, 12);
    const monthly = series('monthly', [0, ...empyrical.mixed.slice(1)]);
    expect(downsideDeviation(monthly) * Math.sqrt(12)).toBeCloseTo(0.1243650540411842, 12);
  });

  it('is 0 where nothing falls short and NaN of nothing', () => {
    expect(downsideDeviation(series('monthly', [0, 0.1]))).toBe(0);
    expect(downsideDeviation(series('monthly', [NaN]))).toBeNaN();
  });

  it('refuses a target that is not a return per period', () => {
    const one = series('monthly', [0.1, 0.2]);
    expectInputError('option.range', ['downsideDeviation', 'minimumAcceptableReturn', '4', 'per period'], () =>
      downsideDeviation(one, { minimumAcceptableReturn: 4 }),
    );
    expectInputError('option.unknown', ['"mar"'], () => downsideDeviation(one, { mar: 0 } as never));
    expectInputError('option.type', ['the options', '0.01'], () => downsideDeviation(one, 0.01 as never));
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio at 50 % is 0.492524, as PerformanceAnalytics prints', () => {
    const portfolio = reference('portfolio_bacon.csv', 'portfolio');
    expect(downsideDeviation(portfolio, { minimumAcceptableReturn: 0.5 })).toBeCloseTo(0.492524, 6);
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.01454078, 0.0157602],
    ['HAM2', 0.0115736, 0.01341739],
    ['HAM6', 0.01214476, 0.01366533],
  ])('of %s in managers is %d, at 4 %% a year %d', (name, zero, four) => {
    const one = reference('managers.csv', name);
    expect(downsideDeviation(one)).toBeCloseTo(zero, 7);
    expect(downsideDeviation(one, { minimumAcceptableReturn: 0.04 / 12 })).toBeCloseTo(four, 7);
  });
});

describe('sortinoRatio', () => {
  it('is the mean over the target by the downside deviation, annualised', () => {
    // Mean 1.5 %, downside deviation 3 %, √4: 1. Over 2 %: (1.5 − 2)/√17 · 2.
    const one = series('quarterly', [0.1, -0.06, 0, 0.02]);
    expect(sortinoRatio(one)).toBeCloseTo(1, 14);
    expect(sortinoRatio(one, { minimumAcceptableReturn: 0.02 })).toBeCloseTo(-1 / Math.sqrt(17), 14);
  });

  it('is what empyrical computes for its own examples', () => {
    expect(sortinoRatio(series('daily', empyrical.mixed))).toBeCloseTo(2.605531251673693, 12);
    expect(sortinoRatio(series('daily', empyrical.negative))).toBeCloseTo(-13.532743075043401, 11);
    expect(sortinoRatio(series('daily', empyrical.one))).toBeCloseTo(3.0639640966566306, 11);
    const flat = { minimumAcceptableReturn: 0.01 };
    expect(sortinoRatio(series('daily', empyrical.mixed), flat)).toBeCloseTo(-1.3934779588919977, 12);
  });

  it('is the reference value for seven days', () => {
    expect(sortinoRatio(series('daily', sevenDays))).toBeCloseTo(-13.565806946540524, 9);
  });

  it('is NaN where nothing falls short, never Infinity', () => {
    expect(sortinoRatio(series('daily', empyrical.positive))).toBeNaN();
    expect(sortinoRatio(series('monthly', [0.3, 0.1 + 0.2]), { minimumAcceptableReturn: 0.1 + 0.2 })).toBeNaN();
    expect(sortinoRatio(series('monthly', [NaN]))).toBeNaN();
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.7649],
    ['HAM2', 1.222],
    ['SP500 TR', 0.3064],
  ])('of %s in managers is √12 times %d, as PerformanceAnalytics documents', (name, monthly) => {
    expect(sortinoRatio(reference('managers.csv', name)) / Math.sqrt(12)).toBeCloseTo(monthly, 4);
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio is the reference value', () => {
    expect(sortinoRatio(reference('portfolio_bacon.csv', 'portfolio'))).toBeCloseTo(1.3592165786838633, 12);
  });
});
