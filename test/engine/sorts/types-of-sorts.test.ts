import {
  accountingField,
  backtest,
  bookEquity,
  bookToMarket,
  factorReturns,
  monthly,
  portfolioSorts,
  postFirstCutRotation,
  sortedPortfolio,
  weighBy,
  type Observation,
  type Panel,
  type PortfolioSorts,
  type Strategy,
  type UniverseStrategy,
} from 'backtilt';
import { describe, expect, expectTypeOf, it } from 'vitest';

/* Promises of the types about sorts: the type check reads this file, and an "@ts-expect-error" without an error is one. */
const held: Record<string, (...values: never[]) => unknown> = {};

type Stocks = Panel<'A' | 'B', 'size' | 'value' | 'nyse'>;
const schedule = monthly();
const size = { field: 'size', breakpoints: [0.5], over: 'nyse' } as const;

held['a sort knows the fields of its panel'] = (stocks: Stocks) => [
  expectTypeOf(portfolioSorts(stocks, { by: [size], weighting: weighBy('size'), schedule })).toEqualTypeOf<
    PortfolioSorts<'A' | 'B'>
  >(),
  // @ts-expect-error: no such field
  portfolioSorts(stocks, { by: [{ field: 'vlaue', breakpoints: [0.5] }], weighting: weighBy('size'), schedule }),
  // @ts-expect-error: no such field to weight by
  portfolioSorts(stocks, { by: [size], weighting: weighBy('marketCap'), schedule }),
];

held['a sorted portfolio carries all fields that it reads'] = () =>
  expectTypeOf(sortedPortfolio({ by: [size], groups: ['low'], weighting: weighBy('value'), schedule })).toEqualTypeOf<
    UniverseStrategy<'size' | 'nyse' | 'value'>
  >();

held['factors are a panel of their names'] = (sorts: PortfolioSorts) =>
  expectTypeOf(factorReturns({ HML: sorts, CMA: { sort: sorts, long: 'low' } })).toEqualTypeOf<
    Panel<'SMB' | 'HML' | 'CMA'>
  >();

held['a field of accounts knows the firms of its rows, and the items that a figure needs'] = () => [
  expectTypeOf(accountingField([{ asset: 'A', fiscalYearEnd: '2019-12-31', seq: 1 }], bookEquity)).toEqualTypeOf<
    Readonly<Record<'A', readonly Observation[]>>
  >(),
  // @ts-expect-error: seq is a number
  bookEquity({ asset: 'A', fiscalYearEnd: '2019-12-31', seq: '1' }),
  // @ts-expect-error: market equity is a number
  bookToMarket({ asset: 'A', fiscalYearEnd: '2019-12-31', decemberMarketEquity: '1' }),
];

held['a rotation carries every indicator that its conditions read'] = (
  plain: Panel<'SPY' | 'IWM', never, 'cut'>,
  full: Panel<'SPY' | 'IWM', never, 'cut' | 'slump' | 'hike'>,
) => {
  const onlyWhile = { indicator: 'slump', above: 0.5 } as const;
  const exit = { since: 'hike' } as const;
  const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'cut', onlyWhile, exit });
  return [
    expectTypeOf(rotation).toEqualTypeOf<Strategy<'SPY' | 'IWM', never, 'cut' | 'slump' | 'hike'>>(),
    backtest(full, rotation),
    // @ts-expect-error: the panel lacks two of them
    backtest(plain, rotation),
    backtest(plain, postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'cut' })),
  ];
};

describe('the types of sorts', () => {
  it.each(Object.keys(held))('%s', (promise) => {
    expect(held[promise]).toBeTypeOf('function');
  });
});
