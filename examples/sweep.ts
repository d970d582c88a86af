// Which small-cap tilt led SPY most steadily, out of how many, and what is left of its lead when the tries are counted.
import { activeReturns, annually, deflatedSharpeRatio, informationRatio, smallCapTilt, sweep } from 'backtilt';
import { usFunds } from 'backtilt/data';

const spy = usFunds().returns('SPY');
const tilts = sweep(usFunds(), {
  grid: { weight: [0.1, 0.2, 0.3, 0.4, 0.5], month: [3, 6, 9, 12] },
  strategy: ({ weight, month }) =>
    smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight, schedule: annually({ month }) }),
  metrics: { lead: (tilt) => informationRatio(tilt, spy) },
  backtest: { costs: { tradingBps: 5 } },
});
console.log(tilts.pivot({ rows: 'weight', columns: 'month', metric: 'lead' }));
const lead = activeReturns(tilts.run(tilts.best('lead')!), spy);
console.log(deflatedSharpeRatio(lead, { trialSharpeRatios: tilts.metrics.lead }));
