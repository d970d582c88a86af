import { annually, backtest, buyAndHold, fixedMix, once, type Flow } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { closings, fromDays, near, nearWeights, tradeLines, years } from './by-hand.js';

const all = fixedMix({ weights: { A: 1 }, schedule: annually() });
const tenth = years({ A: [0.1, 0.1, 0.1] });
const yearly = (flow: Partial<Flow>): Flow => ({ schedule: annually(), ...flow });

describe('trades for flows', () => {
  const half = buyAndHold({ weights: { A: 0.5, B: 0.5 } });

  it('between decisions money buys every asset as it is weighed that day, and pays for it', () => {
    const panel = years({ A: [0.1, 0], B: [0, 0] });
    const contributions: Flow = { amount: 50, schedule: ['2020-12-31'] };
    const result = backtest(panel, half, {
      costs: { tradingBps: 100 },
      flows: { initial: 1000 / 0.99, contributions },
    });
    // 550 and 500; 50 more are spread 11 : 10, and 1 % of them is 0.5.
    near(closings(result), [1099.5, 1099.5]);
    expect(tradeLines(result).slice(2)).toEqual([
      ['2020-12-31', 'flow', 'A', Number((50 * (550 / 1050)).toFixed(8))],
      ['2020-12-31', 'flow', 'B', Number((50 * (500 / 1050)).toFixed(8))],
    ]);
    near(result.weights('A'), [0.5, 550 / 1050]);
    near(result.values.slice(), [0.99 * 1.05 * (1 - 0.5 / 1100) - 1, 0]);
    // Turnover is what the strategy does: the purchase at the base alone.
    expect([result.turnover.trades, result.decisions.length]).toEqual([1, 1]);
  });

  it('a withdrawal sells in the same proportion, cash too', () => {
    const panel = years({ A: [0.1, 0] });
    const withdrawals: Flow = { amount: 105, schedule: ['2020-12-31'] };
    const result = backtest(panel, buyAndHold({ weights: { A: 0.5 } }), {
      costs: { tradingBps: 100 },
      flows: { initial: 1000, withdrawals },
    });
    // 995: 497.5 and 497.5 cash; 547.25 and 497.5 of 1,044.75. A gives its share of the 105.
    const sold = (105 * 547.25) / 1044.75;
    near(closings(result), [1044.75 - 105 - 0.01 * sold, 1044.75 - 105 - 0.01 * sold]);
    expect(tradeLines(result)[1]).toEqual(['2020-12-31', 'flow', 'A', -Number(sold.toFixed(8))]);
    near(result.weights('A'), [497.5 / 995, 547.25 / 1044.75]);
  });

  it('at a close with a decision the decision invests it, and there is no other trade', () => {
    const result = backtest(tenth, all, {
      costs: { tradingBps: 100 },
      flows: { initial: 1000, contributions: yearly({ amount: 100 }) },
    });
    expect(result.trades.map(({ reason }) => reason)).toEqual(['decision', 'decision', 'decision']);
    // 990 → 1,089 + 100; of the 100 in cash 1 % is paid: 1,188. Then 1,306.8 + 100 − 1. On the last day nothing trades.
    near(closings(result), [1188, 1405.8, 1646.38]);
  });

  it('after the portfolio fee: what came pays it too, and every asset goes back to the weight that it had', () => {
    const panel = years({ A: [0, 0] });
    const result = backtest(panel, buyAndHold({ weights: { A: 1 } }), {
      costs: { portfolioFee: 0.1 },
      flows: { initial: 1000, contributions: { amount: 100, schedule: ['2020-12-31'] } },
    });
    // 1,100 less 10 %: A has 900 and cash 90.
    expect(tradeLines(result)[1]).toEqual(['2020-12-31', 'flow', 'A', 90]);
    near(closings(result), [990, 891]);
  });

  it('where nothing was ever bought the money lies in cash', () => {
    const never = fromDays(['A'], { '2019-12-31': {} }, once());
    const result = backtest(years({ A: [0.1, 0.1], Bill: [0.02, 0.02] }), never, {
      cash: 'Bill',
      flows: { initial: 100, contributions: { amount: 50, schedule: ['2020-12-31'] } },
    });
    near(closings(result), [152, 155.04]);
    expect(result.trades).toEqual([]);
  });

  it('before a lagged first trade it waits in cash with the rest', () => {
    const result = backtest(tenth, all, {
      executionLag: 1,
      flows: { initial: 100, contributions: yearly({ amount: 10 }) },
    });
    // 2020 in cash, 110 bought at its end; 121 + 10; 144.1 + 10.
    near(closings(result), [110, 131, 154.1]);
    nearWeights(result.decisions[0]!.weights, { A: 1 });
  });
});

describe('what cannot be traded when money comes or goes', () => {
  it('a withdrawal in a hole is paid by what has a price: what lies still keeps its money', () => {
    const panel = years({ A: [0, 0, null, 0], B: [0, 0, 0, 0] });
    const result = backtest(panel, buyAndHold({ weights: { A: 0.5, B: 0.5 } }), {
      rules: { missing: 'hold' },
      flows: { initial: 1000, withdrawals: { amount: 100, schedule: ['2022-12-31'] } },
    });
    expect(tradeLines(result).at(-1)).toEqual(['2022-12-31', 'flow', 'B', -100]);
    near(result.weights('A'), [0.5, 0.5, 0.5, 500 / 900]);
    near(closings(result), [1000, 1000, 900, 900]);
  });

  it('a limit on turnover does not turn a withdrawal into a debt', () => {
    const result = backtest(
      years({ A: [0, 0], B: [0, 0] }),
      fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: annually() }),
      {
        rules: { maxTurnover: 0 },
        flows: { initial: 1000, withdrawals: { amount: 200, schedule: ['2020-12-31'] } },
      },
    );
    // 500 and 500 of 800, and −200 in cash: both are sold for 100, which is no change of mind, and the limit is on what is more.
    nearWeights(result.decisions[1]!.weights, { A: 0.5, B: 0.5 });
    near([result.decisions[1]!.traded], [0.25]);
    near(closings(result), [800, 800]);
  });
});
