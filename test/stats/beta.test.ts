import { describe, expect, it } from 'vitest';
import { alpha, beta, correlation, sampleCovariance, deviationOf } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { cars, empyrical, hasReference, reference, series } from './support.js';

const hundredths = (values: readonly number[]): number[] => values.map((value) => value / 100);
const mpg = series('annual', hundredths(cars.mpg), 'mpg');
const weight = series('annual', hundredths(cars.weight), 'weight');

describe('beta, alpha and correlation', () => {
  it('are slope, intercept and correlation that R prints for mpg on weight (mtcars)', () => {
    // lm(mpg ~ wt): 37.2851 − 5.3445·wt; cor: −0.8676594. The intercept is in hundredths here; annual data, so P = 1.
    expect(beta(mpg, weight)).toBeCloseTo(-5.3445, 4);
    expect(alpha(mpg, weight)).toBeCloseTo(0.372851, 6);
    expect(correlation(mpg, weight)).toBeCloseTo(-0.8676594, 7);
  });

  it('are what empyrical computes, alpha times 252', () => {
    const mixed = series('daily', empyrical.mixed);
    const negative = series('daily', empyrical.negative);
    expect(beta(mixed, negative)).toBeCloseTo(-0.71296296296296313, 12);
    expect(alpha(mixed, negative)).toBeCloseTo(-8.306666666666668, 11);
  });

  it('of a series on itself are 1, 0 and 1', () => {
    expect(beta(mpg, mpg)).toBeCloseTo(1, 14);
    expect(alpha(mpg, mpg)).toBeCloseTo(0, 14);
    expect(correlation(mpg, mpg)).toBeCloseTo(1, 14);
    expect(correlation(mpg, mpg)).toBeLessThanOrEqual(1);
  });

  it('never give a correlation past 1 by rounding', () => {
    const values = [0.01, 0.04 / 7, 0.03, 0.025];
    const triple = values.map((value) => value * 3);
    const unbounded = sampleCovariance(values, triple) / (deviationOf(values) * deviationOf(triple));
    expect(unbounded).toBeGreaterThan(1);
    expect(correlation(series('annual', values), series('annual', triple))).toBe(1);
  });

  it('take cash off both', () => {
    // Over cash the fund earns 3, 5, 7 % and the index 1, 2, 3 %: slope 2, intercept 1 % a quarter.
    const riskFree = series('quarterly', [0.01, 0.02, 0], 'Cash');
    const [fund, index] = [series('quarterly', [0.04, 0.07, 0.07]), series('quarterly', [0.02, 0.04, 0.03])];
    expect(beta(fund, index, { riskFree })).toBeCloseTo(2, 12);
    expect(alpha(fund, index, { riskFree })).toBeCloseTo(0.04, 12);
  });

  it('use the rows that fund, index and cash have in common', () => {
    const riskFree = series('quarterly', [0, 0, 0, 0, NaN], 'Cash');
    const fund = series('quarterly', [0.03, NaN, 0.05, 0.07, 0.9]);
    const index = series('quarterly', [0.01, 0.5, 0.02, 0.03, 0.1]);
    expect(beta(fund, index, { riskFree })).toBeCloseTo(2, 12);
  });

  it('are NaN against what does not vary and of fewer than two rows', () => {
    const flat = series('annual', new Array<number>(32).fill(0.01));
    for (const statistic of [beta, alpha, correlation]) {
      expect(statistic(mpg, flat)).toBeNaN();
      expect(statistic(mpg, series('annual', [0.1]))).toBeNaN();
      expect(statistic(mpg, series('annual', [NaN]))).toBeNaN();
    }
    expect(correlation(flat, mpg)).toBeNaN();
    expect(beta(flat, mpg)).toBe(0);
  });

  it('refuse an unknown option and a missing benchmark', () => {
    expectInputError('option.unknown', ['beta', 'rf', 'riskFree'], () => beta(mpg, weight, { rf: mpg } as never));
    expectInputError('series.invalid', ['alpha', 'the benchmark'], () => alpha(mpg, undefined as never));
    expectInputError('series.invalid', ['correlation', 'the other series', '"SPY"'], () =>
      correlation(mpg, 'SPY' as never),
    );
  });

  it.skipIf(!hasReference)('of managers are what PerformanceAnalytics prints', () => {
    const of = (name: string): ReturnType<typeof series> => reference('managers.csv', name);
    const riskFree = of('US 3m TR');
    const market = of('SP500 TR');
    expect(beta(of('HAM2'), market, { riskFree })).toBeCloseTo(0.3383942, 7);
    expect(beta(of('HAM2'), market)).toBeCloseTo(0.3431621, 7);
    // CAPM.alpha per month.
    for (const [name, monthly] of [
      ['HAM1', 0.005774729],
      ['HAM2', 0.009092773],
      ['HAM5', 0.001733199],
      ['HAM6', 0.007837454],
    ] as const) {
      expect(alpha(of(name), market, { riskFree }) / 12).toBeCloseTo(monthly, 9);
    }
  });
});
