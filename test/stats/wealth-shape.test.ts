import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cagr, martinRatio, painIndex, painRatio, stability, tailRatio, ulcerIndex } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, reference, referencePrices, series } from './support.js';

const missing = (count: number): number[] => new Array<number>(count).fill(NaN);

describe('stability', () => {
  it('is R² of log wealth over time, the starting 1 among the points', () => {
    // log₂ wealth 0, 1, 0, 1 over 0, 1, 2, 3: covariance 1 · 2 = Σ(−½·−1.5 + ½·−½ − ½·½ + ½·1.5) = 1; 1²/(1 · 5).
    expect(stability(series('annual', [1, -0.5, 1]))).toBeCloseTo(0.2, 14);
    // 0, 1, 3 over 0, 1, 2: Σ products 3; 9/(14/3 · 2).
    expect(stability(series('annual', [1, 3]))).toBeCloseTo(27 / 28, 14);
  });

  it('is 1 of the same return in every period, gain or loss', () => {
    for (const rate of [0.01, -0.01]) {
      const steady = stability(series('monthly', new Array<number>(40).fill(rate)));
      expect(steady).toBeCloseTo(1, 12);
      expect(steady).toBeLessThanOrEqual(1);
    }
  });

  it('is what empyrical first computed; since then it leaves the starting point out', () => {
    const values = empyrical.mixed.slice(1);
    expect(stability(series('daily', empyrical.mixed))).toBeCloseTo(0.33072113092134847, 12);
    // Its later 0.1530 is R² of the same logs without the leading 0.
    let sum = 0;
    const logs = values.map((value) => (sum += Math.log1p(value)));
    expect(slowFit(logs)).toBeCloseTo(0.1529973665111273, 12);
    expect(slowFit([0, ...logs])).toBeCloseTo(0.33072113092134847, 12);
  });

  it('is the squared correlation, found the slow way, and does not mind the direction of growth', () => {
    const values = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, (thousandths) => {
        const returns = thousandths.map((value) => value / 1000);
        fc.pre(returns.some((value) => value !== 0));
        let sum = 0;
        const logs = [0, ...returns.map((value) => (sum += Math.log1p(value)))];
        const fit = stability(series('monthly', returns));
        expect(fit).toBeCloseTo(slowFit(logs), 10);
        const inverse = returns.map((value) => 1 / (1 + value) - 1);
        expect(stability(series('monthly', inverse))).toBeCloseTo(fit, 10);
        expect(stability(series('monthly', [...missing(3), ...returns, NaN]))).toBe(fit);
      }),
      { numRuns: 60 },
    );
  });

  it('is NaN over a hole, of fewer than two returns, after a total loss and where wealth never moves', () => {
    expect(stability(series('annual', [0.1, NaN, 0.2]))).toBeNaN();
    expect(stability(series('annual', [0.1]))).toBeNaN();
    expect(stability(series('annual', [NaN]))).toBeNaN();
    expect(stability(series('annual', [0.1, -1, 0.2]))).toBeNaN();
    expect(stability(series('annual', [0, 0, 0]))).toBeNaN();
    expect(stability(series('annual', [1e-16, -1e-16, 0]))).toBeNaN();
  });

  it('is defined where wealth itself is too large for a number', () => {
    expect(stability(series('daily', new Array<number>(3000).fill(1)))).toBeCloseTo(1, 10);
  });

  it.skipIf(!hasReference)('of HAM1 and of EDHEC’s indices is what scipy’s linregress gives', () => {
    expect(stability(reference('managers.csv', 'HAM1'))).toBeCloseTo(0.980292334170234, 12);
    expect(stability(reference('edhec_1997_2021.csv', 'Short Selling'))).toBeCloseTo(0.5823198247911782, 12);
  });
});

/** R² of a line through points one apart, from the residuals of its normal equations. */
function slowFit(points: readonly number[]): number {
  const n = points.length;
  const [x, y] = [(n - 1) / 2, points.reduce((sum, point) => sum + point, 0) / n];
  const slope =
    points.reduce((sum, point, row) => sum + (row - x) * (point - y), 0) /
    points.reduce((sum, _, row) => sum + (row - x) ** 2, 0);
  const left = points.reduce((sum, point, row) => sum + (point - y - slope * (row - x)) ** 2, 0);
  return 1 - left / points.reduce((sum, point) => sum + (point - y) ** 2, 0);
}

