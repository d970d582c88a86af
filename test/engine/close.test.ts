import { annually, backtest, buyAndHold, fixedMix, once } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { closings, near, tradeLines, years } from './by-hand.js';

describe('a close at which several things happen', () => {
  const panel = () => years({ A: [0, 0, 0], B: [0.1, null, null] });
  const half = () => buyAndHold({ weights: { A: 0.5, B: 0.5 } });

  it('divides the proceeds of an asset that ended after the portfolio fee was taken of them', () => {
    // 50 and 55; 10 % of fee leave 45 and 49.5, which all go to A for 1 % of what is bought.
    const result = backtest(panel(), half(), {
      flows: { initial: 100 },
      costs: { tradingBps: 0, portfolioFee: 0.1 },
      rules: { missing: 'cash', delisting: { proceeds: 'spread' } },
    });
    near(closings(result), [94.5, 94.5 * 0.9, 94.5 * 0.81]);
    expect(tradeLines(result).slice(2)).toEqual([['2020-12-31', 'delisting', 'A', 49.5]]);
  });

  it('divides what a delisting return left after the fee as well', () => {
    // 50 and 55 after the first year, 45 and 49.5 after its fee. B loses 30 %: 34.65. With 10 % of fee 40.5 and 31.185.
    const result = backtest(panel(), half(), {
      flows: { initial: 100 },
      costs: { tradingBps: 0, portfolioFee: 0.1 },
      rules: { missing: 'cash', delisting: { return: -0.3, proceeds: 'spread' } },
    });
    near(closings(result), [94.5, 71.685, 71.685 * 0.9]);
    expect(tradeLines(result).slice(2)).toEqual([['2021-12-31', 'delisting', 'A', 31.185]]);
  });

  it('puts money that comes to work beside proceeds that were divided: all of both are in A', () => {
    // 49.5 and 54.45, and 100 that came. B's 54.45 go to A for 1 % of it, which takes the same share of all, and then the money does for 1 %.
    const result = backtest(panel(), half(), {
      flows: { initial: 100, contributions: { amount: 100, schedule: ['2020-12-31'] } },
      costs: { tradingBps: 100 },
      rules: { missing: 'cash', delisting: { proceeds: 'spread' } },
    });
    const kept = 1 - 0.5445 / 203.95;
    expect(result.trades.map(({ date, reason, asset }) => [date, reason, asset]).slice(2)).toEqual([
      ['2020-12-31', 'delisting', 'A'],
      ['2020-12-31', 'flow', 'A'],
    ]);
    near([closings(result)[0]!], [203.95 * kept - 100 * kept * 0.01]);
    // A's wish is what it had of the wealth without the flow: everything.
    near(result.weights('A').slice(1, 2), [1]);
  });

  it('leaves money that comes to a portfolio without holdings in cash, whatever a trade costs', () => {
    const result = backtest(years({ A: [0, 0] }), fixedMix({ weights: { A: 0 }, schedule: once() }), {
      flows: { initial: 100, contributions: { amount: 50, schedule: annually() } },
      costs: { perTrade: 5 },
    });
    near(closings(result), [150, 200]);
    expect(result.trades).toEqual([]);
  });
});
