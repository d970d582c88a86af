import { annually, backtest, buyAndHold, fixedMix, type Delisting } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { closings, fromDays, near, nearWeights, tradeLines, years } from './by-hand.js';

/** A lives, B has its last return in 2020, C in 2021. */
const panel = years({
  A: [0, 0, 0, 0],
  B: [0.1, null, null, null],
  C: [0, 0.2, null, null],
  Bill: [0.02, 0.02, 0.02, 0.02],
});
const half = buyAndHold({ weights: { A: 0.5, B: 0.5 } });
const thirds = buyAndHold({ weights: { A: 0.5, B: 0.3, C: 0.2 } });
const ended = (strategy: typeof thirds | typeof half, delisting?: Delisting<'A' | 'B' | 'C'>, tradingBps = 0) =>
  backtest(panel, strategy as typeof thirds, {
    cash: 'Bill',
    costs: { tradingBps },
    rules: { missing: 'cash', ...(delisting === undefined ? {} : { delisting }) },
  });

describe('a delisting return', () => {
  it('of −30 % is what the row after the last one earns, and the rest is cash after it', () => {
    // B: 0.55, 0.385; 2 % on that from 2022 on.
    const result = ended(half, { return: -0.3 });
    near(closings(result), [1.05, 0.885, 0.5 + 0.385 * 1.02, 0.5 + 0.385 * 1.02 ** 2]);
    near(result.weights('B'), [0.5, 0.55 / 1.05, 0, 0]);
    near(result.contributions('B'), [0.05, -0.165 / 1.05, 0, 0]);
  });

  it('is by asset in a record, and 0 for who is not named: a merger at the last price, which is cash a row earlier', () => {
    const result = ended(thirds, { return: { B: -0.55 } });
    // B: 0.33, then 0.1485 at the end of 2021. C: 0.24 at that time; both are cash from then on.
    const cash = 0.1485 + 0.24;
    near(closings(result), [1.03, 0.5 + cash, 0.5 + cash * 1.02, 0.5 + cash * 1.02 ** 2]);
    near(result.weights('C'), [0.2, 0.2 / 1.03, 0, 0]);
  });

  it('of 0 is a merger as well, and so is none at all: the last price, in cash from the next row on', () => {
    const merged = [1.05, 0.5 + 0.55 * 1.02, 0.5 + 0.55 * 1.02 ** 2, 0.5 + 0.55 * 1.02 ** 3];
    for (const delisting of [undefined, { return: 0 }, { return: { B: 0 } }])
      near(closings(ended(half, delisting)), merged);
  });

  it('of −100 % leaves nothing, and a positive one is a takeover at a premium', () => {
    near(closings(ended(half, { return: -1 })), [1.05, 0.5, 0.5, 0.5]);
    near(closings(ended(half, { return: 0.4 })).slice(0, 2), [1.05, 0.5 + 0.77]);
  });

  it('is not earned by who sold at the last close, and is by who bought there', () => {
    const seller = fromDays(['A', 'B'], { '2019-12-31': { A: 0.5, B: 0.5 }, '2020-12-31': { A: 1 } });
    const sold = backtest(panel, seller, { rules: { missing: 'cash', delisting: { return: -0.3 } } });
    near(closings(sold), [1.05, 1.05, 1.05, 1.05]);
    const buyer = fromDays(['A', 'B'], { '2019-12-31': { A: 1 }, '2020-12-31': { A: 0.5, B: 0.5 } });
    const bought = backtest(panel, buyer, { rules: { missing: 'cash', delisting: { return: -0.3 } } });
    near(closings(bought).slice(0, 2), [1, 0.85]);
  });

  it('is not earned by what is still there when the data end', () => {
    const all = fixedMix({ weights: { A: 1 } });
    near(closings(backtest(panel, all, { rules: { delisting: { return: -0.3 } } })), [1, 1, 1, 1]);
  });

  it('comes before the trades of its close, which invest what is left', () => {
    const yearly = fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: annually() });
    const result = backtest(panel, yearly, {
      costs: { tradingBps: 100 },
      rules: { missing: 'renormalise', delisting: { return: -0.3 } },
    });
    // Half and half again at the end of 2020 (0.05/1.05 traded); 0.5 + 0.35 a year later, all of which is A then: 0.35/0.85 is bought.
    const start = 0.99 * 1.05 * (1 - 0.01 * (0.05 / 1.05));
    near(closings(result).slice(0, 2), [start, start * 0.85 * (1 - (0.01 * 0.35) / 0.85)]);
    nearWeights(result.decisions[2]!.drifted, { A: 0.5 / 0.85 });
    nearWeights(result.decisions[2]!.weights, { A: 1 });
  });
});

