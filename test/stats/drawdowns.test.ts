import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawdowns, drawdownSeries, maxDrawdown, wealth } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { empyrical, hasReference, reference, referencePrices, series, sevenDays } from './support.js';

describe('maxDrawdown', () => {
  it('sees a loss in the first period, since the path begins with 1', () => {
    expect(maxDrawdown(series('annual', [-0.2, 0.5]))).toBeCloseTo(-0.2, 15);
  });

  it('is the fall from the highest level so far: 1, 2, 1, 1.5, 0.9 falls by 55 %', () => {
    expect(maxDrawdown(series('annual', [1, -0.5, 0.5, -0.4]))).toBeCloseTo(-0.55, 15);
  });

  it('is what empyrical computes for its own examples', () => {
    expect(maxDrawdown(series('daily', [0.1, -0.1, 0.1]))).toBeCloseTo(-0.1, 12);
    expect(maxDrawdown(series('daily', empyrical.mixed))).toBeCloseTo(-0.1, 12);
    expect(maxDrawdown(series('daily', empyrical.negative))).toBeCloseTo(-0.36590730349873601, 12);
    expect(maxDrawdown(series('daily', empyrical.benchmark))).toBe(0);
  });

  it('is what PerformanceAnalytics 2.1.0 computes for seven days of losses', () => {
    expect(maxDrawdown(series('daily', sevenDays))).toBeCloseTo(-0.08485758410265398, 13);
  });

  it('is 0 where wealth never fell, −1 after a total loss, NaN over a hole and of nothing', () => {
    expect(maxDrawdown(series('annual', [0.1, 0, 0.2]))).toBe(0);
    expect(maxDrawdown(series('annual', [0.1, -1, 0.2]))).toBe(-1);
    expect(maxDrawdown(series('annual', [0.1, NaN, 0.2]))).toBeNaN();
    expect(maxDrawdown(series('annual', [-0.5, NaN, 0.2]))).toBeNaN();
    expect(maxDrawdown(series('annual', [NaN]))).toBeNaN();
  });

  it('is the smallest of W_t / max(W_0 … W_t) − 1, found the slow way', () => {
    const values = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (returns) => {
        const one = series('monthly', returns);
        const path = [...wealth(one)];
        const slow = path.map((level, point) => level / Math.max(...path.slice(0, point + 1)) - 1);
        expect(maxDrawdown(one)).toBeCloseTo(Math.min(...slow), 11);
        [...drawdownSeries(one)].forEach((fall, point) => {
          expect(fall).toBeCloseTo(slow[point]!, 11);
        });
        const episodes = drawdowns(one);
        expect(Math.min(0, ...episodes.map(({ depth }) => depth))).toBe(maxDrawdown(one));
        expect(episodes.map(({ depth }) => depth)).toEqual(episodes.map(({ depth }) => depth).sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it.skipIf(!hasReference).each([
    ['AAPL', -0.086],
    ['MSFT', -0.048],
    ['C', -0.033],
  ])('of %s over the first ten prices of ffn is %d, as ffn’s own test has it', (name, expected) => {
    expect(maxDrawdown(referencePrices('ffn_test_prices.csv', name, 10))).toBeCloseTo(expected, 3);
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio is what PerformanceAnalytics 2.1.0 computes', () => {
    expect(maxDrawdown(reference('portfolio_bacon.csv', 'portfolio'))).toBeCloseTo(-0.144672955739218, 13);
  });
});

describe('drawdowns', () => {
  // Wealth: 1 | 1.2, 1.2, 0.9, 0.6, 1.2, 1.5, 1.2 at the ends of January to July 2020.
  const returns = [0.2, 0, -0.25, -1 / 3, 1, 0.25, -0.2];

  it('dates a fall from the last day at the peak to the first day back', () => {
    const [deepest, second, ...others] = drawdowns(series('monthly', returns));
    expect(others).toEqual([]);
    expect(deepest?.depth).toBeCloseTo(-0.5, 14);
    expect(deepest).toMatchObject({
      peak: '2020-02-29',
      trough: '2020-04-30',
      recovery: '2020-05-31',
      periods: { toTrough: 2, toRecovery: 1, total: 3 },
      days: { toTrough: 61, toRecovery: 31, total: 92 },
    });
    expect(second?.depth).toBeCloseTo(-0.2, 14);
    expect(second).toMatchObject({
      peak: '2020-06-30',
      trough: '2020-07-31',
      recovery: null,
      periods: { toTrough: 1, toRecovery: null, total: 1 },
      days: { toTrough: 31, toRecovery: null, total: 31 },
    });
  });

  it('may begin at the base date', () => {
    expect(drawdowns(series('monthly', [-0.1, -0.1]))).toMatchObject([
      { peak: '2019-12-31', trough: '2020-02-29', recovery: null, periods: { toTrough: 2, total: 2 } },
    ]);
  });

  it('see a price that is back at its peak, though chained returns miss it by rounding', () => {
    const prices = [100, 80, 73, 69, 100, 100, 100];
    const chained = prices.slice(1).map((price, row) => price / prices[row]! - 1);
    expect(wealth(series('monthly', chained))[4]).toBeLessThan(1);
    expect(drawdowns(series('monthly', chained))).toMatchObject([{ recovery: '2020-04-30' }]);
    expect(drawdownSeries(series('monthly', chained)).at(-1)).toBe(0);
  });

  it('list equally deep falls in order of time, and none where wealth never fell', () => {
    const twice = drawdowns(series('annual', [-0.5, 1, -0.5, 1]));
    expect(twice.map(({ peak }) => peak)).toEqual(['2019-12-31', '2021-12-31']);
    expect(drawdowns(series('annual', [0.1, 0]))).toEqual([]);
    expect(drawdowns(series('annual', [NaN]))).toEqual([]);
  });

  it('have their trough on the first day of the deepest level', () => {
    expect(drawdowns(series('annual', [-0.5, 0, 0, 1]))).toMatchObject([
      { trough: '2020-12-31', periods: { toTrough: 1, toRecovery: 3, total: 4 } },
    ]);
  });

  it('never recover from a total loss', () => {
    expect(drawdowns(series('annual', [0.5, -1, 2]))).toMatchObject([{ depth: -1, recovery: null }]);
  });

  it('are frozen and survive JSON', () => {
    const list = drawdowns(series('monthly', returns));
    expect(Object.isFrozen(list) && Object.isFrozen(list[0]) && Object.isFrozen(list[0]?.days)).toBe(true);
    expect(JSON.parse(JSON.stringify(list))).toEqual(list);
  });

  it('refuse a series with a hole, naming its date: an empty list would read as "never fell"', () => {
    const error = expectInputError('returns.hole', ['drawdowns', '"Fund"', '2020-02-29'], () =>
      drawdowns(series('monthly', [0.1, NaN, 0.1], 'Fund')),
    );
    expect(error.details).toMatchObject({ series: 'Fund', row: 1, date: '2020-02-29' });
  });

  // PerformanceAnalytics, table.Drawdowns(managers[, 8]): its From is the first month under water, and its lengths count both ends.
  const table = [
    ['2000-08-31', '2002-09-30', '2006-10-31', -0.4473, 25, 49],
    ['1998-06-30', '1998-08-31', '1998-11-30', -0.1537, 2, 3],
    ['1999-12-31', '2000-02-29', '2000-03-31', -0.0682, 2, 1],
    ['1999-06-30', '1999-09-30', '1999-11-30', -0.0624, 3, 2],
    ['1997-07-31', '1997-08-31', '1997-11-30', -0.056, 1, 3],
  ] as const;
  it.skipIf(!hasReference)('of the S&P 500 in managers are those of PerformanceAnalytics’ documentation', () => {
    const five = drawdowns(reference('managers.csv', 'SP500 TR')).slice(0, 5);
    expect(five.map(({ depth }) => Number(depth.toFixed(4)))).toEqual(table.map((row) => row[3]));
    expect(
      five.map(({ peak, trough, recovery, periods }) => [peak, trough, recovery, periods.toTrough, periods.toRecovery]),
    ).toEqual(table.map((row) => [row[0], row[1], row[2], row[4], row[5]]));
  });

  it.skipIf(!hasReference)('of edhec’s Convertible Arbitrage are those of PerformanceAnalytics’ documentation', () => {
    const [first, second] = drawdowns(reference('edhec_1997_2021.csv', 'Convertible Arbitrage'));
    expect(first?.depth).toBeCloseTo(-0.2927, 4);
    expect(first).toMatchObject({ peak: '2007-10-31', trough: '2008-11-30', recovery: '2009-09-30' });
    expect(second?.depth).toBeCloseTo(-0.0822, 4);
    expect(second).toMatchObject({ peak: '2004-04-30', trough: '2005-05-31', recovery: '2006-02-28' });
  });
});

describe('drawdownSeries', () => {
  it('begins with 0 at the base and is NaN from a hole on', () => {
    expect([...drawdownSeries(series('annual', [-0.5, 1, -0.25]))]).toEqual([0, -0.5, 0, -0.25]);
    expect([...drawdownSeries(series('annual', [-0.5, NaN, 1]))]).toEqual([0, -0.5, NaN, NaN]);
  });
});
