import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnSeries } from '../../src/panel/index.js';
import {
  alpha,
  appraisalRatio,
  beta,
  cagr,
  mean,
  mSquared,
  mSquaredExcess,
  sharpeRatio,
  specificRisk,
  treynorRatio,
  volatility,
} from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { cars, dated, hasReference, reference, series } from './support.js';
import { baconBenchmark, baconPortfolio } from './published-samples.js';

/** Over cash of 1 % a year: fund 4, 10, 16 %, index 2, 4, 6 %. */
const fund = series('annual', [0.05, 0.11, 0.17], 'Fund');
const index = series('annual', [0.03, 0.05, 0.07], 'Index');
const riskFree = series('annual', [0.01, 0.01, 0.01], 'Cash');
const all = { treynorRatio, appraisalRatio, mSquared, mSquaredExcess };

const aReturn = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
const pairs = fc.array(fc.tuple(aReturn, aReturn), { minLength: 4, maxLength: 40 });
const seriesOf = (given: readonly (readonly [number, number])[]): readonly [ReturnSeries, ReturnSeries] => [
  series(
    'monthly',
    given.map(([one]) => one),
    'A',
  ),
  series(
    'monthly',
    given.map(([, other]) => other),
    'B',
  ),
];
const close = (found: number, expected: number): void => {
  expect(Math.abs(found - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
};

describe('treynorRatio', () => {
  it('is the annual mean over cash by beta', () => {
    // Mean 10 %, beta 6/2 = 3.
    expect(treynorRatio(fund, index, { riskFree })).toBeCloseTo(0.1 / 3, 13);
    const [a, b] = [series('quarterly', [0.04, 0.1, 0.16]), series('quarterly', [0.02, 0.04, 0.06])];
    expect(treynorRatio(a, b)).toBeCloseTo(0.4 / 3, 13);
  });

  it('of the benchmark is its own mean excess return, and leverage does not change it', () => {
    expect(treynorRatio(index, index, { riskFree })).toBeCloseTo(0.04, 13);
    fc.assert(
      fc.property(pairs, (given) => {
        const [a, b] = seriesOf(given);
        fc.pre(Math.abs(beta(a, b)) > 0.01);
        const half = series(
          'monthly',
          [...a.values].map((value) => value / 2),
        );
        close(treynorRatio(half, b), treynorRatio(a, b));
      }),
      { numRuns: 40 },
    );
  });

  it('is NaN where the two do not move together but for rounding', () => {
    // Deviations −3, −1, 1, 3 and 1, −1, −1, 1 %: products −3 + 1 − 1 + 3 = 0.
    const [a, b] = [series('annual', [0.01, 0.03, 0.05, 0.07]), series('annual', [0.07, 0.05, 0.05, 0.07])];
    expect(Math.abs(beta(a, b))).toBeLessThan(1e-14);
    expect(treynorRatio(a, b)).toBeNaN();
    expect(treynorRatio(series('annual', [0.02, 0.02, 0.02]), index)).toBeNaN();
  });

  it('of Bacon’s portfolio is 0.108124, 12 times the mean over the slope that SciPy fits', () => {
    // 12 * r.mean() / scipy.stats.linregress(b, r).slope on the 24 months.
    const [portfolio, benchmark] = [series('monthly', baconPortfolio), series('monthly', baconBenchmark)];
    expect(treynorRatio(portfolio, benchmark)).toBeCloseTo(0.10812432041129894, 12);
  });

  it.skipIf(!hasReference)(
    'of HAM1 to the S&P 500: PerformanceAnalytics compounds the excess, we take the mean',
    () => {
      const [ham, market, bills] = managers();
      expect(treynorRatio(ham, market, { riskFree: bills })).toBeCloseTo(0.24291832565012053, 12); // scipy
      const excess = [...ham.values].map((value, row) => value - bills.values[row]!);
      const compounded = excess.reduce((growth, value) => growth * (1 + value), 1) ** (12 / 132) - 1;
      expect(compounded / beta(ham, market, { riskFree: bills })).toBeCloseTo(0.2428, 4);
      // By systematic risk ("modified"): Bacon’s portfolio has 0.7806747 there, with its CAGR.
      const [portfolio, benchmark] = bacon();
      const systematic = beta(portfolio, benchmark) * volatility(benchmark);
      expect(cagr(portfolio) / systematic).toBeCloseTo(0.7806747, 7);
      expect(treynorRatio(portfolio, benchmark)).toBeCloseTo(0.10812432041129896, 12); // scipy
    },
  );
});

describe('appraisalRatio', () => {
  it('is alpha by specific risk, residuals over n − 2', () => {
    // Fund 3, 1, 4, 6 on index 1, 1, 3, 3 %: slope 1.5, intercept 0.5 %, residuals ±1 %: √(4/2) = √2 %.
    const [a, b] = [series('annual', [0.03, 0.01, 0.04, 0.06]), series('annual', [0.01, 0.01, 0.03, 0.03])];
    expect(appraisalRatio(a, b)).toBeCloseTo(0.5 / Math.SQRT2, 12);
    // Quarterly: four times the alpha, twice the risk.
    const [c, d] = [series('quarterly', [0.03, 0.01, 0.04, 0.06]), series('quarterly', [0.01, 0.01, 0.03, 0.03])];
    expect(appraisalRatio(c, d)).toBeCloseTo(1 / Math.SQRT2, 12);
  });

  it('is intercept by residual standard error that R prints for mpg on weight (mtcars)', () => {
    // lm(mpg ~ wt): intercept 37.2851, residual standard error 3.046 on 30 degrees of freedom.
    const [mpg, weight] = [cars.mpg, cars.weight].map((values) => values.map((value) => value / 100));
    expect(appraisalRatio(series('annual', mpg!), series('annual', weight!))).toBeCloseTo(37.2851 / 3.046, 2);
  });

  it('is alpha over specificRisk, and does not change with leverage', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [a, b] = seriesOf(given);
        fc.pre(specificRisk(a, b) > 1e-3);
        close(appraisalRatio(a, b), alpha(a, b) / specificRisk(a, b));
        const half = series(
          'monthly',
          [...a.values].map((value) => value / 2),
        );
        close(appraisalRatio(half, b), appraisalRatio(a, b));
      }),
      { numRuns: 40 },
    );
  });

  it('is NaN where the benchmark explains everything, and of fewer than three rows', () => {
    expect(appraisalRatio(fund, index)).toBeNaN();
    expect(appraisalRatio(fund, fund)).toBeNaN();
    expect(appraisalRatio(series('annual', [0.1, 0.2]), series('annual', [0.3, 0.1]))).toBeNaN();
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio: his −0.430 has CAGRs above and the divisor n below', () => {
    const [portfolio, benchmark] = bacon();
    expect(appraisalRatio(portfolio, benchmark)).toBeCloseTo(-0.35939250755839686, 11); // scipy
    const n = portfolio.values.length;
    const jensen = cagr(portfolio) - beta(portfolio, benchmark) * cagr(benchmark);
    expect(jensen / (specificRisk(portfolio, benchmark) * Math.sqrt((n - 2) / n))).toBeCloseTo(-0.4302756, 7);
    const [ham, market, bills] = managers();
    expect(appraisalRatio(ham, market, { riskFree: bills })).toBeCloseTo(1.034080231013628, 11); // scipy
  });
});

