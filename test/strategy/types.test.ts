import {
  addIndicator,
  applyScreens,
  averageWeights,
  backtest,
  constantMixOf,
  defineStrategy,
  fixedMix,
  monthly,
  postFirstCutRotation,
  profitabilityScreenedValue,
  screenedPortfolio,
  smallCapTilt,
  topFraction,
  weighBy,
  type BacktestResult,
  type Observation,
  type Panel,
  type Strategy,
  type UniverseStrategy,
} from 'backtilt';
import { describe, expect, expectTypeOf, it } from 'vitest';

/*
 * Promises of the types about strategies: the type check reads this file, and an "@ts-expect-error" without an error is one. The
 * functions are written down, not called.
 */
const held: Record<string, (...values: never[]) => unknown> = {};

type Funds = Panel<'SPY' | 'IWM'>;
type Cells = Panel<'A' | 'B', 'sizeRank' | 'valueRank' | 'profitabilityRank' | 'marketCap'>;

held['a strategy on an asset that the panel lacks does not compile'] = (funds: Funds) => [
  backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 })),
  backtest(funds, fixedMix({ weights: { IWM: 1 } })),
  // @ts-expect-error a misspelt name
  backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IMW', weight: 0.3 })),
  // @ts-expect-error a misspelt name
  backtest(funds, fixedMix({ weights: { IMW: 1 } })),
  // @ts-expect-error a misspelt name
  backtest(funds, defineStrategy({ name: 'x', assets: ['IMW'], schedule: monthly(), decide: () => ({ IMW: 1 }) })),
];

held['a rotation on an indicator that the panel lacks does not compile'] = (funds: Funds, facts: Observation[]) => {
  const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'monthsSinceFirstCut' });
  return [
    backtest(addIndicator(funds, 'monthsSinceFirstCut', facts), rotation),
    // @ts-expect-error the panel has no indicator
    backtest(funds, rotation),
    // @ts-expect-error the panel has another one
    backtest(addIndicator(funds, 'monthsSinceCut', facts), rotation),
  ];
};

held['a screen on a field that the panel lacks does not compile'] = (funds: Funds, cells: Cells) => {
  const value = profitabilityScreenedValue({ smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25 });
  const screen = screenedPortfolio({
    name: 'x',
    screens: [topFraction('valueRank', 0.5)],
    weighting: weighBy('marketCap'),
    schedule: monthly(),
  });
  return [
    backtest(cells, value),
    backtest(cells, screen),
    expectTypeOf(screen).toEqualTypeOf<UniverseStrategy<'valueRank' | 'marketCap'>>(),
    // @ts-expect-error it has no fields
    backtest(funds, value),
    // @ts-expect-error it has no fields
    backtest(funds, screen),
    // @ts-expect-error no field of that name
    backtest(cells, profitabilityScreenedValue({ smallest: 1, cheapest: 1, dropLeastProfitable: 0, weighBy: 'cap' })),
  ];
};

held["strategies on 'all' compile on any panel with their fields"] = (funds: Funds, cells: Cells, stocks: Panel) => {
  const equal = screenedPortfolio({ name: 'x', screens: [], weighting: weighBy('equal'), schedule: monthly() });
  const capped = screenedPortfolio({ name: 'x', screens: [], weighting: weighBy('marketCap'), schedule: monthly() });
  return [
    backtest(funds, equal),
    backtest(cells, equal),
    backtest(stocks, equal),
    backtest(cells, capped),
    // @ts-expect-error a panel of stocks without fields
    backtest(stocks, capped),
  ];
};

held['a view knows the names that the strategy declared, and no others'] = () => [
  defineStrategy({
    name: 'x',
    assets: ['SPY', 'IWM'],
    fields: ['size'],
    indicators: ['rate'],
    lookback: 12,
    schedule: monthly(),
    decide: (view) => {
      expectTypeOf(view.assets).toEqualTypeOf<readonly ('SPY' | 'IWM')[]>();
      view.field('size');
      view.indicator('rate');
      // @ts-expect-error a misspelt name
      view.returns('IMW', 12);
      // @ts-expect-error it was not declared
      view.field('value');
      // @ts-expect-error a field is no indicator
      view.indicator('size');
      // @ts-expect-error an option that does not exist
      view.totalReturn('SPY', 12, { skipping: 1 });
      return { SPY: 1 };
    },
  }),
];

held['what a strategy returns is weights of its assets'] = () => [
  // @ts-expect-error it answers nothing
  defineStrategy({ name: 'x', assets: ['SPY'], schedule: monthly(), decide: () => undefined }),
  // @ts-expect-error an answer that is a promise
  defineStrategy({ name: 'x', assets: ['SPY'], schedule: monthly(), decide: () => Promise.resolve({ SPY: 1 }) }),
  // @ts-expect-error an answer that is a number
  defineStrategy({ name: 'x', assets: ['SPY'], schedule: monthly(), decide: () => 1 }),
  // @ts-expect-error a schedule that was not called
  defineStrategy({ name: 'x', assets: ['SPY'], schedule: monthly, decide: () => ({ SPY: 1 }) }),
];

held['screens over many names read only declared fields'] = () => [
  defineStrategy({
    name: 'x',
    assets: 'all',
    fields: ['value', 'cap'],
    schedule: monthly(),
    decide: (view) => applyScreens(view, [topFraction('value', 0.5)], weighBy('cap')),
  }),
  defineStrategy({
    name: 'x',
    assets: 'all',
    fields: ['value'],
    schedule: monthly(),
    // @ts-expect-error cap is not declared
    decide: (view) => applyScreens(view, [topFraction('value', 0.5)], weighBy('cap')),
  }),
];

held['options name assets of the panel'] = (funds: Funds) => {
  const mix = fixedMix({ weights: { SPY: 1 } });
  return [
    backtest(funds, mix, { cash: 'IWM', costs: { tradingBps: { SPY: 1 } } }),
    // @ts-expect-error a misspelt name
    backtest(funds, mix, { cash: 'IMW' }),
    // @ts-expect-error a misspelt name
    backtest(funds, mix, { costs: { tradingBps: { SPI: 1 } } }),
    // @ts-expect-error no such option
    backtest(funds, mix, { cost: 5 }),
  ];
};

held['a result knows the assets that its strategy may hold'] = (funds: Funds, cells: Cells): unknown => {
  const result = backtest(funds, fixedMix({ weights: { SPY: 1 } }));
  const every = defineStrategy({ name: 'x', assets: 'all', schedule: monthly(), decide: () => ({}) });
  return [
    expectTypeOf(result).toEqualTypeOf<BacktestResult<'SPY'>>(),
    expectTypeOf(backtest(cells, every)).toEqualTypeOf<BacktestResult<'A' | 'B'>>(),
    result.weights('SPY'),
    // @ts-expect-error the panel has it, the strategy not
    result.weights('IWM'),
    averageWeights(result).SPY,
    // @ts-expect-error the panel has it, the strategy not
    averageWeights(result).IWM,
    expectTypeOf(constantMixOf(result)).toEqualTypeOf<Strategy<'SPY'>>(),
    // @ts-expect-error targets are read-only
    (result.decisions[0]!.target.SPY = 1),
  ];
};

describe('promises of the types about strategies', () => {
  it.each(Object.keys(held))('%s (checked by the compiler)', (promise) => {
    expect(held[promise]).toBeTypeOf('function');
  });
});
