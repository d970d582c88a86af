import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGroups } from '../../../src/inference/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

describe('compareGroups', () => {
  it('takes the values of series as they are', () => {
    const typed = compareGroups(Float64Array.of(5, 6, 7), Float64Array.of(1, 2, 3));
    expect(typed.pValue).toBe(compareGroups([5, 6, 7], [1, 2, 3]).pValue);
    expectInputError('option.type', ['compareGroups', '"first"', 'NaN'], () =>
      compareGroups(Float64Array.of(NaN, 1), [1, 2]),
    );
  });

  it('counts the divisions that are as far apart: of the 20 of 1, 2, 3, 5, 6, 7 only two', () => {
    const found = compareGroups([5, 6, 7], [1, 2, 3]);
    expect(found).toMatchObject({ difference: 4, means: [6, 2], sizes: [3, 3], n: 6, exact: true, divisions: 20 });
    expect(found).toMatchObject({ pValue: 2 / 20, oneSidedPValue: 1 / 20, seed: null });
  });

  it('is what SciPy 1.17 gives: Welch by ttest_ind, divisions by a loop over combinations', () => {
    const [a, b] = [
      [0.2562, 0.0134, -0.1959],
      [-0.0472, 0.0004, -0.1425, -0.0599, -0.0245, -0.0556],
    ];
    const found = compareGroups(a, b, { labels: ['linked', 'not linked'] });
    expect(found.t).toBeCloseTo(0.6013523187182813, 12);
    expect(found.degreesOfFreedom).toBeCloseTo(2.092350794985013, 11);
    expect(found.tPValue).toBeCloseTo(0.6063120942154084, 10);
    expect(found.interval.low).toBeCloseTo(-0.46563195941295643, 10);
    expect(found.interval.high).toBeCloseTo(0.6245319594129565, 10);
    expect(found).toMatchObject({ pValue: 36 / 84, oneSidedPValue: 19 / 84, divisions: 84 });
    expect(String(found)).toContain('linked less not linked');
    expect(found.notes.join(' ')).toContain('n = 9; no inference');
    expect(String(found)).toMatch(/p by permutation, one-sided: .* higher/);
  });

  it('draws divisions where there are too many, from a seed, near the share of all', () => {
    const [a, b] = [
      [3, 1, 4, 1, 5, 9, 2, 6],
      [2, 7, 1, 8, 2, 8, 1, 3],
    ];
    const all = compareGroups(a, b, { draws: 12_870 });
    const some = compareGroups(a, b, { draws: 4_000, seed: 5 });
    expect(all).toMatchObject({ exact: true, divisions: 12_870 });
    expect(some).toMatchObject({ exact: false, divisions: 4_000, seed: 5 });
    // Four standard errors of a share of 4,000 draws are at most 0.032.
    expect(Math.abs(some.pValue - all.pValue)).toBeLessThan(0.032);
    expect(compareGroups(a, b, { draws: 4_000, seed: 5 }).pValue).toBe(some.pValue);
  });

  it('changes its sign with the groups and nothing else; never says p = 0', () => {
    const group = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(group, group, (a, b) => {
        const [there, back] = [compareGroups(a, b), compareGroups(b, a)];
        expect(there.difference).toBeCloseTo(-back.difference, 12);
        expect(there.pValue).toBe(back.pValue);
        expect(there.pValue).toBeGreaterThan(0);
        expect(there.pValue).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  // Differences of the three divisions: −1.5, 0 and 1.5.
  it('has no t where a group is a single figure, and says NaN', () => {
    const found = compareGroups([1], [2, 3]);
    expect(found).toMatchObject({ t: NaN, tPValue: NaN, interval: { low: NaN, high: NaN }, pValue: 2 / 3 });
    expect(compareGroups([2, 2], [1, 1]).t).toBeNaN();
  });

  it('refuses empty groups, figures that are none, and unknown options', () => {
    expectInputError('option.type', ['the group "first"', 'at least one entry'], () => compareGroups([], [1]));
    expectInputError('option.type', ['the group "second"', '"1" is NaN'], () => compareGroups([1], [2, NaN]));
    expectInputError('option.type', ['"seed" is "a"'], () => compareGroups([1], [2], { seed: 'a' as never }));
    expectInputError('option.unknown', ['"label"'], () => compareGroups([1], [2], { label: 'x' } as never));
  });
});
