import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnSeries } from '../../src/panel/index.js';
import {
  alpha,
  beta,
  correlation,
  rSquared,
  sampleStandardDeviation,
  specificRisk,
  systematicRisk,
  volatility,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { cars, hasReference, reference, series } from './support.js';

const hundredths = (values: readonly number[]): number[] => values.map((value) => value / 100);
const mpg = series('annual', hundredths(cars.mpg), 'mpg');
const weight = series('annual', hundredths(cars.weight), 'weight');

/** Ozone by a customer's monitor (y) and by NIST's (x): the linear regression "Norris" of NIST's Statistical Reference Datasets. */
const norris = {
  y: [
    0.1, 338.8, 118.1, 888, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3, 448.9, 10.8,
    557.7, 228.3, 998, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2,
  ],
  x: [
    0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777, 558.2, 0.4, 0.6, 775.5, 666.9, 338, 447.5, 11.6,
    556, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999, 779, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5,
  ],
} as const;

describe('rSquared, systematicRisk and specificRisk', () => {
  it('are what R prints for mpg on weight (mtcars)', () => {
    // summary(lm(mpg ~ wt)): residual standard error 3.046 on 30 degrees of freedom, multiple R-squared 0.7528. Annual: P = 1.
    expect(rSquared(mpg, weight)).toBeCloseTo(0.7528, 4);
    expect(specificRisk(mpg, weight)).toBeCloseTo(0.03046, 5);
    // Slope −5.3445 and sd(wt) 0.9784574: a risk is not negative.
    expect(systematicRisk(mpg, weight)).toBeCloseTo((5.3445 * 0.9784574) / 100, 5);
  });

  it('hold NIST’s certified values for Norris (StRD, linear regression)', () => {
    const [y, x] = [series('annual', norris.y), series('annual', norris.x)];
    expect(beta(y, x)).toBeCloseTo(1.00211681802045, 12);
    expect(alpha(y, x)).toBeCloseTo(-0.262323073774029, 10);
    expect(rSquared(y, x)).toBeCloseTo(0.999993745883712, 13);
    expect(specificRisk(y, x)).toBeCloseTo(0.884796396144373, 10);
    expect(systematicRisk(y, x)).toBeCloseTo(1.00211681802045 * sampleStandardDeviation(norris.x), 8);
  });

  it('are by hand: residuals −½, +½, −½, +½ about a line, annualised by √4', () => {
    // (1, 2), (1, 1), (3, 4), (3, 5): means 2 and 3; cov 6/3, var 4/3: slope 3/2, intercept 0; residuals ½, −½, −½, ½.
    const fund = series('quarterly', [0.02, 0.01, 0.04, 0.05]);
    const index = series('quarterly', [0.01, 0.01, 0.03, 0.03]);
    expect(specificRisk(fund, index)).toBeCloseTo((Math.sqrt(1 / 2) / 100) * 2, 14);
    expect(systematicRisk(fund, index)).toBeCloseTo(((1.5 * Math.sqrt(4 / 3)) / 100) * 2, 14);
    // Sum of squares about the mean 10, of residuals 1: R² 9/10.
    expect(rSquared(fund, index)).toBeCloseTo(0.9, 12);
    expect(rSquared(fund, index)).toBeCloseTo(correlation(fund, index) ** 2, 12);
  });

  it('take cash off both', () => {
    const riskFree = series('quarterly', [0.01, 0.03, 0.02, 0], 'Cash');
    const fund = series('quarterly', [0.03, 0.04, 0.06, 0.05]);
    const index = series('quarterly', [0.02, 0.04, 0.05, 0.03]);
    expect(specificRisk(fund, index, { riskFree })).toBeCloseTo(Math.sqrt(1 / 2) / 50, 12);
    expect(systematicRisk(fund, index, { riskFree })).toBeCloseTo((1.5 * Math.sqrt(4 / 3)) / 50, 12);
    expect(rSquared(fund, index, { riskFree })).toBeCloseTo(0.9, 12);
    expect(rSquared(fund, index)).not.toBeCloseTo(0.9, 2);
  });

  it('of a series on itself, or on a multiple of it and a constant, are 1, its volatility and 0', () => {
    const value = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
    const runs = fc.array(value, { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(runs, fc.constantFrom(-1.5, -0.5, 0.7, 2), (values, multiple) => {
        const one = series('monthly', values);
        fc.pre(volatility(one) > 0);
        const other = series(
          'monthly',
          values.map((each) => 0.01 + multiple * each),
        );
        for (const [a, b] of [
          [one, one],
          [other, one],
          [one, other],
        ] as const) {
          expect(rSquared(a, b)).toBeCloseTo(1, 10);
          expect(rSquared(a, b)).toBeLessThanOrEqual(1);
          expect(systematicRisk(a, b)).toBeCloseTo(volatility(a), 10);
          expect(specificRisk(a, b)).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('add up to the variance: V·P = systematic² + specific²·(n − 2)/(n − 1)', () => {
    const value = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 40 }), (pairs) => {
        const n = pairs.length;
        const a = series(
          'monthly',
          pairs.map(([one]) => one),
        );
        const b = series(
          'monthly',
          pairs.map(([, other]) => other),
        );
        fc.pre(volatility(a) > 0 && volatility(b) > 0);
        const explained = systematicRisk(a, b) ** 2;
        expect(explained + (specificRisk(a, b) ** 2 * (n - 2)) / (n - 1)).toBeCloseTo(volatility(a) ** 2, 10);
        expect(rSquared(a, b)).toBeCloseTo(explained / volatility(a) ** 2, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('do not change with a constant of 100 000 added to both', () => {
    const shifted = (one: ReturnSeries): ReturnSeries =>
      series(
        'annual',
        [...one.values].map((value) => value + 1e5),
      );
    expect(specificRisk(shifted(mpg), shifted(weight))).toBeCloseTo(specificRisk(mpg, weight), 8);
    expect(rSquared(shifted(mpg), shifted(weight))).toBeCloseTo(rSquared(mpg, weight), 7);
    // A multiple of a shifted series leaves residuals of 1e-11, rounding of 1e5, and no risk.
    const double = series(
      'annual',
      [...shifted(weight).values].map((value) => 2 * value),
    );
    expect(specificRisk(double, shifted(weight))).toBe(0);
  });

  it('use the rows that fund, index and cash have in common', () => {
    const riskFree = series('quarterly', [0, 0, 0, 0, 0, NaN], 'Cash');
    const fund = series('quarterly', [0.02, NaN, 0.01, 0.04, 0.05, 0.9]);
    const index = series('quarterly', [0.01, 0.5, 0.01, 0.03, 0.03, 0.1]);
    expect(specificRisk(fund, index, { riskFree })).toBeCloseTo(Math.sqrt(1 / 2) / 50, 12);
    expect(rSquared(fund, index, { riskFree })).toBeCloseTo(0.9, 12);
  });

  it('are NaN against what does not vary and of too few rows', () => {
    const flat = series('annual', new Array<number>(32).fill(0.01));
    for (const statistic of [rSquared, systematicRisk, specificRisk]) {
      expect(statistic(mpg, flat)).toBeNaN();
      expect(statistic(mpg, series('annual', [0.1]))).toBeNaN();
      expect(statistic(mpg, series('annual', [NaN]))).toBeNaN();
    }
    // A flat series has no variance to explain, no risk of its own and none of the market's.
    expect(rSquared(flat, mpg)).toBeNaN();
    expect(systematicRisk(flat, mpg)).toBe(0);
    expect(specificRisk(flat, mpg)).toBe(0);
    // Two points lie on a line, and leave no degree of freedom.
    const two = series('annual', [0.1, 0.3]);
    expect(rSquared(two, series('annual', [0.2, 0.1]))).toBeCloseTo(1, 12);
    expect(specificRisk(two, series('annual', [0.2, 0.1]))).toBeNaN();
  });

  it('refuse an unknown option, a missing benchmark and cash that is a difference, by name', () => {
    expectInputError('option.unknown', ['rSquared', 'rf', 'riskFree'], () =>
      rSquared(mpg, weight, { rf: mpg } as never),
    );
    expectInputError('series.invalid', ['specificRisk', 'the benchmark'], () => specificRisk(mpg, undefined as never));
    expectInputError('series.invalid', ['systematicRisk', '"riskFree"', '0.02'], () =>
      systematicRisk(mpg, weight, { riskFree: 0.02 as never }),
    );
  });

  it.skipIf(!hasReference)(
    'of Bacon’s portfolio: PerformanceAnalytics’ specific risk has divisor n, ours n − 2',
    () => {
      const portfolio = reference('portfolio_bacon.csv', 'portfolio');
      const benchmark = reference('portfolio_bacon.csv', 'benchmark');
      // SystematicRisk 0.132806, SpecificRisk 0.03293109, 24 months.
      expect(systematicRisk(portfolio, benchmark)).toBeCloseTo(0.132806, 6);
      expect(specificRisk(portfolio, benchmark) * Math.sqrt(22 / 24)).toBeCloseTo(0.03293109, 8);
      expect(specificRisk(portfolio, benchmark)).toBeCloseTo(0.03439540301772043, 12);
      expect(rSquared(portfolio, benchmark)).toBeCloseTo(0.9397088580814588, 12);
    },
  );

  it.skipIf(!hasReference)('of managers over cash are what PerformanceAnalytics (table.CAPM) and scipy compute', () => {
    const riskFree = reference('managers.csv', 'US 3m TR');
    const market = reference('managers.csv', 'SP500 TR');
    for (const [name, printed, exact, systematic, specific] of [
      ['HAM1', 0.4339, 0.433867704042907, 0.05844055430392985, 0.06701292919049862],
      ['HAM2', 0.1673, 0.16731516605323993, 0.0517013196179571, 0.11580640713799879],
    ] as const) {
      const fund = reference('managers.csv', name);
      expect(rSquared(fund, market, { riskFree })).toBeCloseTo(printed, 4);
      expect(rSquared(fund, market, { riskFree })).toBeCloseTo(exact, 12);
      expect(systematicRisk(fund, market, { riskFree })).toBeCloseTo(systematic, 12);
      expect(specificRisk(fund, market, { riskFree })).toBeCloseTo(specific, 12);
    }
    // table.SpecificRisk without cash: 0.0586 systematic, 0.0664 specific with divisor n = 132.
    const ham1 = reference('managers.csv', 'HAM1');
    expect(systematicRisk(ham1, market)).toBeCloseTo(0.0586, 4);
    expect(specificRisk(ham1, market) * Math.sqrt(130 / 132)).toBeCloseTo(0.0664, 4);
  });
});
