import { annually, backtest, equalWeight, fixedMix, monthly, type BacktestResult } from 'backtilt';
import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import type { isLean } from '../../src/engine/is-lean.js';
import type { RunInput } from '../../src/engine/run.js';
import { leanCase } from './lean-cases.js';
import { months } from './made-panel.js';

/** While true, no run is taken for a lean one. */
const force = vi.hoisted(() => ({ general: false }));

vi.mock('../../src/engine/is-lean.js', async (load) => {
  const real = await load<{ isLean: typeof isLean }>();
  return { ...real, isLean: (input: RunInput) => !force.general && real.isLean(input) };
});

function generally<T>(run: () => T): T {
  force.general = true;
  try {
    return run();
  } finally {
    force.general = false;
  }
}

/** Where two plain values differ in anything but the last digits of numbers; undefined where they do not. */
function difference(one: unknown, other: unknown, place: string): string | undefined {
  if (typeof one === 'number' && typeof other === 'number') {
    const near = Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(other));
    return near ? undefined : `${place}: ${one} and ${other}`;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return Object.is(one, other) ? undefined : `${place}: ${String(one)} and ${String(other)}`;
  }
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const [keys, others] = [Object.keys(left), Object.keys(right)];
  if (keys.join() !== others.join()) return `${place}: keys ${keys.join()} and ${others.join()}`;
  for (const key of keys) {
    const found = difference(left[key], right[key], `${place}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Everything that a result says: its JSON has every intermediate, and these are not in it. */
const allOf = (result: BacktestResult): unknown => ({
  ...result.toJSON(),
  text: inspect(result),
  reasons: result.decisions.map(({ bound, first }) => ({ bound, first })),
});

describe('which path of the engine ran changes nothing that a result says', () => {
  it('on 300 random markets: decisions, trades, ledger, weights, contributions, turnover, costs, gross, next target, digest and text', () => {
    for (let seed = 1001; seed <= 1300; seed++) {
      const { panel, strategy, options, features } = leanCase(seed);
      const run = (): BacktestResult => backtest(panel, strategy, options);
      const [lean, general] = [run(), generally(run)];
      expect([lean.diagnostics.path, general.diagnostics.path]).toEqual(['lean', 'general']);
      const found = generally(() => difference(allOf(lean), allOf(general), `case ${seed}`));
      expect(found, features.join(', ')).toBeUndefined();
    }
  });

  it('by a limit that never binds, which the lean path does not know', () => {
    for (let seed = 2001; seed <= 2060; seed++) {
      const { panel, strategy, options } = leanCase(seed);
      const lean = backtest(panel, strategy, options);
      // Every asset has a weight of 1 at most, so that this limit changes none.
      const general = backtest(panel, strategy, { ...options, rules: { maxWeight: 1 } });
      expect([lean.diagnostics.path, general.diagnostics.path]).toEqual(['lean', 'general']);
      const { settings: one, digest: first, assumptions: said, ...rest } = lean.toJSON();
      const { settings: other, digest: second, assumptions: saidThere, ...others } = general.toJSON();
      expect(difference(rest, others, `case ${seed}`)).toBeUndefined();
      // What was asked for is told, and so another run in name.
      expect([one.rules, other.rules]).toEqual([{}, { maxWeight: 1 }]);
      expect(second).not.toBe(first);
      expect(saidThere.length).toBeGreaterThanOrEqual(said.length);
    }
  });

  it('for weights that sum to a little more than 1 by rounding', () => {
    const panel = months({ A: [0.1, -0.2, 0.3, 0.05], B: [0, 0.1, 0.02, -0.1] });
    const mix = fixedMix({ weights: { A: 0.5, B: 0.5 + 5e-10 }, schedule: monthly() });
    const run = (): BacktestResult => backtest(panel, mix, { costs: { tradingBps: 10 } });
    expect(
      difference(
        allOf(run()),
        generally(() => allOf(run())),
        'mix',
      ),
    ).toBeUndefined();
    expect(run().diagnostics.path).toBe('lean');
  });

  it('for equal weights whose members are all there from the first decision on', () => {
    const panel = months({ A: [null, 0.1, -0.2, 0.3, 0.05], B: [0.2, 0, 0.1, 0.02, -0.1] });
    const strategy = equalWeight({ assets: ['A', 'B'], schedule: monthly() });
    const run = (): BacktestResult => backtest(panel, strategy);
    expect(run().diagnostics.path).toBe('lean');
    expect(
      difference(
        allOf(run()),
        generally(() => allOf(run())),
        'equal',
      ),
    ).toBeUndefined();
  });
});

describe('the lean path is for runs in which nothing can be missing or lost', () => {
  const mix = fixedMix({ weights: { A: 0.6, B: 0.3 }, schedule: annually() });
  const steady = { A: [0.1, -0.2, 0.3, 0.05], B: [0, 0.1, 0.02, -0.1] };
  const pathOf = (columns: Record<'A' | 'B', readonly (number | null)[]>, options = {}): unknown =>
    backtest(months(columns), mix, options).diagnostics.path;

  it.each([
    ['nothing else', steady, {}, 'lean'],
    ['proportional costs', steady, { costs: { tradingBps: 50 } }, 'lean'],
    ['a hole after the window', { A: [0.1, 0.2, null, 0.1], B: steady.B }, { window: { to: '2020-02' } }, 'general'],
    ['a total loss', { A: [0.1, -1, 0.2, 0.1], B: steady.B }, {}, 'general'],
    ['a lag', steady, { executionLag: 1 }, 'general'],
    [
      'dated costs',
      steady,
      {
        costs: {
          tradingBps: [
            { from: '2000-01', bps: 9 },
            { from: '2020-02', bps: 5 },
          ],
        },
      },
      'general',
    ],
    ['trades that cost a quarter', steady, { costs: { tradingBps: 2500 } }, 'general'],
    ['costs that solve themselves', steady, { costs: { tradingBps: 5, solution: 'selfConsistent' } }, 'general'],
    ['expense ratios', steady, { costs: { expenseRatios: { A: 0.01 } } }, 'general'],
    ['a fee', steady, { costs: { portfolioFee: 0.01 } }, 'general'],
    ['a least trade', steady, { rules: { minTrade: 0.01 } }, 'general'],
    ['a policy', steady, { rules: { missing: 'cash' } }, 'general'],
    ['a flow', steady, { flows: { initial: 100, contributions: { amount: 1, schedule: monthly() } } }, 'general'],
    ['money, but no flow', steady, { flows: { initial: 100 } }, 'lean'],
  ] as const)('a run with %s takes the path that is made for it', (_, columns, options, path) => {
    expect(pathOf(columns, options)).toBe(path);
  });
});