describe('mSquared and mSquaredExcess', () => {
  it('are the return at the risk of the benchmark, and that less the benchmark’s', () => {
    // Excess mean 10, sd 6 against 4 and 2: 10 · 2/6 + 1 = 13/3 %, less 5 %.
    expect(mSquared(fund, index, { riskFree })).toBeCloseTo(0.13 / 3, 13);
    expect(mSquaredExcess(fund, index, { riskFree })).toBeCloseTo(0.13 / 3 - 0.05, 13);
    // Quarterly, returns are per year: four times.
    const four = [fund, index, riskFree].map((one) => series('quarterly', [...one.values]));
    expect(mSquared(four[0]!, four[1]!, { riskFree: four[2]! })).toBeCloseTo(0.52 / 3, 13);
  });

  it('of 13 % at a deviation of 17 %, beside a market of 14 % at 21 % and bills of 5 %, are 14.88 % and 0.88 %', () => {
    const of = (average: number, deviation: number): ReturnSeries =>
      series('annual', [average - deviation / Math.SQRT2, average + deviation / Math.SQRT2]);
    const bills = { riskFree: series('annual', [0.05, 0.05], 'Bills') };
    // (13 − 5) · 21/17 + 5.
    expect(mSquared(of(0.13, 0.17), of(0.14, 0.21), bills)).toBeCloseTo(0.1488, 4);
    expect(mSquaredExcess(of(0.13, 0.17), of(0.14, 0.21), bills)).toBeCloseTo(0.0088, 4);
  });

  it('of the benchmark are its own mean and 0; in general the difference of the Sharpe ratios × its risk', () => {
    expect(mSquared(index, index, { riskFree })).toBeCloseTo(0.05, 14);
    expect(mSquaredExcess(index, index, { riskFree })).toBeCloseTo(0, 14);
    fc.assert(
      fc.property(pairs, (given) => {
        const [a, b] = seriesOf(given);
        fc.pre(volatility(a) > 0 && volatility(b) > 0);
        close(mSquaredExcess(a, b), (sharpeRatio(a) - sharpeRatio(b)) * volatility(b));
        close(mSquared(a, b), sharpeRatio(a) * volatility(b));
        close(mSquared(a, b) - mSquaredExcess(a, b), 12 * mean(b.values));
      }),
      { numRuns: 40 },
    );
  });

  it('use the rows that fund, index and cash have in common', () => {
    const wide = {
      fund: series('annual', [0.5, 0.05, 0.11, 0.9, 0.17, NaN]),
      index: series('annual', [NaN, 0.03, 0.05, 0.3, 0.07, 0.1], 'Index'),
      cash: series('annual', [0.2, 0.01, 0.01, NaN, 0.01, 0.2], 'Cash'),
    };
    for (const statistic of Object.values({ treynorRatio, mSquared, mSquaredExcess }))
      expect(statistic(wide.fund, wide.index, { riskFree: wide.cash })).toBeCloseTo(
        statistic(fund, index, { riskFree }),
        14,
      );
  });

  it.skipIf(!hasReference)('of managers are PerformanceAnalytics’ Modigliani, which is per month', () => {
    const [ham, market, bills] = managers();
    const dates = Array.from({ length: 132 }, (_, row) => ham.calendar.date(row));
    const flat = dated('monthly', dates, new Array<number>(132).fill(0.035 / 12), 'Cash');
    expect(mSquared(ham, market, { riskFree: flat }) / 12).toBeCloseTo(0.01678381, 8);
    expect(mSquared(ham, market, { riskFree: bills })).toBeCloseTo(0.19872425732787452, 12); // numpy
    expect(mSquaredExcess(ham, market, { riskFree: bills })).toBeCloseTo(0.0947401664187836, 12); // numpy
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio: his 0.1006 and −0.0155 have CAGRs, the latter geometric', () => {
    const [portfolio, benchmark] = bacon();
    expect(mSquared(portfolio, benchmark)).toBeCloseTo(0.1048141824497456, 12); // numpy
    expect(mSquaredExcess(portfolio, benchmark)).toBeCloseTo(-0.015685817550254416, 12); // numpy
    // The divisors of the two deviations cancel.
    const compounded = (cagr(portfolio) * volatility(benchmark)) / volatility(portfolio);
    expect(compounded).toBeCloseTo(0.10062, 6);
    expect((1 + compounded) / (1 + cagr(benchmark)) - 1).toBeCloseTo(-0.01553103, 8);
    expect(compounded - cagr(benchmark)).toBeCloseTo(-0.01736344, 8);
  });
});

