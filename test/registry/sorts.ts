import {
  accountingField,
  addField,
  addIndicator,
  annually,
  bookEquity,
  leadershipAgeRotation,
  monthly,
  monthsSince,
  postFirstCutRotation,
  quarterly,
  sectorRotation,
  sortedPortfolio,
  valuationReversion,
  weighBy,
  type IsoDate,
  type Observation,
} from 'backtilt';
import { funds, entry, stocks, counted, type StrategyEntry } from './entry.js';

/** A made figure of every month, known in its middle. */
const wave: Observation[] = Array.from({ length: 320 }, (_, month) => ({
  knownOn: `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15` as IsoDate,
  value: 0.5 + 0.5 * Math.sin(month / 3),
}));
const waved = addIndicator(counted, 'wave', wave);
const day = (month: number): IsoDate =>
  `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-20` as IsoDate;
const everyFewMonths = (first: number, step: number) =>
  monthsSince(
    Array.from({ length: Math.floor(300 / step) }, (_, index) => ({
      date: day(first + step * index),
      knownOn: day(first + step * index),
    })),
  );
const led = addIndicator(addIndicator(funds, 'rise', everyFewMonths(3, 14)), 'fall', everyFewMonths(10, 14));
const accounts = addField(
  stocks,
  'book',
  accountingField(
    stocks.assets.flatMap((asset, index) =>
      Array.from({ length: 24 }, (_, year) => ({
        asset,
        fiscalYearEnd: `${1999 + year}-${index % 3 === 0 ? '01-31' : '12-31'}` as IsoDate,
        seq: 1 + ((index * 7 + year * 5) % 11),
      })),
    ),
    bookEquity,
  ),
);

export const strategies: Readonly<Record<string, StrategyEntry>> = {
  'sorted portfolio, independent': entry('sortedPortfolio', stocks, () =>
    sortedPortfolio({
      by: [
        { field: 'marketCap', breakpoints: [0.5], groups: ['small', 'big'] },
        { field: 'valueRank', breakpoints: [0.3, 0.7] },
      ],
      groups: ['small', 'high'],
      weighting: weighBy('marketCap'),
      schedule: annually({ month: 6 }),
    }),
  ),
  'sorted portfolio, dependent, on accounts': entry('sortedPortfolio', accounts, () =>
    sortedPortfolio({
      by: [
        { field: 'book', breakpoints: [0.5] },
        { field: 'valueRank', breakpoints: [0.5] },
      ],
      dependent: true,
      groups: ['high', 'low'],
      weighting: weighBy('equal'),
      schedule: quarterly(),
    }),
  ),
  'post-first-cut rotation, delayed, only while and until': entry('postFirstCutRotation', waved, () =>
    postFirstCutRotation({
      base: 'SPY',
      into: 'IWM',
      since: 'since',
      holdMonths: 24,
      delayMonths: 1,
      onlyWhile: { indicator: 'wave', above: 0.3 },
      exit: { indicator: 'wave', above: 0.8 },
    }),
  ),
  'valuation reversion': entry('valuationReversion', waved, () =>
    valuationReversion({ core: 'SPY', satellite: 'IWM', valuation: 'wave', enterAt: 0.2, exitAt: 0.6 }),
  ),
  'valuation reversion, late': entry(
    'valuationReversion',
    waved,
    () =>
      valuationReversion({ core: 'SPY', satellite: 'IWM', valuation: 'wave', enterAt: 0.9, exitAt: 0.4, weight: 0.5 }),
    { backtest: { executionLag: 1 } },
  ),
  'leadership-age rotation': entry('leadershipAgeRotation', led, () =>
    leadershipAgeRotation({ asset: 'IWM', benchmark: 'SPY', sinceTrough: 'rise', sincePeak: 'fall', maxAgeMonths: 5 }),
  ),
  'sector rotation': entry('sectorRotation', waved, () =>
    sectorRotation({
      base: { SPY: 0.5, IWM: 0.5 },
      tilts: { IWM: 0.2, SPY: -0.2 },
      onlyWhile: { indicator: 'wave', below: 0.5 },
      schedule: monthly(),
    }),
  ),
};

/** Figures of accounts, and what the engine needs to know of a sort and of a strategy that always answers the same. */
export const neither = [
  'accountingField',
  'bookEquity',
  'bookToMarket',
  'cellGroups',
  'juneRule',
  'operatingProfitability',
  'readSortBy',
  'targetOf',
];
