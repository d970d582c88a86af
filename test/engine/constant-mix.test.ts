import { averageWeights, backtest, once, constantMixOf, defineStrategy, fixedMix, quarterly } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from './made-panel.js';

/** A half and a half, one up 10 % every month, one flat. */
const pair = months({ A: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], B: [0, 0, 0, 0, 0, 0] });
const half = { A: 0.5, B: 0.5 };

describe('a constant mix of the same exposure', () => {
  it('is the average of the weights at the start of each row', () => {
    const result = backtest(pair, fixedMix({ weights: half, schedule: quarterly() }));
    const expected = (2 * (0.5 + 0.55 / 1.05 + 0.605 / 1.105)) / 6;
    expect(averageWeights(result).A).toBeCloseTo(expected, 14);
    expect(averageWeights(result).B).toBeCloseTo(1 - expected, 14);
    const mix = constantMixOf(result);
    const again = backtest(pair, mix);
    expect(again.decisions[0]?.target).toEqual({ A: averageWeights(result).A, B: averageWeights(result).B });
  });

  it('is marked as hindsight, the mark reaches the result, its warnings and a mix of the mix', () => {
    const result = backtest(pair, constantMixOf(backtest(pair, fixedMix({ weights: half }))));
    expect(result.usesHindsight).toBe(true);
    // B stands still on purpose in this panel, which is told too.
    expect(result.warnings).toEqual([
      'Uses hindsight (the strategy itself): nobody could have traded this at the time.',
      expect.stringContaining('B has 6 returns of exactly 0 in a row, 2020-01-31 to 2020-06-30'),
    ]);
  });

  it('leaves out what was never held, and takes another schedule', () => {
    const only = defineStrategy({
      name: 'only A',
      assets: ['A', 'B'],
      schedule: once(),
      decide: () => ({ A: 1 }),
    });
    const mix = constantMixOf(backtest(pair, only), { schedule: quarterly() });
    expect(mix.assets).toEqual(['A']);
    expect(mix.schedule).toEqual({ kind: 'quarterly' });
  });
});
