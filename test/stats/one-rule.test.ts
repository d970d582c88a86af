import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';
import { series } from './support.js';

const months = fc.array(fc.double({ min: -0.9, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 40 });

describe('one rule of rounding', () => {
  it('a return at its target but for rounding neither falls short of it nor exceeds it, in any figure', () => {
    // 0.1 + 0.2 is 0.30000000000000004.
    const one = series('monthly', [0.3, 0.3, 0.3]);
    const given = { minimumAcceptableReturn: 0.1 + 0.2 };
    expect(stats.downsideDeviation(one, given)).toBe(0);
    expect(Math.abs(stats.downsidePotential(one, given))).toBe(0);
    expect(stats.downsideFrequency(one, given)).toBe(0);
    expect(stats.upsideRisk(series('monthly', [0.1 + 0.2]), { minimumAcceptableReturn: 0.3 })).toBe(0);
    expect(stats.upsidePotential(series('monthly', [0.1 + 0.2]), { minimumAcceptableReturn: 0.3 })).toBe(0);
    for (const ratio of [stats.sortinoRatio, stats.omegaRatio, stats.omegaSharpeRatio, stats.upsidePotentialRatio])
      expect(ratio(one, given)).toBeNaN();
    expect(stats.semiDeviation(series('monthly', [0.3, 0.1 + 0.2, 0.3]))).toBe(0);
    expect(stats.meanAbsoluteDeviation(series('monthly', [0.3, 0.1 + 0.2, 0.3]))).toBe(0);
  });

  it('a shortfall is one in all of them, however many returns it is averaged over', () => {
    // 1e-10 below the target in one of 100 000: a mean of 1e-15.
    const many = series('daily', [-1e-10, ...new Array<number>(99_999).fill(0.001)]);
    expect(stats.downsidePotential(many)).toBeCloseTo(-1e-15, 20);
    expect(stats.omegaRatio(many)).toBeCloseTo((0.001 * 99_999) / 1e-10, -3);
    expect(stats.downsideFrequency(many)).toBe(1e-5);
  });
});

describe('a series on itself', () => {
  it('has beta, R² and correlation 1 and alpha 0, to the last digit, also over cash', () => {
    fc.assert(
      fc.property(months, (values) => {
        const [one, same] = [series('monthly', values), series('monthly', values, 'B')];
        fc.pre(stats.volatility(one) > 0);
        const riskFree = series(
          'monthly',
          values.map((_, month) => 0.001 * (month % 3)),
        );
        for (const options of [{}, { riskFree }]) {
          fc.pre(!Number.isNaN(stats.beta(one, same, options)));
          expect(stats.beta(one, same, options)).toBe(1);
          expect(stats.rSquared(one, same, options)).toBe(1);
          expect(stats.alpha(one, same, options)).toBe(0);
        }
        expect(stats.correlation(one, same)).toBe(1);
        expect(
          stats.correlation(
            one,
            series(
              'monthly',
              values.map((value) => -value),
              'M',
            ),
          ),
        ).toBe(-1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('autocorrelationAdjustedVolatility', () => {
  it('counts 11 lags unless told, in a summary and by itself: all of monthly returns, few of daily ones', () => {
    const daily = series(
      'daily',
      Array.from({ length: 400 }, (_, day) => 0.01 * Math.sin(day * day)),
    );
    expect(stats.autocorrelationAdjustedVolatility(daily)).toBe(
      stats.autocorrelationAdjustedVolatility(daily, { lags: 11 }),
    );
    expect(stats.summarize(daily).risk.autocorrelationAdjustedVolatility).toBe(
      stats.autocorrelationAdjustedVolatility(daily),
    );
    const monthly = series(
      'monthly',
      Array.from({ length: 60 }, (_, month) => 0.01 * Math.sin(month)),
    );
    expect(stats.autocorrelationAdjustedVolatility(monthly)).toBe(
      stats.autocorrelationAdjustedVolatility(monthly, { lags: 11 }),
    );
    const quarterly = series('quarterly', [0.01, 0.02, -0.01, 0.04, 0.03]);
    expect(stats.autocorrelationAdjustedVolatility(quarterly)).toBe(
      stats.autocorrelationAdjustedVolatility(quarterly, { lags: 3 }),
    );
  });
});

describe('cash of a part of the life', () => {
  it('is said in a summary with both counts, and with every figure that rests on them', () => {
    const wave = (count: number, shift: number): number[] =>
      Array.from({ length: count }, (_, month) => 0.01 * Math.sin(month + shift));
    const [one, other] = [series('monthly', wave(120, 0)), series('monthly', wave(120, 1), 'B')];
    const cash = series('monthly', [...new Array<number>(90).fill(NaN), ...new Array<number>(30).fill(0.002)], 'Cash');
    const text = 'Figures over cash rest on 30 of 120 periods (Sharpe ratio and its standard error';
    expect(stats.summarize(one, { riskFree: cash }).notes.join(' ')).toContain(text);
    expect(String(stats.summarize(one, { riskFree: cash }))).toContain('Figures over cash rest on 30 of 120 periods');
    const beside = stats.summarize(one, { riskFree: cash, benchmark: other }).notes.join(' ');
    expect(beside).toContain('on 30 of the 120 periods in common with the benchmark (alpha, betas');
    expect(beside).toContain('those for which Cash has a return.');
    expect(stats.summarize(one, { riskFree: series('monthly', wave(120, 2), 'Bills') }).notes).toEqual([]);
    // What it says is so: the Sharpe ratio is that of the last 30 months.
    const late = series('monthly', wave(120, 0).slice(90));
    const paid = series('monthly', new Array<number>(30).fill(0.002), 'Cash');
    expect(stats.summarize(one, { riskFree: cash }).sharpeRatio).toBeCloseTo(
      stats.sharpeRatio(late, { riskFree: paid }),
      12,
    );
  });
});
