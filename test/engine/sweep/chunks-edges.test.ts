import { backtest, defineStrategy, everyPeriods, fixedMix, sweep, type Panel, type Strategy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../made-panel.js';

const names = ['maxDrawdown', 'totalReturn', 'arithmeticMean', 'volatility'] as const;
const panel = (): Panel<'A' | 'B' | 'C'> =>
  months({ A: [0.1, -0.2, 0.3, 0.05, 0.1], B: [0, 0.1, 0.02, -0.1, 0.2], C: [0.01, 0.2, -0.02, 0.1, 0] });
const backtestOptions = { costs: { tradingBps: 50 } } as const;

/** Holds the total return of some variants to that of a backtest of their own. */
function hold(count: number, at: readonly number[], strategy: (share: number) => Strategy<'A' | 'B' | 'C'>) {
  const list = Array.from({ length: count }, (_, index) => ({ share: index / count }));
  const swept = sweep(panel(), {
    list,
    strategy: ({ share }) => strategy(share),
    metrics: names,
    backtest: backtestOptions,
  });
  for (const row of at) {
    const { values } = backtest(panel(), strategy(list[row]!.share), backtestOptions);
    const wealth = Array.from(values).reduce((product, value) => product * (1 + value), 1);
    const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / 5;
    const squares = Array.from(values).reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(swept.metrics.totalReturn[row]).toBeCloseTo(wealth - 1, 12);
    expect(swept.metrics.arithmeticMean[row]).toBeCloseTo(mean * 12, 12);
    expect(swept.metrics.volatility[row]).toBeCloseTo(Math.sqrt((squares / 4) * 12), 12);
  }
  return swept.diagnostics.variants;
}

describe('variants beyond the first piece have figures of their own', () => {
  it('of tilts of three assets, which are mixes of two portfolios', () => {
    const variants = hold(600, [0, 1, 300, 511, 512, 599], (share) =>
      fixedMix({ weights: { A: 0.5 - share / 2, B: 0.2 + share / 4, C: 0.3 + share / 4 }, schedule: everyPeriods(2) }),
    );
    expect([variants.wasm + variants.javascript, variants.alone]).toEqual([600, 0]);
  });

  it('of tilts that leave some in cash', () => {
    const variants = hold(600, [1, 300, 512, 599], (share) =>
      fixedMix({ weights: { A: 0.5 - share / 2, B: 0.2 }, schedule: everyPeriods(1) }),
    );
    expect([variants.wasm + variants.javascript, variants.alone]).toEqual([600, 0]);
  });

  it('of weights that are decided anew', () => {
    const variants = hold(40, [0, 15, 16, 39], (share) =>
      defineStrategy<'A' | 'B' | 'C'>({
        name: 'Own',
        assets: ['A', 'B', 'C'],
        schedule: everyPeriods(1),
        decide: ({ asOf }) => (asOf < '2020-03' ? { A: share, B: 1 - share } : { C: share }),
      }),
    );
    expect(variants).toEqual({ wasm: 0, javascript: 0, alone: 40, elsewhere: 0 });
  });
});
