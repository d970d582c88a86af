import { cagr, sharpeRatio } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { assertExecutor, replicateOn } from '../../../src/inference/bootstrap/bootstrap-executor.js';
import {
  assertCross,
  assertStatistics,
  checkedBootstrapOptions,
} from '../../../src/inference/bootstrap/bootstrap-options.js';
import { InputError } from '../../../src/core/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

describe('options of a bootstrap', () => {
  it('are stationary blocks, 10,000 replications, seed 1 and 95 % when absent', () => {
    expect(checkedBootstrapOptions('study', {})).toEqual({
      others: {},
      method: 'stationary',
      blockLength: undefined,
      replications: 10_000,
      seed: 1,
      level: 0.95,
      on: undefined,
    });
  });

  it.each([
    [{ others: 3 }, 'option.type', 'study: "others" must be an object, found 3.'],
    [
      { replications: 99 },
      'option.range',
      'study: "replications" is 99; it must be a whole number from 100 to 10000000.',
    ],
    [
      { replications: 100.5 },
      'option.range',
      'study: "replications" is 100.5; it must be a whole number from 100 to 10000000.',
    ],
    [{ level: 1 }, 'option.range', 'study: "level" is 1; it must be a fraction between 0 and 1, such as 0.95.'],
  ] as const)('are refused in one sentence: %o', (options, code, message) => {
    expect(expectInputError(code, [], () => checkedBootstrapOptions('study', options as never)).message).toBe(message);
  });

  it.each([
    [3, 'study: the statistics must be an object, found 3.', { where: 'study', found: '3' }],
    [
      {},
      'study: there is no statistic; give functions of a return series by name, such as { cagr, sharpeRatio }.',
      { where: 'study', found: 'there is no statistic' },
    ],
    [
      { cagr, sharpe: 2 },
      'study: statistic "sharpe" is 2; give functions of a return series by name, such as { cagr, sharpeRatio }.',
      { where: 'study', found: 'statistic "sharpe" is 2' },
    ],
  ])('statistics are functions by name: %o', (statistics, message, details) => {
    const error = expectInputError('option.type', [], () => {
      assertStatistics('study', statistics);
    });
    expect(error.message).toBe(message);
    expect(error.details).toEqual(details);
  });

  it('functions of the user’s own do not cross to other threads', () => {
    const known = ['cagr', 'totalReturn', 'maxDrawdown', 'arithmeticMean', 'volatility', 'sharpeRatio'];
    const error = expectInputError('option.type', [], () => {
      assertCross('study', { sharpeRatio, mine: (sample) => cagr(sample) });
    });
    expect(error.message).toBe(
      'study: the statistic "mine" is a function of yours, and functions do not cross to other threads or machines. Give cagr, totalReturn, maxDrawdown, arithmeticMean, volatility, sharpeRatio as they are, or leave "on" out.',
    );
    expect(error.details).toEqual({ where: 'study', statistic: 'mine', known });
  });
});

describe('what runs replications elsewhere', () => {
  it.each([
    [null, 'null'],
    [2, '2'],
    [{ replicate: 3 }, 'an object with keys replicate'],
  ])('has a function replicate: %o', (on, found) => {
    const error = expectInputError('option.type', [], () => {
      assertExecutor('study', on);
    });
    expect(error.message).toBe(
      `study: "on" is ${found}; it must be threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.`,
    );
    expect(error.details).toEqual({ where: 'study', found });
  });

  it('must bring back every replication', async () => {
    const job = { figures: ['cagr', 'volatility'] } as never;
    const bring =
      (count: number) =>
      (_: unknown, __: number, done: (from: number, columns: readonly Float64Array[]) => void): Promise<void> => {
        done(0, [new Float64Array(count).fill(1), new Float64Array(count).fill(2)]);
        return Promise.resolve();
      };
    expect((await replicateOn('study', { replicate: bring(3) }, job, 3)).map((column) => [...column])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    const error: unknown = await replicateOn('study', { replicate: bring(2) }, job, 3).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InputError);
    const { code, message, details } = error as InputError;
    expect([code, message]).toEqual([
      'thread.failed',
      "study: \"on\" ended after 2 of 3 replications. Leave it out, or use threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster'.",
    ]);
    expect(details).toEqual({ where: 'study', taken: 2, replications: 3 });
  });
});
