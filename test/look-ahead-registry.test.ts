import {
  addIndicator,
  annually,
  applyScreens,
  atLeast,
  backtest,
  bottomFraction,
  constantMixOf,
  defineStrategy,
  dropBottomFraction,
  everyPeriods,
  firstCuts,
  fixedMix,
  monthly,
  monthsSince,
  postFirstCutRotation,
  profitabilityScreenedValue,
  quarterly,
  screenedPortfolio,
  smallCapTilt,
  topFraction,
  weighBy,
  type FirstCutOptions,
  type IsoDate,
  type Panel,
  type Strategy,
} from 'backtilt';
import { frenchSizeValueProfitability, usPolicyRate } from 'backtilt/data';
import {
  assertCausal,
  assertNoLookAhead,
  randomPanel,
  type LookAheadOptions,
  type LookAheadReport,
} from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { expectInputError } from './support/expect-input-error.js';
import { givingStrategiesOrSignals } from './testing/giving-strategies-or-signals.js';
import { madeStocks } from './testing/made-stocks.js';

/*
 * Every exported function that gives a strategy or a signal is proved here not to see the future. One that is not entered fails
 * the first test below, so a new one cannot be forgotten.
 */

// ---- panels -----------------------------------------------------------------------------------------------------------------

const funds = randomPanel({ assets: ['SPY', 'IWM', 'BIL'], rows: 320, seed: 2, listedAfter: { IWM: 7 } });
const stocks = madeStocks();
const fundsDaily = randomPanel({ assets: ['SPY', 'IWM'], rows: 1500, seed: 3, frequency: 'daily' });
const counted = addIndicator(funds, 'since', monthsSince(firstCuts(usPolicyRate())));

// ---- the registry -----------------------------------------------------------------------------------------------------------

interface StrategyEntry {
  /** The exported function that the entry stands for. */
  readonly of: string;
  readonly check: (options: LookAheadOptions) => LookAheadReport;
  /** Why its target weights cannot change; where absent they must change at least five times. */
  readonly fixedTarget?: string;
  readonly backtest?: LookAheadOptions['backtest'];
}

const entry = <A extends string, F extends string, I extends string>(
  of: string,
  panel: Panel<A, F, I>,
  make: Parameters<typeof assertNoLookAhead<A, F, I>>[1],
  more: Partial<StrategyEntry> = {},
): StrategyEntry => ({ of, check: (options) => assertNoLookAhead<A, F, I>(panel, make, options), ...more });

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
const value = { smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25 };

const strategies: Readonly<Record<string, StrategyEntry>> = {
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

/** Built from a whole result on purpose: exempt, but only with the mark. */
const usingHindsight: Readonly<Record<string, (panel: typeof funds) => Strategy<'SPY' | 'IWM' | 'BIL'>>> = {
  constantMixOf: (panel) => constantMixOf(backtest(panel, winner(panel))),
};

interface SignalEntry {
  readonly of: string;
  readonly check: () => number;
}
const cutsBy = (options: FirstCutOptions): SignalEntry => ({
  of: 'firstCuts',
  check: () => assertCausal(usPolicyRate(), (rates) => firstCuts(rates, options)),
});
const signals: Readonly<Record<string, SignalEntry>> = {
  'first cuts': cutsBy({}),
  'first cuts, naive': cutsBy({ minCutBps: 0, minGapMonths: 0 }),
  'first cuts with resumptions': cutsBy({ requireHike: false, minGapMonths: 6 }),
  'first cuts after a hike of 25 bp': cutsBy({ minHikeBps: 25 }),
  'first cuts of 50 bp': cutsBy({ minCutBps: 50, minGapMonths: 24 }),
  'months since the first cut': {
    of: 'monthsSince',
    check: () => assertCausal(usPolicyRate(), (rates) => monthsSince(firstCuts(rates))),
  },
  'months since a cut by the naive rule': {
    of: 'monthsSince',
    check: () =>
      assertCausal(usPolicyRate(), (rates) => monthsSince(firstCuts(rates, { minCutBps: 0, minGapMonths: 0 }))),
  },
};

// ---- nothing is forgotten ---------------------------------------------------------------------------------------------------

describe('the registry is complete', () => {
  it('every exported function that gives a strategy or a signal is entered', () => {
    const entered = new Set([
      ...Object.values(strategies).map(({ of }) => of),
      ...Object.values(signals).map(({ of }) => of),
      ...Object.keys(usingHindsight),
    ]);
    expect(givingStrategiesOrSignals().sort()).toEqual([...entered].sort());
  });

  it('every function that the rooms of strategies and signals export is entered, or known to give neither', async () => {
    const others = new Set([
      'assertStrategy',
      'atLeast',
      'atMost',
      'bottomFraction',
      'dropBottomFraction',
      'topFraction',
      'weighBy',
    ]);
    const rooms = await Promise.all([import('../src/strategy/index.js'), import('../src/signals/index.js')]);
    const names = rooms
      .flatMap((room) => Object.entries(room as object))
      .flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    const entered = new Set([...Object.values(strategies), ...Object.values(signals)].map(({ of }) => of));
    expect(names.filter((name) => !entered.has(name) && !others.has(name))).toEqual([]);
  });
});

describe('no exported strategy sees the future', () => {
  it.each(Object.entries(strategies))('%s', (_, { check, fixedTarget, backtest: options }) => {
    const report = check({
      minDecisions: 20,
      minChanges: fixedTarget === undefined ? 5 : 0,
      ...(options === undefined ? {} : { backtest: options }),
    });
    expect(report.cuts).toBeGreaterThanOrEqual(20);
    if (fixedTarget !== undefined) expect(report.changes, fixedTarget).toBe(0);
  });

  it.each(Object.entries(usingHindsight))('%s does, on purpose, and is marked', (_, make) => {
    expect(make(funds).usesHindsight).toBe(true);
    expect(backtest(funds, make(funds)).warnings[0]).toContain('Uses hindsight');
    // The exemption is earned: the proof would fail.
    expectInputError('look-ahead.found', ['sees the future'], () => assertNoLookAhead(funds, make));
  });
});

describe('no exported signal sees the future', () => {
  it.each(Object.entries(signals))('%s', (_, { check }) => {
    expect(check()).toBeGreaterThan(150);
  });
});
