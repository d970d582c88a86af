import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOver, storeOf } from '../../src/panel/index.js';
import { months } from './made-panel.js';

/** Columns of up to 120 returns, some of them missing, and two rows. */
const columns = fc
  .array(fc.option(fc.integer({ min: -500, max: 500 }), { freq: 30, nil: null }), { minLength: 3, maxLength: 120 })
  .filter((values) => values.filter((value) => value !== null).length >= 2)
  .chain((values) => {
    const row = fc.integer({ min: 0, max: values.length - 1 });
    return fc.tuple(fc.constant(values.map((value) => (value === null ? null : value / 1000))), row, row);
  });

const plain = (values: readonly (number | null)[], first: number, last: number): number =>
  values.slice(first, last + 1).reduce<number>((growth, value) => growth * (1 + (value ?? NaN)), 1);

describe('growth over some rows', () => {
  it('is the plain product of their growth factors, NaN where one is missing among them, whatever lies outside', () => {
    fc.assert(
      fc.property(columns, ([values, one, other]) => {
        const store = storeOf(months({ A: values, B: values.map(() => 0.01) }), 'test');
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const [found, expected] = [growthOver(store, 0, first, last), plain(values, first, last)];
        if (Number.isNaN(expected)) expect(found).toBeNaN();
        else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-13 * expected);
      }),
      { numRuns: 600 },
    );
  });

  it('is the same over and over, and of the other asset its own', () => {
    const store = storeOf(
      months({ A: Array.from({ length: 100 }, () => 1), B: Array.from({ length: 100 }, () => -0.5) }),
      'test',
    );
    for (let turn = 0; turn < 2; turn++) {
      // 60 doublings and 60 halvings, exactly.
      expect([growthOver(store, 0, 20, 79), growthOver(store, 1, 20, 79)]).toEqual([2 ** 60, 2 ** -60]);
      expect([growthOver(store, 0, 0, 99), growthOver(store, 1, 99, 99)]).toEqual([2 ** 100, 0.5]);
    }
  });
});
