import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cagr,
  errorOfSharpe,
  geometricInformationRatio,
  geometricSharpeRatio,
  informationRatio,
  sharpeMoments,
  sharpeRatio,
  sharpeStandardError,
  deviationOf,
  trackingError,
  volatility,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { hasReference, reference, series } from './support.js';

const aReturn = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
/** 10 %, −10 %, 30 %, all over cash of 2 %. */
const fund = series('annual', [0.12, -0.08, 0.32], 'Fund');
const riskFree = series('annual', [0.02, 0.02, 0.02], 'Cash');

describe('sharpeStandardError', () => {
  it('is the root of (1 − γ₃S + (γ₄ − 1)/4 · S²)/(n − 1), per year', () => {
    // Excess 10, −10, 30 %: mean 10, sd 20, S = ½; symmetric; m₂ = 800/3, m₄ = 320000/3, γ₄ = 1.5: (1 + 0.125/4)/2.
    expect(sharpeStandardError(fund, { riskFree })).toBeCloseTo(Math.sqrt(1.03125 / 2), 13);
    // Quarterly the same returns have the same S per quarter: twice the ratio and twice its error.
    const quarterly = series('quarterly', [0.1, -0.1, 0.3]);
    expect(sharpeStandardError(quarterly)).toBeCloseTo(2 * Math.sqrt(1.03125 / 2), 13);
    expect(sharpeRatio(quarterly)).toBeCloseTo(2 * 0.5, 13);
  });

  it('takes account of skewness: losing rarely but much makes a good ratio less certain', () => {
    // 3, 3, 3, −1 %: mean 2, sd 2, S = 1; m₂ = 3, m₃ = −6, m₄ = 21: γ₃ = −2/√3, γ₄ = 7/3. The mirror about the mean has +2/√3.
    const rare = sharpeStandardError(series('annual', [0.03, 0.03, 0.03, -0.01]));
    const frequent = sharpeStandardError(series('annual', [0.01, 0.01, 0.01, 0.05]));
    expect(rare).toBeCloseTo(Math.sqrt((1 + 2 / Math.sqrt(3) + 1 / 3) / 3), 12);
    expect(frequent).toBeCloseTo(Math.sqrt((1 - 2 / Math.sqrt(3) + 1 / 3) / 3), 12);
  });

  it('gives the probability that Bailey and López de Prado (2012) publish for their hedge fund', () => {
    // S = 0.458 per month over 24 months, γ₃ = −2.448, γ₄ = 10.164: 0.913 that it is above 0; as if normal 0.982.
    const figures = { sharpe: 0.458, skewness: -2.448, kurtosis: 10.164, count: 24 };
    // Φ(1.3595) = 0.9130 and Φ(2.0969) = 0.9820, from a table of the normal distribution.
    expect(Math.abs(0.458 / errorOfSharpe(figures) - 1.3595)).toBeLessThan(0.004);
    expect(Math.abs(0.458 / errorOfSharpe({ ...figures, skewness: 0, kurtosis: 3 }) - 2.0969)).toBeLessThan(0.012);
  });

  it('of normal returns is Lo’s √((1 + S²/2)/T), with n − 1 for T', () => {
    // T = 60: S = ½ has √(1.125/60), S = 1 has √(1.5/60).
    const normal = { skewness: 0, kurtosis: 3, count: 61 };
    expect(errorOfSharpe({ ...normal, sharpe: 0.5 })).toBeCloseTo(Math.sqrt(1.125 / 60), 14);
    expect(errorOfSharpe({ ...normal, sharpe: 1 })).toBeCloseTo(Math.sqrt(1.5 / 60), 14);
  });

  it('is NaN where the Sharpe ratio is, and defined on two returns', () => {
    expect(sharpeStandardError(series('monthly', [0.01, 0.01, 0.01]))).toBeNaN();
    expect(sharpeStandardError(series('monthly', [0.1 + 0.2, 0.3]))).toBeNaN();
    expect(sharpeStandardError(series('monthly', [0.01]))).toBeNaN();
    expect(sharpeStandardError(series('monthly', [NaN]))).toBeNaN();
    // Two outcomes: γ₃ = 0, γ₄ = 1, nothing is left of the second term.
    expect(sharpeStandardError(series('annual', [0.01, 0.03]))).toBeCloseTo(1, 14);
  });

  it('does not change with the scale of returns, and keeps its digits on top of a large offset', () => {
    const values = [0.01, 0.03, -0.02, 0.05, 0.02];
    const plain = sharpeStandardError(series('monthly', values));
    expect(sharpeStandardError(series('monthly', [...values.map((value) => 20 * value)]))).toBeCloseTo(plain, 12);
    const moments = sharpeMoments(values.map((value) => 1e6 + 64 * Math.round(100 * value)));
    const near = sharpeMoments(values.map((value) => 64 * Math.round(100 * value)));
    expect(moments.skewness).toBeCloseTo(near.skewness, 12);
    expect(moments.kurtosis).toBeCloseTo(near.kurtosis, 12);
  });

  it.skipIf(!hasReference)('of EDHEC’s convertible arbitrage is half of PerformanceAnalytics’ interval', () => {
    const index = reference('edhec_1997_2021.csv', 'Convertible Arbitrage');
    const monthly = sharpeStandardError(index) / Math.sqrt(12);
    expect(monthly).toBeCloseTo(0.09275755537567722, 12); // scipy
    // ProbSharpeRatio with skewness and kurtosis: 0.1930 to 0.4981, 1.6449 errors to each side.
    expect(2 * 1.6449 * monthly).toBeCloseTo(0.4981 - 0.193, 3);
    // By default it leaves the kurtosis out (as if 3): 0.2109 to 0.4802.
    const { sharpe, skewness, count } = sharpeMoments(index.values);
    expect(2 * 1.6449 * errorOfSharpe({ sharpe, skewness, kurtosis: 3, count })).toBeCloseTo(0.4802 - 0.2109, 3);
    const [ham, bills] = [reference('managers.csv', 'HAM1'), reference('managers.csv', 'US 3m TR')];
    expect(sharpeStandardError(ham, { riskFree: bills })).toBeCloseTo(0.3449385928814413, 12); // scipy
  });
});

