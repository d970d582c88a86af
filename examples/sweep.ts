// Which small-cap tilt was best, out of how many, and what is left of it when the tries are counted.
import { annually, cagr, deflatedSharpeRatio, maxDrawdown, sharpeRatio, smallCapTilt, sweep } from 'backtilt';
import { usFunds } from 'backtilt/data';

const tilts = sweep(usFunds(), {
  grid: { weight: [0, 0.1, 0.2, 0.3, 0.4, 0.5], month: [3, 6, 9, 12] },
  strategy: ({ weight, month }) =>
    smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight, schedule: annually({ month }) }),
  metrics: { cagr, sharpeRatio, maxDrawdown },
  backtest: { costs: { tradingBps: 5 } },
});
console.log(tilts.pivot({ rows: 'weight', columns: 'month', metric: 'sharpeRatio' }));
const best = tilts.best('sharpeRatio')!;
console.log(best.params, deflatedSharpeRatio(tilts.run(best), { trialSharpeRatios: tilts.metrics.sharpeRatio }));
