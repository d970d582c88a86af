import { annually, backtest, defineStrategy, fixedMix, type Rules } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { closings, everyRow, fromDays, near, nearWeights, years } from './by-hand.js';

type Name = 'A' | 'B' | 'C' | 'D';
type Mix = Readonly<Partial<Record<Name, number>>>;

const names: readonly Name[] = ['A', 'B', 'C', 'D'];
const flat = years({ A: [0, 0, 0], B: [0, 0, 0], C: [0, 0, 0], D: [0, 0, 0] });
const wanting = (weights: Mix) => fromDays<Name>(names, { '2019-12-31': weights });
const short = { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } };

/** What is bought at the base, and which rules changed it. */
function bought(weights: Mix, rules: Rules<Name>): { weights: Mix; bound: readonly object[] } {
  const result = backtest(flat, wanting(weights), { rules });
  const decision = result.decisions[0]!;
  // The answer is kept as it was; what to hold next has gone through the same limits.
  expect(decision.target).toEqual(weights);
  nearWeights(result.nextTarget.weights, decision.weights);
  expect(result.nextTarget.target).toEqual(weights);
  expect(result.nextTarget.bound).toEqual(decision.bound);
  return decision;
}

describe('maxHoldings', () => {
  it('keeps the largest, of equals the first, and spreads what it dropped over those that stay', () => {
    const mix = { A: 0.2, B: 0.3, C: 0.3, D: 0.2 };
    const three = bought(mix, { maxHoldings: 3 });
    nearWeights(three.weights, { A: 0.25, B: 0.375, C: 0.375 });
    expect(three.bound).toEqual([{ rule: 'maxHoldings', assets: ['D'] }]);
    nearWeights(bought(mix, { maxHoldings: 1 }).weights, { B: 1 });
    expect(bought(mix, { maxHoldings: 4 }).bound).toEqual([]);
  });

  it('keeps the sum: what was meant for cash stays cash', () => {
    nearWeights(bought({ A: 0.3, B: 0.2, C: 0.1 }, { maxHoldings: 2 }).weights, { A: 0.36, B: 0.24 });
  });

  it('counts short positions by their size, and with them spreads nothing', () => {
    nearWeights(bought({ A: 0.5, B: -0.4, C: 0.3 }, { ...short, maxHoldings: 2 }).weights, { A: 0.5, B: -0.4 });
  });
});

describe('maxWeight', () => {
  it('spreads the excess pro rata, again and again, until none is above', () => {
    // A is cut to 0.35. 0.65 over 0.5 lifts B to 0.39: cut. 0.3 over 0.2 is 1.5 times.
    const { weights, bound } = bought({ A: 0.5, B: 0.3, C: 0.15, D: 0.05 }, { maxWeight: 0.35 });
    nearWeights(weights, { A: 0.35, B: 0.35, C: 0.225, D: 0.075 });
    expect(bound).toEqual([{ rule: 'maxWeight', assets: ['A', 'B'] }]);
  });

  it('leaves in cash what nobody can take', () => {
    nearWeights(bought({ A: 0.6, B: 0.4 }, { maxWeight: 0.3 }).weights, { A: 0.3, B: 0.3 });
  });

  it('by asset holds those that are named, a limit of 0 among them', () => {
    nearWeights(bought({ A: 0.5, B: 0.5 }, { maxWeight: { A: 0.2 } }).weights, { A: 0.2, B: 0.8 });
    nearWeights(bought({ A: 0.5, B: 0.5 }, { maxWeight: { A: 0 } }).weights, { B: 1 });
    nearWeights(bought({ A: 0.5, B: 0.5 }, { maxWeight: 0 }).weights, {});
  });

  it('with short positions cuts what is larger, and spreads nothing', () => {
    const { weights } = bought({ A: 0.8, B: -0.6, C: 0.2 }, { ...short, maxWeight: 0.5 });
    nearWeights(weights, { A: 0.5, B: -0.5, C: 0.2 });
  });
});