describe('proceeds that are spread', () => {
  it('of a merger go to the others held by their values, at the close of the last row; buying costs, ending does not', () => {
    const result = ended(thirds, { proceeds: 'spread' }, 100);
    // 0.99 × (0.5, 0.33, 0.2): the 0.33 is divided 5 : 2 for 1 % of it. C's end a year later gives all to A.
    const [first, bought] = [0.99 * 1.03, 0.99 * 0.33];
    const after = first - 0.01 * bought;
    const line = (share: number): number => Number((share * bought).toFixed(8));
    expect(tradeLines(result).slice(3, 5)).toEqual([
      ['2020-12-31', 'delisting', 'A', line(5 / 7)],
      ['2020-12-31', 'delisting', 'C', line(2 / 7)],
    ]);
    near([closings(result)[0]!], [after]);
    near(result.weights('C').slice(0, 2), [0.2, 2 / 7]);
    // 2021: C rises by a fifth; then it ends too.
    const second = after * (5 / 7 + (2 / 7) * 1.2);
    const third = second * (1 - (0.01 * (2 / 7) * 1.2) / (5 / 7 + (2 / 7) * 1.2));
    near(closings(result).slice(1), [third, third, third]);
    near(result.weights('A').slice(2), [1, 1]);
  });

  it('after a delisting return go at the close of the row that earned it', () => {
    // 0.33 × 0.7 = 0.231 at the end of 2021; C (0.24) has its last row then and goes with it: all is A's.
    const result = ended(thirds, { return: { B: -0.3 }, proceeds: 'spread' });
    near(closings(result), [1.03, 0.5 + 0.231 + 0.24, 0.971, 0.971]);
    expect(tradeLines(result).slice(3)).toEqual([['2021-12-31', 'delisting', 'A', 0.471]]);
  });

  it('lie in cash where nothing else is held', () => {
    const alone = ended(buyAndHold({ weights: { A: 0, B: 1 } }), { proceeds: 'spread' });
    near(closings(alone), [1.1, 1.1 * 1.02, 1.1 * 1.02 ** 2, 1.1 * 1.02 ** 3]);
    expect(alone.trades.length).toBe(1);
  });

  it('of a delisting return are left to a decision at that close', () => {
    const yearly = fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: annually() });
    const result = backtest(panel, yearly, {
      rules: { missing: 'cash', delisting: { return: -0.3, proceeds: 'spread' } },
    });
    // 1.05; 0.525 and 0.3675; the decision wants half of A, and half of what is not there: cash.
    nearWeights(result.decisions[2]!.weights, { A: 0.5 });
    expect(result.trades.filter(({ reason }) => reason === 'delisting')).toEqual([]);
  });
});

describe('what a reader is told of an end', () => {
  it('is that the proceeds lay in cash, where they did', () => {
    expect(ended(half).warnings).toEqual([
      'Ended while held: B (2020-12-31). The proceeds lay in cash until the next decision.',
      'The next target names B, which has no price on 2023-12-31.',
    ]);
  });

  it('is the delisting return in the assumptions', () => {
    expect(ended(half, { return: { B: -0.3 } }).assumptions).toContain(
      'Assets that end before the data do earn a delisting return in the row after their last: -30 % for B.',
    );
  });

  it('is an error for a name that the panel does not have, and for a loss of more than everything', () => {
    expectInputError('asset.unknown', ['delisting.return', '"BB"', 'B'], () =>
      ended(half, { return: { BB: -0.3 } as never }),
    );
    expectInputError('option.range', ['delisting.return', '"B" is -1.2', 'worthless'], () =>
      ended(half, { return: { B: -1.2 } }),
    );
    expectInputError('option.range', ['delisting.return', '-30'], () => ended(half, { return: -30 }));
    expectInputError('option.type', ['delisting.return'], () => ended(half, { return: '-0.3' as never }));
    expectInputError('option.range', ['"proceeds"', "'cash', 'spread'"], () =>
      ended(half, { proceeds: 'split' as never }),
    );
    expectInputError('option.unknown', ['"returns"', 'return'], () => ended(half, { returns: -0.3 } as never));
  });
});
