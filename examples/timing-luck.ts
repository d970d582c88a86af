// How much of a figure is the rebalance month: a yearly momentum rotation decided in every month of the year, and all in equal parts.
import { relativeStrengthRotation, timingLuck } from 'backtilt';
import { usFunds } from 'backtilt/data';

const luck = timingLuck(
  usFunds(),
  (schedule) => relativeStrengthRotation({ assets: ['SPY', 'IWM', 'AGG'], top: 1, lookback: 12, skip: 1, schedule }),
  { every: 'month', benchmark: 'SPY', costs: { tradingBps: 5 } },
);
console.log(luck);
