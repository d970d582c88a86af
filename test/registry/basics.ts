import {
  addIndicator,
  defineStrategy,
  everyPeriods,
  fixedMix,
  monthly,
  monthsSince,
  postFirstCutRotation,
  quarterly,
  smallCapTilt,
  type IsoDate,
  type Panel,
  type Strategy,
} from 'backtilt';
import { expect } from 'vitest';
import { counted, entry, funds, fundsDaily, type StrategyEntry } from './entry.js';

const winner = (panel: Panel<'SPY' | 'IWM' | 'BIL'>): Strategy<'SPY' | 'IWM'> => {
  expect(panel.assets).toContain('IWM');
  return defineStrategy({
    name: 'Momentum rotation',
    assets: ['SPY', 'IWM'],
    lookback: 12,
    schedule: monthly(),
    decide: (view) =>
      view.totalReturn('IWM', 12, { skip: 1 }) > view.totalReturn('SPY', 12, { skip: 1 }) ? { IWM: 1 } : { SPY: 1 },
  });
};

export const strategies: Readonly<Record<string, StrategyEntry>> = {
  'small-cap tilt': entry(
    'smallCapTilt',
    funds,
    () => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule: quarterly() }),
    { fixedTarget: 'the weights are an option' },
  ),
  'fixed mix': entry('fixedMix', funds, () => fixedMix({ weights: { SPY: 0.6, BIL: 0.4 } }), {
    fixedTarget: 'the weights are an option',
  }),
  'post-first-cut rotation, monthly': entry('postFirstCutRotation', counted, () =>
    postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since', holdMonths: 12 }),
  ),
  'post-first-cut rotation, daily, many cuts': entry(
    'postFirstCutRotation',
    addIndicator(
      fundsDaily,
      'since',
      monthsSince(
        ['2000-03-20', '2001-01-31', '2002-02-01', '2003-05-30'].map((day) => ({
          date: day as IsoDate,
          knownOn: day as IsoDate,
        })),
      ),
    ),
    () => postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since', holdMonths: 6 }),
  ),
  'a strategy of one’s own: momentum': entry('defineStrategy', funds, winner),
  'momentum with a lag, costs and cash': entry('defineStrategy', funds, winner, {
    backtest: { executionLag: 2, costs: { tradingBps: 10 }, cash: 'BIL' },
  }),
  'a strategy of one’s own: what it holds, what is listed, the history of an indicator': entry(
    'defineStrategy',
    counted,
    () =>
      defineStrategy({
        name: 'looks at everything',
        assets: 'all',
        indicators: ['since'],
        lookback: 6,
        schedule: everyPeriods(2),
        decide: (view) => {
          const recent = view.indicatorHistory('since', 6).filter((months) => months < 12).length;
          const held = (['SPY', 'IWM', 'BIL'] as const).reduce((sum, asset) => sum + (view.holdings[asset] ?? 0), 0);
          const share = (0.5 + 0.05 * recent + 0.05 * held) / view.listed.length;
          return { members: view.listed.slice(), weights: Array.from(view.listed, () => share) };
        },
      }),
  ),
};

export const neither = ['assertStrategy'];
