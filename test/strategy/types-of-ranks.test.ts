import {
  applyScreens,
  atMost,
  backtest,
  compositeRank,
  defineStrategy,
  monthly,
  profitabilityScreenedValue,
  rankedPortfolio,
  screenedPortfolio,
  topCount,
  topFraction,
  weighBy,
  weighByRank,
  type CompositeRank,
  type CountScreen,
  type QuantileScreen,
  type RankWeighting,
  type UniverseStrategy,
  type Panel,
} from 'backtilt';
import { describe, expect, expectTypeOf, it } from 'vitest';

/* Promises of the types about ranks: the type check reads this file, and an "@ts-expect-error" without an error is one. */
const held: Record<string, (...values: never[]) => unknown> = {};

type Stocks = Panel<'A' | 'B', 'value' | 'profit' | 'cap' | 'nyse'>;
type Poor = Panel<'A' | 'B', 'value' | 'cap'>;

const rank = compositeRank([
  { field: 'value', best: 'largest' },
  { field: 'profit', best: 'largest', weight: 2 },
]);

held['a composite rank carries the names of all its fields'] = () => [
  expectTypeOf(rank).toEqualTypeOf<CompositeRank<'value' | 'profit'>>(),
  expectTypeOf(topFraction(rank, 0.2)).toEqualTypeOf<QuantileScreen<'value' | 'profit'>>(),
  expectTypeOf(topFraction(rank, 0.2, { keep: 0.4, breakpoints: 'nyse' })).toEqualTypeOf<
    QuantileScreen<'value' | 'profit' | 'nyse'>
  >(),
  expectTypeOf(topFraction('value', 0.2)).toEqualTypeOf<QuantileScreen<'value'>>(),
  expectTypeOf(topCount(rank, 5)).toEqualTypeOf<CountScreen<'value' | 'profit'>>(),
  expectTypeOf(weighByRank(rank)).toEqualTypeOf<RankWeighting<'value' | 'profit'>>(),
  expectTypeOf(weighByRank('cap', { best: 'smallest' })).toEqualTypeOf<RankWeighting<'cap'>>(),
  // @ts-expect-error which end is good?
  compositeRank([{ field: 'value' }]),
  // @ts-expect-error which end is good?
  weighByRank('cap'),
  // @ts-expect-error of a score the highest is the best
  weighByRank(rank, { best: 'smallest' }),
];

held['a portfolio declares every field that it reads, and fits no panel without one'] = (
  stocks: Stocks,
  poor: Poor,
) => {
  const screened = screenedPortfolio({
    name: 'x',
    screens: [topFraction('value', 0.5, { breakpoints: 'nyse' }), topCount(rank, 10)],
    weighting: weighByRank('cap', { best: 'largest' }),
    schedule: monthly(),
  });
  const ranked = rankedPortfolio({ name: 'x', rank, count: 5, weighting: weighBy('cap'), schedule: monthly() });
  const plain = rankedPortfolio({
    name: 'x',
    rank: 'value',
    fraction: 0.5,
    weighting: weighBy('equal'),
    schedule: monthly(),
  });
  const joined = rankedPortfolio({
    name: 'x',
    rank,
    count: 5,
    weighting: weighBy(rank),
    schedule: monthly(),
    screens: [atMost('cap', 5)],
  });
  const listed = profitabilityScreenedValue({
    smallest: 0.5,
    cheapest: 0.5,
    dropLeastProfitable: 0.25,
    weighBy: 'cap',
    fields: { size: 'cap', value: 'value', profitability: 'profit', breakpoints: 'nyse' },
  });
  return [
    expectTypeOf(screened).toEqualTypeOf<UniverseStrategy<'value' | 'nyse' | 'profit' | 'cap'>>(),
    expectTypeOf(ranked).toEqualTypeOf<UniverseStrategy<'value' | 'profit' | 'cap'>>(),
    expectTypeOf(plain).toEqualTypeOf<UniverseStrategy<'value'>>(),
    expectTypeOf(joined).toEqualTypeOf<UniverseStrategy<'value' | 'profit' | 'cap'>>(),
    expectTypeOf(listed).toEqualTypeOf<UniverseStrategy<'value' | 'profit' | 'cap' | 'nyse'>>(),
    backtest(stocks, screened),
    backtest(stocks, ranked),
    backtest(poor, plain),
    // @ts-expect-error no profit, no listing
    backtest(poor, screened),
    // @ts-expect-error it has no profit
    backtest(poor, ranked),
    // @ts-expect-error no listing
    backtest(poor, listed),
  ];
};

held['either a count or a fraction'] = () => {
  const base = { name: 'x', rank: 'value', weighting: weighBy('cap'), schedule: monthly() } as const;
  return [
    rankedPortfolio({ ...base, count: 5 }),
    // @ts-expect-error neither of the two
    rankedPortfolio({ ...base }),
    // @ts-expect-error both of the two
    rankedPortfolio({ ...base, count: 5, fraction: 0.2 }),
    // @ts-expect-error no such option
    rankedPortfolio({ ...base, count: 5, buffer: 8 }),
  ];
};

held['ranks in a strategy of one’s own read only declared fields'] = () => [
  defineStrategy({
    name: 'x',
    assets: 'all',
    fields: ['value', 'profit', 'cap'],
    schedule: monthly(),
    decide: (view) => applyScreens(view, [topFraction(rank, 0.5)], weighBy('cap')),
  }),
  defineStrategy({
    name: 'x',
    assets: 'all',
    fields: ['value', 'cap'],
    schedule: monthly(),
    // @ts-expect-error profit is not declared
    decide: (view) => applyScreens(view, [topFraction(rank, 0.5)], weighBy('cap')),
  }),
  defineStrategy({
    name: 'x',
    assets: 'all',
    fields: ['value', 'cap'],
    schedule: monthly(),
    // @ts-expect-error nyse is not declared
    decide: (view) => applyScreens(view, [topFraction('value', 0.5, { breakpoints: 'nyse' })], weighBy('cap')),
  }),
];

describe('promises of the types about ranks', () => {
  it.each(Object.keys(held))('%s (checked by the compiler)', (promise) => {
    expect(held[promise]).toBeTypeOf('function');
  });
});