describe('geometricSharpeRatio', () => {
  it('is the difference of two CAGRs over the volatility of the excess return', () => {
    // 1 · 1.21 over two years is 10 % a year, cash 0 · 4.04 %, 2 % a year; excess 0 and 16.96 %: sd 16.96/√2 %.
    const [one, cash] = [series('annual', [0, 0.21]), series('annual', [0, 0.0404], 'Cash')];
    expect(geometricSharpeRatio(one, { riskFree: cash })).toBeCloseTo((0.08 / 0.1696) * Math.SQRT2, 12);
    expect(geometricSharpeRatio(one)).toBeCloseTo((0.1 / 0.21) * Math.SQRT2, 12);
  });

  it('without cash is CAGR by volatility, and lies below the Sharpe ratio', () => {
    fc.assert(
      fc.property(fc.array(aReturn, { minLength: 12, maxLength: 40 }), (values) => {
        const one = series('monthly', values);
        fc.pre(volatility(one) > 0);
        expect(geometricSharpeRatio(one)).toBeCloseTo(cagr(one) / volatility(one), 12);
        // No growth exceeds that of the mean: (1 + mean)^12.
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(geometricSharpeRatio(one)).toBeLessThanOrEqual(((1 + mean) ** 12 - 1) / volatility(one) + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('compares over the common life, and is NaN over a hole of either', () => {
    const long = series('annual', [0.5, 0, 0.21, NaN]);
    const cash = series('annual', [NaN, 0, 0.0404, 0.03], 'Cash');
    expect(geometricSharpeRatio(long, { riskFree: cash })).toBeCloseTo((0.08 / 0.1696) * Math.SQRT2, 12);
    const holed = series('annual', [0.01, NaN, 0.02, 0.03], 'Cash');
    const whole = series('annual', [0.1, 0.2, 0.3, 0.1]);
    expect(geometricSharpeRatio(whole, { riskFree: holed })).toBeNaN();
    expect(geometricSharpeRatio(holed, { riskFree: whole })).toBeNaN();
    expect(
      geometricSharpeRatio(series('annual', [NaN, NaN, NaN, 0.2]), { riskFree: series('annual', [0.01]) }),
    ).toBeNaN();
  });

  it('is NaN under one year and where nothing varies', () => {
    expect(geometricSharpeRatio(series('monthly', [0.01, 0.03]))).toBeNaN();
    expect(geometricSharpeRatio(series('annual', [0.05, 0.05]))).toBeNaN();
    expect(geometricSharpeRatio(series('annual', [NaN]))).toBeNaN();
  });

  it.skipIf(!hasReference)(
    'of HAM1: PerformanceAnalytics compounds the excess and divides by the risk of the return',
    () => {
      const [ham, bills] = [reference('managers.csv', 'HAM1'), reference('managers.csv', 'US 3m TR')];
      expect(geometricSharpeRatio(ham, { riskFree: bills })).toBeCloseTo(1.106072488675351, 11); // numpy
      const excess = [...ham.values].map((value, row) => value - bills.values[row]!);
      const compounded = excess.reduce((growth, value) => growth * (1 + value), 1) ** (12 / 132) - 1;
      // SharpeRatio.annualized prints 1.066795.
      expect(compounded / (deviationOf(ham.values) * Math.sqrt(12))).toBeCloseTo(1.066795, 5);
    },
  );
});

describe('geometricInformationRatio', () => {
  it('is the difference of two CAGRs over the tracking error', () => {
    // 10 % a year against 5 %; active −5 and 16 %: sd 21/√2 %.
    const [one, benchmark] = [series('annual', [0, 0.21]), series('annual', [0.05, 0.05], 'Index')];
    expect(geometricInformationRatio(one, benchmark)).toBeCloseTo((0.05 / 0.21) * Math.SQRT2, 12);
    // The arithmetic one has the mean, 5.5 %.
    expect(informationRatio(one, benchmark)).toBeCloseTo((0.055 / 0.21) * Math.SQRT2, 12);
  });

  it('is the geometric Sharpe ratio where the benchmark is cash', () => {
    expect(geometricInformationRatio(fund, riskFree)).toBe(geometricSharpeRatio(fund, { riskFree }));
  });

  it('is NaN against itself, under one year, over a hole and without a common row', () => {
    expect(geometricInformationRatio(fund, fund)).toBeNaN();
    expect(geometricInformationRatio(series('monthly', [0.1, 0.2]), series('monthly', [0, 0.1]))).toBeNaN();
    expect(geometricInformationRatio(fund, series('annual', [0.1, NaN, 0.1]))).toBeNaN();
    expect(geometricInformationRatio(fund, series('annual', [NaN, NaN, NaN]))).toBeNaN();
    expectInputError('calendar.mismatch', ['geometricInformationRatio', 'monthly', 'annual'], () =>
      geometricInformationRatio(fund, series('monthly', [0.1])),
    );
  });

  it.skipIf(!hasReference)('of managers is what PerformanceAnalytics calls InformationRatio', () => {
    const [ham, market] = [reference('managers.csv', 'HAM1'), reference('managers.csv', 'SP500 TR')];
    expect(geometricInformationRatio(ham, market)).toBeCloseTo(0.3604125, 7);
    expect(geometricInformationRatio(ham, market) * trackingError(ham, market)).toBeCloseTo(0.04078668, 8);
    // HAM2 begins later and HAM6 later still: the market is taken over their lives.
    for (const [name, ratio] of [
      ['HAM2', 0.5059751],
      ['HAM3', 0.4701009],
      ['HAM6', 0.6722844],
    ] as const)
      expect(geometricInformationRatio(reference('managers.csv', name), market)).toBeCloseTo(ratio, 7);
  });
});

describe('over cash', () => {
  it.each(Object.entries({ sharpeStandardError, geometricSharpeRatio }))(
    '%s refuses misspelt options and what is over cash already',
    (name, statistic) => {
      expectInputError('option.unknown', [name, 'riskfree', 'riskFree'], () =>
        statistic(fund, { riskfree: riskFree } as never),
      );
      expectInputError('calendar.mismatch', [name, 'monthly', 'annual'], () =>
        statistic(fund, { riskFree: series('monthly', [0.01]) }),
      );
      expectInputError('series.invalid', [name, '"riskFree"', '0.02'], () =>
        statistic(fund, { riskFree: 0.02 as never }),
      );
    },
  );
});
