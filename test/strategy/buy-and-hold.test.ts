import { backtest, buyAndHold, fixedMix, once } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const panel = months({ A: [0.1, 0.1, -0.5], B: [0, -0.2, 0.1] });

describe('buy and hold', () => {
  it('earns what its parts would have grown to, each on its own', () => {
    const { values, decisions } = backtest(panel, buyAndHold({ weights: { A: 0.5, B: 0.3 } }));
    // Wealth: 0.5 in A, 0.3 in B, 0.2 in cash that earns nothing here.
    const wealth = [
      1,
      0.5 * 1.1 + 0.3 + 0.2,
      0.5 * 1.1 * 1.1 + 0.3 * 0.8 + 0.2,
      0.5 * 1.21 * 0.5 + 0.3 * 0.8 * 1.1 + 0.2,
    ];
    wealth.slice(1).forEach((after, row) => {
      expect(values[row]).toBeCloseTo(after / wealth[row]! - 1, 14);
    });
    expect(decisions).toHaveLength(1);
  });

  it('pays for its purchase and for nothing else', () => {
    const { decisions } = backtest(panel, buyAndHold({ weights: { A: 0.5, B: 0.3 } }), { costs: { tradingBps: 100 } });
    expect(decisions.map(({ cost }) => cost)).toEqual([expect.closeTo(0.8 * 0.01, 14)]);
  });

  it('differs from the fixed mix of the same weights once these have drifted', () => {
    const weights = { A: 0.5, B: 0.5 };
    const held = backtest(panel, buyAndHold({ weights }));
    const mixed = backtest(panel, fixedMix({ weights }));
    expect(held.values[0]).toBeCloseTo(mixed.values[0]!, 15);
    // Second month: weights 0.55 and 0.5 of 1.05 against a half each.
    expect(held.values[1]).toBeCloseTo((0.55 * 0.1 - 0.5 * 0.2) / 1.05, 14);
    expect(mixed.values[1]).toBeCloseTo(0.5 * 0.1 - 0.5 * 0.2, 14);
  });

  it('shows who wants short or borrowed positions the way, as a fixed mix does', () => {
    const way = ['defineStrategy', 'rules: { leverage: …'];
    for (const made of [buyAndHold, fixedMix]) {
      expectInputError('option.range', ['"weights.A" is 1.3', ...way], () => made({ weights: { A: 1.3, B: -0.3 } }));
      expectInputError('option.range', ['"weights.B" is -0.3', ...way], () => made({ weights: { A: 1, B: -0.3 } }));
      expectInputError('option.range', ['sum to 1.5', ...way], () => made({ weights: { A: 1, B: 0.5 } }));
    }
  });

  it('is plain data that later changes of the record do not reach', () => {
    const weights = { A: 0.6, B: 0.4 };
    const held = buyAndHold({ weights });
    weights.A = 0;
    expect(held).toMatchObject({ name: 'Buy and hold 60 % A, 40 % B', assets: ['A', 'B'], schedule: once() });
    expect(held.params).toEqual({ weights: { A: 0.6, B: 0.4 } });
    expect(buyAndHold({ weights, name: 'Mine' }).name).toBe('Mine');
  });

  it.each([
    [{ weights: { A: 0.7, B: 0.4 } }, 'option.range', ['buyAndHold', 'sum to 1.1']],
    [{ weights: { A: 60 } }, 'option.range', ['buyAndHold', 'weights.A', '60', 'from 0 to 1']],
    [{ weights: { A: NaN } }, 'option.type', ['weights.A', 'NaN']],
    [{ weights: undefined }, 'option.type', ['"weights"', 'undefined']],
    [{ weights: { A: 1 }, schedule: once() }, 'option.unknown', ['"schedule"']],
    [null, 'option.type', ['buyAndHold', 'null']],
  ] as const)('refuses %j', (options, code, facts) => {
    expectInputError(code, facts, () => buyAndHold(options as never));
  });
});
