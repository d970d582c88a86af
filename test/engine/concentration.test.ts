import { backtest, concentration, defineStrategy, fixedMix, monthly, once } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';

describe('concentration', () => {
  it('of equal weights that are kept is 1/n, and n holdings', () => {
    const panel = months({ A: [0.1, -0.2], B: [0, 0.1], C: [0.3, 0], D: [0, 0] });
    const quarter = fixedMix({ weights: { A: 0.25, B: 0.25, C: 0.25, D: 0.25 } });
    const found = concentration(backtest(panel, quarter));
    expect([...found.herfindahl]).toEqual([about(0.25), about(0.25)]);
    expect([...found.effectiveHoldings]).toEqual([about(4, 13), about(4, 13)]);
    expect(found.meanEffectiveHoldings).toBeCloseTo(4, 13);
  });

  it('drifts with the weights: 0.5 each, then 0.6 and 0.4', () => {
    const found = concentration(
      backtest(months({ A: [0.5, 0], B: [0, 0] }), fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: once() })),
    );
    // 0.75 : 0.5 is 0.6 : 0.4, and 0.36 + 0.16 = 0.52.
    expect([...found.herfindahl]).toEqual([about(0.5), about(0.52)]);
    expect(found.meanHerfindahl).toBeCloseTo(0.51, 15);
    expect(found.meanEffectiveHoldings).toBeCloseTo((2 + 1 / 0.52) / 2, 14);
  });

  it('is NaN where nothing is held, and the means leave those rows out; cash is no holding', () => {
    const strategy = defineStrategy({
      name: 'Out in February',
      assets: ['A'],
      schedule: monthly(),
      decide: ({ asOf }) => (asOf === '2020-01-31' ? {} : { A: 0.5 }),
    });
    const found = concentration(backtest(months({ A: [0.1, 0.1, 0.1] }), strategy));
    expect([...found.herfindahl]).toEqual([1, NaN, 1]);
    expect([found.meanHerfindahl, found.meanEffectiveHoldings]).toEqual([1, 1]);
    const nothing = defineStrategy({ name: 'Nothing', assets: ['A'], schedule: monthly(), decide: () => ({}) });
    const none = concentration(backtest(months({ A: [0.1] }), nothing));
    expect([none.meanHerfindahl, none.meanEffectiveHoldings]).toEqual([NaN, NaN]);
    expect(String(none)).toContain('–');
  });

  it('counts short positions by their size, as shares of gross exposure', () => {
    const strategy = defineStrategy({
      name: 'Long and short',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: () => ({ A: 1.2, B: -0.5 }),
    });
    const run = backtest(months({ A: [0], B: [0] }), strategy, {
      rules: { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } },
    });
    // (1.44 + 0.25) / 1.7².
    expect([...concentration(run).herfindahl]).toEqual([about(1.69 / 2.89)]);
  });

  it('shows itself, is frozen, and is of results only', () => {
    const found = concentration(backtest(months({ A: [0.1] }), fixedMix({ weights: { A: 1 } })));
    expect(String(found)).toMatch(/Herfindahl index +1\.0000 +1\.0000 +1\.0000 +1\.0000/);
    expect(Object.isFrozen(found)).toBe(true);
    expectInputError('series.invalid', ['concentration'], () => concentration({ weights: { A: 1 } } as never));
  });
});
