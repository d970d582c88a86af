import { backtest, defineStrategy, once, type Rules } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { fromDays, nearWeights, years } from './by-hand.js';

type Name = 'A' | 'B' | 'C';

/** Half in A and half in B at the start; a year later, while B has no price, another answer; nothing earns anything. */
const inHole = (answer: Partial<Record<Name, number>>, rules: Rules<Name>) => {
  const panel = years({ A: [0, 0, 0], B: [0, null, 0], C: [0, 0, 0] });
  const strategy = fromDays(['A', 'B', 'C'], { '2019-12-31': { A: 0.5, B: 0.5 }, '2021-12-31': answer });
  const { decisions } = backtest(panel, strategy, { rules: { missing: 'hold', ...rules } });
  return decisions.find(({ decidedOn }) => decidedOn === '2021-12-31')!;
};

describe('what lies still in a hole', () => {
  it('makes the others share the room that it leaves', () => {
    const { weights, bound } = inHole({ A: 0.5, C: 0.3 }, {});
    // 0.3 of the 0.8 are left, by 3/8.
    nearWeights(weights, { A: (0.5 * 3) / 8, B: 0.5, C: (0.3 * 3) / 8 });
    expect(bound).toEqual([{ rule: 'missing', assets: ['B'] }]);
  });

  it('is one of the holdings that are allowed', () => {
    const { weights, bound } = inHole({ A: 0.5, C: 0.3 }, { maxHoldings: 2 });
    nearWeights(weights, { A: 0.3, B: 0.5 });
    expect(bound).toEqual([
      { rule: 'missing', assets: ['B'] },
      { rule: 'maxHoldings', assets: ['C'] },
    ]);
  });

  it('leaves no room for another where one holding is allowed', () => {
    const panel = years({ A: [0, 0, 0], B: [0, null, 0] });
    const strategy = fromDays(['A', 'B'], { '2019-12-31': { B: 0.5 }, '2021-12-31': { A: 1 } });
    const { decisions } = backtest(panel, strategy, { rules: { missing: 'hold', maxHoldings: 1 } });
    nearWeights(decisions.find(({ decidedOn }) => decidedOn === '2021-12-31')!.weights, { B: 0.5 });
  });

  it('takes its part of the room of its group', () => {
    const groups = [{ name: 'X', assets: ['B', 'C'] as const, max: 0.6 }];
    // The answer gets the half that B leaves: 0.1 and 0.4. B's 0.5 leave 0.1 of the group to C; A gets the rest.
    const { weights, bound } = inHole({ A: 0.2, C: 0.8 }, { groups });
    nearWeights(weights, { A: 0.4, B: 0.5, C: 0.1 });
    expect(bound).toEqual([
      { rule: 'missing', assets: ['B'] },
      { rule: 'group', name: 'X', assets: ['B', 'C'] },
    ]);
    // A group without it has all of its room.
    nearWeights(inHole({ A: 0.2, C: 0.8 }, { groups: [{ name: 'Y', assets: ['C'], max: 0.4 }] }).weights, {
      A: 0.1,
      B: 0.5,
      C: 0.4,
    });
  });
});

describe('an answer that is spread over what is there', () => {
  const first = (answer: Readonly<Partial<Record<'A' | 'B' | 'C' | 'D', number>>>) => {
    const panel = years({ A: [0, 0, 0], B: [null, null, 0], C: [0, 0, 0], D: [null, null, 0] });
    const strategy = defineStrategy<'A' | 'B' | 'C' | 'D'>({
      name: 'Long and short',
      assets: ['A', 'B', 'C', 'D'],
      schedule: once(),
      decide: () => answer,
    });
    const leverage = { max: 3, borrowSpread: 0, shortFee: 0 };
    return backtest(panel, strategy, { rules: { missing: 'renormalise', leverage } }).decisions[0]!.weights;
  };

  it('keeps the sum of its long and of its short side', () => {
    nearWeights(first({ A: 0.6, B: 0.4, C: -0.3, D: -0.2 }), { A: 1, C: -0.5 });
    nearWeights(first({ A: 0.6, B: 0.4 }), { A: 1 });
  });

  it('leaves a side empty of which nobody is there', () => {
    nearWeights(first({ A: 0.5, D: -0.3 }), { A: 0.5 });
    nearWeights(first({ B: 0.5, C: -0.3 }), { C: -0.3 });
  });
});
