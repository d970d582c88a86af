import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isInputError,
  monthly,
  type Panel,
  probabilityOfBacktestOverfitting,
  type SplitExecutor,
  smallCapTilt,
  sweep,
  walkForward,
} from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import { builtThreads } from './built-worker.js';

const made = builtThreads();
const module = new URL('./fixtures/strategies.mjs', import.meta.url);
const market = randomPanel({ assets: ['A', 'B'], rows: 120, seed: 5, frequency: 'monthly' }) as Panel;
const windows = { train: 36, test: 12 };
const weights = Array.from({ length: 40 }, (_, index) => index / 40);

async function refusal(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

describe('a walk forward on threads', () => {
  it('gives what one thread gives, to the last bit, however many they are', async () => {
    const options = { core: 'A', smallCap: 'B', schedule: monthly() };
    const shared = {
      grid: { weight: weights },
      windows,
      by: 'sharpeRatio',
      backtest: { costs: { tradingBps: 20 } },
    } as const;
    const here = walkForward(market, { ...shared, strategy: ({ weight }) => smallCapTilt({ ...options, weight }) });
    expect(here.folds.length).toBe(7);
    for (const count of [1, 2, 3]) {
      const there = await walkForward(market, {
        ...shared,
        strategy: { builtIn: 'smallCapTilt', options },
        on: made(count),
      });
      expect(JSON.stringify(there)).toBe(JSON.stringify(here));
      expect(String(there)).toBe(String(here));
    }
    expect(JSON.stringify(walkForward(market, { ...shared, strategy: { builtIn: 'smallCapTilt', options } }))).toBe(
      JSON.stringify(here),
    );
  });

  it('takes a strategy of a module, on the threads and where the winner runs', async () => {
    const shared = { list: weights.map((share) => ({ asset: 'A', share })), windows, by: 'totalReturn' } as const;
    const { whenUp } = (await import(module.href)) as { whenUp: (params: object) => never };
    const here = walkForward(market, { ...shared, strategy: whenUp });
    const there = await walkForward(market, { ...shared, strategy: { module, name: 'whenUp' }, on: made(2) });
    expect(JSON.stringify(there)).toBe(JSON.stringify(here));
  });

  it('says in which window and which variant something failed', async () => {
    const list = weights.map((share) => ({ asset: 'A', share, bad: 0.5 }));
    const on = made(2);
    const failed = await refusal(
      walkForward(market, { list, windows, by: 'totalReturn', strategy: { module, name: 'failing' }, on }),
    );
    expect(isInputError(failed)).toBe(true);
    expect(failed.message).toMatch(/^walkForward, training .* to .*: sweep, variant 20 \(.*share 0\.5/);
    const unknown = await refusal(
      walkForward(market, { list, windows, by: 'totalReturn', strategy: { module, name: 'nobody' }, on }),
    );
    expect(unknown.message).toContain('whenUp');
  });
});

describe('an overfitting check on threads', () => {
  const drawn = (trials: number, rows: number, seed: number): Float64Array[] => {
    const panel = randomPanel({
      assets: Array.from({ length: trials }, (_, trial) => `T${trial}`),
      rows,
      seed,
      frequency: 'monthly',
    });
    return panel.assets.map((name) => Float64Array.from(panel.returns(name).values));
  };

  it('gives what one thread gives, to the last bit, however many they are', async () => {
    const pools = [made(1), made(2), made(3)];
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          trials: fc.integer({ min: 2, max: 60 }),
          blocks: fc.constantFrom(2, 4, 10, 12),
          performance: fc.constantFrom('sharpe' as const, 'mean' as const),
          seed: fc.nat(1000),
        }),
        async ({ trials, blocks, performance, seed }) => {
          const matrix = drawn(trials, 60, seed);
          const here = probabilityOfBacktestOverfitting(matrix, { blocks, performance });
          for (const on of pools) {
            const there = await probabilityOfBacktestOverfitting(matrix, { blocks, performance, on });
            expect(JSON.stringify(there)).toBe(JSON.stringify(here));
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is divided where it is large: 60 trials in C(16, 8) = 12,870 divisions', async () => {
    const matrix = drawn(60, 160, 3);
    const on = made(2);
    const pieces: number[] = [];
    const watched: SplitExecutor = {
      divide: (job, pairs, done) =>
        on.divide(job, pairs, (from, columns) => {
          pieces.push(columns[0]!.length);
          done(from, columns);
        }),
    };
    const there = await probabilityOfBacktestOverfitting(matrix, { on: watched });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.reduce((sum, one) => sum + one, 0)).toBe(12_870 / 2);
    expect(JSON.stringify(there)).toBe(JSON.stringify(probabilityOfBacktestOverfitting(matrix)));
  });

  it('names trials without a Sharpe ratio as one thread does', async () => {
    const matrix = [...drawn(3, 60, 1), new Float64Array(60).fill(0.01)];
    const there = await probabilityOfBacktestOverfitting(matrix, { on: made(2), blocks: 4 });
    expect(there.undefinedTrials).toEqual(['trial 3']);
    expect(there.probability).toBeNaN();
  });

  it('refuses a measure that cannot cross, what runs nothing, and pieces that did not come', async () => {
    const matrix = drawn(3, 60, 1);
    const on = made(1);
    expect(() => probabilityOfBacktestOverfitting(matrix, { on, performance: (returns) => returns[0]! })).toThrow(
      /"performance" is a function.*cross/,
    );
    expect((await refusal(probabilityOfBacktestOverfitting(matrix, { on: {} as SplitExecutor }))).message).toContain(
      '"on"',
    );
    const silent: SplitExecutor = { divide: () => Promise.resolve() };
    const missing = await refusal(probabilityOfBacktestOverfitting(matrix, { on: silent, blocks: 4 }));
    expect(missing.message).toContain('0 of 3 pairs');
  });
});

it('sweeps, walks and checks take turns on the same threads', async () => {
  const on = made(2);
  const tilt = { builtIn: 'smallCapTilt', options: { core: 'A', smallCap: 'B' } } as const;
  const shared = { grid: { weight: weights }, strategy: tilt } as const;
  const [swept, walked] = await Promise.all([
    sweep(market, { ...shared, metrics: ['totalReturn'], on }),
    walkForward(market, { ...shared, windows, by: 'totalReturn', on }),
  ]);
  expect(swept.trials).toBe(40);
  expect(walked.trials).toBe(40);
});
