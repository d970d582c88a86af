// Small caps for a year after the first rate cut of each easing cycle, against always holding the same average of both.
import { addIndicator, backtest, constantMixOf, firstCuts, monthsSince, postFirstCutRotation } from 'backtilt';
import { usFunds, usPolicyRate } from 'backtilt/data';
import { compareSeries } from 'backtilt/report';

const cuts = firstCuts(usPolicyRate());
console.log(cuts);
const funds = addIndicator(usFunds(), 'monthsSinceFirstCut', monthsSince(cuts));
const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'monthsSinceFirstCut', holdMonths: 12 });
const rotated = backtest(funds, rotation, { costs: { tradingBps: 5 } });
const mix = backtest(funds, constantMixOf(rotated), { costs: { tradingBps: 5 } });
console.log(compareSeries([rotated, mix], { benchmark: funds.returns('SPY'), labels: ['Rotation', 'Mix', 'SPY'] }));
