import { annually, backtest, buyAndHold, fixedMix, type MissingPolicy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { closings, near, nearWeights, tradeLines, years } from './by-hand.js';

const half = { A: 0.5, B: 0.5 };
const yearly = fixedMix({ weights: half, schedule: annually() });
const held = buyAndHold({ weights: half });
const product = (...factors: number[]): number[] =>
  factors.map((_, row) => factors.slice(0, row + 1).reduce((all, factor) => all * factor, 1));

describe('an asset that is listed late, 50/50', () => {
  // B has its first return in 2022, so from the end of 2021 on it can be bought.
  const panel = years({ A: [0.1, 0.1, 0.1, 0.1], B: [null, null, 0.2, 0.2] });
  const path = (missing: MissingPolicy, strategy = yearly) => backtest(panel, strategy, { rules: { missing } });

  it('shortens the window without a policy, and does not with one', () => {
    expect(backtest(panel, yearly).settings.from).toBe('2022-12-31');
    for (const missing of ['hold', 'cash', 'renormalise'] as const)
      expect(path(missing).settings.from).toBe('2020-12-31');
  });

  it('hold and cash: its half lies in cash until a decision finds it there', () => {
    for (const missing of ['hold', 'cash'] as const) {
      const result = path(missing);
      near(closings(result), product(1.05, 1.05, 1.15, 1.15));
      nearWeights(result.decisions[0]!.weights, { A: 0.5 });
      expect(result.decisions.map(({ bound }) => bound)).toEqual([
        [{ rule: 'missing', assets: ['B'] }],
        [{ rule: 'missing', assets: ['B'] }],
        [],
        [],
      ]);
      nearWeights(result.decisions[2]!.weights, half);
    }
  });

  it('hold and cash: a strategy that decides once never buys it', () => {
    for (const missing of ['hold', 'cash'] as const) {
      near(
        closings(path(missing, held)),
        [1.1, 1.21, 1.331, 1.4641].map((grown) => 0.5 * grown + 0.5),
      );
    }
  });

  it('renormalise: the other has all of it, and gives up a half on the day on which it is there, decision or not', () => {
    near(closings(path('renormalise')), product(1.1, 1.1, 1.15, 1.15));
    const once = path('renormalise', held);
    near(closings(once), [1.1, 1.21, 1.21 * 1.15, 1.21 * (0.5 * 1.21 + 0.5 * 1.44)]);
    expect(tradeLines(once)).toEqual([
      ['2019-12-31', 'decision', 'A', 1],
      ['2021-12-31', 'membership', 'A', -0.605],
      ['2021-12-31', 'membership', 'B', 0.605],
    ]);
    expect(once.decisions.length).toBe(1);
  });

  it('renormalise: the trade when it comes is charged, and is turnover', () => {
    const result = backtest(panel, held, { rules: { missing: 'renormalise' }, costs: { tradingBps: 100 } });
    near([closings(result)[1]!], [0.99 * 1.21 * 0.99]);
    expect(result.turnover.trades).toBe(2);
  });
});

describe('a hole of one row', () => {
  const panel = years({ A: [0.1, null, 0.1, 0.1], B: [0, 0, 0, 0], Bill: [0.02, 0.02, 0.02, 0.02] });
  const path = (missing: MissingPolicy, strategy = yearly) =>
    backtest(panel, strategy, { cash: 'Bill', rules: { missing } });

  it('is refused without a policy, with the three policies named', () => {
    expectInputError('returns.hole', ['"A"', '2021-12-31', "'hold'", "'cash'", "'renormalise'"], () =>
      backtest(panel, yearly),
    );
  });

  it('hold: the position keeps its value, cannot be traded in it, and earns again after it', () => {
    const result = path('hold');
    near(closings(result), product(1.05, 1, 1.05, 1.05));
    near(result.weights('A'), [0.5, 0.5, 0.5, 0.5]);
    expect(result.decisions[2]!.bound).toEqual([{ rule: 'missing', assets: ['A'] }]);
    expect(result.decisions[2]!.traded).toBe(0);
    near(closings(path('hold', held)), [1.05, 1.05, 0.5 * 1.21 + 0.5, 0.5 * 1.331 + 0.5]);
  });

  it('hold: what is there makes room for it, so that the sum of weights stays what was asked for', () => {
    const mix = fixedMix({ weights: { A: 0.5, B: 0.3 }, schedule: annually() });
    const moving = years({ A: [0, null, 0], B: [0, 0.5, 0] });
    const result = backtest(moving, mix, { rules: { missing: 'hold' } });
    // 0.5, 0.45 and 0.2 cash of 1.15: A stays at 0.4348, so B gets 0.8 − 0.4348.
    nearWeights(result.decisions[2]!.weights, { A: 0.5 / 1.15, B: 0.8 - 0.5 / 1.15 });
    expect(tradeLines(result).at(-1)).toEqual(['2021-12-31', 'decision', 'B', Number((0.92 - 0.5 - 0.45).toFixed(8))]);
  });

  it('cash: the position is cash in the hole and after it, until a decision finds the asset there', () => {
    // 2021: half of it earns 2 %. At its end A has no price, so that half stays in cash in 2022 too.
    const result = path('cash');
    near(closings(result), product(1.05, 1.01, 1.01, 1.05));
    near(result.weights('A'), [0.5, 0, 0, 0.5]);
    nearWeights(result.decisions[2]!.drifted, { B: 0.5 / 1.01 });
    nearWeights(result.decisions[2]!.weights, { B: 0.5 });
    const cash = (power: number): number => 0.55 * 1.02 ** power + 0.5;
    near(closings(path('cash', held)), [1.05, cash(1), cash(2), cash(3)]);
  });

  it('cash: going to cash before the hole is free, coming back is a purchase', () => {
    const result = backtest(panel, yearly, { costs: { tradingBps: 100 }, rules: { missing: 'cash' } });
    // January 2020 on: 0.99; the repair at the end of 2020 is 0.05/1.05 of it; none at the end of 2021; all of A at the end of 2022.
    near(
      result.decisions.map(({ traded }) => traded),
      [1, 0.05 / 1.05, 0, 0.5],
    );
    expect(result.trades.filter(({ date }) => date === '2021-12-31')).toEqual([]);
  });

  it('renormalise: in cash in the hole, all in the other from the end of the hole’s row, half and half when it is back', () => {
    for (const strategy of [yearly, held]) {
      const result = path('renormalise', strategy);
      // Bought and held, A is 0.55 of 1.05 when the hole comes.
      const first = strategy === yearly ? 0.5 * 1.02 + 0.5 : (0.55 * 1.02 + 0.5) / 1.05;
      near(closings(result), product(1.05, first, 1, 1.05));
      near(result.weights('B').slice(2), [1, 0.5]);
    }
    const reasons = path('renormalise', held).trades.map(({ date, reason }) => `${date} ${reason}`);
    expect([...new Set(reasons)]).toEqual(['2019-12-31 decision', '2021-12-31 membership', '2022-12-31 membership']);
  });
});

describe('a hole of two rows', () => {
  const panel = years({
    A: [0.1, null, null, 0.1, 0.1],
    B: [0, 0.2, 0, 0, 0],
    Bill: [0.02, 0.02, 0.02, 0.02, 0.02],
  });
  const path = (missing: MissingPolicy) => closings(backtest(panel, yearly, { cash: 'Bill', rules: { missing } }));

  it('hold: two rows of nothing', () => {
    // 0.525 each; B 0.63; A still 0.525 of 1.155 (2021 and 2022); at the end of 2022 it has no price, so it enters 2023 with that.
    near(path('hold'), [1.05, 1.155, 1.155, 0.5775 + 0.63, (0.5775 + 0.63) * 1.05]);
  });

  it('cash: two rows of cash, and the one in which it comes back', () => {
    near(path('cash'), product(1.05, 0.51 + 0.6, 1.01, 1.01, 1.05));
  });

  it('renormalise: the first row in cash, then in the other', () => {
    near(path('renormalise'), product(1.05, 0.51 + 0.6, 1, 1, 1.05));
  });
});

describe('an asset that ends', () => {
  const panel = years({ A: [0, 0, 0, 0], B: [0.1, 0.1, null, null], Bill: [0.02, 0.02, 0.02, 0.02] });
  const path = (missing: MissingPolicy, strategy = yearly) =>
    backtest(panel, strategy, { cash: 'Bill', rules: { missing } });

  it('is bought at the close of its last row by who does not know it, and is cash from then on, at that price', () => {
    // At the end of 2021 half is B, and earns 2 % in 2022. After 2022 B is not there.
    for (const missing of ['hold', 'cash'] as const) {
      const result = path(missing);
      near(closings(result), product(1.05, 1.05, 1.01, 1.01));
      near(result.weights('B'), [0.5, 0.5, 0, 0]);
    }
  });

  it('renormalise: the rest is the other’s from the end of the row in which it was missed', () => {
    near(closings(path('renormalise')), product(1.05, 1.05, 1.01, 1));
    near(closings(path('renormalise', held)), [1.05, 1.105, 0.5 + 0.605 * 1.02, 0.5 + 0.605 * 1.02]);
  });
});
