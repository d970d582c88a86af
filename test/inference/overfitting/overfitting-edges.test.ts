import { describe, expect, it } from 'vitest';
import { politisWhite } from '../../../src/inference/bootstrap/politis-white.js';
import {
  probabilityOfBacktestOverfitting as overfitting,
  realityCheck,
  superiorPredictiveAbility,
} from '../../../src/inference/index.js';
import { blockPerformance } from '../../../src/inference/overfitting/half-performance.js';
import { longRunDeviation } from '../../../src/inference/overfitting/long-run-deviation.js';
import { criticalValuesOf, shareAtLeast } from '../../../src/inference/overfitting/reality-check.js';
import type { SplitExecutor } from '../../../src/inference/overfitting/split-executor.js';
import { makeSplitter } from '../../../src/inference/overfitting/split-job.js';
import { series } from '../../stats/support.js';
import { saidBy } from '../whole.js';
import { madeTrials } from './made-trials.js';

const two = madeTrials(2, 20, () => 0);
const trials = madeTrials(4, 40, (k) => k / 2000);

/** An executor that runs the pairs in this thread, the later piece first; up to `most` of them. */
const inPieces = (most = Infinity): SplitExecutor => ({
  divide: (job, pairs, done) => {
    const split = makeSplitter(job);
    const end = Math.min(pairs, most);
    if (end > 3) done(3, split(3, end));
    done(0, split(0, Math.min(3, end)));
    return Promise.resolve();
  },
});

describe('an overfitting check elsewhere', () => {
  it('has the figures of this thread, whatever piece comes first', async () => {
    for (const performance of ['sharpe', 'mean'] as const) {
      const found = await overfitting(trials, { blocks: 6, performance, on: inPieces() });
      expect(JSON.stringify(found)).toBe(JSON.stringify(overfitting(trials, { blocks: 6, performance })));
    }
  });

  it('is refused where pieces are missing, where "on" is nothing that divides, and with a function', async () => {
    const where = 'probabilityOfBacktestOverfitting';
    await expect(overfitting(trials, { blocks: 6, on: inPieces(7) })).rejects.toMatchObject({
      code: 'thread.failed',
      message: `${where}: "on" ended after 7 of 10 pairs of divisions. Leave it out, or use threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster'.`,
      details: { where, taken: 7, pairs: 10 },
    });
    for (const [on, found] of [
      [null, 'null'],
      [3, '3'],
    ] as const) {
      await expect(overfitting(trials, { blocks: 6, on: on as never })).rejects.toMatchObject({
        code: 'option.type',
        message: `${where}: "on" is ${found}; it must be threads(n) of 'backtilt/workers' or cluster(connection) of 'backtilt/cluster', or be left out.`,
        details: { where, found },
      });
    }
    expect(saidBy(() => overfitting(trials, { blocks: 6, on: inPieces(), performance: () => 1 }))).toEqual({
      code: 'option.type',
      message: `${where}: "performance" is a function, and functions do not cross to other threads or machines. Take 'sharpe' or 'mean', or leave "on" out.`,
      details: { where, option: 'performance' },
    });
  });
});

describe('probabilityOfBacktestOverfitting', () => {
  it('chooses the first of equally good trials, and calls 0 no loss', () => {
    const zero = new Array<number>(8).fill(0);
    const losing = [-0.1, -0.2, -0.1, -0.2, -0.1, -0.2, -0.1, -0.2];
    expect(overfitting([zero, zero, losing], { blocks: 4, performance: 'mean' })).toMatchObject({
      chosen: [6, 0, 0],
      probabilityOfLoss: 0,
    });
    expect(overfitting([losing, losing], { blocks: 4, performance: 'mean' }).probabilityOfLoss).toBe(1);
  });

  it('takes typed columns as it takes arrays', () => {
    const typed = trials.map((column) => Float64Array.from(column));
    expect(JSON.stringify(overfitting(typed, { blocks: 4 }))).toBe(JSON.stringify(overfitting(trials, { blocks: 4 })));
  });

  it('has no Sharpe ratio of what varies by rounding alone, in large numbers too', () => {
    // One unit in the last place of 1e6 is 1.2e-10.
    const column = Float64Array.from({ length: 8 }, (_, row) => 1e6 + (row % 2) * 2e-10);
    expect(blockPerformance(column, 2, 'sharpe')([0, 1])).toBeNaN();
    expect(
      blockPerformance(
        column.map((value) => value - 1e6 + (value > 1e6 ? 1 : 2)),
        2,
        'sharpe',
      )([0, 1]),
    ).toBeGreaterThan(0);
  });
});

