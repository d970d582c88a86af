import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPeriod, worstPeriod } from '../../src/stats/index.js';
import { usFunds } from '../../src/data/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { hasReference, reference, series } from './support.js';

describe('bestPeriod and worstPeriod', () => {
  it('are the highest and lowest return with the day on which the period ends', () => {
    const one = series('monthly', [0.01, 0.05, -0.02]);
    expect(bestPeriod(one)).toEqual({ date: '2020-02-29', value: 0.05 });
    expect(worstPeriod(one)).toEqual({ date: '2020-03-31', value: -0.02 });
  });

  it('of an S&P 500 fund: October 2008, with a loss of 16.5 %, and April 2020, the best month since 1987 with 12.7 %', () => {
    const spy = usFunds().returns('SPY');
    expect(worstPeriod(spy)?.date).toBe('2008-10-31');
    expect(worstPeriod(spy)?.value).toBeCloseTo(-0.165, 3);
    expect(bestPeriod(spy)?.date).toBe('2020-04-30');
    expect(bestPeriod(spy)?.value).toBeCloseTo(0.127, 3);
  });

  it('are the earliest of equals, skip holes, and are null without a return', () => {
    const one = series('monthly', [NaN, 0.01, NaN, 0.01, 0.01]);
    expect(bestPeriod(one)?.date).toBe('2020-02-29');
    expect(worstPeriod(one)?.date).toBe('2020-02-29');
    expect(bestPeriod(series('monthly', [NaN]))).toBeNull();
    expect(worstPeriod(series('monthly', [NaN]))).toBeNull();
    expect(Object.isFrozen(bestPeriod(one))).toBe(true);
  });

  it('find a return of 0, whatever its sign', () => {
    expect(worstPeriod(series('monthly', [0.1, -0]))).toEqual({ date: '2020-02-29', value: -0 });
    expect(bestPeriod(series('monthly', [-0.1, 0]))).toEqual({ date: '2020-02-29', value: 0 });
  });

  it('are the ends of the sorted returns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.9, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const sorted = Float64Array.from(values).sort();
          const one = series('monthly', values);
          expect(worstPeriod(one)!.value === sorted[0]).toBe(true);
          expect(bestPeriod(one)!.value === sorted.at(-1)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuse what is no series, in their own name', () => {
    expectInputError('series.invalid', ['bestPeriod'], () => bestPeriod(null as never));
    expectInputError('series.invalid', ['worstPeriod'], () => worstPeriod(0.1 as never));
  });

  it.skipIf(!hasReference)('of HAM1 are what numpy finds', () => {
    expect(bestPeriod(reference('managers.csv', 'HAM1'))).toEqual({ date: '2006-01-31', value: 0.0692 });
    expect(worstPeriod(reference('managers.csv', 'HAM1'))).toEqual({ date: '1998-08-31', value: -0.0944 });
  });
});
