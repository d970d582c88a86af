import { annually, backtest, once, totalReturn, type Leverage } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { closings, fromDays, near, nearWeights, tradeLines, years } from './by-hand.js';
import { months } from './made-panel.js';

/** Always the same weights, below 0 and above 1 too. */
const holding = <A extends string>(weights: Readonly<Record<A, number>>, schedule = annually()) =>
  fromDays(Object.keys(weights) as A[], { '2019-12-31': weights }, schedule);

const free = (max: number): Leverage => ({ max, borrowSpread: 0, shortFee: 0 });
const flows = { initial: 1000 };
const last = (values: ArrayLike<number>): number => values[values.length - 1]!;

describe('150 % with a spread', () => {
  const panel = years({ A: [0.1, -0.1], Bill: [0.02, 0.04] });

  it('earns one and a half times the asset and pays cash and spread on the half that is owed', () => {
    const result = backtest(panel, holding({ A: 1.5 }), {
      cash: 'Bill',
      flows,
      rules: { leverage: { max: 1.5, borrowSpread: 0.01, shortFee: 0 } },
    });
    // 1,500 in A, 500 owed: + 150 − 10 − 5 = 1,135. Then 1,702.5 and 567.5: − 170.25 − 22.7 − 5.675.
    near(closings(result), [1135, 936.375]);
    near(Array.from(result.ledger.assets), [150, -170.25]);
    near(Array.from(result.ledger.cash), [-10, -22.7]);
    near(Array.from(result.ledger.financing), [5, 5.675]);
    // Gross is before the spread, and the spread a share of what there was when it was paid.
    near(result.gross.values.slice(), [0.14, -0.17]);
    near(result.costs.financing.slice(), [5 / 1140, 5.675 / 942.05]);
    near(result.values.slice(), [0.135, -0.175]);
    near(result.weights('A'), [1.5, 1.5]);
  });

  it('drifts between decisions, and is traded back: gains raise the wealth faster than the position', () => {
    const result = backtest(panel, holding({ A: 1.5 }), { flows, rules: { leverage: free(1.5) } });
    // 1,650 of 1,150 is 1.4348: 75 more are bought.
    nearWeights(result.decisions[1]!.drifted, { A: 1650 / 1150 });
    expect(tradeLines(result).at(-1)).toEqual(['2020-12-31', 'decision', 'A', 75]);
    // Left alone the limit is no limit: after a fall 1.5 drifts above it, and nobody is asked.
    const held = backtest(years({ A: [-0.1, 0] }), holding({ A: 1.5 }, once()), {
      flows,
      rules: { leverage: free(1.5) },
    });
    near(held.weights('A'), [1.5, 1350 / 850]);
  });

  it('pays a twelfth of the spread a month', () => {
    const result = backtest(months({ A: [0, 0] }), holding({ A: 2 }, once()), {
      flows,
      rules: { leverage: { max: 2, borrowSpread: 0.12, shortFee: 0 } },
    });
    // 1 % of 1,000, and 1 % of the 1,010 that are owed then.
    near(closings(result), [990, 979.9]);
    near(Array.from(result.ledger.financing), [10, 10.1]);
  });

  it('a debt that is paid back costs nothing any more', () => {
    const strategy = fromDays(['A'], { '2019-12-31': { A: 1.5 }, '2020-12-31': { A: 1 } });
    const result = backtest(years({ A: [0, 0] }), strategy, {
      flows,
      rules: { leverage: { max: 1.5, borrowSpread: 0.02, shortFee: 0 } },
    });
    near(Array.from(result.ledger.financing), [10, 0]);
    near(closings(result), [990, 990]);
  });
});