describe('the figures of a test for data snooping', () => {
  it('count a resample that is as good but for rounding, relative to 1 or to its size', () => {
    expect(shareAtLeast([1e6 - 1e-7], 1e6)).toBe(1);
    expect(shareAtLeast([1e6 - 1e-5], 1e6)).toBe(0.5);
    expect(shareAtLeast([-1e-12], 0)).toBe(1);
    expect(shareAtLeast([-1e-11], 0)).toBe(0.5);
    expect(shareAtLeast([1, 2, 3], NaN)).toBeNaN();
  });

  it('have the 90, 95 and 99 % quantiles of the resamples: of 0 to 100 these numbers themselves', () => {
    expect(criticalValuesOf(Array.from({ length: 101 }, (_, k) => k))).toEqual({ p90: 90, p95: 95, p99: 99 });
    const { criticalValues } = realityCheck(trials, { blockLength: 2, replications: 50 });
    expect(criticalValues.p90).toBeLessThanOrEqual(criticalValues.p99);
  });

  it('take the longest block that the rule finds for a trial, and say so', () => {
    const lengths = trials.map((one) => Math.max(1, politisWhite(Float64Array.from(one)).stationary));
    const found = realityCheck(trials, { replications: 5 });
    expect(found.blockLength).toBe(Math.max(...lengths));
    expect(found.blockLength).toBeLessThan(20);
  });

  it('have a long-run deviation of 0 where nothing varies but by rounding, in large numbers too', () => {
    expect(longRunDeviation(Float64Array.of(0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3), 1)).toBe(0);
    expect(longRunDeviation(Float64Array.of(1e6, 1e6 + 2e-10, 1e6, 1e6 + 2e-10), 1)).toBe(0);
    expect(longRunDeviation(Float64Array.of(1e6, 1e6 + 2, 1e6, 1e6 + 2), 1)).toBeCloseTo(1, 9);
  });
});

const checks = { realityCheck, superiorPredictiveAbility };
const pbo = 'probabilityOfBacktestOverfitting';
const rows3 = [1, 2, 3].map((value) => value / 100);

