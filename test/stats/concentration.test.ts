import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveNumber, herfindahl } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';

describe('herfindahl and effectiveNumber', () => {
  it('are the index of the US horizontal merger guidelines’ example, and its inverse', () => {
    // Guidelines of 2010, section 5.3: shares of 30, 30, 20 and 20 percent give 2600 on their scale of 10000.
    expect(herfindahl([0.3, 0.3, 0.2, 0.2])).toBeCloseTo(0.26, 15);
    expect(effectiveNumber([0.3, 0.3, 0.2, 0.2])).toBeCloseTo(1 / 0.26, 13);
  });

  it('are 1/n and n for n equal weights, and 1 for one holding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (n) => {
        const equal = new Float64Array(n).fill(1 / n);
        expect(herfindahl(equal) * n).toBeCloseTo(1, 10);
        expect(effectiveNumber(equal) / n).toBeCloseTo(1, 10);
      }),
    );
    expect(effectiveNumber({ IWM: 1, SPY: 0 })).toBe(1);
  });

  it('are of shares of what is held: cash is no holding, and a short one counts by its size', () => {
    expect(herfindahl([0.5])).toBe(1);
    expect(effectiveNumber([0.25, 0.25])).toBe(2);
    // Shares of 1.5 / 2 and 0.5 / 2: 0.5625 + 0.0625.
    expect(herfindahl({ long: 1.5, short: -0.5 })).toBe(0.625);
  });

  it('are NaN where nothing is held', () => {
    for (const nothing of [[], [0, 0], {}]) {
      expect(herfindahl(nothing)).toBeNaN();
      expect(effectiveNumber(nothing)).toBeNaN();
    }
  });

  it('refuse a weight that is no number, naming it', () => {
    expectInputError('weights.invalid', ['herfindahl', 'number 1', 'NaN'], () => herfindahl([0.5, NaN]));
    expectInputError('weights.invalid', ['effectiveNumber', '"IWM"', 'Infinity'], () =>
      effectiveNumber({ IWM: Infinity }),
    );
    expectInputError('weights.invalid', ['herfindahl', '0.5'], () => herfindahl(0.5 as never));
  });
});
