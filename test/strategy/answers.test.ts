import { backtest, monthly, type Strategy, type View, defineStrategy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const panel = months({ SPY: [0.01, 0.02, 0.03], IWM: [0.02, 0.03, 0.04] });

/** A strategy that begins well and answers something in January; for a user without types. */
const answering = (answer: unknown, assets: readonly string[] | 'all' = ['SPY', 'IWM']): Strategy =>
  ({
    name: 'Mine',
    assets,
    schedule: monthly(),
    decide: ({ asOf }: View) => (asOf === '2019-12-31' ? { SPY: 1 } : answer),
  }) as unknown as Strategy;
const run = (answer: unknown, assets?: 'all') => () => backtest(panel, answering(answer, assets) as never);

describe('an answer that cannot be traded is refused: which strategy, which day, what was found, what is allowed', () => {
  const place = ['Strategy "Mine"', '2020-01-31'];
  it.each([
    ['nothing', undefined, 'strategy.no-weights', ['undefined', '{ SPY: 0.7, IWM: 0.3 }', '{} for all cash']],
    ['null', null, 'strategy.no-weights', ['null']],
    ['a number', 1, 'strategy.no-weights', ['1']],
    ['a list', [1, 0], 'strategy.no-weights', ['an array of 2']],
    ['a promise', Promise.resolve({}), 'strategy.no-weights', ['a Promise', 'cannot be async']],
    ['an unknown asset', { SPY: 0.5, IMW: 0.5 }, 'asset.unknown', ['"IMW"', 'Did you mean IWM?']],
    ['a negative weight', { SPY: 1.2, IWM: -0.2 }, 'weights.over-one', ['1.2', '"SPY"', 'leverage']],
    ['a short position', { SPY: 0.9, IWM: -0.2 }, 'weights.negative', ['-0.2', '"IWM"', '0 or more', 'short']],
    ['NaN', { SPY: NaN }, 'weights.invalid', ['NaN', '"SPY"', 'from 0 to 1']],
    ['Infinity', { SPY: Infinity }, 'weights.invalid', ['Infinity']],
    ['a text', { SPY: '1' }, 'weights.invalid', ['"1"']],
    ['null for a weight', { SPY: null }, 'weights.invalid', ['null']],
    ['percent', { SPY: 70, IWM: 30 }, 'weights.over-one', ['70', '0.3 is 30 %']],
    [
      'weights that sum to more than 1',
      { SPY: 0.7, IWM: 0.4 },
      'weights.over-one',
      ['sum to 1.1', '1 or less', 'rest is cash'],
    ],
  ] as const)('%s', (_, answer, code, facts) => {
    const error = expectInputError(code, [...place, ...facts], run(answer));
    expect(error.details).toMatchObject({ strategy: 'Mine', date: '2020-01-31' });
  });

  it.each([
    [
      'a position outside',
      { members: [2], weights: [1] },
      'weights.invalid',
      ['outside view.assets', 'members[0] is 2'],
    ],
    ['a position below 0', { members: [-1], weights: [1] }, 'weights.invalid', ['members[0] is -1']],
    ['half a position', { members: [0.5], weights: [1] }, 'weights.invalid', ['members[0] is 0.5']],
    ['a position twice', { members: [0, 0], weights: [0.5, 0.5] }, 'weights.invalid', ['twice', 'members[1] is 0']],
    ['fewer weights than members', { members: [0, 1], weights: [1] }, 'weights.invalid', ['2 members', '1 weights']],
    ['NaN among the weights', { members: [0], weights: [NaN] }, 'weights.invalid', ['NaN', '"SPY"']],
    ['weights over 1', { members: [0, 1], weights: [0.9, 0.9] }, 'weights.over-one', ['1.8']],
  ] as const)('an allocation with %s', (_, answer, code, facts) => {
    expectInputError(code, [...place, ...facts], run(answer, 'all'));
  });

  it('a weight for an asset that has no price that day', () => {
    const late = months({ SPY: [0.01, 0.02, 0.03, 0.01], IWM: [null, null, null, 0.04] });
    const strategy = answering({ IWM: 1 }, 'all');
    expectInputError('asset.unlisted', [...place, '1 to "IWM"', 'no price', 'view.listed'], () =>
      backtest(late, strategy as never),
    );
    // A month later it can be bought, at the close before its first return.
    const march = { ...strategy, decide: ({ asOf }: View) => (asOf < '2020-03-31' ? {} : { IWM: 1 }) };
    expect(backtest(late, march as never).values.at(3)).toBeCloseTo(0.04, 15);
  });

  it('refuses what holds no weights that could be read, and a weight that is missing', () => {
    for (const answer of [new Map([['SPY', 1]]), new Set(['SPY']), new Date(0)]) {
      expectInputError('strategy.no-weights', ['2020-01-31', 'it must return weights'], run(answer));
    }
    expectInputError('weights.invalid', ['"SPY"', 'undefined'], run({ SPY: undefined, IWM: 1 }));
    expectInputError('asset.unknown', ['"members"'], run({ members: {}, weights: {} }));
  });

  it('tells what went wrong inside decide with the strategy and the day, and keeps the cause', () => {
    const broken = defineStrategy({
      name: 'Broken',
      assets: ['SPY'],
      schedule: monthly(),
      decide: () => {
        throw new TypeError('boom');
      },
    });
    expectInputError('strategy.failed', ['"Broken"', '2019-12-31', 'TypeError: boom'], () =>
      backtest(months({ SPY: [0.1, 0.2] }), broken),
    );
  });

  it('takes what is all right: rounding above 1, zero for an unlisted asset, nothing', () => {
    expect(run({ SPY: 0.1 + 0.2, IWM: 0.7000000000000001 })).not.toThrow();
    expect(run({ SPY: 1, IWM: -0 })).not.toThrow();
    expect(run({})).not.toThrow();
    expect(run({ members: new Int32Array([1, 0]), weights: new Float64Array([0.25, 0.75]) }, 'all')).not.toThrow();
    const late = months({ SPY: [0.01, 0.02], IWM: [null, 0.04], NEW: [null, null] });
    expect(() => backtest(late, answering({ SPY: 1, NEW: 0 }, 'all') as never)).not.toThrow();
  });

  it('an allocation follows the order of view.assets', () => {
    const result = backtest(panel, answering({ members: [1, 0], weights: [0.25, 0.75] }, 'all') as never);
    expect(result.decisions[1]?.target).toEqual({ SPY: 0.75, IWM: 0.25 });
  });
});