const refusals: readonly (readonly [
  title: string,
  act: () => unknown,
  code: string,
  message: string,
  details: object,
])[] = [
  [
    'options that are none',
    () => overfitting(two, 4 as never),
    'option.type',
    `${pbo}: the options must be an object, found 4.`,
    { where: pbo, found: '4' },
  ],
  [
    'an option that it has not',
    () => overfitting(two, { metric: 'mean' } as never),
    'option.unknown',
    `${pbo}: unknown option "metric". Known: blocks, performance, on.`,
    { where: pbo, option: 'metric', known: ['blocks', 'performance', 'on'] },
  ],
  [
    'blocks of one row',
    () => overfitting(two, { blocks: 12 }),
    'option.range',
    `${pbo}: 20 common rows make no 12 blocks of at least 2 rows. Give fewer "blocks" or longer series.`,
    { where: pbo, rows: 20, blocks: 12 },
  ],
  ...[5, 22, 4.5].map(
    (blocks) =>
      [
        `${blocks} blocks`,
        () => overfitting(two, { blocks }),
        'option.range',
        `${pbo}: "blocks" is ${blocks}; it must be an even whole number from 2 to 20.`,
        { where: pbo, option: 'blocks', found: blocks },
      ] as const,
  ),
  [
    'a measure that there is not',
    () => overfitting(two, { blocks: 4, performance: 'calmar' as never }),
    'option.type',
    `${pbo}: "performance" is "calmar"; it must be 'sharpe', 'mean', or a function of an array of returns that answers a number.`,
    { where: pbo, option: 'performance', found: '"calmar"' },
  ],
  ...([Infinity, -Infinity, '1', undefined] as const).map(
    (value) =>
      [
        `a measure that answers ${String(value)}`,
        () => overfitting(two, { blocks: 4, performance: () => value as number }),
        'option.type',
        `${pbo}: "performance" answered ${value === '1' ? '"1"' : String(value)}; it must answer a finite number, or NaN where it is undefined.`,
        { where: pbo, option: 'performance', found: value === '1' ? '"1"' : String(value) },
      ] as const,
  ),
  [
    'a single trial',
    () => overfitting(two.slice(1), { blocks: 4 }),
    'option.type',
    `${pbo}: the trials must be an array of at least 2 return series, or of as many arrays of returns; found 1 of them.`,
    { where: pbo, found: '1 of them' },
  ],
  [
    'trials that are none',
    () => overfitting('ab' as never, { blocks: 4 }),
    'option.type',
    `${pbo}: the trials must be an array of at least 2 return series, or of as many arrays of returns; found "ab".`,
    { where: pbo, found: '"ab"' },
  ],
  [
    'columns that are not equally long',
    () => overfitting([two[0]!, [0, 0, 0]]),
    'panel.ragged',
    `${pbo}: trial 1 has 3 returns, trial 0 has 20; all need as many.`,
    { where: pbo, trial: 1 },
  ],
  ...([NaN, Infinity, '1', null] as const).map(
    (value) =>
      [
        `a return that is ${String(value)}, in the first row`,
        () => overfitting([rows3, [value as number, 0, 0]]),
        'panel.value',
        `${pbo}: trial 1, row 0 is ${value === '1' ? '"1"' : String(value)}; returns are finite numbers. Series may have holes, a matrix may not.`,
        { where: pbo, trial: 1, row: 0 },
      ] as const,
  ),
  [
    'bytes without a type',
    () => overfitting([new DataView(new ArrayBuffer(16)), new DataView(new ArrayBuffer(16))] as never),
    'series.invalid',
    `${pbo}: trial 0 must be a return series, such as panel.returns('SPY') or the result of a backtest; found a DataView.`,
    { where: pbo, found: 'a DataView' },
  ],
  [
    'trials that never lived together',
    () => overfitting([series('annual', [0.1, NaN]), series('annual', [NaN, 0.1], 'B')]),
    'panel.empty-window',
    `${pbo}: the 2 trials have no row on which all of them have a return. Compare what lived at the same time.`,
    { where: pbo },
  ],
  ...Object.entries(checks).flatMap(([where, check]) => [
    [
      `${where} with options that are none`,
      () => check(two, 4 as never),
      'option.type',
      `${where}: the options must be an object, found 4.`,
      { where, found: '4' },
    ] as const,
    [
      `${where} with a seed that is not whole`,
      () => check(two, { seed: 1.5 }),
      'option.range',
      `${where}: "seed" is 1.5; it must be a whole number.`,
      { where, option: 'seed', found: 1.5 },
    ] as const,
    [
      `${where} with half a resample`,
      () => check(two, { replications: 1.5 }),
      'option.range',
      `${where}: "replications" is 1.5; it must be a whole number from 1 to 10000000.`,
      { where, option: 'replications', found: 1.5 },
    ] as const,
    [
      `${where} of two rows`,
      () => check([[0.1, 0.2]]),
      'option.range',
      `${where}: there are 2 common rows; at least 3 are needed.`,
      { where, rows: 2 },
    ] as const,
    ...[0.5, 10.5].map(
      (blockLength) =>
        [
          `${where} with blocks of ${blockLength}`,
          () => check(two, { blockLength }),
          'option.range',
          `${where}: "blockLength" is ${blockLength}; it must be a mean number of rows from 1 to 10, so that the 20 rows make at least two blocks.`,
          { where, option: 'blockLength', found: blockLength },
        ] as const,
    ),
    [
      `${where} of rows too few for a rule`,
      () => check([rows3]),
      'option.missing',
      `${where}: 3 rows are too few to find a block length, or no trial differs from the benchmark. Give "blockLength".`,
      { where, option: 'blockLength' },
    ] as const,
  ]),
];

describe('the tests of many trials refuse, in whole sentences,', () => {
  it.each(refusals)('%s', (_, act, code, message, details) => {
    expect(saidBy(act)).toEqual({ code, message, details });
  });
});
