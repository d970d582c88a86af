import { describe, expect, it } from 'vitest';
import { simulate } from '../../../src/inference/index.js';
import { fanOf, shareOfNothing } from '../../../src/inference/simulation/fan.js';
import { checkedSimulateOptions } from '../../../src/inference/simulation/simulate-options.js';
import { writePath } from '../../../src/inference/simulation/simulated-paths.js';
import { blockPlan } from '../../../src/inference/resampling/block-plan.js';
import { makeReturnSeries } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

const future = 'The future is drawn from the past: its mean return is that of these rows, whatever prices are today.';
const few = 'Warning: only 4 independent blocks: what is drawn from them is a guess.';

/** Four years of 10 %. */
const steady = () => series('annual', [0.1, 0.1, 0.1, 0.1]);

describe('options of a simulation', () => {
  it('are 10,000 paths of 1 without flows, stationary blocks and seed 1 when absent', () => {
    expect(checkedSimulateOptions('study', { periods: 3 })).toEqual({
      periods: 3,
      paths: 10_000,
      start: 1,
      flow: 0,
      method: 'stationary',
      seed: 1,
    });
  });

  it.each([
    [3, 'option.type', 'study: the options must be an object, found 3.'],
    [{ periods: 0 }, 'option.range', 'study: "periods" is 0; it must be a whole number, 1 or more.'],
    [{ periods: 1.5 }, 'option.range', 'study: "periods" is 1.5; it must be a whole number, 1 or more.'],
    [{ periods: 1, paths: 99 }, 'option.range', 'study: "paths" is 99; it must be a whole number, 100 or more.'],
    [{ periods: 1, paths: 100.5 }, 'option.range', 'study: "paths" is 100.5; it must be a whole number, 100 or more.'],
    [{ periods: 1, start: 0 }, 'option.range', 'study: "start" is 0; it must be wealth over 0.'],
    [{ periods: 1, flow: NaN }, 'option.type', 'study: "flow" is NaN; it must be a finite number.'],
  ] as const)('are refused in one sentence: %o', (options, code, message) => {
    expect(expectInputError(code, [], () => checkedSimulateOptions('study', options as never)).message).toBe(message);
  });

  it('may make 50 million numbers and not one path more', () => {
    expect(checkedSimulateOptions('study', { periods: 500, paths: 100_000 }).paths).toBe(100_000);
    const error = expectInputError('option.range', [], () =>
      checkedSimulateOptions('study', { periods: 500, paths: 100_001 }),
    );
    expect(error.message).toBe(
      'study: 100001 paths of 500 periods are 50000500 numbers; 50000000 are allowed. Give fewer paths, or coarser periods.',
    );
    expect(error.details).toEqual({ where: 'study', paths: 100_001, periods: 500 });
  });

  it('know no others', () => {
    for (const option of ['periods', 'paths', 'start', 'flow', 'method', 'blockLength', 'seed']) {
      expectInputError('option.unknown', [option], () =>
        checkedSimulateOptions('study', { periods: 1, other: 1 } as never),
      );
    }
    expect(checkedSimulateOptions('study', { periods: 1, blockLength: 2, method: 'moving', seed: 3 })).toMatchObject({
      method: 'moving',
      seed: 3,
    });
  });
});

