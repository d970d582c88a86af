// A rotation of one's own: whichever of two funds did better over the last year, the latest month left out.
import { backtest, defineStrategy, monthly } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { assertNoLookAhead } from 'backtilt/testing';

const mine = defineStrategy({
  name: 'Momentum rotation',
  assets: ['SPY', 'IWM'],
  lookback: 12,
  schedule: monthly(),
  decide: (view) =>
    view.totalReturn('IWM', 12, { skip: 1 }) > view.totalReturn('SPY', 12, { skip: 1 }) ? { IWM: 1 } : { SPY: 1 },
});
console.log(assertNoLookAhead(usFunds(), () => mine));
console.log(backtest(usFunds(), mine, { costs: { tradingBps: 5 } }));
