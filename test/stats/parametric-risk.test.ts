import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornishFisher, rises } from '../../src/stats/cornish-fisher.js';
import {
  cornishFisherDomain,
  cornishFisherValueAtRisk,
  excessKurtosis,
  gaussianExpectedShortfall,
  gaussianValueAtRisk,
  mean,
  normalQuantile,
  sampleStandardDeviation,
  skewness,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { baconPortfolio } from './published-samples.js';
import { hasReference, reference, series, sevenDays } from './support.js';

const bacon = series('monthly', baconPortfolio);
const edhec = (name: string) => reference('edhec_1997_2021.csv', name);

describe('gaussianValueAtRisk and gaussianExpectedShortfall', () => {
  it('are μ − 1.644854 σ and μ − 2.062713 σ at 95 %, σ with divisor n', () => {
    // 3, −1, 3, −1 %: mean 1, population deviation 2. Tables: z = 1.644854, φ(z)/0.05 = 2.062713.
    const one = series('quarterly', [0.03, -0.01, 0.03, -0.01]);
    expect(gaussianValueAtRisk(one)).toBeCloseTo(0.01 - 1.644854 * 0.02, 7);
    expect(gaussianExpectedShortfall(one)).toBeCloseTo(0.01 - 2.062713 * 0.02, 7);
    // 2.326348 and 2.665214 at 99 %.
    expect(gaussianValueAtRisk(one, { level: 0.99 })).toBeCloseTo(0.01 - 2.326348 * 0.02, 7);
    expect(gaussianExpectedShortfall(one, { level: 0.99 })).toBeCloseTo(0.01 - 2.665214 * 0.02, 7);
  });

  it('of Bacon’s portfolio are SciPy’s from the formula', () => {
    expect(gaussianValueAtRisk(bacon)).toBeCloseTo(-0.05468189833645442, 14);
    expect(gaussianExpectedShortfall(bacon)).toBeCloseTo(-0.07085966967069575, 14);
  });

  it('differ from quantstats, whose σ has divisor n − 1: −0.056052 and −0.072577 for Bacon’s portfolio', () => {
    // quantstats, tests/data/reference_values.json: var_95 and es_95 of bacon_monthly and tiny_sample_n7.
    for (const [values, risk, shortfall] of [
      [baconPortfolio, -0.05605155822002584, -0.0725772784216993],
      [sevenDays, -0.026118205089509853, -0.029562908106231696],
    ] as const) {
      const n = values.length;
      const one = series('monthly', values);
      const other = (ours: number): number => mean(values) + (ours - mean(values)) * Math.sqrt(n / (n - 1));
      expect(other(gaussianValueAtRisk(one))).toBeCloseTo(risk, 13);
      expect(other(gaussianExpectedShortfall(one))).toBeCloseTo(shortfall, 13);
      expect(mean(values) + normalQuantile(0.05) * sampleStandardDeviation(values)).toBeCloseTo(risk, 13);
    }
  });

  it.skipIf(!hasReference).each([
    ['Convertible Arbitrage', -0.02173214, -0.02872442],
    ['CTA Global', -0.03310173, -0.04260771],
    ['Event Driven', -0.02464282, -0.03259857],
    ['Short Selling', -0.07597714, -0.09495821],
  ])('of %s in edhec are %d and %d, as PerformanceAnalytics prints', (name, risk, shortfall) => {
    expect(gaussianValueAtRisk(edhec(name))).toBeCloseTo(risk, 8);
    expect(gaussianExpectedShortfall(edhec(name))).toBeCloseTo(shortfall, 8);
  });
});

describe('cornishFisherValueAtRisk', () => {
  it('is the normal one where skewness and excess kurtosis vanish', () => {
    expect(cornishFisher(-1.644853626951473, 0, 0)).toBe(-1.644853626951473);
  });

  it.each([
    // mir.stat.distribution.cornishFisherInvCDF, its own unit tests: (probability, skewness, excess kurtosis) to the quantile.
    [0.5, 1, 0, -0.1666667],
    [0.9, 0.1, 0, 1.292868],
    [0.9, 0.1, 1, 1.220374],
    [0.9, 0.1, -1, 1.365363],
    [0.99, 0.1, 0, 2.396116],
    [0.99, 0.1, 1, 2.629904],
    [0.99, 0.1, -1, 2.162328],
    [0.01, 0.1, 0, -2.249053],
    [0.01, 0.1, 1, -2.482841],
    [0.01, 0.1, -1, -2.015265],
  ])('expands the quantile %d with skewness %d and excess kurtosis %d to %d', (p, skew, kurtosis, expected) => {
    expect(cornishFisher(normalQuantile(p), skew, kurtosis)).toBeCloseTo(expected, 6);
  });

  it('of Bacon’s portfolio is SciPy’s from the formula', () => {
    expect(cornishFisherValueAtRisk(bacon)).toBeCloseTo(-0.05602899481664104, 14);
  });

  it.skipIf(!hasReference).each([
    ['CTA Global', -0.0320411],
    ['Event Driven', -0.02960873],
    ['Global Macro', -0.01380785],
    ['Long/Short Equity', -0.02950798],
    ['Short Selling', -0.06215004],
    ['Funds of Funds', -0.02309324],
  ])('of %s in edhec is %d, the modified VaR of PerformanceAnalytics', (name, expected) => {
    expect(cornishFisherValueAtRisk(edhec(name))).toBeCloseTo(expected, 8);
  });

  it.skipIf(!hasReference).each([
    ['Convertible Arbitrage', -0.02568389],
    ['Fixed Income Arbitrage', -0.01773794],
    ['Merger Arbitrage', -0.01502873],
  ])('of %s in edhec is NaN, out of its domain, where PerformanceAnalytics prints %d', (name, printed) => {
    const one = edhec(name);
    expect(cornishFisherDomain(one)).toMatchObject({ inside: false, everywhere: false });
    expect(cornishFisherValueAtRisk(one)).toBeNaN();
    const values = one.values.slice();
    const deviation = sampleStandardDeviation(values) * Math.sqrt((values.length - 1) / values.length);
    const bent = cornishFisher(normalQuantile(0.05), skewness(one), excessKurtosis(one));
    expect(mean(values) + deviation * bent).toBeCloseTo(printed, 8);
  });
});

describe('cornishFisherDomain', () => {
  it('is where the expansion rises: its slope compared on a fine grid', () => {
    const moment = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -2, max: 20, noNaN: true }));
    const level = fc.double({ min: 0.6, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(moment, level, ([skew, kurtosis], confidence) => {
        const z = normalQuantile(confidence);
        const grid = Array.from({ length: 2001 }, (_, step) => cornishFisher(-z + (step / 1000) * z, skew, kurtosis));
        const fall = Math.max(...grid.slice(1).map((value, step) => grid[step]! - value));
        // A fall too small to see on the grid decides nothing.
        if (fall > 1e-12) expect(rises(z, skew, kurtosis)).toBe(false);
        else if (!rises(z, skew, kurtosis)) expect(fall).toBeGreaterThan(-1e-3);
        if (rises(Infinity, skew, kurtosis)) expect(rises(z, skew, kurtosis)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    // With S = 0 the slope is (K/8) z² + 1 − K/8: everywhere for 0 ≤ K ≤ 8.
    [0, 0, true],
    [0, 8, true],
    [0, 8.01, false],
    [0, -0.01, false],
    // With S = 2.4, u = K/8: 4 (u − 0.96)(1.8 − u) ≥ 0.64 from u = 1.252 to 1.508, K from 10.02 to 12.06.
    [2.4, 10, false],
    [2.4, 10.1, true],
    [2.4, 12, true],
    [2.4, 12.1, false],
    // The largest skewness is 6(√2 − 1) = 2.485281, at K = 11.549.
    [2.485, 11.549, true],
    [2.486, 11.549, false],
    [1, 1, false],
    [1, 4, true],
    [-1, 4, true],
    // Both ends of the parabola point down: it falls everywhere, however the discriminant looks.
    [7, 63, false],
  ])('everywhere with skewness %d and excess kurtosis %d: %s', (skew, kurtosis, expected) => {
    expect(rises(Infinity, skew, kurtosis)).toBe(expected);
  });

  it('is narrower at higher levels: K just under 0 will do at 95 %, not out at 8 standard deviations', () => {
    expect(rises(normalQuantile(0.95), 0, -0.1)).toBe(true);
    expect(rises(normalQuantile(0.999), 0, -0.1)).toBe(true);
    // Slope −z²/80 + 1 + 1/80 = 0 at z = 9.
    expect(rises(8.99, 0, -0.1)).toBe(true);
    expect(rises(9.01, 0, -0.1)).toBe(false);
  });

  it('says the moments and the level, and is frozen; without variation nothing is inside', () => {
    const domain = cornishFisherDomain(bacon, { level: 0.99 });
    expect(domain).toEqual({
      skewness: skewness(bacon),
      excessKurtosis: excessKurtosis(bacon),
      level: 0.99,
      inside: true,
      everywhere: false,
    });
    expect(Object.isFrozen(domain)).toBe(true);
    expect(cornishFisherDomain(series('monthly', [0.01, 0.01]))).toMatchObject({ inside: false, everywhere: false });
    expect(cornishFisherDomain(series('monthly', [NaN]))).toMatchObject({ inside: false, skewness: NaN });
  });

  it('keeps the value at risk falling with the level from 90 % to 99.9 %', () => {
    const returns = fc.array(
      fc.integer({ min: -200, max: 200 }).map((value) => value / 1000),
      { minLength: 4, maxLength: 30 },
    );
    fc.assert(
      fc.property(returns, (values) => {
        const one = series('monthly', values);
        fc.pre(cornishFisherDomain(one, { level: 0.999 }).inside);
        const path = Array.from({ length: 100 }, (_, step) =>
          cornishFisherValueAtRisk(one, { level: 0.9 + step / 1000 }),
        );
        path.slice(1).forEach((value, step) => {
          expect(value).toBeLessThanOrEqual(path[step]! + 1e-15);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the parametric figures', () => {
  const all = { gaussianValueAtRisk, gaussianExpectedShortfall, cornishFisherValueAtRisk };

  it('are NaN of one return; of constant returns the Gaussian ones are that return, Cornish–Fisher is NaN', () => {
    for (const statistic of Object.values(all)) expect(statistic(series('monthly', [NaN, 0.01]))).toBeNaN();
    expect(gaussianValueAtRisk(series('monthly', [0.01, 0.01]))).toBe(0.01);
    expect(gaussianExpectedShortfall(series('monthly', [0.01, 0.01]))).toBe(0.01);
    expect(cornishFisherValueAtRisk(series('monthly', [0.01, 0.01]))).toBeNaN();
  });

  it.each(Object.entries(all))('%s refuses a wrong level and what is no series', (name, statistic) => {
    expectInputError('option.range', [name, '"level" is 0.05'], () => statistic(bacon, { level: 0.05 }));
    expectInputError('option.unknown', [name, '"alpha"'], () => statistic(bacon, { alpha: 0.05 } as never));
    expectInputError('series.invalid', [name], () => statistic(undefined as never));
  });

  it('move with a shift, scale with the returns, skip what is missing; the shortfall is below the value at risk', () => {
    const returns = fc.array(
      fc.integer({ min: -200, max: 200 }).map((value) => value / 1000),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(returns, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (values, level) => {
        const one = series('monthly', values);
        const moved = series('monthly', [NaN, ...values.map((value) => value * 2 + 0.1), NaN]);
        for (const statistic of Object.values(all)) {
          const [before, after] = [statistic(one, { level }), statistic(moved, { level })];
          if (Number.isNaN(before) !== Number.isNaN(after)) continue; // On the very edge of the domain.
          if (!Number.isNaN(before)) expect(after).toBeCloseTo(2 * before + 0.1, 9);
        }
        expect(gaussianExpectedShortfall(one, { level })).toBeLessThanOrEqual(gaussianValueAtRisk(one, { level }));
      }),
      { numRuns: 80 },
    );
  });
});
