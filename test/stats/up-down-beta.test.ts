import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downBeta, upBeta, volatility } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, reference, series } from './support.js';

describe('upBeta and downBeta', () => {
  // The benchmark rises by 1, 2, 3 % and falls by 1, 3 %; the last row is flat.
  const fund = series('monthly', [0.03, 0.05, 0.07, -0.01, -0.02, 0.4], 'Fund');
  const index = series('monthly', [0.01, 0.02, 0.03, -0.01, -0.03, 0], 'Index');

  it('are the slopes over the rows where the benchmark rises and where it falls; a flat row is in neither', () => {
    // Up: (1, 3), (2, 5), (3, 7): slope 2. Down: (−1, −1), (−3, −2): slope 1/2. Row six would lift either.
    expect(upBeta(fund, index)).toBeCloseTo(2, 12);
    expect(downBeta(fund, index)).toBeCloseTo(0.5, 12);
  });

  it('take a benchmark that moved by rounding alone for flat', () => {
    const almost = series('monthly', [0.01, 0.02, 0.03, -0.01, -0.03, 0.1 + 0.2 - 0.3], 'Almost');
    expect(upBeta(fund, almost)).toBeCloseTo(2, 12);
  });

  it('are what empyrical computes (up_alpha_beta, down_alpha_beta)', () => {
    const mixed = series('daily', empyrical.mixed);
    expect(upBeta(mixed, series('daily', empyrical.positive))).toBeCloseTo(0.4285714285, 9);
    expect(downBeta(mixed, series('daily', empyrical.negative))).toBeCloseTo(-0.71296296296296313, 12);
    const inverse = series(
      'daily',
      empyrical.mixed.map((value) => -value),
    );
    for (const statistic of [upBeta, downBeta]) {
      expect(statistic(mixed, mixed)).toBeCloseTo(1, 12);
      expect(statistic(mixed, inverse)).toBeCloseTo(-1, 12);
    }
  });

  it('part the rows by the benchmark over cash, not by its own return', () => {
    // Cash 2 %: the index is 1, 2 and 3 % over it, then 1 and 3 % under it, though it never loses in the first four rows.
    const riskFree = series('monthly', [0.02, 0.02, 0.02, 0.02, 0.02, NaN], 'Cash');
    const over = series('monthly', [0.03, 0.04, 0.05, 0.01, -0.01, 0.5]);
    const funds = series('monthly', [0.05, 0.07, 0.09, 0.01, 0, 0.5]);
    expect(upBeta(funds, over, { riskFree })).toBeCloseTo(2, 12);
    expect(downBeta(funds, over, { riskFree })).toBeCloseTo(0.5, 12);
    // Without cash four rows are up: (3, 5), (4, 7), (5, 9), (1, 1) and (50, 50); one is down.
    expect(upBeta(funds, over)).not.toBeCloseTo(2, 1);
    expect(downBeta(funds, over)).toBeNaN();
  });

  it('of a series on itself are 1, of its multiple the multiple, in either market', () => {
    const value = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const one = series('monthly', values);
        const half = series(
          'monthly',
          values.map((each) => each / 2),
        );
        for (const [statistic, sign] of [
          [upBeta, 1],
          [downBeta, -1],
        ] as const) {
          const picked = values.filter((each) => sign * each > 0);
          const defined = picked.length > 1 && volatility(series('monthly', picked)) > 0;
          if (!defined) {
            expect(statistic(one, one)).toBeNaN();
            continue;
          }
          expect(statistic(one, one)).toBeCloseTo(1, 10);
          expect(statistic(half, one)).toBeCloseTo(0.5, 10);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('skip rows where fund, index or cash has no return', () => {
    const riskFree = series('monthly', [0, 0, 0, 0, 0, NaN, 0], 'Cash');
    const holed = series('monthly', [0.03, NaN, 0.07, -0.01, -0.02, 0.9, 0.9], 'Holed');
    const longer = series('monthly', [0.01, 0.5, 0.03, -0.01, -0.03, 0.02], 'Longer');
    expect(upBeta(holed, longer, { riskFree })).toBeCloseTo(2, 12);
    expect(downBeta(holed, longer, { riskFree })).toBeCloseTo(0.5, 12);
    const late = series('monthly', [NaN, NaN, 0.03, 0.05, 0.07], 'Late');
    const whole = series('monthly', [0.9, -0.9, 0.01, 0.02, 0.03], 'Whole');
    expect(upBeta(late, whole)).toBeCloseTo(2, 12);
  });

  it('are NaN of fewer than two rows in the market, and against a benchmark that does not vary there', () => {
    expect(upBeta(fund, series('monthly', [0.01, -0.02]))).toBeNaN();
    expect(downBeta(fund, series('monthly', [0.01, -0.02]))).toBeNaN();
    expect(downBeta(fund, series('monthly', [0.01, 0.02, 0.03]))).toBeNaN();
    expect(upBeta(fund, series('monthly', [0.01, 0.01, 0.01, -0.1, -0.2]))).toBeNaN();
    expect(upBeta(fund, series('monthly', [NaN]))).toBeNaN();
  });

  it('refuse a misspelt option, a missing benchmark and another frequency, by name', () => {
    expectInputError('option.unknown', ['upBeta', 'rf', 'riskFree'], () => upBeta(fund, index, { rf: fund } as never));
    expectInputError('series.invalid', ['downBeta', 'the benchmark', 'undefined'], () =>
      downBeta(fund, undefined as never),
    );
    expectInputError('calendar.mismatch', ['downBeta', 'daily', 'monthly'], () =>
      downBeta(fund, series('daily', [0.01], 'Days')),
    );
  });

  it.skipIf(!hasReference)('of managers are what PerformanceAnalytics prints (CAPM.beta.bull, CAPM.beta.bear)', () => {
    const riskFree = reference('managers.csv', 'US 3m TR');
    const market = reference('managers.csv', 'SP500 TR');
    expect(upBeta(reference('managers.csv', 'HAM2'), market, { riskFree })).toBeCloseTo(0.5226596, 7);
    expect(downBeta(reference('managers.csv', 'HAM2'), market, { riskFree })).toBeCloseTo(0.0698255, 7);
    // table.CAPM, four decimals; numpy gives 0.3005460809 and 0.4264214990 for HAM1.
    for (const [name, up, down] of [
      ['HAM1', 0.3005, 0.4264],
      ['HAM3', 0.4858, 0.5067],
    ] as const) {
      expect(upBeta(reference('managers.csv', name), market, { riskFree })).toBeCloseTo(up, 4);
      expect(downBeta(reference('managers.csv', name), market, { riskFree })).toBeCloseTo(down, 4);
    }
    expect(upBeta(reference('managers.csv', 'HAM1'), market, { riskFree })).toBeCloseTo(0.3005460809198, 12);
  });

  it.skipIf(!hasReference)(
    'of Bacon’s portfolio, whose benchmark ends with a month of 0, are what scipy computes',
    () => {
      const [portfolio, benchmark] = [
        reference('portfolio_bacon.csv', 'portfolio'),
        reference('portfolio_bacon.csv', 'benchmark'),
      ];
      expect(upBeta(portfolio, benchmark)).toBeCloseTo(1.0743229309870772, 12);
      expect(downBeta(portfolio, benchmark)).toBeCloseTo(0.9813284687198197, 12);
    },
  );
});