describe('groups', () => {
  const small = (max: number): Rules<Name> => ({ groups: [{ name: 'Small', assets: ['B', 'C'], max }] });

  it('small caps up to 40 %: what is above goes to the others, and inside the group weights keep their proportion', () => {
    const { weights, bound } = bought({ A: 0.4, B: 0.4, C: 0.2 }, small(0.4));
    nearWeights(weights, { A: 0.6, B: 0.8 / 3, C: 0.4 / 3 });
    expect(bound).toEqual([{ rule: 'group', name: 'Small', assets: ['B', 'C'] }]);
    expect(bought({ A: 0.6, B: 0.2, C: 0.2 }, small(0.4)).bound).toEqual([]);
  });

  it('a limit of 0 leaves the group out', () => {
    nearWeights(bought({ A: 0.4, B: 0.4, C: 0.2 }, small(0)).weights, { A: 1 });
  });

  it('one after the other: what the first gives up may take the second over its limit', () => {
    // A and B: 0.5 → 0.3. The 0.7 is C's and D's: 0.35 each, C is cut to 0.3, D gets the rest.
    const { weights, bound } = bought(
      { A: 0.25, B: 0.25, C: 0.25, D: 0.25 },
      {
        groups: [
          { name: 'First', assets: ['A', 'B'], max: 0.3 },
          { name: 'Second', assets: ['C'], max: 0.3 },
        ],
      },
    );
    nearWeights(weights, { A: 0.15, B: 0.15, C: 0.3, D: 0.4 });
    expect(bound.map((rule) => (rule as { name?: string }).name)).toEqual(['First', 'Second']);
  });

  it('under a limit of single weights: what the group gives up does not lift another above its own', () => {
    // B and C: 0.6 → 0.4; A would get 0.6, and is cut to 0.5; the tenth that is left is cash.
    const { weights } = bought({ A: 0.4, B: 0.4, C: 0.2 }, { ...small(0.4), maxWeight: 0.5 });
    nearWeights(weights, { A: 0.5, B: 0.8 / 3, C: 0.4 / 3 });
  });

  it('hold what a limit of single weights has fixed already: the narrower counts', () => {
    // B is cut to 0.5, and then, as all of its group, to 0.4. A may have 0.5; the tenth that is left is cash.
    const { weights, bound } = bought({ A: 0.3, B: 0.7 }, { ...small(0.4), maxWeight: 0.5 });
    nearWeights(weights, { A: 0.5, B: 0.4 });
    expect(bound.map((rule) => (rule as { rule: string }).rule).sort()).toEqual(['group', 'maxWeight']);
  });

  it('with short positions count by size, and are scaled without spreading', () => {
    nearWeights(bought({ A: 0.5, B: 0.4, C: -0.4 }, { ...short, ...small(0.4) }).weights, { A: 0.5, B: 0.2, C: -0.2 });
  });
});

describe('maxTurnover', () => {
  const switching = fromDays(['A', 'B'], { '2019-12-31': { A: 1 }, '2020-12-31': { B: 1 } });
  const panel = years({ A: [0, 0, 0, 0], B: [0, 0, 0, 0] });

  it('lets a first purchase be, and a full switch of 1 go a tenth of its way at a limit of 0.1', () => {
    const { decisions } = backtest(panel, switching, { rules: { maxTurnover: 0.1 } });
    expect(decisions.map(({ turnover }) => Number(turnover.toFixed(12)))).toEqual([1, 0.1, 0.1, 0.1]);
    nearWeights(decisions[1]!.weights, { A: 0.9, B: 0.1 });
    nearWeights(decisions[3]!.weights, { A: 0.7, B: 0.3 });
    expect(decisions.map(({ bound }) => bound.length)).toEqual([0, 1, 1, 1]);
    expect(decisions[1]!.bound).toEqual([{ rule: 'maxTurnover', assets: ['A', 'B'] }]);
  });

  it('takes the first trade that buys something for the first purchase, whenever it comes', () => {
    const waiting = fromDays(['A', 'B'], { '2019-12-31': {}, '2020-12-31': { A: 1 }, '2021-12-31': { B: 1 } });
    const { decisions } = backtest(panel, waiting, { rules: { maxTurnover: 0.25 } });
    near(
      decisions.map(({ turnover }) => turnover),
      [0, 1, 0.25, 0.25],
    );
  });

  it('counts what goes to cash as a whole', () => {
    const leaving = fromDays(['A'], { '2019-12-31': { A: 1 }, '2020-12-31': { A: 0.4 } });
    const { decisions } = backtest(years({ A: [0, 0] }), leaving, { rules: { maxTurnover: 0.2 } });
    nearWeights(decisions[1]!.weights, { A: 0.8 });
  });

  it('of 0 never trades again', () => {
    const { decisions } = backtest(panel, switching, { rules: { maxTurnover: 0 } });
    expect(decisions.map(({ traded }) => traded)).toEqual([1, 0, 0, 0]);
  });
});

