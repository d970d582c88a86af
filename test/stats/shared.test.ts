import { describe, expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';
import { shared, sharing } from '../../src/stats/shared.js';
import { series } from './support.js';

describe('sharing', () => {
  it('makes a thing once inside a call, and again in the next one', () => {
    let made = 0;
    const owner = {};
    const make = (): number => ++made;
    const twice = (): number[] => [shared('thing', [owner], make), shared('thing', [owner], make)];
    expect(sharing(twice)).toEqual([1, 1]);
    expect(sharing(twice)).toEqual([2, 2]);
    expect(twice()).toEqual([3, 4]);
  });

  it('tells things apart by what they are made of, and by name', () => {
    const [one, other] = [{}, {}];
    sharing(() => {
      expect(shared('a', [one, 1], () => 'a1')).toBe('a1');
      expect(shared('a', [one, 2], () => 'a2')).toBe('a2');
      expect(shared('a', [other, 1], () => 'other')).toBe('other');
      expect(shared('b', [one, 1], () => 'b1')).toBe('b1');
      expect(shared('a', [one, 1], () => 'never')).toBe('a1');
    });
  });

  it('ends with the call, even where that fails', () => {
    const owner = {};
    const failing = (): never => {
      shared('thing', [owner], () => 1);
      throw new Error('as it must');
    };
    expect(() => sharing(failing)).toThrow('as it must');
    expect(shared('thing', [owner], () => 2)).toBe(2);
  });

  it('changes no figure: a summary has the bits of the single functions, and sees a later change of the numbers', () => {
    const values = Array.from({ length: 120 }, (_, month) => 0.03 * Math.sin(month * month) + 0.004);
    const one = series('monthly', values);
    const figures = (): Record<string, number> => {
      const { returns, risk, drawdown, ratios } = stats.summarize(one);
      const plain = Object.entries({ ...returns, ...risk, ...drawdown, ...ratios });
      return Object.fromEntries(plain.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
    };
    const alone = (): Record<string, number> =>
      Object.fromEntries(
        Object.keys(figures())
          .filter((name) => name in stats)
          .map((name) => [name, (stats as unknown as Record<string, (of: typeof one) => number>)[name]!(one)]),
      );
    for (const factor of [1, 2]) {
      // What nobody may do, and what a cache that outlived its call would miss.
      for (let row = 0; row < values.length; row++) (one.values as Float64Array)[row] = values[row]! * factor;
      expect(Object.keys(alone()).length).toBeGreaterThan(40);
      expect(figures()).toMatchObject(alone());
    }
  });
});
