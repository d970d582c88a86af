import { frenchFactors, usFunds, usRecessions, usTreasuryBill } from '../../../src/data/index.js';
import { backtest } from '../../../src/engine/index.js';
import { sharpeRatio } from '../../../src/stats/index.js';
import { smallCapTilt } from '../../../src/strategy/index.js';
import { annually } from '../../../src/time/index.js';
import { tearSheet } from '../../../src/report/index.js';

const funds = usFunds();
export const bill = usTreasuryBill();
export const spy = funds.returns('SPY');
export const factors = frenchFactors().five;

/** A run that has everything a page can speak of. */
export const run = backtest(
  funds,
  smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule: annually({ month: 12 }) }),
  { costs: { tradingBps: 5 }, cash: bill },
);

export const trials = [sharpeRatio(run, { riskFree: bill }), 0.4, 0.3, 0.35];

export const options = { benchmark: spy, riskFree: bill, factors, trials, bands: usRecessions(), seed: 7 } as const;

/** Its page. */
export const sheet = await tearSheet(run, options);
