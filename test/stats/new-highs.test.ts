import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawdownSeries, newHighs, wealth } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { hasReference, reference, series } from './support.js';

describe('newHighs', () => {
  it('are the periods that end above every level before: 1 | 1.25, 1, 1.25, 1.2625 has two', () => {
    const highs = newHighs(series('monthly', [0.25, -0.2, 0.25, 0.01]));
    expect(highs).toEqual({ dates: ['2020-01-31', '2020-04-30'], count: 2, periods: 4, share: 0.5 });
  });

  it('count the starting 1 as a level: a first loss regained is none', () => {
    expect(newHighs(series('monthly', [-0.5, 1])).count).toBe(0);
    expect(newHighs(series('monthly', [-0.5, 1.01])).dates).toEqual(['2020-02-29']);
  });

  it('take a return to the old high for no new one, whatever rounding makes of it', () => {
    // 1.1 · 0.9 · (1/0.9) may end a rounding above 1.1.
    expect(newHighs(series('monthly', [0.1, -0.1, 1 / 0.9 - 1, 1e-15, 0])).count).toBe(1);
  });

  it('of nothing are none with a share of NaN, and leading missing rows change nothing', () => {
    expect(newHighs(series('monthly', [NaN]))).toEqual({ dates: [], count: 0, periods: 0, share: NaN });
    expect(newHighs(series('monthly', [NaN, 0.1, -0.1])).share).toBe(0.5);
    expect(Object.isFrozen(newHighs(series('monthly', [0.1])).dates)).toBe(true);
  });

  it('are refused over a hole, with its date', () => {
    const error = expectInputError('returns.hole', ['newHighs', '"A"', '2020-02-29'], () =>
      newHighs(series('monthly', [0.1, NaN, 0.1])),
    );
    expect(error.details).toMatchObject({ row: 1, date: '2020-02-29' });
  });

  it('are the points above the maximum of all before, found the slow way, and never under water', () => {
    const value = fc.integer({ min: -30, max: 30 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const one = series('monthly', values);
        const path = [...wealth(one)];
        const slow = path.slice(1).filter((level, row) => level > Math.max(...path.slice(0, row + 1)) * (1 + 1e-12));
        expect(newHighs(one).count).toBe(slow.length);
        const falls = drawdownSeries(one);
        for (const date of newHighs(one).dates) {
          const row = values.findIndex((_, at) => one.calendar.date(at) === date);
          expect(falls[row + 1]).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.skipIf(!hasReference)('of HAM1 are 72 of 132 months and of Bacon’s portfolio 10 of 24, as numpy counts', () => {
    expect(newHighs(reference('managers.csv', 'HAM1'))).toMatchObject({ count: 72, periods: 132 });
    expect(newHighs(reference('portfolio_bacon.csv', 'portfolio'))).toMatchObject({ count: 10, periods: 24 });
  });
});
