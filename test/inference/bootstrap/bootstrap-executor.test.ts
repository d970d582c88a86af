import {
  arithmeticMean,
  bootstrap,
  type BootstrapExecutor,
  cagr,
  maxDrawdown,
  sharpeRatio,
  totalReturn,
  volatility,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { InputError, seededRandom } from '../../../src/core/index.js';
import { makeReturnSeries } from '../../../src/panel/index.js';
import { makeReplicator } from '../../../src/inference/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';
import { autoregression } from './autoregression.js';

const data = series(
  'monthly',
  Array.from(autoregression(0.3, 120, seededRandom(9)), (value) => value / 40),
);
const known = { cagr, totalReturn, maxDrawdown, arithmeticMean, volatility, sharpeRatio };
const options = { blockLength: 6, replications: 700 };

/** Hands out pieces of some sizes to as many makers of their own, and brings them back in an order of its own. */
function pieces(sizes: readonly number[], turn: (order: number[]) => number[]): BootstrapExecutor {
  return {
    async replicate(job, replications, done) {
      const begins: number[] = [];
      for (let from = 0, piece = 0; from < replications; from += sizes[piece++ % sizes.length]!) begins.push(from);
      for (const piece of turn(Array.from(begins.keys()))) {
        await Promise.resolve();
        // What a message does to it.
        const run = makeReplicator(structuredClone(job));
        const from = begins[piece]!;
        done(from, structuredClone(run(from, begins[piece + 1] ?? replications)));
      }
    },
  };
}

describe('a bootstrap that is worked out elsewhere', () => {
  it.each([
    ['in one piece', [700], (order: number[]) => order],
    ['in many pieces, backwards', [64], (order: number[]) => order.reverse()],
    [
      'in pieces of odd sizes, even ones first',
      [1, 99, 7],
      (order: number[]) => order.sort((a, b) => (a % 2) - (b % 2)),
    ],
  ])('%s, is that of one thread to the last bit', async (_, sizes, turn) => {
    const here = bootstrap(data, known, options);
    const there = await bootstrap(data, known, { ...options, on: pieces(sizes, turn) });
    expect(JSON.stringify(there)).toBe(JSON.stringify(here));
    for (const name of Object.keys(known) as (keyof typeof known)[]) {
      expect([...there.values(name)]).toEqual([...here.values(name)]);
    }
    expect(String(there)).toBe(String(here));
  });

  it('draws other series by the same rows, and falls back to this thread where tables hold no such loss', async () => {
    const others = { other: series('monthly', [...data.values], 'Other') };
    const on = pieces([100], (order) => order);
    const there = await bootstrap(data, { cagr }, { ...options, others, on });
    expect(JSON.stringify(there)).toBe(JSON.stringify(bootstrap(data, { cagr }, { ...options, others })));
    const { calendar } = series('monthly', [0, 0, 0, 0, 0, 0]);
    const leveraged = makeReturnSeries('A', calendar, Float64Array.of(0.5, -1.2, 0.1, 0.2, 0.1, -0.1));
    const never: BootstrapExecutor = { replicate: () => Promise.reject(new Error('asked')) };
    const small = { blockLength: 2, replications: 100 };
    expect(String(await bootstrap(leveraged, { totalReturn }, { ...small, on: never }))).toBe(
      String(bootstrap(leveraged, { totalReturn }, small)),
    );
  });

  it('refuses functions that cannot cross, and what is no executor, before anything runs', () => {
    const on: BootstrapExecutor = { replicate: () => Promise.reject(new Error('ran')) };
    expectInputError('option.type', ['"worst" is a function of yours', 'maxDrawdown', 'leave "on" out'], () =>
      bootstrap(data, { cagr, worst: (sample) => Math.min(...sample.values) }, { on }),
    );
    expectInputError('option.type', ['"on" is 2', 'threads(n)'], () => bootstrap(data, { cagr }, { on: 2 as never }));
    expectInputError('option.type', ['"on" is an object'], () =>
      bootstrap(data, { cagr }, { on: { run: cagr } as never }),
    );
  });

  it('rejects with the executor’s error, and where pieces are missing', async () => {
    const failing: BootstrapExecutor = { replicate: () => Promise.reject(new RangeError('gone')) };
    await expect(bootstrap(data, { cagr }, { ...options, on: failing })).rejects.toThrow('gone');
    const half: BootstrapExecutor = {
      replicate: (job, replications, done) => {
        done(0, makeReplicator(job)(0, replications / 2));
        return Promise.resolve();
      },
    };
    const missing = bootstrap(data, { cagr }, { ...options, on: half });
    await expect(missing).rejects.toBeInstanceOf(InputError);
    await expect(missing).rejects.toThrow('ended after 350 of 700 replications');
  });
});
