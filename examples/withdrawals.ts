// Four percent of the first day's wealth a year, growing 2.5 % a year, out of 60/40 since 2003: what is left, and what the investor earned.
import { annually, backtest, cagr, fixedMix, moneyWeightedReturn } from 'backtilt';
import { usFunds } from 'backtilt/data';

const mix = fixedMix({ weights: { SPY: 0.6, AGG: 0.4 }, schedule: annually() });
const result = backtest(usFunds(), mix, {
  costs: { tradingBps: 5 },
  flows: { initial: 1_000_000, withdrawals: { amount: 40_000, inflation: 0.025, schedule: annually() } },
});
console.log(result);
console.log(result.ledger);
console.log(cagr(result).toFixed(4), moneyWeightedReturn(result).rate.toFixed(4));