describe('short positions', () => {
  it('pay their fee, and the proceeds earn cash', () => {
    const result = backtest(years({ A: [0.1, -0.2], Bill: [0.02, 0.02] }), holding({ A: -0.5 }, once()), {
      cash: 'Bill',
      flows,
      rules: { leverage: { max: 1, borrowSpread: 0.5, shortFee: 0.03 } },
    });
    // −500 and 1,500 cash: −550 and 1,530 − 15. Then −440 and 1,515 × 1.02 − 16.5 = 1,528.8.
    near(closings(result), [965, 1088.8]);
    near(Array.from(result.ledger.assets), [-50, 110]);
    near(Array.from(result.ledger.cash), [30, 30.3]);
    near(Array.from(result.ledger.financing), [15, 16.5]);
    near(result.weights('A'), [-0.5, -550 / 965]);
    near(result.contributions('A'), [-0.05, (-550 / 965) * -0.2]);
  });

  it('pay a twelfth of the fee a month, on what they are worth when it begins', () => {
    const result = backtest(months({ A: [0.1, 0] }), holding({ A: -1 }, once()), {
      flows,
      rules: { leverage: { max: 1, borrowSpread: 0, shortFee: 0.12 } },
    });
    // 1 % of 1,000, then of 1,100; 2,000 in cash, 1,100 owed.
    near(Array.from(result.ledger.financing), [10, 11]);
    near(closings(result), [890, 879]);
  });

  it('130/30: 130 % of what rises by a tenth, less 30 % of what rises by a fifth, less the fee on 30 %', () => {
    const result = backtest(years({ A: [0.1, 0], B: [0.2, 0] }), holding({ A: 1.3, B: -0.3 }), {
      flows,
      costs: { tradingBps: 100 },
      rules: { leverage: { max: 1.6, borrowSpread: 0.1, shortFee: 0.01 } },
    });
    // Base: 1.6 is traded, 16. Of 984: + 13 % − 6 % − 0.3 %.
    const grown = 984 * 1.067;
    near([result.decisions[0]!.traded, result.decisions[0]!.turnover], [1.6, 1.3]);
    nearWeights(result.decisions[1]!.drifted, { A: 1.43 / 1.067, B: -0.36 / 1.067 });
    const traded = Math.abs(1.3 - 1.43 / 1.067) + Math.abs(-0.3 + 0.36 / 1.067);
    near([result.decisions[1]!.traded], [traded]);
    near([closings(result)[0]!], [grown * (1 - 0.01 * traded)]);
    near([result.gross.values[0]!, result.values[0]!], [0.07, 0.984 * 1.067 * (1 - 0.01 * traded) - 1]);
  });

  it('long and short of the same is nothing but the fee: a hedge', () => {
    const panel = years({ A: [0.3, -0.4], B: [0.3, -0.4] });
    const result = backtest(panel, holding({ A: 1, B: -1 }), {
      flows,
      rules: { leverage: { max: 2, borrowSpread: 0, shortFee: 0.01 } },
    });
    near(result.values.slice(), [-0.01, -0.01]);
  });
});

describe('ruin of who borrowed', () => {
  it('a loss of more than there is ends the run at −100 %, never below, and it is said', () => {
    const result = backtest(years({ A: [0.1, -0.6, 0.5] }), holding({ A: 2 }, once()), {
      flows,
      rules: { leverage: free(2) },
    });
    // 2,200 − 1,000 = 1,200; 880 − 1,000 < 0.
    near(result.values.slice(), [0.2, -1]);
    near(closings(result), [1200, 0]);
    expect([result.end, totalReturn(result)]).toEqual(['ruined', -1]);
    expect(result.warnings).toContain('All wealth was lost on 2021-12-31: the run ends there.');
    expect(result.nextTarget.weights).toEqual({});
  });

  it('so does a short position in what more than trebles', () => {
    const result = backtest(years({ A: [2.5, 0] }), holding({ A: -0.9 }), { flows, rules: { leverage: free(1) } });
    // −900 become −3,150; 1,900 lie in cash.
    expect(result.end).toBe('ruined');
    near(result.values.slice(), [-1]);
  });

  it('and the spread, where it takes the last of it: gross is before it, the return is −100 %', () => {
    // 2,000 → 1,010; 1,000 owed and 20 of spread: 10 are left before it, and nothing after.
    const result = backtest(years({ A: [-0.495, 0] }), holding({ A: 2 }), {
      flows,
      rules: { leverage: { max: 2, borrowSpread: 0.02, shortFee: 0 } },
    });
    near(
      [last(result.gross.values.slice()), last(result.costs.financing.slice()), last(result.values.slice())],
      [-0.99, 1, -1],
    );
    near(closings(result), [0]);
  });

  it('a loss of exactly everything is one too', () => {
    const result = backtest(years({ A: [-0.5, 0] }), holding({ A: 2 }), { flows, rules: { leverage: free(2) } });
    expect([result.end, closings(result)]).toEqual(['ruined', [0]]);
  });
});

describe('leverage of zero', () => {
  it('is a limit like any other: nothing may be held', () => {
    const result = backtest(years({ A: [0.1], Bill: [0.02] }), holding({ A: 0 }), {
      cash: 'Bill',
      rules: { leverage: free(0) },
    });
    near(closings(result), [1.02]);
  });
});
