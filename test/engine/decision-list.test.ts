import { type AnyPanel, backtest, defineStrategy, fixedMix, monthly } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from './made-panel.js';

const returns = { A: [0.1, -0.05, 0.2], ['__proto__']: [0, 0.25, 0.1], constructor: [0.01, 0, 0] };

describe('the decisions and trades of a run', () => {
  const frozenThrough = (value: unknown): boolean =>
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(frozenThrough));

  const fixed = fixedMix({ weights: { A: 0.5, B: 0.25 }, schedule: monthly() });
  const limited = backtest(months({ A: [0.1, -0.05], B: [0, 0.25] }), fixed, { rules: { maxWeight: 0.4 } });

  it('are frozen all the way down, the rules that bound among them', () => {
    const plain = backtest(months({ A: [0.1, -0.05], B: [0, 0.25] }), fixed);
    for (const run of [plain, limited]) {
      expect(run.decisions.length).toBeGreaterThan(1);
      expect(frozenThrough(run.decisions) && frozenThrough(run.trades) && frozenThrough(run.nextTarget)).toBe(true);
    }
    expect(limited.decisions[0]!.bound).toEqual([{ rule: 'maxWeight', assets: ['A'] }]);
  });

  it('name every asset as its own, whatever it is called', () => {
    const strategy = defineStrategy<string>({
      name: 'Odd names',
      assets: ['A', '__proto__', 'constructor'],
      schedule: monthly(),
      decide: () =>
        Object.fromEntries([
          ['__proto__', 0.5],
          ['constructor', 0.25],
        ]),
    });
    const { decisions } = backtest(months(returns) as AnyPanel, strategy as never);
    const odd = [
      ['__proto__', 0.5],
      ['constructor', 0.25],
    ];
    for (const { target, weights } of decisions) {
      expect(Object.entries(target)).toEqual(odd);
      expect(Object.entries(weights)).toEqual(odd);
    }
  });
});
