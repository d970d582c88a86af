import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnSeries } from '../../src/panel/index.js';
import {
  arithmeticMean,
  expanding,
  maxDrawdown,
  rolling,
  sharpeRatio,
  totalReturn,
  volatility,
} from '../../src/stats/index.js';
import { series } from './support.js';

const sized = { volatility, sharpeRatio, arithmeticMean };
const exact = { totalReturn, maxDrawdown };

/** The same statistic under another identity: asked window by window. */
const slow =
  (statistic: (one: ReturnSeries) => number) =>
  (one: ReturnSeries): number =>
    statistic(one);

function expectTwelveDigits(found: readonly number[], expected: readonly number[], name: string): void {
  expect(found.length).toBe(expected.length);
  for (const [index, value] of found.entries()) {
    if (Number.isNaN(expected[index]!)) expect(value, name).toBeNaN();
    else expect(Math.abs(value - expected[index]!), name).toBeLessThanOrEqual(1e-12 * Math.abs(expected[index]!));
  }
}

// Returns of every size, runs of equal ones, and steps that are next to nothing beside their level.
const aReturn = fc.oneof(
  fc.double({ min: -0.3, max: 0.3, noNaN: true }),
  fc.constantFrom(0, 0.01, 0.01, 0.01, 1e-15, 0.01 + 1e-13, 0.01 - 1e-9, -0.9, 3),
);
const values = fc.array(aReturn, { minLength: 1, maxLength: 80 });
const rows = fc.integer({ min: 1, max: 30 });

describe('the quick ways to rolling and expanding figures', () => {
  it('give volatility, Sharpe ratio and mean to twelve digits of what the statistic says of each window', () => {
    fc.assert(
      fc.property(values, rows, (returns, periods) => {
        const one = series('daily', returns);
        for (const [name, statistic] of Object.entries(sized)) {
          for (const over of [rolling, expanding]) {
            const [quick, asked] = [over(statistic, { periods })(one), over(slow(statistic), { periods })(one)];
            expectTwelveDigits([...quick.values], [...asked.values], `${over.name} ${name}`);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('give total return and drawdown to the last digit, total losses and holes included', () => {
    const withHoles = fc.array(fc.oneof(aReturn, fc.constantFrom(-1, NaN)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(withHoles, rows, (returns, periods) => {
        const one = series('daily', returns);
        for (const [name, statistic] of Object.entries(exact)) {
          const [quick, asked] = [rolling(statistic, { periods })(one), rolling(slow(statistic), { periods })(one)];
          expect([...quick.values], name).toEqual([...asked.values]);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('ask the statistic itself where a return is missing', () => {
    const one = series('daily', [0.01, 0.03, NaN, 0.02, -0.01, 0.04]);
    const [quick, asked] = [rolling(volatility, { periods: 3 })(one), rolling(slow(volatility), { periods: 3 })(one)];
    expect([...quick.values]).toEqual([...asked.values]);
    // The window of 0.03, none and 0.02 has the deviation of two numbers: 0.01/√2.
    expect(quick.values[1]).toBeCloseTo((0.01 / Math.SQRT2) * Math.sqrt(252), 14);
  });

  it('know windows of one and the same return for what they are', () => {
    const one = series('daily', [0.3, -0.2, ...new Array<number>(10).fill(0.1 + 0.2), 0.05]);
    const found = [...rolling(volatility, { periods: 4 })(one).values];
    expect(found.slice(2, 9)).toEqual(new Array(7).fill(0));
    expect([...rolling(sharpeRatio, { periods: 4 })(one).values].slice(2, 9)).toEqual(new Array(7).fill(NaN));
  });

  it('follow windows of months, whose rows are now more and now fewer', () => {
    const one = series(
      'daily',
      Array.from({ length: 400 }, (_, day) => 0.02 * Math.sin(day * day)),
    );
    const [quick, asked] = [rolling(volatility, { months: 2 })(one), rolling(slow(volatility), { months: 2 })(one)];
    expect(quick.length).toBeGreaterThan(300);
    expectTwelveDigits([...quick.values], [...asked.values], 'months');
  });

  it('do not change what was said of a window when returns are added after it', () => {
    fc.assert(
      fc.property(values, values, rows, (before, after, periods) => {
        const [shorter, longer] = [series('daily', before), series('daily', [...before, ...after])];
        for (const statistic of Object.values(sized)) {
          const found = [...rolling(statistic, { periods })(shorter).values];
          expect([...rolling(statistic, { periods })(longer).values].slice(0, found.length)).toEqual(found);
        }
      }),
      { numRuns: 60 },
    );
  });
});
