import {
  backtest,
  constantMixOf,
  defineStrategy,
  fromReturns,
  monthly,
  quarterly,
  randomEntryOf,
  whenDrifted,
  whenTargetChanges,
  type Panel,
  type Schedule,
  type Strategy,
} from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import { entry, type HindsightEntry, type StrategyEntry } from './entry.js';

/*
 * What the engine does to a portfolio (money that comes and goes, limits, missing returns) must not let a strategy see the future either. So
 * the strategy here looks at what it holds: a holding that knew the future would change its mind.
 */

type Fund = 'SPY' | 'IWM' | 'BIL';

/** Follows the better of two assets, the less the more of it is held already; `scale` makes it levered. */
const leaning =
  (schedule: Schedule, [first, second]: readonly [Fund, Fund] = ['SPY', 'IWM'], scale = 1) =>
  (): Strategy<Fund> =>
    defineStrategy<Fund>({
      name: 'Leans on the better one',
      assets: ['SPY', 'IWM', 'BIL'],
      lookback: 6,
      schedule,
      decide: (view) => {
        const [up, down] =
          view.totalReturn(first, 6) > view.totalReturn(second, 6) ? [first, second] : ([second, first] as const);
        const lean = 0.7 - 0.2 * Math.max(0, Math.min(1, view.holdings[up] ?? 0));
        return { [up]: scale * lean, [down]: scale * 0.2 };
      },
    });

/** As {@link leaning}, but short of the worse one. */
const longShort = (): Strategy<Fund> =>
  defineStrategy<Fund>({
    name: 'Long and short',
    assets: ['SPY', 'IWM'],
    lookback: 6,
    schedule: monthly(),
    decide: (view) => {
      const [up, down] =
        view.totalReturn('SPY', 6) > view.totalReturn('IWM', 6) ? (['SPY', 'IWM'] as const) : (['IWM', 'SPY'] as const);
      return { [up]: 1.2, [down]: -0.4 + 0.1 * Math.max(-1, Math.min(0, view.holdings[down] ?? 0)) };
    },
  });

const names = ['SPY', 'IWM', 'BIL'] as const;
const made = randomPanel({ assets: names, rows: 150, seed: 31 });

/** Made funds, of which one is listed late, one has holes, and one ends. */
const broken: Panel<Fund> = (() => {
  const panel = randomPanel({ assets: names, rows: 160, seed: 12 });
  const column = (asset: Fund, there: (row: number) => boolean): (number | null)[] =>
    Array.from(panel.returns(asset).values, (value, row) => (there(row) ? value : null));
  return fromReturns<Fund>({
    frequency: 'monthly',
    dates: Array.from({ length: 160 }, (_, row) => panel.calendar.date(row)),
    returns: {
      SPY: column('SPY', (row) => row < 40 || row % 23 > 2),
      IWM: column('IWM', (row) => row >= 25),
      BIL: column('BIL', (row) => row < 130),
    },
    units: 'fraction',
  });
})();

export const strategies: Readonly<Record<string, StrategyEntry>> = {
  'with money that comes and goes, at both ends of a period': entry('defineStrategy', made, leaning(monthly()), {
    backtest: {
      costs: { tradingBps: 10 },
      flows: {
        initial: 1000,
        contributions: { amount: 20, schedule: monthly(), inflation: 0.02 },
        withdrawals: { share: 0.01, schedule: quarterly(), at: 'start' },
      },
    },
  }),
  "late listings and holes, 'hold'": entry('defineStrategy', broken, leaning(monthly()), {
    backtest: { rules: { missing: 'hold' } },
  }),
  "late listings and holes, 'cash'": entry('defineStrategy', broken, leaning(monthly()), {
    backtest: { rules: { missing: 'cash' } },
  }),
  "late listings and holes, 'renormalise'": entry('defineStrategy', broken, leaning(quarterly()), {
    backtest: { rules: { missing: 'renormalise' }, costs: { tradingBps: 10 } },
  }),
  'an asset that ends, with a delisting return and its proceeds spread': entry(
    'defineStrategy',
    broken,
    leaning(monthly(), ['IWM', 'BIL']),
    { backtest: { rules: { missing: 'cash', delisting: { return: -0.3, proceeds: 'spread' } } } },
  ),
  'long and short, levered': entry('defineStrategy', made, longShort, {
    backtest: { cash: 'BIL', rules: { leverage: { max: 2, borrowSpread: 0.01, shortFee: 0.005 } } },
  }),
  levered: entry('defineStrategy', made, leaning(monthly(), ['SPY', 'IWM'], 1.6), {
    backtest: { rules: { leverage: { max: 2, borrowSpread: 0.01, shortFee: 0 } } },
  }),
  'limits on turnover, on small trades, on weights and on groups': entry('defineStrategy', made, leaning(monthly()), {
    backtest: {
      rules: {
        maxWeight: 0.6,
        groups: [{ name: 'small caps', assets: ['IWM'], max: 0.4 }],
        maxHoldings: 2,
        maxTurnover: 0.2,
        minTrade: 0.005,
      },
    },
  }),
  'bands, everything to target': entry('defineStrategy', made, leaning(whenDrifted({ band: 0.02 }))),
  'bands, what drifted to its edge': entry(
    'defineStrategy',
    made,
    leaning(whenDrifted({ relative: 0.1, trade: 'drifted', to: 'edge' })),
  ),
  'when the target changes, with a lag': entry(
    'defineStrategy',
    made,
    leaning(whenTargetChanges({ check: quarterly() })),
    { backtest: { executionLag: 1 } },
  ),
  'expense ratios, a portfolio fee and costs that solve themselves': entry('defineStrategy', made, leaning(monthly()), {
    backtest: {
      costs: {
        tradingBps: {
          SPY: 5,
          IWM: [
            { from: '2000-01', bps: 40 },
            { from: '2010-01', bps: 10 },
          ],
          BIL: 1,
        },
        solution: 'selfConsistent',
        expenseRatios: { SPY: 0.001, IWM: 0.002 },
        portfolioFee: 0.005,
      },
    },
  }),
};

/** The better one, all in. */
const rotation = (): Strategy<'SPY' | 'IWM'> =>
  defineStrategy({
    name: 'Momentum rotation',
    assets: ['SPY', 'IWM'],
    lookback: 12,
    schedule: monthly(),
    decide: (view) => (view.totalReturn('IWM', 12) > view.totalReturn('SPY', 12) ? { IWM: 1 } : { SPY: 1 }),
  });

export const usingHindsight: Readonly<Record<string, HindsightEntry>> = {
  constantMixOf: (panel) => constantMixOf(backtest(panel, rotation())),
  randomEntryOf: (panel) => randomEntryOf(backtest(panel, rotation()), { seed: 1 }),
};
