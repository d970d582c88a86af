import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../../src/stats/index.js';
import { knownValues, type KnownJob, makerOf } from '../../../src/inference/bootstrap/known-values.js';
import { plainValues } from '../../../src/inference/bootstrap/plain-values.js';
import { quantilesOf } from '../../../src/inference/bootstrap/quantiles-of.js';
import { blockPlan } from '../../../src/inference/resampling/block-plan.js';
import { autoregression } from './autoregression.js';
import { seededRandom } from '../../../src/core/index.js';
import { series } from '../../stats/support.js';

describe('replications in parts', () => {
  const returns = Float64Array.from(autoregression(0.2, 90, seededRandom(4)), (value) => value / 50);
  const plan = blockPlan({ rows: 90, length: 90, blockLength: 6, method: 'stationary', seed: 5 });

  it('are those of the whole, byte for byte, so that workers may share them', () => {
    const job: KnownJob = {
      plan,
      returns,
      centre: 0.001,
      figures: ['cagr', 'maxDrawdown', 'sharpeRatio'],
      periodsPerYear: 12,
      years: 7.5,
    };
    const whole = knownValues(job, makerOf(job), 0, 200);
    // A copy such as a message to a worker makes, with tables of its own.
    const copy = structuredClone(job);
    const parts = [
      [0, 1],
      [1, 64],
      [64, 200],
    ].map(([from, to]) => knownValues(copy, makerOf(copy), from!, to!));
    whole.forEach((values, figure) => {
      expect(parts.flatMap((part) => [...part[figure]!])).toEqual([...values]);
    });
  });

  it('row by row too', () => {
    const joint = { series: series('monthly', [...returns]), others: {} };
    const last = [({ values }: { values: ArrayLike<number> }) => values[89]!];
    const [whole, late] = [plainValues(plan, joint, last, 0, 50), plainValues(plan, joint, last, 20, 50)];
    expect([...whole[0]!].slice(20)).toEqual([...late[0]!]);
  });
});

describe('quantilesOf', () => {
  it('are the quantiles of the statistics, several at once, and leave the numbers as they are', () => {
    const shares = [0, 0.025, 0.29, 0.5, 0.5, 0.75, 1];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.integer({ min: -3, max: 3 })), {
          minLength: 1,
          maxLength: 300,
        }),
        (drawn) => {
          // 0 and −0 are one number, of which either may be the quantile.
          const numbers = drawn.map((number) => number + 0);
          const values = Float64Array.from(numbers);
          expect(quantilesOf(values, shares)).toEqual(shares.map((share) => quantile(numbers, share)));
          expect([...values]).toEqual(numbers);
        },
      ),
    );
  });

  it('of nothing, and at no share, are NaN', () => {
    expect(quantilesOf(new Float64Array(0), [0.5])).toEqual([NaN]);
    expect(quantilesOf(Float64Array.of(1, 2), [NaN, 0.5])).toEqual([NaN, 1.5]);
  });
});
