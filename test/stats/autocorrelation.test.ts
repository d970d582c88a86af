import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autocorrelation, autocorrelationAdjustedVolatility, correlation, volatility } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { alternating, baconPortfolio, lew, lottery, mavro, michelson, numAcc1 } from './published-samples.js';
import { hasReference, reference, series } from './support.js';

const bacon = series('monthly', baconPortfolio);
const scaled = (values: readonly number[], factor: number) =>
  series(
    'daily',
    values.map((value) => value * factor),
  );

describe('autocorrelation', () => {
  it.each([
    ['Lew', scaled(lew, 1e-3), -0.307304800605679, 13],
    ['Lottery', scaled(lottery, 1e-3), -0.120948622967393, 13],
    ['Mavro', scaled(mavro, 1), 0.937989183438248, 11],
    ['Michelso', scaled(michelson, 1), 0.535199668621283, 11],
    ['NumAcc1', scaled(numAcc1, 1), -0.5, 14],
    ['NumAcc2', scaled(alternating('1'), 1), -0.999, 12],
    ['NumAcc3', scaled(alternating('1000000'), 1), -0.999, 8],
    ['NumAcc4', scaled(alternating('10000000'), 1), -0.999, 7],
  ])('at lag 1 is the certified value of NIST StRD %s', (_, one, certified, digits) => {
    expect(autocorrelation(one)).toBeCloseTo(certified, digits);
    expect(autocorrelation(one, { lag: 1 })).toBe(autocorrelation(one));
  });

  it('has one mean and one divisor: of 1, 2, 3, 4 % it is 0.25, −0.3 and −0.45', () => {
    // Deviations −1.5, −0.5, 0.5, 1.5; squares 5. Products at lag 1: 0.75 − 0.25 + 0.75 = 1.25; lag 2: −0.75 − 0.75; lag 3: −2.25.
    const one = series('quarterly', [0.01, 0.02, 0.03, 0.04]);
    expect(autocorrelation(one)).toBeCloseTo(0.25, 14);
    expect(autocorrelation(one, { lag: 2 })).toBeCloseTo(-0.3, 14);
    expect(autocorrelation(one, { lag: 3 })).toBeCloseTo(-0.45, 14);
    // The correlation of the two shifted columns, as pandas has it, is 1 at lag 1.
    expect(correlation(series('quarterly', [0.01, 0.02, 0.03]), series('quarterly', [0.02, 0.03, 0.04]))).toBeCloseTo(
      1,
      12,
    );
  });

  it('does not bring together what a hole keeps apart', () => {
    // 1, 2, –, 4, 5 %: deviations −2, −1, –, 1, 2; Σd² = 10. Pairs one apart: 2 + 2 = 4. A return at the mean in the hole gives the same.
    const holed = series('monthly', [0.01, 0.02, NaN, 0.04, 0.05]);
    expect(autocorrelation(holed)).toBeCloseTo(4 / 10, 14);
    expect(autocorrelation(holed)).toBeCloseTo(autocorrelation(series('monthly', [0.01, 0.02, 0.03, 0.04, 0.05])), 14);
    // Two apart: the pair (2, 4) alone, −1 · 1.
    expect(autocorrelation(holed, { lag: 2 })).toBeCloseTo(-1 / 10, 14);
    // With the hole closed up, 2 and 4 would be neighbours: (2 − 1 + 2)/10.
    expect(autocorrelation(series('monthly', [0.01, 0.02, 0.04, 0.05]))).toBeCloseTo(0.3, 14);
  });

  it('lies between −1 and 1 whatever is missing', () => {
    // 1, 3, –, –, – and so on: with the sum divided by the pairs there are, the hole made 2 of it.
    const value = fc.oneof(
      fc.constant(NaN),
      fc.integer({ min: -99, max: 99 }).map((percent) => percent / 100),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (values, lag) => {
        const found = autocorrelation(series('monthly', values), { lag });
        expect(Number.isNaN(found) || Math.abs(found) <= 1 + 1e-12).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is NaN without variation, of one return and at lags beyond the life', () => {
    expect(autocorrelation(series('monthly', [0.01, 0.01, 0.01]))).toBeNaN();
    expect(autocorrelation(series('monthly', [0.01]))).toBeNaN();
    expect(autocorrelation(series('monthly', [NaN]))).toBeNaN();
    expect(autocorrelation(bacon, { lag: 23 })).not.toBeNaN();
    expect(autocorrelation(bacon, { lag: 24 })).toBeNaN();
    expect(autocorrelation(series('monthly', [0.01, NaN, 0.02]))).toBeNaN();
  });

  it.skipIf(!hasReference).each([
    ['HAM1', [0.189, -0.0847, -0.0602, -0.1842, -0.0035, 0.0492]],
    ['HAM2', [0.1975, 0.3046, 0.0719, 0.077, 0.0626, 0.1574]],
    ['US 3m TR', [0.9224, 0.9081, 0.8968, 0.8746, 0.8363, 0.8127]],
  ])('of %s in managers at lags 1 to 6 is what PerformanceAnalytics tabulates', (name, expected) => {
    const one = reference('managers.csv', name);
    expected.forEach((value, index) => {
      expect(autocorrelation(one, { lag: index + 1 })).toBeCloseTo(value, 4);
    });
  });

  it('refuses a lag that is no whole number of periods', () => {
    expectInputError('option.range', ['autocorrelation', '"lag" is 0', '1 or more'], () =>
      autocorrelation(bacon, { lag: 0 }),
    );
    expectInputError('option.range', ['"lag" is 1.5', 'whole'], () => autocorrelation(bacon, { lag: 1.5 }));
    expectInputError('option.type', ['"lag" is NaN'], () => autocorrelation(bacon, { lag: NaN }));
    expectInputError('option.unknown', ['"lags"'], () => autocorrelation(bacon, { lags: 2 } as never));
    expectInputError('series.invalid', ['autocorrelation'], () => autocorrelation([] as never));
  });

  it('lies from −1 to 1, adds up to −½ over all lags, and ignores shift, scale and what lies outside the life', () => {
    const returns = fc.array(
      fc.integer({ min: -200, max: 200 }).map((value) => value / 1000),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(returns, (values) => {
        fc.pre(new Set(values).size > 1);
        const one = series('monthly', values);
        const moved = series('monthly', [NaN, ...values.map((value) => 0.1 - value / 2), NaN]);
        const all = values.slice(1).map((_, index) => autocorrelation(one, { lag: index + 1 }));
        expect(all.reduce((sum, value) => sum + value, 0)).toBeCloseTo(-0.5, 10);
        all.forEach((value, index) => {
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
          expect(autocorrelation(moved, { lag: index + 1 })).toBeCloseTo(value, 10);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('autocorrelationAdjustedVolatility', () => {
  it('is sd × √(P + 2 Σ (P − k) ρₖ)', () => {
    // 1, 2, 3, 4 %, quarterly: 4 + 2 (3 · 0.25 + 2 · −0.3 + 1 · −0.45) = 3.4; sd² = 5/3.
    const one = series('quarterly', [0.01, 0.02, 0.03, 0.04]);
    expect(autocorrelationAdjustedVolatility(one)).toBeCloseTo(Math.sqrt((5 / 3) * 3.4) / 100, 14);
    expect(autocorrelationAdjustedVolatility(one, { lags: 1 })).toBeCloseTo(Math.sqrt((5 / 3) * 5.5) / 100, 14);
    expect(autocorrelationAdjustedVolatility(one, { lags: 2 })).toBeCloseTo(Math.sqrt((5 / 3) * 4.3) / 100, 14);
  });

  it('of Bacon’s portfolio is NumPy’s from the formula', () => {
    expect(autocorrelationAdjustedVolatility(bacon)).toBeCloseTo(0.09430708397016908, 13);
    expect(autocorrelationAdjustedVolatility(bacon, { lags: 1 })).toBeCloseTo(0.13023156633307154, 13);
  });

  it('is the volatility with no lags, and on annual calendars', () => {
    expect(autocorrelationAdjustedVolatility(bacon, { lags: 0 })).toBe(volatility(bacon));
    const annual = series('annual', baconPortfolio);
    expect(autocorrelationAdjustedVolatility(annual)).toBe(volatility(annual));
  });

  it.skipIf(!hasReference).each([
    ['HAM1', 0.07745176766904024],
    ['HAM2', 0.21034728810505493],
    ['SP500 TR', 0.16601461594459152],
  ])('of %s in managers is %d by NumPy', (name, expected) => {
    expect(autocorrelationAdjustedVolatility(reference('managers.csv', name))).toBeCloseTo(expected, 12);
  });

  it.skipIf(!hasReference)('of Convertible Arbitrage in edhec is half as much again as by the root of time', () => {
    const one = reference('edhec_1997_2021.csv', 'Convertible Arbitrage');
    expect(volatility(one)).toBeCloseTo(0.058066, 6);
    expect(autocorrelationAdjustedVolatility(one)).toBeCloseTo(0.09007911230451882, 12);
  });

  it('is NaN without variation, in too short a life, and where the sum under the root is negative', () => {
    expect(autocorrelationAdjustedVolatility(series('monthly', [0.01, 0.01, 0.01]))).toBeNaN();
    expect(autocorrelationAdjustedVolatility(series('quarterly', [0.01, 0.02, 0.04]))).toBeNaN();
    expect(autocorrelationAdjustedVolatility(series('monthly', [NaN]))).toBeNaN();
    // Up and down in turn: ρ₁ near −1, and 12 − 22 < 0.
    const turns = series(
      'monthly',
      Array.from({ length: 60 }, (_, row) => (row % 2 === 0 ? 0.01 : -0.01)),
    );
    expect(autocorrelationAdjustedVolatility(turns, { lags: 1 })).toBeNaN();
  });

  it('refuses more lags than P − 1, naming the most', () => {
    expectInputError('option.range', ['autocorrelationAdjustedVolatility', '"lags" is 12', 'from 0 to 11'], () =>
      autocorrelationAdjustedVolatility(bacon, { lags: 12 }),
    );
    expectInputError('option.unknown', ['"lag"'], () => autocorrelationAdjustedVolatility(bacon, { lag: 1 } as never));
    expectInputError('series.invalid', [], () => autocorrelationAdjustedVolatility({} as never));
  });
});