describe('tailRatio', () => {
  it('is the 95 % quantile over the amount of the 5 % quantile', () => {
    // 21 returns, so the second from either end: 12 % by 8 %.
    const middle = new Array<number>(17).fill(0.01);
    expect(tailRatio(series('monthly', [-0.2, 0.12, ...middle, 0.5, -0.08]))).toBeCloseTo(1.5, 14);
    // Between two numbers: 0.1·0 + 0.9·20 % by the same of 10 %.
    expect(tailRatio(series('annual', [-0.1, 0, 0.2]))).toBeCloseTo(2, 13);
  });

  it('is what empyrical’s formula gives for its own example, which its test holds to one decimal', () => {
    // Eight returns: 3 + 0.65·7 = 7.55 % by 10 − 0.35·6 = 7.9 %.
    expect(tailRatio(series('daily', empyrical.mixed))).toBeCloseTo(7.55 / 7.9, 13);
    expect(tailRatio(series('daily', empyrical.mixed))).toBeCloseTo(0.9473684210526313, 1);
  });

  it('does not change with the scale, and is turned over with the sign', () => {
    const values = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(values, (thousandths) => {
        const of = (scale: number): number =>
          tailRatio(
            series(
              'monthly',
              thousandths.map((value) => (value * scale) / 1000),
            ),
          );
        const plain = of(1);
        if (Number.isNaN(plain)) expect([of(3), of(-1)]).toEqual([NaN, NaN]);
        else {
          expect(of(3) / plain).toBeCloseTo(1, 12);
          expect(of(-1) * plain).toBeCloseTo(1, 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is NaN where the worst returns are gains or the best ones losses, of one return and of none', () => {
    expect(tailRatio(series('daily', empyrical.positive))).toBeNaN();
    expect(tailRatio(series('monthly', [-0.01, -0.02, -0.03]))).toBeNaN();
    expect(tailRatio(series('monthly', [0, 0, 0.1, 0.2]))).toBeNaN();
    expect(tailRatio(series('monthly', [-0.02, 0, 0, 0]))).toBeNaN();
    expect(tailRatio(series('monthly', [0.02]))).toBeNaN();
    expect(tailRatio(series('monthly', [NaN]))).toBeNaN();
    expectInputError('series.invalid', ['tailRatio', 'the series'], () => tailRatio([0.1] as never));
  });

  it.skipIf(!hasReference)('of HAM1 and of EDHEC’s indices is what numpy’s percentiles give', () => {
    expect(tailRatio(reference('managers.csv', 'HAM1'))).toBeCloseTo(2.0588690937257916, 12);
    expect(tailRatio(reference('edhec_1997_2021.csv', 'Event Driven'))).toBeCloseTo(1.2006269592476488, 12);
  });
});

describe('martinRatio and painRatio', () => {
  const fallen = series('annual', [-0.5, 1.88]);

  it('are growth by the root mean square and by the mean of the drawdown', () => {
    // 1, 0.5, 1.44: 20 % a year; drawdowns at the ends of the years 50 % and 0: √(0.25/2) and 25 %.
    expect(martinRatio(fallen)).toBeCloseTo(0.2 / Math.sqrt(0.125), 13);
    expect(painRatio(fallen)).toBeCloseTo(0.8, 13);
  });

  it('take off the growth of cash over the same time', () => {
    // Cash 1.21 over the two years, 10 % a year; what it earned before and after is left out.
    const cash = series('annual', [0.3, 0.05, 1.21 / 1.05 - 1, 0.4], 'Cash');
    const late = series('annual', [NaN, -0.5, 1.88, NaN]);
    expect(martinRatio(late, { riskFree: cash })).toBeCloseTo(0.1 / Math.sqrt(0.125), 12);
    expect(painRatio(late, { riskFree: cash })).toBeCloseTo(0.4, 12);
    // And the fall of 90 % before cash has a record.
    const early = series('annual', [-0.9, -0.5, 1.88]);
    const short = series('annual', [NaN, 0.05, 1.21 / 1.05 - 1], 'Cash');
    expect(painRatio(early, { riskFree: short })).toBeCloseTo(0.4, 12);
  });

  it('are CAGR by their index, the pain ratio the larger of the two', () => {
    const values = fc.array(fc.integer({ min: -200, max: 250 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(values, (thousandths) => {
        const one = series(
          'monthly',
          thousandths.map((value) => value / 1000),
        );
        fc.pre(painIndex(one) > 0);
        expect(martinRatio(one)).toBeCloseTo(cagr(one) / ulcerIndex(one), 12);
        expect(painRatio(one)).toBeCloseTo(cagr(one) / painIndex(one), 12);
        expect(Math.abs(painRatio(one))).toBeGreaterThanOrEqual(Math.abs(martinRatio(one)) - 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it('are NaN under one year, over a hole of either, without a fall, and of nothing', () => {
    for (const statistic of [martinRatio, painRatio]) {
      expect(statistic(series('monthly', [0.1, -0.05, 0.2]))).toBeNaN();
      expect(statistic(series('annual', [-0.1, NaN, 0.2]))).toBeNaN();
      expect(statistic(series('annual', [0.1, 0, 0.2]))).toBeNaN();
      expect(statistic(series('annual', [NaN]))).toBeNaN();
      const holed = series('annual', [0.01, NaN, 0.02], 'Cash');
      expect(statistic(series('annual', [-0.1, 0.1, 0.2]), { riskFree: holed })).toBeNaN();
      expect(statistic(fallen, { riskFree: series('annual', [NaN, NaN], 'Cash') })).toBeNaN();
    }
  });

  it.each(Object.entries({ martinRatio, painRatio }))('%s refuses what is over cash already', (name, statistic) => {
    expectInputError('option.unknown', [name, '"rf"', 'riskFree'], () => statistic(fallen, { rf: 0 } as never));
    expectInputError('calendar.mismatch', [name, 'monthly', 'annual'], () =>
      statistic(fallen, { riskFree: series('monthly', [0.01]) }),
    );
  });

  it.skipIf(!hasReference)(
    'of Bacon’s portfolio: his 1.70 and 2.66 come of adding up returns where we compound',
    () => {
      // numpy, with drawdowns of compounded wealth.
      const ham = reference('managers.csv', 'HAM1');
      const riskFree = reference('managers.csv', 'US 3m TR');
      expect(martinRatio(ham, { riskFree })).toBeCloseTo(2.703974215524818, 11);
      expect(painRatio(ham, { riskFree })).toBeCloseTo(6.107931160821316, 11);
      const portfolio = [...reference('portfolio_bacon.csv', 'portfolio').values];
      const [rows, growth] = [portfolio.length, portfolio.reduce((wealth, value) => wealth * (1 + value), 1)];
      const ours = series('monthly', portfolio);
      expect(martinRatio(ours)).toBeCloseTo(1.6945247606794847, 11);
      expect(painRatio(ours)).toBeCloseTo(2.5926254479063475, 11);
      // As printed by PerformanceAnalytics while DrawdownPeak took fractions for percent: it compounds a hundredth of each return.
      let [since, falls] = [1, [] as number[]];
      for (const value of portfolio) {
        since = Math.min(1, since * (1 + value / 100));
        falls = [...falls, 100 * (1 - since)];
      }
      const rate = growth ** (12 / rows) - 1;
      const pain = falls.reduce((sum, fall) => sum + fall, 0) / rows;
      const ulcer = Math.sqrt(falls.reduce((sum, fall) => sum + fall * fall, 0) / rows);
      expect(rate / ulcer).toBeCloseTo(1.70772, 5);
      expect(rate / pain).toBeCloseTo(2.657647, 6);
    },
  );

  it.skipIf(!hasReference)('of Apple’s daily prices are finite and ranked as their indices', () => {
    const apple = referencePrices('ffn_test_prices.csv', 'AAPL');
    expect(martinRatio(apple) * ulcerIndex(apple)).toBeCloseTo(cagr(apple), 12);
    expect(painRatio(apple) * painIndex(apple)).toBeCloseTo(cagr(apple), 12);
  });
});
