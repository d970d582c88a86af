import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as door from '../../src/index.js';
import * as room from '../../src/stats/index.js';
import type { Frequency } from '../../src/time/index.js';
import { neither, pairs, type Scaled, singles } from './classified.js';
import { dated, datesOf, series } from './support.js';

/*
 * What must happen to every statistic when its returns are scaled, shifted, reordered or padded. Every statistic that the front door exports is
 * entered in classified.ts; a new one fails the first test until it is.
 */

const STEP = 2 ** -10;
// Multiples of 2^−10 from −20 % to 20 %: scaled by a power of two and shifted by such a step, nothing is rounded.
const aReturn = fc.integer({ min: -205, max: 205 }).map((steps) => steps * STEP);
const returns = (minLength: number): fc.Arbitrary<number[]> => fc.array(aReturn, { minLength, maxLength: 50 });
const frequency = fc.constantFrom<Frequency>('daily', 'weekly', 'monthly', 'quarterly', 'annual');
const runs = { numRuns: 40 };
const near = 1e-9;

function expectNear(found: number, expected: number, name: string): void {
  if (Number.isNaN(expected)) expect(found, name).toBeNaN();
  else expect(Math.abs(found - expected), name).toBeLessThanOrEqual(near * Math.max(1, Math.abs(expected)));
}

const factorOf = (scaled: Scaled, k: number): number =>
  ({ same: 1, linear: k, inverse: 1 / k, compounds: NaN })[scaled];

describe('the registry of statistics', () => {
  it('has every function that the front door exports of this room, once', () => {
    const exported = Object.keys(room).filter(
      (name) => name in door && typeof (room as Record<string, unknown>)[name] === 'function',
    );
    const entered = [...Object.keys(singles), ...Object.keys(pairs), ...Object.values(neither).flat()];
    expect(entered.toSorted()).toEqual([...new Set(exported)].toSorted());
  });

  it('has under each name the statistic of that name', () => {
    for (const [name, { of }] of Object.entries(singles)) expect(of.name).toBe(name);
  });
});

describe('a statistic of one series', () => {
  it('goes as it is said to when every return is halved, doubled or taken eight times', () => {
    fc.assert(
      fc.property(returns(2), fc.constantFrom(0.5, 0.25, 2, 8), (values, k) => {
        const small = values.map((value) => value / 8);
        const [one, other] = [
          series('monthly', small),
          series(
            'monthly',
            small.map((value) => value * k),
          ),
        ];
        for (const [name, { of, scaled }] of Object.entries(singles))
          if (scaled !== 'compounds') expectNear(of(other), of(one) * factorOf(scaled, k), name);
      }),
      runs,
    );
  });

  it('goes as it is said to when the same is added to every return', () => {
    fc.assert(
      fc.property(returns(2), fc.integer({ min: -50, max: 50 }), (values, steps) => {
        const by = steps * STEP;
        const [one, other] = [
          series('quarterly', values),
          series(
            'quarterly',
            values.map((value) => value + by),
          ),
        ];
        for (const [name, { of, shifted }] of Object.entries(singles)) {
          if (shifted === 'otherwise') continue;
          expectNear(of(other), of(one) + { same: 0, along: by, yearly: 4 * by }[shifted], name);
        }
      }),
      runs,
    );
  });

  it('does not know the order of the returns, but where it follows a path', () => {
    const shuffled = returns(1).chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    );
    fc.assert(
      fc.property(shuffled, ([values, other]) => {
        for (const [name, { of, ordered }] of Object.entries(singles))
          if (ordered === 'any order') expectNear(of(series('monthly', other)), of(series('monthly', values)), name);
      }),
      runs,
    );
  });

  it('and a path is followed: for each of the others there are returns whose order matters', () => {
    const good = (months: number): number[] => new Array<number>(months).fill(0.01);
    const values = [0.1, -0.2, 0.05, -0.1, 0.02, ...good(40), -0.3, 0.07];
    const other = [...good(30), -0.3, -0.2, -0.1, 0.1, 0.07, 0.05, 0.02, ...good(10)];
    for (const [name, { of, ordered }] of Object.entries(singles)) {
      if (ordered !== 'a path') continue;
      expect(Math.abs(of(series('monthly', values)) - of(series('monthly', other))), name).toBeGreaterThan(1e-3);
    }
  });

  it('is not changed by missing rows before and after, and changes nothing in its input', () => {
    const gap = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(frequency, returns(1), gap, gap, (often, values, before, after) => {
        const missing = (count: number): number[] => new Array<number>(count).fill(NaN);
        const padded = series(often, [...missing(before), ...values, ...missing(after)]);
        const bare = dated(often, datesOf(often, before + values.length).slice(before), values);
        for (const [name, { of }] of Object.entries(singles)) expect(of(padded), name).toBe(of(bare));
        expect([...bare.values]).toEqual(values);
      }),
      runs,
    );
  });

  it('is never ±Infinity', () => {
    const value = fc.oneof(aReturn, fc.constantFrom(0, 0.01, -1, NaN, 1e-16, 0.01 + 1e-17));
    fc.assert(
      fc.property(frequency, fc.array(value, { minLength: 1, maxLength: 40 }), (often, values) => {
        for (const [name, { of }] of Object.entries(singles))
          expect(Math.abs(of(series(often, values))), name).not.toBe(Infinity);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a statistic of a series and its benchmark', () => {
  const two = fc.array(fc.tuple(aReturn, aReturn), { minLength: 2, maxLength: 40 });

  it('goes as it is said to when the returns of both are scaled', () => {
    fc.assert(
      fc.property(two, fc.constantFrom(0.5, 2, 8), (given, k) => {
        const [a, b] = [given.map(([one]) => one / 8), given.map(([, other]) => other / 8)];
        const plain = [series('monthly', a), series('monthly', b, 'B')] as const;
        const scaled = [
          series(
            'monthly',
            a.map((value) => value * k),
          ),
          series(
            'monthly',
            b.map((value) => value * k),
            'B',
          ),
        ] as const;
        for (const [name, { of, scaled: rule }] of Object.entries(pairs))
          if (rule !== 'compounds') expectNear(of(...scaled), of(...plain) * factorOf(rule, k), name);
      }),
      runs,
    );
  });

  it('of a series that rises and falls against itself is what it must be', () => {
    fc.assert(
      fc.property(returns(2), (rest) => {
        const one = series('monthly', [0.125, 0.0625, -0.125, -0.0625, ...rest]);
        for (const [name, { of, ofItself }] of Object.entries(pairs))
          expectNear(of(one, one), typeof ofItself === 'number' ? ofItself : ofItself(one), name);
      }),
      runs,
    );
  });

  it('is never ±Infinity, changes nothing in its input, and does not see what one did alone', () => {
    fc.assert(
      fc.property(two, fc.integer({ min: 0, max: 9 }), (given, before) => {
        const [a, b] = [given.map(([one]) => one), given.map(([, other]) => other)];
        const dates = datesOf('quarterly', before + a.length);
        const [own, other] = [
          dated('quarterly', dates.slice(before), a),
          dated('quarterly', dates.slice(before), b, 'B'),
        ];
        const longer = dated('quarterly', dates, [...new Array<number>(before).fill(-0.25), ...b], 'B');
        for (const [name, { of }] of Object.entries(pairs)) {
          const found = of(own, other);
          expect(Math.abs(found), name).not.toBe(Infinity);
          expect(of(own, longer), name).toBe(found);
        }
        expect([...own.values]).toEqual(a);
        expect([...other.values]).toEqual(b);
      }),
      runs,
    );
  });
});
