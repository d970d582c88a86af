import { cagr, totalReturn } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { type KnownJob, makerOf } from '../../../src/inference/bootstrap/known-values.js';
import { knownWithout } from '../../../src/inference/bootstrap/known-without.js';
import { plainWithout } from '../../../src/inference/bootstrap/plain-without.js';
import { blockPlan } from '../../../src/inference/resampling/block-plan.js';
import type { ReturnSeries } from '../../../src/panel/index.js';
import { series } from '../../stats/support.js';

const returns = [0.1, 0.2, 0.3, 0.4, 0.5, -0.5, 1];
const growth = (kept: readonly number[]): number => kept.reduce((wealth, one) => wealth * (1 + one), 1) - 1;

/** The total return without the rows from `first` on, `size` of them. */
const without = (first: number, size: number): number =>
  growth(returns.filter((_, row) => row < first || row >= first + size));

describe('the data without one block', () => {
  it.each([1, 2, 3])('of %d rows: each of the whole blocks from the first row on is left out once', (size) => {
    const plan = blockPlan({ rows: 7, length: 7, blockLength: 2, method: 'circular', seed: 1 });
    const job: KnownJob = {
      plan,
      returns: Float64Array.from(returns),
      centre: 2 / 7,
      figures: ['totalReturn', 'cagr'],
      periodsPerYear: 12,
      years: 1,
    };
    const firsts = Array.from({ length: Math.floor(7 / size) }, (_, block) => block * size);
    const [total, rate] = knownWithout(job, makerOf(job), size, 0.5);
    const data = series('monthly', returns);
    const last = ({ values }: ReturnSeries): number => values.at(-1)!;
    const byRows = plainWithout({ series: data, others: {} }, [totalReturn, cagr, last], size);
    expect([total!.length, byRows[0]!.length]).toEqual([firsts.length, firsts.length]);
    firsts.forEach((first, block) => {
      expect(total![block]).toBeCloseTo(without(first, size), 12);
      expect(byRows[0]![block]).toBeCloseTo(without(first, size), 12);
      // Half a year: the square of the growth.
      expect(rate![block]).toBeCloseTo((1 + without(first, size)) ** 2 - 1, 11);
      expect(byRows[1]![block]).toBeNaN();
      expect(byRows[2]![block]).toBe(first + size === 7 ? returns[6 - size] : 1);
    });
  });

  it('of no statistics is nothing', () => {
    expect(plainWithout({ series: series('monthly', returns), others: {} }, [], 2)).toEqual([]);
  });
});