describe('all of them', () => {
  it.each(Object.entries(all))('%s is NaN of one common row, and of a series that does not vary', (_, statistic) => {
    expect(statistic(fund, series('annual', [0.1]))).toBeNaN();
    expect(statistic(fund, series('annual', [NaN, NaN]))).toBeNaN();
    expect(statistic(series('annual', [0.1 + 0.2, 0.3, 0.3]), index)).toBeNaN();
  });

  it.each(Object.entries(all))('%s is never infinite', (_, statistic) => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [a, b] = seriesOf(given);
        for (const [one, other] of [
          [a, b],
          [a, a],
        ] as const)
          expect(Math.abs(statistic(one, other))).not.toBe(Infinity);
      }),
      { numRuns: 30 },
    );
  });

  it.each(Object.entries(all))('%s refuses misspelt options and what is no benchmark', (name, statistic) => {
    expectInputError('option.unknown', [name, '"rf"', 'riskFree'], () => statistic(fund, index, { rf: 0 } as never));
    expectInputError('series.invalid', [name, 'the benchmark'], () => statistic(fund, undefined as never));
    expectInputError('calendar.mismatch', [name, 'monthly', 'annual'], () => statistic(fund, series('monthly', [0.1])));
  });
});

function managers(): readonly [ReturnSeries, ReturnSeries, ReturnSeries] {
  const of = (name: string): ReturnSeries => reference('managers.csv', name);
  return [of('HAM1'), of('SP500 TR'), of('US 3m TR')];
}

/** Bacon’s portfolio and benchmark, 24 whole months: the file dates February 2000 on the 28th. */
function bacon(): readonly [ReturnSeries, ReturnSeries] {
  const of = (name: string): ReturnSeries =>
    series('monthly', [...reference('portfolio_bacon.csv', name).values], name);
  return [of('portfolio'), of('benchmark')];
}
