import {
  annually,
  applyScreens,
  atLeast,
  bottomFraction,
  defineStrategy,
  dropBottomFraction,
  profitabilityScreenedValue,
  screenedPortfolio,
  topFraction,
  weighBy,
} from 'backtilt';
import { frenchSizeValueProfitability } from 'backtilt/data';
import { entry, stocks, type StrategyEntry } from './entry.js';

const value = { smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25 };

export const strategies: Readonly<Record<string, StrategyEntry>> = {
  'profitability-screened value on the research portfolios': entry(
    'profitabilityScreenedValue',
    frenchSizeValueProfitability(),
    () => profitabilityScreenedValue(value),
  ),
  'profitability-screened value on made stocks': entry('profitabilityScreenedValue', stocks, () =>
    profitabilityScreenedValue(value),
  ),
  'screened portfolio with every kind of screen': entry('screenedPortfolio', stocks, () =>
    screenedPortfolio({
      name: 'all kinds',
      screens: [
        atLeast('marketCap', 1),
        bottomFraction('sizeRank', 0.7),
        topFraction('valueRank', 0.5),
        dropBottomFraction('profitabilityRank', 0.25),
      ],
      weighting: weighBy('equal'),
      schedule: annually({ month: 6 }),
    }),
  ),
  'screens inside a strategy of one’s own': entry('applyScreens', stocks, () =>
    defineStrategy({
      name: 'cheap half',
      assets: 'all',
      fields: ['valueRank', 'marketCap'],
      schedule: annually({ month: 6 }),
      decide: (view) => applyScreens(view, [topFraction('valueRank', 0.5)], weighBy('marketCap')),
    }),
  ),
};

export const neither = ['atLeast', 'atMost', 'bottomFraction', 'dropBottomFraction', 'topFraction', 'weighBy'];
