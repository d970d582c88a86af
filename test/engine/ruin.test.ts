import { backtest, cagr, defineStrategy, fixedMix, maxDrawdown, monthly, totalReturn } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { about } from './about.js';
import { months } from './made-panel.js';

const switching = defineStrategy({
  name: 'switching',
  assets: ['A', 'B'],
  schedule: monthly(),
  decide: (view): { A: number } | { B: number } => ('A' in view.holdings ? { B: 1 } : { A: 1 }),
});

describe('a run in which everything is lost', () => {
  it('ends on the row of a total loss, with a return of −100 % and no NaN after it', () => {
    const result = backtest(months({ A: [0.1, -1, 0.5, 0.5] }), fixedMix({ weights: { A: 1 } }), {
      costs: { tradingBps: 100 },
    });
    // 0.99 × 1.1 − 1 = 0.089, then nothing is left.
    expect(Array.from(result.values)).toEqual([about(0.089), -1]);
    expect(Array.from(result.costs.trading)).toEqual([about(0.01), 0]);
    expect(result.settings.to).toBe('2020-02-29');
    expect(result.warnings).toEqual(['All wealth was lost on 2020-02-29: the run ends there.']);
    expect([cagr({ ...result }), totalReturn(result), maxDrawdown(result)]).toEqual([NaN, -1, -1]);
  });

  it('ends on the trade whose cost takes everything', () => {
    // Half is paid to buy A; then 50 % for selling A and 50 % for buying B are all that is left.
    const result = backtest(months({ A: [0.01, 0.02, 0.03], B: [0.01, 0.02, 0.03] }), switching, {
      costs: { tradingBps: 5000 },
    });
    expect(Array.from(result.values)).toEqual([-1]);
    expect(Array.from(result.gross.values)).toEqual([about(0.01)]);
    expect(Array.from(result.costs.trading)).toEqual([1]);
    expect(result.warnings).toContain('All wealth was lost on 2020-01-31: the run ends there.');
    expect(Array.from(result.weights('A'))).toEqual([1]);
  });

  it('never loses more than everything, also where weights round above 1', () => {
    const hair = defineStrategy({
      name: 'hair',
      assets: ['A'],
      schedule: monthly(),
      decide: () => ({ A: 1 + 9e-10 }),
    });
    const result = backtest(months({ A: [0.1, -1, 0.1] }), hair);
    expect(Array.from(result.values)).toEqual([about(0.1), -1]);
    expect(result.decisions[0]!.target).toEqual({ A: 1 });
  });
});