describe('minTrade and funding', () => {
  const mix = fixedMix({ weights: { A: 0.5, B: 0.3, C: 0.2 }, schedule: annually() });
  const after = (a: number, b: number, c: number, weights: Record<'A' | 'B' | 'C', number>, minTrade: number) =>
    backtest(years({ A: [a, 0], B: [b, 0], C: [c, 0] }), fixedMix({ weights, schedule: everyRow }), {
      rules: { minTrade },
    }).decisions[1]!;
  const weights = { A: 0.5, B: 0.3, C: 0.2 };

  it('changes that are too small are not made; what is sold then lies in cash', () => {
    // 0.56, 0.27, 0.17: − 0.06, + 0.03, + 0.03 are wanted.
    const decision = after(0.12, -0.1, -0.15, weights, 0.04);
    nearWeights(decision.weights, { A: 0.5, B: 0.27, C: 0.17 });
    expect(decision.bound).toEqual([{ rule: 'minTrade', assets: ['B', 'C'] }]);
    near([decision.traded, decision.turnover], [0.06, 0.06]);
  });

  it('a purchase for which nothing is sold is not made either: there is no money', () => {
    // 0.44, 0.33, 0.23: + 0.06, and two sales of 0.03 that are too small.
    const decision = after(-0.12, 0.1, 0.15, weights, 0.04);
    nearWeights(decision.weights, { A: 0.44, B: 0.33, C: 0.23 });
    expect(decision.bound).toEqual([
      { rule: 'minTrade', assets: ['B', 'C'] },
      { rule: 'funding', assets: ['A'] },
    ]);
  });

  it('a purchase is made as far as the sales pay for it', () => {
    // 0.42, 0.31, 0.27 of 0.5, 0.25, 0.25: + 0.08 wanted, 0.06 sold of B, 0.02 of C too small.
    const decision = after(-0.16, 0.24, 0.08, { A: 0.5, B: 0.25, C: 0.25 }, 0.03);
    nearWeights(decision.weights, { A: 0.48, B: 0.25, C: 0.27 });
  });

  it('cash pays for it, where there is some', () => {
    // 0.44, 0.33, 0.13 and 0.1 in cash.
    const decision = after(-0.12, 0.1, 0.3, { A: 0.5, B: 0.3, C: 0.1 }, 0.04);
    nearWeights(decision.weights, { A: 0.5, B: 0.33, C: 0.13 });
    expect(decision.bound).toEqual([{ rule: 'minTrade', assets: ['B', 'C'] }]);
  });

  it('of 0 trades everything', () => {
    const panel = years({ A: [0.12, 0], B: [-0.1, 0], C: [-0.15, 0] });
    const [none, zero] = [undefined, { minTrade: 0 }].map((rules) => closings(backtest(panel, mix, { rules })));
    near(zero!, none!);
  });
});

describe('limits together', () => {
  it('apply in the order that is documented: holdings, weights and groups, then the trade', () => {
    const strategy = defineStrategy<Name>({
      name: 'Two answers',
      assets: names,
      schedule: everyRow,
      decide: (view): Record<Name, number> =>
        view.asOf === '2019-12-31' ? { A: 1, B: 0, C: 0, D: 0 } : { A: 0.1, B: 0.5, C: 0.3, D: 0.1 },
    });
    const { decisions, assumptions } = backtest(flat, strategy, {
      rules: { maxHoldings: 2, maxWeight: { B: 0.5 }, maxTurnover: 0.25 },
    });
    // B and C stay: 0.625 and 0.375; B is cut to 0.5, C gets 0.5; from all in A that is a turnover of 1, of which a quarter goes.
    nearWeights(decisions[1]!.weights, { A: 0.75, B: 0.125, C: 0.125 });
    expect(decisions[1]!.bound).toEqual([
      { rule: 'maxHoldings', assets: ['A', 'D'] },
      { rule: 'maxWeight', assets: ['B'] },
      { rule: 'maxTurnover', assets: ['A', 'B', 'C'] },
    ]);
    expect(assumptions).toContain(
      'Rules that changed a trade, of 3 decisions: maxHoldings at 2, maxWeight at 2, maxTurnover at 2.',
    );
  });
});
