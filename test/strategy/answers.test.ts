import {
  addField,
  addIndicator,
  backtest,
  defineStrategy,
  fromReturns,
  monthly,
  screenedPortfolio,
  topFraction,
  weighBy,
  type Strategy,
  type View,
} from 'backtilt';
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
    ['weights that sum to more than 1', { SPY: 0.7, IWM: 0.4 }, 'weights.over-one', ['sum to 1.1', '1 or less', 'rest is cash']],
  ] as const)('%s', (_, answer, code, facts) => {
    const error = expectInputError(code, [...place, ...facts], run(answer));
    expect(error.details).toMatchObject({ strategy: 'Mine', date: '2020-01-31' });
  });

  it.each([
    ['a position outside', { members: [2], weights: [1] }, 'weights.invalid', ['outside view.assets', 'members[0] is 2']],
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
    expectInputError('asset.unlisted', [...place, '1 to "IWM"', 'no price', 'view.listed'], () => backtest(late, strategy as never));
    // A month later it can be bought, at the close before its first return.
    const march = { ...strategy, decide: ({ asOf }: View) => (asOf < '2020-03-31' ? {} : { IWM: 1 }) };
    expect(backtest(late, march as never).values.at(3)).toBeCloseTo(0.04, 15);
  });

  it('takes what is all right: rounding above 1, undefined, zero for an unlisted asset, nothing', () => {
    expect(run({ SPY: 0.1 + 0.2, IWM: 0.7000000000000001 })).not.toThrow();
    expect(run({ SPY: undefined, IWM: 1 })).not.toThrow();
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

describe('a strategy that does not fit the panel is refused before anything runs', () => {
  const plain = { name: 'Mine', assets: ['SPY'], schedule: monthly(), decide: () => ({ SPY: 1 }) };
  it.each([
    ['an unknown asset', { assets: ['SPY', 'IMW'] }, 'asset.unknown', ['"Mine"', '"IMW"', 'Did you mean IWM?']],
    ['an unknown field', { fields: ['marketCap'] }, 'field.unknown', ['"marketCap"', 'addField']],
    ['an unknown indicator', { indicators: ['since'] }, 'indicator.unknown', ['"since"', 'addIndicator']],
    ['a lookback longer than the data', { lookback: 60 }, 'strategy.lookback', ['lookback 60', 'only 3 rows', '2020-01-31', '2020-03-31', 'Lower "lookback"']],
    ['a lookback as long as the data', { lookback: 3 }, 'strategy.lookback', ['one more must follow']],
    ['a lookback below 0', { lookback: -1 }, 'option.range', ['lookback', '-1', '0 or more']],
    ['half a lookback', { lookback: 1.5 }, 'option.range', ['1.5', 'whole number']],
    ['a lookback of NaN', { lookback: NaN }, 'option.type', ['NaN']],
    ['no schedule', { schedule: undefined }, 'schedule.invalid', ['"Mine"', 'undefined', 'monthly()']],
    ['a schedule that was not called', { schedule: monthly }, 'schedule.invalid', ['Call it: monthly()']],
    ['no decide', { decide: undefined }, 'strategy.invalid', ['"decide"', 'undefined', '(view) => weights']],
    ['no name', { name: '' }, 'option.type', ['"name"', '""']],
    ['no assets', { assets: [] }, 'strategy.invalid', ['"assets"', "'all'"]],
    ['an asset twice', { assets: ['SPY', 'SPY'] }, 'strategy.invalid', ['twice', 'SPY']],
    ['assets that are a name', { assets: 'SPY' }, 'strategy.invalid', ['"assets"', '"SPY"', 'array']],
  ] as const)('%s', (_, part, code, facts) => {
    expectInputError(code, facts, () => backtest(panel, { ...plain, ...part } as never));
  });

  it('no strategy at all', () => {
    expectInputError('option.type', ['backtest', 'the strategy', 'undefined'], () => backtest(panel, undefined as never));
    expectInputError('option.type', ['a function'], () => backtest(panel, (() => plain) as never));
  });

  it('defineStrategy refuses what it does not know, and freezes the rest', () => {
    expectInputError('option.unknown', ['defineStrategy', '"look"', 'lookback'], () => defineStrategy({ ...plain, look: 1 } as never));
    const assets = ['SPY', 'IWM'];
    const strategy = defineStrategy({ ...plain, assets, decide: () => ({}) });
    assets.pop();
    expect(strategy.assets).toEqual(['SPY', 'IWM']);
    expect([strategy, strategy.assets].every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('fields that are never all known', () => {
    const sized = addField(panel, 'size', { SPY: [{ knownOn: '2020-03-31', value: 1 }] });
    const strategy = screenedPortfolio({ name: 'Mine', screens: [topFraction('size', 1)], weighting: weighBy('equal'), schedule: monthly() });
    expectInputError('panel.empty-window', ['"Mine"', 'size', '2019-12-31', '2020-03-31', 'knownOn'], () => backtest(sized, strategy));
  });

  it('assets that are never listed together', () => {
    const apart = months({ A: [0.1, null, null], B: [null, null, 0.1] });
    const both = defineStrategy({ name: 'Mine', assets: ['A', 'B'], schedule: monthly(), decide: () => ({}) });
    expectInputError('panel.empty-window', ['A 2020-01-31 to 2020-01-31', 'B 2020-03-31 to 2020-03-31', 'Leave one out'], () => backtest(apart, both));
  });
});

describe('a view answers only what was declared', () => {
  const rated = addIndicator(
    addField(fromReturns({ frequency: 'monthly', dates: ['2020-01', '2020-02', '2020-03', '2020-04'], returns: { SPY: [0.1, 0.1, 0.1, 0.1], IWM: [0, 0, 0, 0] } }), 'size', {
      SPY: [{ knownOn: '2019-12-31', value: 1 }],
    }),
    'rate',
    [{ knownOn: '2019-12-31', value: 1 }],
  );
  const looking = (look: (view: View<string, string, string>) => unknown) => () =>
    backtest(rated, {
      name: 'Mine',
      assets: ['SPY'],
      fields: ['size'],
      lookback: 2,
      schedule: monthly(),
      decide: (view: View<'SPY', 'size'>) => {
        look(view as unknown as View<string, string, string>);
        return { SPY: 1 };
      },
    });

  it.each([
    ['more history than the lookback', (v) => v.returns('SPY', 3), 'strategy.lookback', ['view.returns', '3 periods', '"Mine"', 'lookback 2', 'Raise "lookback" to 3']],
    ['more history in a total return', (v) => v.totalReturn('SPY', 252), 'strategy.lookback', ['view.totalReturn', '252', 'Raise "lookback" to 252']],
    ['no history', (v) => v.returns('SPY', 0), 'option.range', ['periods', '0', '1 or more']],
    ['half a period', (v) => v.returns('SPY', 1.5), 'option.range', ['1.5']],
    ['periods of NaN', (v) => v.totalReturn('SPY', NaN), 'option.type', ['NaN']],
    ['skipping everything', (v) => v.totalReturn('SPY', 2, { skip: 2 }), 'option.range', ['skip', '2', 'from 0 to 1']],
    ['a misspelt option', (v) => v.totalReturn('SPY', 2, { skipp: 1 } as object), 'option.unknown', ['"skipp"', 'skip']],
    ['another asset of the panel', (v) => v.returns('IWM', 1), 'strategy.undeclared', ['"IWM"', 'not among its assets (SPY)', 'Add it to "assets"']],
    ['an unknown asset', (v) => v.returns('SPX', 1), 'asset.unknown', ['"SPX"', 'Did you mean SPY?']],
    ['a field that was not declared', (v) => v.field('value'), 'strategy.undeclared', ['"value"', 'Add it to "fields"', "['size', 'value']"]],
    ['an indicator that was not declared', (v) => v.indicator('rate'), 'strategy.undeclared', ['"rate"', 'Add it to "indicators"']],
    ['the history of one', (v) => v.indicatorHistory('rate', 1), 'strategy.undeclared', ['view.indicatorHistory', '"rate"']],
  ] as const satisfies readonly (readonly [string, (view: View<string, string, string>) => unknown, string, readonly string[]])[])(
    '%s',
    (_, look, code, facts) => {
      expectInputError(code, facts, looking(look));
    },
  );
});
