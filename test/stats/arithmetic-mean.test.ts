import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arithmeticMean, cagrByPeriods, geometricMean, volatility } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, reference, series } from './support.js';

const returns = fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('arithmeticMean', () => {
  it('is the mean of the periods times periods a year', () => {
    // (1 − 2 + 4) % / 3 = 1 %.
    expect(arithmeticMean(series('monthly', [0.01, -0.02, 0.04]))).toBeCloseTo(0.12, 15);
    expect(arithmeticMean(series('quarterly', [0.01, -0.02, 0.04]))).toBeCloseTo(0.04, 15);
    expect(arithmeticMean(series('daily', empyrical.positive))).toBeCloseTo((252 * 0.1) / 9, 12);
  });

  it('keeps the certified means of NIST’s StRD sets NumAcc1 and NumAcc4, which a common offset of 10⁷ makes hard', () => {
    expect(arithmeticMean(series('annual', [10000001, 10000003, 10000002]))).toBe(10000002);
    const noisy = [10000000.2, ...Array.from({ length: 1000 }, (_, row) => 10000000.1 + (row % 2 === 0 ? 0 : 0.2))];
    expect(Math.abs(arithmeticMean(series('annual', noisy)) - 10000000.2)).toBeLessThan(4e-9);
  });

  it('skips holes, is defined for one return under a year, and NaN of none', () => {
    expect(arithmeticMean(series('annual', [0.1, NaN, 0.3]))).toBeCloseTo(0.2, 15);
    expect(arithmeticMean(series('monthly', [0.01]))).toBeCloseTo(0.12, 15);
    expect(arithmeticMean(series('monthly', [NaN]))).toBeNaN();
  });

  it('moves and scales with the returns', () => {
    fc.assert(
      fc.property(returns, (values) => {
        const mean = arithmeticMean(series('monthly', values));
        const moved = values.map((value) => value / 2 + 0.1);
        expect(arithmeticMean(series('monthly', moved))).toBeCloseTo(mean / 2 + 1.2, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what is no series', () => {
    expectInputError('series.invalid', ['arithmeticMean', 'an array of 2'], () => arithmeticMean([0.1, 0.2] as never));
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio and of HAM1 is what numpy computes (12 · mean)', () => {
    expect(arithmeticMean(reference('portfolio_bacon.csv', 'portfolio'))).toBeCloseTo(0.108, 14);
    expect(arithmeticMean(reference('portfolio_bacon.csv', 'benchmark'))).toBeCloseTo(0.1205, 14);
    expect(arithmeticMean(reference('managers.csv', 'HAM1'))).toBeCloseTo(0.13347272727272727, 14);
  });
});

describe('geometricMean', () => {
  it('is the constant return with the same final wealth: 44 % in two periods is 20 % each', () => {
    expect(geometricMean(series('monthly', [0.44, 0]))).toBeCloseTo(0.2, 14);
    expect(geometricMean(series('monthly', [0.5, -0.5]))).toBeCloseTo(Math.sqrt(0.75) - 1, 14);
  });

  it('is scipy’s gmean of the growth factors: its documentation has 2 of (1, 4) and 3.3800151591412964 of 1 to 7', () => {
    expect(geometricMean(series('annual', [0, 3]))).toBeCloseTo(1, 14);
    expect(geometricMean(series('annual', [0, 1, 2, 3, 4, 5, 6]))).toBeCloseTo(2.3800151591412964, 14);
  });

  it('does not overflow where the product does', () => {
    expect(geometricMean(series('annual', new Array<number>(2000).fill(1)))).toBeCloseTo(1, 13);
  });

  it('is −1 after a total loss; NaN over a hole, below −1 and of nothing', () => {
    expect(geometricMean(series('annual', [0.5, -1, 0.5]))).toBe(-1);
    expect(geometricMean(series('annual', [0.5, NaN, 0.5]))).toBeNaN();
    expect(geometricMean(series('annual', [-1, NaN, 0.5]))).toBeNaN();
    expect(geometricMean(series('annual', [NaN]))).toBeNaN();
    expect(geometricMean(series('annual', [NaN, 0.5, NaN]))).toBeCloseTo(0.5, 15);
  });

  it('lies at or below the arithmetic mean, compounds to the growth rate by periods, and is the mean where nothing varies', () => {
    fc.assert(
      fc.property(returns, (values) => {
        const one = series('annual', values);
        expect(geometricMean(one)).toBeLessThanOrEqual(arithmeticMean(one) + 1e-14);
        expect(geometricMean(one)).toBeCloseTo(cagrByPeriods(one), 12);
        const flat = series('annual', [values[0]!, values[0]!, values[0]!]);
        expect(geometricMean(flat)).toBeCloseTo(values[0]!, 13);
      }),
      { numRuns: 60 },
    );
  });

  it('is below the mean by about half the variance', () => {
    const one = series('annual', [0.02, -0.02, 0.03, -0.01]);
    expect(arithmeticMean(one) - geometricMean(one)).toBeCloseTo((volatility(one) ** 2 * 3) / 4 / 2, 5);
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio and of HAM1 is what numpy computes (expm1 of the mean log1p)', () => {
    expect(geometricMean(reference('portfolio_bacon.csv', 'portfolio'))).toBeCloseTo(0.00825459123664533, 15);
    expect(geometricMean(reference('managers.csv', 'HAM1'))).toBeCloseTo(0.010796281479811745, 15);
  });
});
