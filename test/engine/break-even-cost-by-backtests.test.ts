import { backtest, breakEvenCost, cagr, defineStrategy, monthly, sharpeRatio, smallCapTilt } from 'backtilt';
import { randomPanel } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';

const momentum = defineStrategy({
  name: 'Momentum',
  assets: ['A', 'B'],
  lookback: 6,
  schedule: monthly(),
  decide: (view) => (view.totalReturn('A', 6) > view.totalReturn('B', 6) ? { A: 1 } : { B: 1 }),
});

describe('the break-even cost', () => {
  it('is the cost at which another backtest gives the same figure, whatever the statistic, the options and the data', () => {
    let found = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const panel = randomPanel({ assets: ['A', 'B'], rows: 90, seed });
      const benchmark = smallCapTilt({ core: 'A', smallCap: 'B', weight: 0.4 });
      const options = { executionLag: 1, cash: 'B' as const, costs: { portfolioFee: 0.002 } };
      for (const statistic of [cagr, sharpeRatio]) {
        const { bps, reason } = breakEvenCost(panel, momentum, { ...options, benchmark, statistic });
        if (reason !== 'found') continue;
        found++;
        const window = { from: '2000-07' };
        const at = { ...options, window, costs: { ...options.costs, tradingBps: bps } };
        const [own, other] = [backtest(panel, momentum, at), backtest(panel, benchmark, at)];
        expect(own.calendar.length).toBe(other.calendar.length);
        expect(statistic(own)).toBeCloseTo(statistic(other), 12);
      }
    }
    expect(found).toBeGreaterThan(6);
  });
});
