import {
  addIndicator,
  backtest,
  buyAndHold,
  equalWeight,
  expandingPercentile,
  inverseVolatility,
  movingAverageFilter,
  relativeStrengthRotation,
  riskBudget,
  screenedPortfolio,
  sectorTilt,
  topFraction,
  monthly,
  valuationScaledTilt,
  weighBy,
  withTrendFilter,
  type Observation,
  type Panel,
  type Strategy,
  type UniverseStrategy,
} from 'backtilt';
import { describe, expect, expectTypeOf, it } from 'vitest';

/*
 * Promises of the types about strategies on time series: the type check reads this file, and an "@ts-expect-error" without an
 * error is one. The functions are written down, not called.
 */
const held: Record<string, (...values: never[]) => unknown> = {};

type Funds = Panel<'SPY' | 'IWM' | 'BIL'>;

held['an asset that the panel lacks does not compile'] = (funds: Funds) => [
  backtest(funds, buyAndHold({ weights: { SPY: 1 } })),
  backtest(funds, inverseVolatility({ assets: ['SPY', 'IWM'], lookback: 12 })),
  backtest(funds, movingAverageFilter({ hold: 'SPY', periods: 10 })),
  backtest(funds, equalWeight({ assets: 'all' })),
  // @ts-expect-error a misspelt name
  backtest(funds, buyAndHold({ weights: { SPI: 1 } })),
  // @ts-expect-error a misspelt name
  backtest(funds, equalWeight({ assets: ['SPY', 'IMW'] })),
  // @ts-expect-error a misspelt name among what is held otherwise
  backtest(funds, movingAverageFilter({ hold: 'SPY', otherwise: 'BILL', periods: 10 })),
];

held["'cash' is no asset"] = () => [
  expectTypeOf(movingAverageFilter({ hold: 'SPY', otherwise: 'cash', periods: 10 })).toEqualTypeOf<Strategy<'SPY'>>(),
  expectTypeOf(movingAverageFilter({ hold: 'SPY', periods: 10 })).toEqualTypeOf<Strategy<'SPY'>>(),
  expectTypeOf(
    relativeStrengthRotation({
      assets: ['SPY', 'IWM'],
      top: 1,
      lookback: 12,
      absolute: { over: 'BIL', otherwise: 'AGG' },
    }),
  ).toEqualTypeOf<Strategy<'SPY' | 'IWM' | 'BIL' | 'AGG'>>(),
  expectTypeOf(
    relativeStrengthRotation({ assets: ['SPY', 'IWM'], top: 1, lookback: 12, absolute: { over: 0 } }),
  ).toEqualTypeOf<Strategy<'SPY' | 'IWM'>>(),
];

held['tilts and budgets name the assets that are there'] = () => [
  sectorTilt({ base: { Tech: 0.5, Banks: 0.5 }, tilts: { Tech: 0.1, Banks: -0.1 } }),
  expectTypeOf(
    sectorTilt({ base: { field: 'marketCap' }, assets: ['Tech', 'Banks'], tilts: { Tech: 0.1, Banks: -0.1 } }),
  ).toEqualTypeOf<Strategy<'Tech' | 'Banks', 'marketCap'>>(),
  riskBudget({ assets: ['A', 'B'], budgets: { A: 0.5, B: 0.5 }, lookback: 12 }),
  // @ts-expect-error a budget is missing
  riskBudget({ assets: ['A', 'B'], budgets: { A: 1 }, lookback: 12 }),
];

held['a filter keeps the names of what it wraps'] = (funds: Funds, facts: Observation[]) => {
  const tilt = valuationScaledTilt({ core: 'SPY', satellite: 'IWM', percentile: 'rank', cheap: 0.5, dear: 0 });
  const filtered = withTrendFilter(tilt, { on: 'BIL', periods: 10 });
  const screen = screenedPortfolio({
    name: 'x',
    screens: [topFraction('value', 0.5)],
    weighting: weighBy('equal'),
    schedule: monthly(),
  });
  return [
    expectTypeOf(filtered).toEqualTypeOf<Strategy<'SPY' | 'IWM' | 'BIL', never, 'rank'>>(),
    expectTypeOf(withTrendFilter(screen, { on: 'S1', periods: 10 })).toEqualTypeOf<UniverseStrategy<'value'>>(),
    backtest(addIndicator(funds, 'rank', expandingPercentile(facts, { minObservations: 12 })), filtered),
    // @ts-expect-error the panel has no indicator
    backtest(funds, filtered),
    // @ts-expect-error no field of the panel
    backtest(funds, withTrendFilter(screen, { on: 'SPY', periods: 10 })),
  ];
};

describe('promises of the types about strategies on time series', () => {
  it.each(Object.keys(held))('%s (checked by the compiler)', (promise) => {
    expect(held[promise]).toBeTypeOf('function');
  });
});
