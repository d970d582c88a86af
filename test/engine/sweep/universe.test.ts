import {
  backtest,
  defineStrategy,
  everyPeriods,
  isInputError,
  maxDrawdown,
  sharpeRatio,
  sweep,
  totalReturn,
  volatility,
  type BacktestOptions,
  type Panel,
  type UniverseStrategy,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { months } from '../made-panel.js';

const METRICS = { totalReturn, volatility, sharpeRatio, maxDrawdown } as const;
const ROWS = 40;

/** Stocks that begin and end at odd times, and one that lives throughout and is never held: cash. */
function stocks(seed: number, count: number): Panel {
  const random = seededRandom(seed);
  const returns: Record<string, (number | null)[]> = { Bill: Array.from({ length: ROWS }, () => 0.003) };
  for (let stock = 0; stock < count; stock++) {
    const [born, ends] = [random.integer(12), 14 + random.integer(ROWS - 10)];
    returns[`S${stock}`] = Array.from({ length: ROWS }, (_, row) =>
      row < born || row > ends ? null : (random.uniform() - 0.48) / 4,
    );
  }
  return months(returns);
}

/** Holds what a drawn number picks of the listed stocks, in drawn parts of `invested`; now and then a single one, or nothing. */
function picking(seed: number, every: number, invested: number): UniverseStrategy {
  return defineStrategy({
    name: `Picks ${seed}`,
    assets: 'all',
    schedule: everyPeriods(every),
    decide: ({ listed, assets, asOf, holdings }) => {
      const random = seededRandom(seed + Number(asOf.replaceAll('-', '')));
      const few = random.uniform() < 0.2;
      const members = [...listed].filter((member) => assets[member] !== 'Bill' && random.uniform() < 0.6);
      const chosen = few ? members.slice(0, random.integer(2)) : members;
      // What is held has its say, so that a wrong drifted weight would show.
      const parts = chosen.map((member) => 0.1 + random.uniform() + (holdings[assets[member]!] ?? 0));
      const sum = parts.reduce((total, part) => total + part, 0);
      return { members: chosen, weights: parts.map((part) => (invested * part) / sum) };
    },
  });
}

function hold(panel: Panel, strategies: readonly UniverseStrategy[], options: BacktestOptions, what: string): void {
  const list = strategies.map((strategy) => ({ strategy }));
  const swept = sweep(panel, { list, strategy: ({ strategy }) => strategy, metrics: METRICS, backtest: options });
  strategies.forEach((strategy, row) => {
    const alone = backtest(panel, strategy, options);
    expect(alone.diagnostics.path).toBe('lean');
    for (const [key, metric] of Object.entries(METRICS)) {
      const [found, expected] = [swept.metrics[key as keyof typeof METRICS][row]!, metric(alone)];
      const near = Math.abs(found - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
      if (!near && !Object.is(found, expected)) throw new Error(`${what}, ${key}: ${found}, alone ${expected}`);
    }
  });
}

describe('a sweep over a universe whose endings are divided among the rest', () => {
  it.each([
    ['free', {}],
    ['one cost for all', { costs: { tradingBps: 25 } }],
    ['cash that earns', { costs: { tradingBps: 10 }, cash: 'Bill' }],
  ] satisfies [string, BacktestOptions][])('agrees with each variant by itself to 1e-12: %s', (what, options) => {
    for (let seed = 1; seed <= 25; seed++) {
      const panel = stocks(seed, 3 + (seed % 9));
      const strategies = [1, 3, 12].flatMap((every) => [1, 0.7].map((part) => picking(seed + every, every, part)));
      const rules = { delisting: { proceeds: 'spread' } } as const;
      hold(panel, strategies, { ...options, rules }, `${what}, market ${seed}`);
    }
  });

  it('agrees where assets cost differently, and where proceeds lie in cash', () => {
    const panel = stocks(77, 8);
    const strategies = [1, 3, 12].map((every) => picking(every, every, 0.9));
    const tradingBps = Object.fromEntries(panel.assets.map((asset, place) => [asset, 5 * place]));
    hold(panel, strategies, { costs: { tradingBps }, rules: { delisting: { proceeds: 'spread' } } }, 'own costs');
    hold(panel, strategies, { costs: { tradingBps: 20 }, cash: 'Bill' }, 'proceeds in cash');
  });

  it('is, by hand, 1.2 of a half and 0.9 of another, then all in the one that is left: (0.6 + 0.45) × 1.1', () => {
    const panel = months({ A: [0.2, 0.1, 0], B: [-0.1, null, null] });
    const both = defineStrategy({
      name: 'Both',
      assets: 'all',
      schedule: everyPeriods(12),
      decide: () => ({ A: 0.5, B: 0.5 }),
    });
    const found = sweep(panel, {
      list: [{ of: 'both' }],
      strategy: () => both,
      metrics: { totalReturn },
      backtest: { rules: { delisting: { proceeds: 'spread' } } },
    });
    expect(found.metrics.totalReturn[0]! + 1).toBeCloseTo(1.05 * 1.1, 14);
  });

  it('of several variants that fail, the first is told, though another fails on an earlier day', () => {
    const panel = stocks(5, 6);
    const failing = (from: string): UniverseStrategy =>
      defineStrategy({
        name: `Fails from ${from}`,
        assets: 'all',
        schedule: everyPeriods(1),
        decide: ({ asOf }) => (asOf >= from ? { Nothing: 1 } : {}),
      });
    const run = (list: { strategy: UniverseStrategy }[]): unknown => {
      try {
        return sweep(panel, {
          list,
          strategy: ({ strategy }) => strategy,
          metrics: ['totalReturn'],
          backtest: { rules: { delisting: { proceeds: 'spread' } } },
        });
      } catch (error) {
        return isInputError(error) ? error.details['variant'] : error;
      }
    };
    const [late, early] = [failing('2022-01'), failing('2020-06')];
    expect(run([{ strategy: picking(1, 3, 1) }, { strategy: late }, { strategy: early }])).toBe(1);
    expect(run([{ strategy: late }, { strategy: 'none' as unknown as UniverseStrategy }])).toBe(0);
  });
});
