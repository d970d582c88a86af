import {
  annually,
  arithmeticMean,
  backtest,
  cagr,
  cagrByPeriods,
  daily,
  defineStrategy,
  everyPeriods,
  fixedMix,
  fromReturns,
  maxDrawdown,
  monthly,
  once,
  quarterly,
  sharpeRatio,
  sweep,
  totalReturn,
  volatility,
  whenDrifted,
  type BacktestOptions,
  type Panel,
  type Strategy,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { datesOf, leanCase } from '../lean-cases.js';
import { months } from '../made-panel.js';

const METRICS = { totalReturn, cagr, cagrByPeriods, arithmeticMean, volatility, sharpeRatio, maxDrawdown } as const;

/** Runs each strategy by itself and all together, and holds the figures of the one to those of the other. */
function hold(
  panel: Panel,
  strategies: readonly Strategy[],
  options: BacktestOptions = {},
  what = '',
  digits = 1e-12,
): void {
  const list = strategies.map((strategy) => ({ strategy }));
  const swept = sweep(panel, {
    list,
    strategy: ({ strategy }) => strategy,
    metrics: METRICS,
    backtest: options,
  });
  strategies.forEach((strategy, row) => {
    const alone = backtest(panel, strategy, options);
    for (const [key, metric] of Object.entries(METRICS)) {
      const expected = metric(alone);
      const found = swept.metrics[key as keyof typeof METRICS][row]!;
      const near = Math.abs(found - expected) <= digits * Math.max(1, Math.abs(expected));
      if (!near && !Object.is(found, expected)) {
        throw new Error(`${what} ${key} of variant ${row} (${strategy.name}): ${found}, alone ${expected}`);
      }
    }
  });
}

const random = seededRandom(7);
const column = (rows: number, size: number, mean = 0): number[] =>
  Array.from({ length: rows }, () => mean + size * (2 * random.uniform() - 1));

/** A panel of some assets on some calendar. */
function market(
  assets: number,
  rows: number,
  frequency: Parameters<typeof datesOf>[0] = 'monthly',
  size = 0.05,
): Panel {
  const names = Array.from({ length: assets }, (_, index) => `A${index}`);
  return fromReturns<string>({
    frequency,
    dates: datesOf(frequency, rows),
    returns: Object.fromEntries(names.map((name) => [name, column(rows, size, size / 20)])),
    units: 'fraction',
  });
}

/** Long-only weights for some assets, summing to a share of wealth. */
function weightsOf(names: readonly string[], share: number): Record<string, number> {
  const raw = names.map(() => (random.uniform() < 0.2 ? 0 : random.uniform()));
  const sum = raw.reduce((total, value) => total + value, 1e-9);
  return Object.fromEntries(names.map((name, index) => [name, (raw[index]! / sum) * share]));
}

const SCHEDULES = [once(), daily(), monthly(), quarterly(), annually({ month: 6 }), everyPeriods(5, { offset: 2 })];

/** The asset that did best over the last rows, by rank: decided anew at each decision. */
const winner = (names: readonly string[], lookback: number, schedule = monthly()): Strategy =>
  defineStrategy<string>({
    name: `winner ${lookback}`,
    assets: names,
    lookback,
    schedule,
    decide: ({ totalReturn: past }) => {
      const gains = names.map((name) => past(name, lookback));
      return { [names[gains.indexOf(Math.max(...gains))]!]: 0.9 };
    },
  });

describe('each figure of a sweep is that of the backtest of its variant, to 1e-12', () => {
  it('on 150 random markets, with their costs, cash, windows and schedules', () => {
    for (let seed = 3001; seed <= 3150; seed++) {
      const { panel, strategy, options } = leanCase(seed);
      const { assets } = strategy;
      const others = Array.from({ length: 4 }, (_, index) =>
        fixedMix<string>({ weights: weightsOf(assets as string[], index / 3), schedule: strategy.schedule }),
      );
      hold(panel, [strategy, ...others], options, `case ${seed}`);
    }
  });

  it('for lists of assets, schedules, fixed and decided weights all mixed up, more than a kernel holds', () => {
    const panel = market(12, 160);
    const strategies = Array.from({ length: 90 }, (_, index) => {
      const names = Array.from({ length: 1 + random.integer(12) }, (_, place) => `A${place}`);
      const schedule = SCHEDULES[index % SCHEDULES.length]!;
      return index % 4 === 3
        ? winner(names, 1 + random.integer(4), schedule)
        : fixedMix<string>({ weights: weightsOf(names, index % 3 === 0 ? 1 : 0.8), schedule });
    });
    hold(panel, strategies, { costs: { tradingBps: 20 } });
  });

  it.each([9, 63, 64, 80])('for portfolios of %i assets', (assets) => {
    const panel = market(assets, 60);
    const names = panel.assets;
    const strategies = Array.from({ length: 13 }, (_, index) =>
      fixedMix<string>({ weights: weightsOf(names, index % 2 === 0 ? 1 : 0.5), schedule: SCHEDULES[index % 3]! }),
    );
    hold(panel, [...strategies, winner(names, 3)], { costs: { tradingBps: 15 } });
  });

  it.each(['daily', 'weekly', 'quarterly', 'annual'] as const)('on a %s calendar', (frequency) => {
    const panel = market(3, 150, frequency);
    const strategies = SCHEDULES.map((schedule, index) =>
      fixedMix<string>({ weights: weightsOf(panel.assets, 1 - index / 10), schedule }),
    );
    hold(panel, [...strategies, winner(panel.assets, 2)]);
  });

  it('for more variants than are looked at together', () => {
    const panel = market(3, 30);
    const strategies = Array.from({ length: 1100 }, (_, index) => {
      const share = index / 1099;
      return fixedMix<string>({ weights: { A0: share, A1: (1 - share) / 2 }, schedule: SCHEDULES[index % 2]! });
    });
    hold(panel, strategies);
  });

  it('for constant returns, cash alone, hardly any variation, and falls to almost nothing', () => {
    const panel = months({
      Constant: Array.from({ length: 30 }, () => 0.01),
      Zero: Array.from({ length: 30 }, () => 0),
      Tiny: column(30, 1e-7, 0.004),
      Small: column(30, 1e-4, 0.002),
      Rising: Array.from({ length: 30 }, () => 0.01 + random.uniform() / 100),
      Falling: Array.from({ length: 30 }, () => -0.9),
      Shock: [-0.6, ...column(29, 1e-3, 0.002)],
      Lost: Array.from({ length: 30 }, (_, row) => (row === 12 ? -1 : 0.02)),
    });
    const single = panel.assets.flatMap((name) => [
      fixedMix<string>({ weights: { [name]: 1 } }),
      fixedMix<string>({ weights: { [name]: 0.5 }, schedule: once() }),
      fixedMix<string>({ weights: { [name]: 0 } }),
    ]);
    const pairs = panel.assets.map((name) =>
      fixedMix<string>({
        weights: { [name]: 0.5, Constant: 0.25, Tiny: 0.25 - (name === 'Constant' || name === 'Tiny' ? 0.25 : 0) },
      }),
    );
    const asked = panel.assets.map((name) =>
      defineStrategy<string>({ name, assets: [name], schedule: monthly(), decide: () => ({ [name]: 1 }) }),
    );
    hold(panel, [...single, ...pairs, ...asked]);
    hold(panel, [...single, ...pairs, ...asked], { costs: { tradingBps: 30 } });
  });

  it('over 8,000 days, set back on every one of them, where errors would add up', () => {
    const panel = market(6, 8000, 'daily', 0.01);
    // Each of 8,000 trades rounds to 2.2e-16 of wealth, on both sides: 3.5e-12.
    const digits = 3.5e-12;
    const names = panel.assets;
    const whole = Array.from({ length: 9 }, () =>
      fixedMix<string>({ weights: weightsOf(names, 1), schedule: daily() }),
    );
    hold(panel, whole, { costs: { tradingBps: 2 } }, 'whole', digits);
    // Mixes of two portfolios, of which a kernel walks only these.
    const ends = [weightsOf(names, 1), weightsOf(names, 0.9)] as const;
    const tilts = Array.from({ length: 9 }, (_, index) => {
      const mixed = names.map((name) => [name, (ends[0][name]! * index + ends[1][name]! * (8 - index)) / 8] as const);
      return fixedMix<string>({ weights: Object.fromEntries(mixed), schedule: daily() });
    });
    hold(panel, tilts, {}, 'tilts', digits);
  });

  it('under one year, where nothing is compounded', () => {
    const panel = market(2, 11);
    const list = [{ share: 0.5 }, { share: 1 }];
    const strategy = ({ share }: { readonly share: number }): Strategy => fixedMix<string>({ weights: { A0: share } });
    const { metrics } = sweep(panel, { list, strategy, metrics: METRICS });
    expect([[...metrics.cagr], [...metrics.cagrByPeriods]]).toEqual([
      [NaN, NaN],
      [NaN, NaN],
    ]);
    hold(panel, list.map(strategy));
  });

  it('of one row, where nothing varies', () => {
    const panel = months({ A: [0.05] });
    const { metrics } = sweep(panel, { list: [{}], strategy: () => fixedMix({ weights: { A: 1 } }), metrics: METRICS });
    // One return of 5 %, no deviation of one number.
    expect(metrics.totalReturn[0]).toBeCloseTo(0.05, 15);
    expect([metrics.volatility[0], metrics.sharpeRatio[0], metrics.maxDrawdown[0]]).toEqual([NaN, NaN, 0]);
  });

  it('where a total loss is a return of −100 %', () => {
    const panel = months({ A: [...column(13, 0.1), -1, 0.1, 0.2], B: column(16, 0.1) });
    const { metrics } = sweep(panel, {
      grid: { share: [1, 0.5] },
      strategy: ({ share }) => fixedMix({ weights: { A: share, B: 1 - share } }),
      metrics: METRICS,
    });
    expect([metrics.totalReturn[0], metrics.cagr[0], metrics.maxDrawdown[0]]).toEqual([-1, -1, -1]);
    // About half of it is lost in one month: the deepest fall is at least that.
    expect(metrics.maxDrawdown[1]).toBeLessThan(-0.5 * (1 - 0.06));
    hold(panel, [fixedMix<string>({ weights: { A: 1, B: 0 } }), fixedMix<string>({ weights: { A: 0.5, B: 0.5 } })]);
  });

  it('with options that no fast path knows', () => {
    const panel = market(4, 40);
    const strategies = [
      fixedMix<string>({ weights: weightsOf(panel.assets, 1), schedule: whenDrifted({ band: 0.02 }) }),
      fixedMix<string>({ weights: weightsOf(panel.assets, 0.6) }),
      winner(panel.assets, 3),
    ];
    hold(panel, strategies, { executionLag: 1 });
    hold(panel, strategies, { costs: { tradingBps: 10, portfolioFee: 0.01, expenseRatios: { A0: 0.002 } } });
    hold(panel, strategies, { rules: { maxWeight: 0.3, maxTurnover: 0.2 } });
    hold(panel, strategies, { flows: { initial: 100, contributions: { amount: 10, schedule: monthly() } } });
  });
});
