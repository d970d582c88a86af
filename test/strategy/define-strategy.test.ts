import { addField, backtest, defineStrategy, monthly, screenedPortfolio, topFraction, weighBy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const panel = months({ SPY: [0.01, 0.02, 0.03], IWM: [0.02, 0.03, 0.04] });

describe('a strategy that does not fit the panel is refused before anything runs', () => {
  const plain = { name: 'Mine', assets: ['SPY'], schedule: monthly(), decide: () => ({ SPY: 1 }) };
  it.each([
    ['an unknown asset', { assets: ['SPY', 'IMW'] }, 'asset.unknown', ['"Mine"', '"IMW"', 'Did you mean IWM?']],
    ['an unknown field', { fields: ['marketCap'] }, 'field.unknown', ['"marketCap"', 'addField']],
    ['an unknown indicator', { indicators: ['since'] }, 'indicator.unknown', ['"since"', 'addIndicator']],
    [
      'a lookback longer than the data',
      { lookback: 60 },
      'strategy.lookback',
      ['lookback 60', 'only 3 rows', '2020-01-31', '2020-03-31', 'Lower "lookback"'],
    ],
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
    expectInputError('option.type', ['backtest', 'the strategy', 'undefined'], () =>
      backtest(panel, undefined as never),
    );
    expectInputError('option.type', ['a function'], () => backtest(panel, (() => plain) as never));
  });

  it('defineStrategy refuses what it does not know, and freezes the rest', () => {
    expectInputError('option.unknown', ['defineStrategy', '"look"', 'lookback'], () =>
      defineStrategy({ ...plain, look: 1 } as never),
    );
    const assets = ['SPY', 'IWM'];
    const strategy = defineStrategy({ ...plain, assets, decide: () => ({}) });
    assets.pop();
    expect(strategy.assets).toEqual(['SPY', 'IWM']);
    expect([strategy, strategy.assets].every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('fields that are never all known', () => {
    const sized = addField(panel, 'size', { SPY: [{ knownOn: '2020-03-31', value: 1 }] });
    const strategy = screenedPortfolio({
      name: 'Mine',
      screens: [topFraction('size', 1)],
      weighting: weighBy('equal'),
      schedule: monthly(),
    });
    expectInputError('panel.empty-window', ['"Mine"', 'size', '2019-12-31', '2020-03-31', 'knownOn'], () =>
      backtest(sized, strategy),
    );
  });

  it('assets that are never listed together', () => {
    const apart = months({ A: [0.1, null, null], B: [null, null, 0.1] });
    const both = defineStrategy({ name: 'Mine', assets: ['A', 'B'], schedule: monthly(), decide: () => ({}) });
    expectInputError(
      'panel.empty-window',
      ['A 2020-01-31 to 2020-01-31', 'B 2020-03-31 to 2020-03-31', 'Leave one out'],
      () => backtest(apart, both),
    );
  });
});
