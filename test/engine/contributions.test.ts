import { backtest, contributions, defineStrategy, fixedMix, monthly, once, totalReturn } from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';
import { randomCase } from './oracle-cases.js';

describe('contributions', () => {
  it('add up to the net return of every row that did not lose everything, with every feature', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (seed) => {
        const { panel, strategy, options } = randomCase(seed);
        const run = backtest(panel, strategy, options as never);
        const parts = contributions(run);
        const columns = [...Object.values(parts.assets), parts.cash, parts.financing, parts.fees, parts.trading];
        run.values.forEach((net, row) => {
          if (net === -1) return;
          const sum = columns.reduce((total, column) => total + column[row]!, 0);
          expect(Math.abs(sum - net), `seed ${seed}, row ${row}`).toBeLessThan(1e-12);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('linked over all rows add up to the total return, and are NaN where everything was lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (seed) => {
        const { panel, strategy, options } = randomCase(seed);
        const run = backtest(panel, strategy, options as never);
        const { linked, totalReturn: total } = contributions(run);
        const all = [...Object.values(linked.assets), linked.cash, linked.financing, linked.fees, linked.trading];
        expect(total).toBe(totalReturn(run));
        // Ruined, or so nearly that what is left of wealth rounds to nothing.
        if (run.end === 'ruined' || total === -1) expect(all.every((part) => Number.isNaN(part))).toBe(true);
        else expect(all.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 11);
      }),
      { numRuns: 100 },
    );
  });

  it('are weight times return, cost by cost: written out', () => {
    const panel = months({ A: [0.1, 0.1], B: [-0.05, 0.2], Bill: [0.01, 0.02] });
    const run = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.3 }, schedule: once() }), {
      costs: { tradingBps: 100, portfolioFee: 0.12, expenseRatios: { A: 0.012 } },
      cash: 'Bill',
    });
    const parts = contributions(run);
    // The purchase of 0.8 at 1 % leaves b = 0.992 of each unit; cash is 0.2 of it.
    const b = 0.992;
    expect(parts.assets.A[0]).toBeCloseTo(b * 0.5 * 0.1, 15);
    expect(parts.assets.B[0]).toBeCloseTo(b * 0.3 * -0.05, 15);
    expect(parts.cash[0]).toBeCloseTo(b * 0.2 * 0.01, 15);
    expect(parts.trading[0]).toBeCloseTo(-0.008, 15);
    // A keeps (1 − 0.012)^(1/12) of its value, then all keep (1 − 0.12)^(1/12).
    const ratio = b * 0.5 * 1.1 * (1 - 0.988 ** (1 / 12));
    const before = b * (1 + 0.05 - 0.015 + 0.002) - ratio;
    expect(parts.fees[0]).toBeCloseTo(-ratio - before * (1 - 0.88 ** (1 / 12)), 15);
    expect([...parts.financing]).toEqual([0, 0]);
    // After the first row nothing is traded, and the next row's contributions are of drifted weights.
    expect(parts.trading[1]).toBe(0);
    expect(parts.assets.B[1]).toBeCloseTo(run.weights('B')[1]! * 0.2, 15);
  });

  it('keep debt and short positions apart: interest at the cash rate is cash, the spread and the fee are financing', () => {
    const panel = months({ A: [0.1], B: [0.2], Bill: [0.01] });
    const strategy = defineStrategy({
      name: 'Levered',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: () => ({ A: 1.5, B: -0.2 }),
    });
    const run = backtest(panel, strategy, {
      cash: 'Bill',
      rules: { leverage: { max: 2, borrowSpread: 0.024, shortFee: 0.12 } },
    });
    const { assets, cash, financing } = contributions(run);
    expect([...assets.A, ...assets.B]).toEqual([about(0.15), about(-0.04)]);
    // Debt 0.3: interest 0.3 × 1 %, spread 0.3 × 2.4 % / 12; short 0.2 × 12 % / 12.
    expect(cash[0]).toBeCloseTo(-0.003, 15);
    expect(financing[0]).toBeCloseTo(-0.0006 - 0.002, 15);
    expect(run.values[0]).toBeCloseTo(0.15 - 0.04 - 0.003 - 0.0026, 15);
  });

  it("take flows for no part of a return: another investor's money changes nothing but costs of trading it", () => {
    const panel = months({ A: [0.1, -0.1, 0.05], B: [0.02, 0.03, 0.01] });
    const mix = fixedMix({ weights: { A: 0.6, B: 0.4 } });
    const plain = contributions(backtest(panel, mix));
    const flows = { initial: 50, contributions: { amount: 20, schedule: ['2020-01-31'], at: 'start' as const } };
    const moved = contributions(backtest(panel, mix, { flows }));
    for (const asset of ['A', 'B'] as const)
      moved.assets[asset].forEach((value, row) => {
        expect(value).toBeCloseTo(plain.assets[asset][row]!, 14);
      });
  });

  it('link as Carino has it: the arithmetic of two periods', () => {
    const run = backtest(months({ A: [0.1, 0], B: [0, 0.04] }), fixedMix({ weights: { A: 0.5, B: 0.5 } }));
    // r = 5 % and 2 %, R = 7.1 %; k = ln(1 + r)/r, K = ln(1 + R)/R.
    const K = Math.log(1.071) / 0.071;
    const { linked } = contributions(run);
    expect(linked.assets.A).toBeCloseTo((Math.log(1.05) / 0.05 / K) * 0.05, 14);
    expect(linked.assets.B).toBeCloseTo((Math.log(1.02) / 0.02 / K) * 0.02, 14);
  });

  it('show themselves as a table and are frozen; an asset may be called "cash" or "fees"', () => {
    const run = backtest(months({ cash: [0.1], fees: [0.2] }), fixedMix({ weights: { cash: 0.5, fees: 0.5 } }));
    const parts = contributions(run);
    expect(parts.linked.assets.cash).toBeCloseTo(0.05, 15);
    expect(parts.linked.cash).toBe(0);
    expect(String(parts)).toMatch(/Net return +180\.00 % +15\.00 %/);
    expect(Object.isFrozen(parts) && Object.isFrozen(parts.linked.assets)).toBe(true);
  });

  it('show no average of a year where all was lost: −100 % in a month is not −1200 % a year', () => {
    const run = backtest(months({ A: [0.1, -1], B: [0, 0] }), fixedMix({ weights: { A: 1 } }));
    expect(String(contributions(run))).toMatch(/Net return +– +-100\.00 %/);
    expect(String(contributions(run))).toMatch(/^A +– +–$/m);
    expect(String(contributions(run))).toContain('All was lost');
  });

  it('are of results only', () => {
    const series = months({ A: [0.1] }).returns('A');
    expectInputError('series.invalid', ['contributions', 'backtest'], () => contributions(series as never));
  });
});
