import {
  addField,
  annually,
  applyScreens,
  atLeast,
  bottomFraction,
  compositeRank,
  defineStrategy,
  dropBottomFraction,
  monthly,
  profitabilityScreenedValue,
  quarterly,
  rankedPortfolio,
  screenedPortfolio,
  topCount,
  topFraction,
  weighBy,
  weighByRank,
  type IsoDate,
} from 'backtilt';
import { frenchSizeValueProfitability } from 'backtilt/data';
import { entry, stocks, type StrategyEntry } from './entry.js';

const cheapAndProfitable = compositeRank([
  { field: 'valueRank', best: 'largest' },
  { field: 'profitabilityRank', best: 'largest', weight: 2 },
  { field: 'sizeRank', best: 'smallest', weight: 0.5 },
]);

/** Every third stock is listed on the exchange of the breakpoints, another third each five years. */
const listed = addField(
  stocks,
  'nyse',
  Object.fromEntries(
    stocks.assets.map((name, index) => [
      name,
      [2000, 2005, 2010, 2015, 2020].map((year, turn) => ({
        knownOn: `${year}-01-15` as IsoDate,
        value: (index + turn) % 3 === 0 ? 1 : 2,
      })),
    ]),
  ),
);

export const strategies: Readonly<Record<string, StrategyEntry>> = {
  'ranked portfolio: a number of names, with a buffer, after a screen': entry('rankedPortfolio', stocks, () =>
    rankedPortfolio({
      name: 'AVUV-style',
      screens: [bottomFraction('marketCap', 0.7)],
      rank: cheapAndProfitable,
      count: 8,
      keep: 14,
      weighting: weighBy('marketCap'),
      schedule: quarterly(),
    }),
  ),
  'ranked portfolio: a share of names, late and at a cost': entry(
    'rankedPortfolio',
    stocks,
    () =>
      rankedPortfolio({
        name: 'cheapest fifth',
        rank: 'valueRank',
        fraction: 0.2,
        keep: 0.4,
        weighting: weighByRank('marketCap', { best: 'smallest' }),
        schedule: monthly(),
      }),
    { backtest: { executionLag: 1, costs: { tradingBps: 20 } } },
  ),
  'ranked portfolio on the research portfolios': entry('rankedPortfolio', frenchSizeValueProfitability(), () =>
    rankedPortfolio({
      name: 'cheap and profitable',
      rank: cheapAndProfitable,
      fraction: 0.2,
      weighting: weighBy('marketCap'),
      schedule: annually({ month: 6 }),
    }),
  ),
  'breakpoints and buffers in every screen that takes them': entry('screenedPortfolio', listed, () =>
    screenedPortfolio({
      name: 'by the quantiles of an exchange',
      screens: [
        bottomFraction('marketCap', 0.7, { breakpoints: 'nyse', keep: 0.8 }),
        dropBottomFraction('profitabilityRank', 0.2, { breakpoints: 'nyse' }),
        atLeast(cheapAndProfitable, 0.2),
        topFraction(cheapAndProfitable, 0.5, { breakpoints: 'nyse', keep: 0.7 }),
        topCount('valueRank', 6, { keep: 9 }),
      ],
      weighting: weighByRank(cheapAndProfitable),
      schedule: quarterly(),
    }),
  ),
  'profitability-screened value by the quantiles of an exchange': entry('profitabilityScreenedValue', listed, () =>
    profitabilityScreenedValue({
      smallest: 0.6,
      cheapest: 0.6,
      dropLeastProfitable: 0.2,
      fields: { breakpoints: 'nyse' },
    }),
  ),
  'ranks and a buffer inside a strategy of one’s own': entry('applyScreens', stocks, () =>
    defineStrategy({
      name: 'own',
      assets: 'all',
      fields: ['valueRank', 'profitabilityRank', 'sizeRank'],
      schedule: monthly(),
      decide: (view) =>
        applyScreens(view, [topCount(cheapAndProfitable, 5, { keep: 10 })], weighBy(cheapAndProfitable)),
    }),
  ),
};

export const neither = ['compositeRank', 'topCount', 'weighByRank'];
