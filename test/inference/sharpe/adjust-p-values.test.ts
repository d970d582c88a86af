import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustPValues, type PValueMethod } from '../../../src/inference/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

/** The 15 p-values of Benjamini and Hochberg (1995), section 3.2 (thrombolysis after heart attacks, Neuhaus et al. 1992). */
const thrombolysis = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
const METHODS: readonly PValueMethod[] = ['bonferroni', 'sidak', 'holm', 'benjaminiHochberg', 'benjaminiYekutieli'];
const rounded = (values: readonly number[], digits = 10): number[] =>
  values.map((value) => Number(value.toFixed(digits)));

describe('adjustPValues', () => {
  it('rejects in the published example what its authors reject at 5 %: three by Bonferroni and Holm, four by Benjamini–Hochberg', () => {
    const rejected = (method: PValueMethod): number =>
      adjustPValues(thrombolysis, method).filter((p) => p <= 0.05).length;
    expect([rejected('bonferroni'), rejected('holm'), rejected('benjaminiHochberg')]).toEqual([3, 3, 4]);
  });

  it('gives what scipy 1.17.1 (false_discovery_control) gives there', () => {
    // 15/1, 15/2, 15/3, 15/4 … times p, made monotone: 0.0278 × 15/6 gives way to 0.0298 × 15/7.
    expect(rounded(adjustPValues(thrombolysis, 'benjaminiHochberg').slice(0, 9))).toEqual([
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571429, 0.0638571429, 0.0645, 0.0765,
    ]);
    expect(rounded(adjustPValues(thrombolysis, 'benjaminiYekutieli').slice(0, 4))).toEqual([
      0.0049773435, 0.009954687, 0.0315231754, 0.1182119079,
    ]);
  });

  it('by hand: three tests, given in any order', () => {
    expect(rounded(adjustPValues([0.04, 0.01, 0.03], 'bonferroni'))).toEqual([0.12, 0.03, 0.09]);
    // Holm: 3 × 0.01, 2 × 0.03, then 1 × 0.04, never under the one before.
    expect(rounded(adjustPValues([0.04, 0.01, 0.03], 'holm'))).toEqual([0.06, 0.03, 0.06]);
    // Benjamini–Hochberg: 3/3 × 0.04, 3/2 × 0.03 (more: 0.04), 3 × 0.01.
    expect(rounded(adjustPValues([0.04, 0.01, 0.03], 'benjaminiHochberg'))).toEqual([0.04, 0.03, 0.04]);
    // times 1 + 1/2 + 1/3.
    expect(rounded(adjustPValues([0.04, 0.01, 0.03], 'benjaminiYekutieli'))).toEqual(
      rounded([0.22 / 3, 0.055, 0.22 / 3]),
    );
    expect(rounded(adjustPValues([0.5, 0.1], 'sidak'))).toEqual([0.75, 0.19]);
  });

  it('leaves one test as it is, stops at 1, and knows no test in nothing', () => {
    for (const method of METHODS) {
      expect(rounded(adjustPValues([0.03], method))).toEqual([0.03]);
      expect(Math.max(...adjustPValues([0.9, 0.8, 1], method))).toBeLessThanOrEqual(1);
      expect(adjustPValues([], method)).toEqual([]);
    }
  });

  it('leaves NaN where it is and does not count it', () => {
    expect(adjustPValues([0.01, NaN, 0.02], 'bonferroni')).toEqual([0.02, NaN, 0.04]);
  });

  it('never lowers a p-value, keeps their order, and is frozen', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 12 }), fc.constantFrom(...METHODS), (values, method) => {
        const adjusted = adjustPValues(values, method);
        expect(Object.isFrozen(adjusted)).toBe(true);
        values.forEach((value, a) => {
          expect(adjusted[a]! >= value * (1 - 1e-12)).toBe(true);
          values.forEach((other, b) => {
            if (value < other) expect(adjusted[a]! <= adjusted[b]! + 1e-15).toBe(true);
          });
        });
      }),
      { seed: 4 },
    );
  });

  it('refuses what is no p-value, by its place', () => {
    expectInputError('option.range', ['adjustPValues', 'pValues[1]', '1.2'], () => adjustPValues([0.1, 1.2], 'holm'));
    expectInputError('option.type', ['an array of p-values'], () => adjustPValues(0.1 as never, 'holm'));
    expectInputError('option.range', ['"method"', "'benjaminiYekutieli'"], () => adjustPValues([0.1], 'fdr' as never));
  });
});