describe('paths', () => {
  const job = (returns: readonly number[], flow: number, start = 100) => ({
    plan: blockPlan({ rows: 4, length: 4, blockLength: 1, method: 'stationary', seed: 1 }),
    returns: Float64Array.from(returns),
    start,
    flow,
  });
  const pathOf = (returns: readonly number[], flow: number, start = 100) => {
    const into = {
      wealth: new Float64Array(returns.length),
      deepest: new Float64Array(returns.length),
      losses: new Int32Array(returns.length),
    };
    writePath(job(returns, flow, start), Int32Array.from(returns.keys()), into, 0, 1);
    return [[...into.wealth], [...into.deepest], [...into.losses]];
  };

  it('fall from their peak, and have lost where they hold less than was paid in', () => {
    // 100, 200, 100, 50, 150 and peaks of 2: falls 0, ½, ¾, ¾.
    expect(pathOf([1, -0.5, -0.5, 2], 0)).toEqual([
      [200, 100, 50, 150],
      [0, -0.5, -0.75, -0.75],
      [0, 0, 1, 0],
    ]);
  });

  it('hold nothing but what is paid in after everything is lost, and nobody can take out what is not there', () => {
    // 100 − 100 % + 10 = 10 of 110; +100 % + 10 = 30 of 120.
    expect(pathOf([-1, 1], 10)).toEqual([
      [10, 30],
      [-1, -1],
      [1, 1],
    ]);
    // 100 − 60 = 40, and 40 + 50 % − 60 = 0 with 120 got back; then nothing.
    expect(pathOf([0, 0.5, 1], -60)).toEqual([
      [40, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    // A loss of more than everything leaves nothing, not a debt.
    expect(pathOf([-2, 0], 0)[0]).toEqual([0, 0]);
  });

  it('within one part in 10¹² of what was paid in have lost nothing', () => {
    expect(pathOf([-5e-13, -4e-12], 0)[2]).toEqual([0, 1]);
  });

  it('of four have the quantiles of four, period by period, from the start on; and the share that hold nothing', () => {
    const wealth = Float64Array.of(1, 2, 3, 4, 0, 0, 0, 10);
    const rounded = Object.entries(fanOf(wealth, 4, 7)).map(([band, values]: [string, readonly number[]]) => [
      band,
      ...values.map((value) => Number(value.toFixed(12))),
    ]);
    expect(rounded).toEqual([
      ['p05', 7, 1.15, 0],
      ['p25', 7, 1.75, 0],
      ['p50', 7, 2.5, 0],
      ['p75', 7, 3.25, 2.5],
      ['p95', 7, 3.85, 8.5],
    ]);
    expect(shareOfNothing(wealth, 4)).toEqual([0, 0, 0.75]);
  });
});

describe('simulate: what it says', () => {
  it('is a table of the quarters of the time ahead, with the fans in words', () => {
    const ahead = simulate(steady(), { periods: 8, paths: 100, blockLength: 1 });
    expect(ahead.table.title).toBe('A: 100 paths of 8 periods, drawn from 2020-12 to 2023-12');
    expect(ahead.table.layout.map(({ key, label }) => [key, label])).toEqual([
      ['period', 'After period'],
      ['p05', 'Wealth, 5 %'],
      ['p25', 'Wealth, 25 %'],
      ['p50', 'Wealth, 50 %'],
      ['p75', 'Wealth, 75 %'],
      ['p95', 'Wealth, 95 %'],
      ['chanceOfLoss', 'Chance of loss'],
      ['maxDrawdown', 'Max drawdown, 50 %'],
    ]);
    // 1.1², 1.1⁴, 1.1⁶, 1.1⁸.
    expect(ahead.table.texts).toEqual(
      [
        ['2', '1.21'],
        ['4', '1.46'],
        ['6', '1.77'],
        ['8', '2.14'],
      ].map(([period, wealth]) => [period, wealth, wealth, wealth, wealth, wealth, '0.0 %', '0.0 %']),
    );
    expect(ahead.notes).toEqual([
      '100 paths of the stationary block bootstrap, mean block length 1.0 rows (as given; drawdowns and clusters of volatility want longer blocks), seed 1.',
      '4 returns make about 4 independent blocks.',
      future,
      few,
      'Warning: 8 periods ahead from 4 behind: every path repeats some of them.',
    ]);
    expect(ahead.assumptions).toEqual(ahead.notes.slice(0, 3));
  });

  it.each([
    [1, ['1']],
    [2, ['1', '2']],
    [3, ['1', '2', '3']],
    [10, ['3', '5', '8', '10']],
  ])('shows no period twice: of %d periods %o', (periods, expected) => {
    const ahead = simulate(steady(), { periods, paths: 100, blockLength: 1 });
    expect(ahead.table.texts.map(([period]) => period)).toEqual(expected);
  });

  it.each([
    [0, []],
    [5, ['Paid in at the end of every period: 5.']],
    [
      -5,
      [
        'Taken out at the end of every period: 5.',
        'Paid in was the start; got back is what was taken out and what is left.',
      ],
    ],
  ])('says what is paid in or taken out: %d', (flow, expected) => {
    const ahead = simulate(steady(), { periods: 4, paths: 100, blockLength: 1, start: 100, flow });
    expect(ahead.notes.slice(2)).toEqual([future, ...expected, few]);
    expect(ahead.table.columns.includes('chanceOfRuin')).toBe(flow < 0);
    expect(ahead.table.layout.find(({ key }) => key === 'chanceOfLoss')!.label).toBe(
      flow < 0 ? 'Got back less than paid in' : 'Chance of loss',
    );
  });

  it('puts the share with nothing left before everything where something is taken out', () => {
    const ahead = simulate(series('annual', [0, 0]), { periods: 2, paths: 100, blockLength: 1, start: 1, flow: -0.5 });
    expect(ahead.table.texts).toEqual([
      ['1', '0.0 %', '0.50', '0.50', '0.50', '0.50', '0.50', '0.0 %', '0.0 %'],
      ['2', '100.0 %', '0.00', '0.00', '0.00', '0.00', '0.00', '0.0 %', '0.0 %'],
    ]);
    expect(ahead.table.layout[1]!.label).toBe('Nothing left');
  });

  it('warns of hindsight, and of nothing where none is', () => {
    const { calendar, values } = steady();
    const notesOf = (meta: object) =>
      simulate(makeReturnSeries('A', calendar, values.slice(), { kind: 'total', net: false, ...meta }), {
        periods: 4,
        paths: 100,
        blockLength: 1,
      }).notes;
    const hindsight = 'Warning: uses hindsight: nobody could have earned these returns at the time.';
    expect(notesOf({}).slice(3)).toEqual([few]);
    expect(notesOf({ usesHindsight: false }).slice(3)).toEqual([few]);
    expect(notesOf({ usesHindsight: true }).slice(3)).toEqual([few, hindsight]);
  });

  it('chooses the block length by the rule of Politis and White: 2.005 rows for 4, 3, … −4 %', () => {
    // (9 · (176/186)²)^⅓, as in optimal-block-length.test.ts.
    const trend = series('annual', [0.04, 0.03, 0.02, 0.01, 0, -0.01, -0.02, -0.03, -0.04]);
    const ahead = simulate(trend, { periods: 2, paths: 100 });
    expect(ahead.blockLength).toBeCloseTo(((176 / 186) ** 2 * 9) ** (1 / 3), 12);
    expect(ahead.blockLengthBy).toBe('Politis–White');
  });

  it('hands out paths and final figures that can be written without changing its own', () => {
    const ahead = simulate(series('annual', [0.5, -0.5]), { periods: 3, paths: 100, blockLength: 1, start: 2 });
    const { wealth, maxDrawdown } = ahead.path(99);
    expect([wealth[0], maxDrawdown[0], wealth.length, maxDrawdown.length]).toEqual([2, 0, 4, 4]);
    expect(Object.isFrozen(ahead.path(0))).toBe(true);
    expect(wealth[3]).toBe(ahead.finalWealths()[99]);
    expect(maxDrawdown[3]).toBe(ahead.maxDrawdowns()[99]);
    const last = [...ahead.finalWealths()];
    (ahead.finalWealths() as Float64Array).fill(0);
    (ahead.maxDrawdowns() as Float64Array).fill(9);
    expect([...ahead.finalWealths()]).toEqual(last);
    expect(Math.max(...ahead.maxDrawdowns())).toBeLessThanOrEqual(0);
    for (const k of [100, -1, 0.5]) {
      expect(expectInputError('option.range', [], () => ahead.path(k)).message).toBe(
        `simulate: "k" is ${k}; it must be a whole number from 0 to 99.`,
      );
    }
    expectInputError('series.invalid', ['simulate: the series'], () => simulate(3 as never, { periods: 1 }));
  });
});
