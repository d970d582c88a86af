import { averageWeights, backtest, once, constantMixOf, defineStrategy, fixedMix, monthly, quarterly } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
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

  it('keeps what was short and what was borrowed: 1.5 of A and −0.2 of B, traded back every month', () => {
    const target = { A: 1.5, B: -0.2 };
    const rules = { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } };
    const levered = defineStrategy({ name: 'levered', assets: ['A', 'B'], schedule: monthly(), decide: () => target });
    const result = backtest(pair, levered, { rules });
    const mix = constantMixOf(result);
    expect(mix.params?.['weights']).toEqual({ A: about(1.5), B: about(-0.2) });
    const again = backtest(pair, mix, { rules });
    for (const [row, value] of again.values.slice().entries()) expect(value).toBeCloseTo(result.values[row]!, 14);
    expectInputError('series.invalid', ['backtest(panel, strategy)'], () => averageWeights({} as typeof result));
  });
});
