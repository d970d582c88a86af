import { addField, addIndicator, backtest, fromReturns, monthly, type View } from 'backtilt';
import { describe, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

describe('a view answers only what was declared', () => {
  const rated = addIndicator(
    addField(
      fromReturns({
        frequency: 'monthly',
        dates: ['2020-01', '2020-02', '2020-03', '2020-04'],
        returns: { SPY: [0.1, 0.1, 0.1, 0.1], IWM: [0, 0, 0, 0] },
      }),
      'size',
      {
        SPY: [{ knownOn: '2019-12-31', value: 1 }],
      },
    ),
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
        look(view);
        return { SPY: 1 };
      },
    });

  it.each([
    [
      'more history than the lookback',
      (v) => v.returns('SPY', 3),
      'strategy.lookback',
      ['view.returns', '3 periods', '"Mine"', 'lookback 2', 'Raise "lookback" to 3'],
    ],
    [
      'more history in a total return',
      (v) => v.totalReturn('SPY', 252),
      'strategy.lookback',
      ['view.totalReturn', '252', 'Raise "lookback" to 252'],
    ],
    ['no history', (v) => v.returns('SPY', 0), 'option.range', ['periods', '0', '1 or more']],
    ['half a period', (v) => v.returns('SPY', 1.5), 'option.range', ['1.5']],
    ['periods of NaN', (v) => v.totalReturn('SPY', NaN), 'option.type', ['NaN']],
    ['skipping everything', (v) => v.totalReturn('SPY', 2, { skip: 2 }), 'option.range', ['skip', '2', 'from 0 to 1']],
    [
      'a misspelt option',
      (v) => v.totalReturn('SPY', 2, { skipp: 1 } as object),
      'option.unknown',
      ['"skipp"', 'skip'],
    ],
    [
      'another asset of the panel',
      (v) => v.returns('IWM', 1),
      'strategy.undeclared',
      ['"IWM"', 'not among its assets (SPY)', 'Add it to "assets"'],
    ],
    ['an unknown asset', (v) => v.returns('SPX', 1), 'asset.unknown', ['"SPX"', 'Did you mean SPY?']],
    [
      'a field that was not declared',
      (v) => v.field('value'),
      'strategy.undeclared',
      ['"value"', 'Add it to "fields"', "['size', 'value']"],
    ],
    [
      'an indicator that was not declared',
      (v) => v.indicator('rate'),
      'strategy.undeclared',
      ['"rate"', 'Add it to "indicators"'],
    ],
    [
      'the history of one',
      (v) => v.indicatorHistory('rate', 1),
      'strategy.undeclared',
      ['view.indicatorHistory', '"rate"'],
    ],
  ] as const satisfies readonly (readonly [
    string,
    (view: View<string, string, string>) => unknown,
    string,
    readonly string[],
  ])[])('%s', (_, look, code, facts) => {
    expectInputError(code, facts, looking(look));
  });
});
