import {
  addIndicator,
  buyAndHold,
  drawdownFilter,
  equalWeight,
  expandingPercentile,
  inverseVolatility,
  monthly,
  movingAverageFilter,
  quarterly,
  relativeStrengthRotation,
  riskBudget,
  screenedPortfolio,
  sectorTilt,
  topFraction,
  valuationScaledTilt,
  weighBy,
  whenTargetChanges,
  withTrendFilter,
} from 'backtilt';
import { usPolicyRate } from 'backtilt/data';
import { assertCausal } from 'backtilt/testing';
import { entry, funds, fundsDaily, type SignalEntry, stocks, type StrategyEntry } from './entry.js';

const dual = () =>
  relativeStrengthRotation({
    assets: ['SPY', 'IWM'],
    top: 1,
    lookback: 12,
    skip: 1,
    absolute: { over: 'BIL', otherwise: 'cash' },
  });
const ranked = addIndicator(funds, 'rank', expandingPercentile(usPolicyRate(), { minObservations: 20, lagDays: 3 }));

export const strategies: Readonly<Record<string, StrategyEntry>> = {
  'buy and hold': entry('buyAndHold', funds, () => buyAndHold({ weights: { SPY: 0.6, BIL: 0.4 } }), {
    fixedTarget: 'the weights are an option',
    minDecisions: 1,
  }),
  'equal weights of what is listed': entry('equalWeight', stocks, () => equalWeight({ assets: 'all' })),
  'equal weights of three': entry('equalWeight', funds, () => equalWeight({ assets: ['SPY', 'IWM', 'BIL'] }), {
    fixedTarget: 'all three are always listed',
  }),
  'sector tilt on fixed weights': entry(
    'sectorTilt',
    funds,
    () =>
      sectorTilt({
        base: { SPY: 0.6, IWM: 0.3, BIL: 0.1 },
        tilts: { IWM: 0.1 },
        funding: 'proRata',
        schedule: quarterly(),
      }),
    { fixedTarget: 'the weights are an option' },
  ),
  'sector tilt on market capitalisation': entry('sectorTilt', stocks, (panel) =>
    sectorTilt({
      base: { field: 'marketCap' },
      assets: panel.assets,
      tilts: { S1: 0.1, S2: -0.005 },
      funding: 'proRata',
      schedule: monthly(),
    }),
  ),
  'relative strength': entry('relativeStrengthRotation', funds, () =>
    relativeStrengthRotation({ assets: ['SPY', 'IWM', 'BIL'], top: 2, lookback: 6 }),
  ),
  'dual momentum, late and at a cost': entry('relativeStrengthRotation', funds, dual, {
    backtest: { executionLag: 1, costs: { tradingBps: 10 }, cash: 'BIL' },
  }),
  'moving average': entry('movingAverageFilter', funds, () =>
    movingAverageFilter({ hold: 'SPY', otherwise: 'BIL', periods: 10 }),
  ),
  'moving average on daily data': entry('movingAverageFilter', fundsDaily, () =>
    movingAverageFilter({ hold: 'SPY', periods: 50, schedule: whenTargetChanges() }),
  ),
  'drawdown filter': entry('drawdownFilter', funds, () =>
    drawdownFilter({ hold: 'SPY', otherwise: 'BIL', limit: 0.08, reenter: 0.03, periods: 12 }),
  ),
  'a trend filter on dual momentum': entry('withTrendFilter', funds, () =>
    withTrendFilter(dual(), { on: 'SPY', periods: 10, otherwise: 'BIL' }),
  ),
  'a trend filter on a screen': entry('withTrendFilter', stocks, () =>
    withTrendFilter(
      screenedPortfolio({
        name: 'cheap fifth',
        screens: [topFraction('valueRank', 0.2)],
        weighting: weighBy('marketCap'),
        schedule: quarterly(),
      }),
      { on: 'S1', periods: 8, otherwise: 'S2' },
    ),
  ),
  'inverse volatility': entry('inverseVolatility', funds, () =>
    inverseVolatility({ assets: ['SPY', 'IWM', 'BIL'], lookback: 12, schedule: quarterly() }),
  ),
  'risk budget': entry('riskBudget', funds, () =>
    riskBudget({
      assets: ['SPY', 'IWM', 'BIL'],
      budgets: { SPY: 0.5, IWM: 0.3, BIL: 0.2 },
      lookback: 24,
      schedule: quarterly(),
    }),
  ),
  'valuation-scaled tilt': entry('valuationScaledTilt', ranked, () =>
    valuationScaledTilt({
      core: 'SPY',
      satellite: 'IWM',
      percentile: 'rank',
      cheap: 0.6,
      dear: 0.1,
      schedule: monthly(),
    }),
  ),
};

const percentileOf = (minObservations: number, lagDays: number): SignalEntry => ({
  of: 'expandingPercentile',
  check: () =>
    assertCausal(usPolicyRate(), (rates) =>
      expandingPercentile(rates, { minObservations, lagDays }).observations.map((one) => ({
        ...one,
        date: one.knownOn,
      })),
    ),
});

export const signals: Readonly<Record<string, SignalEntry>> = {
  'percentile of the policy rate': percentileOf(2, 0),
  'percentile of the policy rate, known late': percentileOf(24, 45),
};
