import { annually, backtest, defineStrategy, fixedMix, fromReturns, fromSeries, once, splice } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { closings, fromDays, near, years } from './by-hand.js';

const levered = () => defineStrategy({ name: 'S', assets: ['A'], schedule: once(), decide: () => ({ A: 2 }) });
const leverage = (borrowSpread: number) => ({ leverage: { max: 2, borrowSpread, shortFee: 0 } });

describe('the ledger of the row on which all is lost', () => {
  it('takes as interest what there was, of the wealth before', () => {
    // 2,000 with 1,000 owed, and 10 % of interest: 1,100 are owed, 900 are left.
    // 42 % down: 1,160 − 1,100 = 60 before an interest of 110.
    const { ledger, costs } = backtest(years({ A: [0, -0.42, 0] }), levered(), {
      flows: { initial: 1000 },
      rules: leverage(0.1),
    });
    near(ledger.closing, [900, 0]);
    near(ledger.financing, [100, 60]);
    near(ledger.fees, [0, 0]);
    near(ledger.assets, [0, -840]);
    near(costs.financing, [0.1, 1]);
  });

  it('takes as fees what interest leaves', () => {
    // 49 % down: 1,020 − 1,000 = 20; 10 are interest, and of the 30.6 of fees only 10 can be paid.
    const { ledger } = backtest(years({ A: [-0.49, 0] }), levered(), {
      flows: { initial: 1000 },
      rules: leverage(0.01),
      costs: { expenseRatios: { A: 0.03 } },
    });
    near(ledger.closing, [0]);
    near(ledger.financing, [10]);
    near(ledger.fees, [10]);
    near(ledger.assets, [-980]);
  });
});

describe('the trades of a run', () => {
  it('have as their first the first that buys something, not an answer of all cash before it', () => {
    const strategy = fromDays(['A', 'B'], { '2019-12-31': {}, '2020-12-31': { A: 1 }, '2021-12-31': { B: 1 } });
    const { turnover } = backtest(years({ A: [0, 0, 0], B: [0, 0, 0] }), strategy, { costs: { tradingBps: 100 } });
    // All of it is bought, and then exchanged: 1 % and 2 %.
    expect([turnover.firstPurchase, turnover.turnover, turnover.trades]).toEqual([1, 1, 2]);
    near([turnover.firstPurchaseCost, turnover.cost], [0.01, 0.03]);
  });

  it('are without those for flows in their totals', () => {
    const flows = { initial: 100, contributions: { amount: 100, schedule: annually() } };
    const run = backtest(years({ A: [0, 0, 0] }), fixedMix({ weights: { A: 1 }, schedule: once() }), {
      flows,
      costs: { tradingBps: 100 },
    });
    expect(run.trades.map(({ reason }) => reason)).toEqual(['decision', 'flow', 'flow']);
    near([run.turnover.cost], [0.01]);
    expect(run.turnover.trades).toBe(1);
    expect((run.toJSON() as { tradeTotals: unknown }).tradeTotals).toEqual([
      { date: '2019-12-31', reason: 'decision', turnover: 1, cost: 0.01, first: true },
    ]);
    // 99 and 99 a year later; what comes at the last close is not invested any more.
    near(closings(run), [198, 297, 397]);
  });
});

describe('what a reader is told of proxies', () => {
  it('is their rows, and nothing where there is none', () => {
    const annual = fromReturns({
      frequency: 'annual',
      dates: ['2021-12', '2022-12', '2023-12'],
      returns: { Index: [0.1, 0.2, 0.3], Fund: [NaN, NaN, 0.29] },
    });
    const panel = fromSeries(splice(annual.returns('Index'), annual.returns('Fund')));
    const all = fixedMix({ weights: { 'Fund spliced': 1 } });
    expect(backtest(panel, all).warnings).toEqual([
      'Contains a proxy: 2 of 3 rows are of a proxy: Index (overlap of 1 years: too little to compare), 2021-12-31 to 2022-12-31.',
    ]);
    expect(backtest(panel, all, { window: { from: '2023-12' } }).warnings).toEqual([]);
  });
});
