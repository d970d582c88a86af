// 70 % large caps and 30 % small caps, traded back each December, against large caps alone.
import { annually, backtest, smallCapTilt } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { compareSeries } from 'backtilt/report';

const funds = usFunds();
const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule: annually({ month: 12 }) });
const tilted = backtest(funds, tilt, { costs: { tradingBps: 5 }, cash: 'BIL' });
console.log(compareSeries([tilted], { benchmark: funds.returns('SPY') }));
console.log(tilted.nextTarget);
