// What rebalancing costs: the same 60/40 traded back every month, every December, and by the 5/25 rule.
import { annually, backtest, fixedMix, monthly, whenDrifted } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { compareSeries } from 'backtilt/report';

const rhythms = [monthly(), annually(), whenDrifted({ band: 0.05, relative: 0.25, check: monthly() })];
const mixes = rhythms.map((schedule) =>
  backtest(usFunds(), fixedMix({ weights: { SPY: 0.6, AGG: 0.4 }, schedule }), { costs: { tradingBps: 5 } }),
);
console.log(
  compareSeries(mixes, { benchmark: usFunds().returns('SPY'), labels: ['Monthly', 'Annual', '5/25', 'SPY'] }),
);
console.log(mixes[2]!.decisions.map(({ tradedOn, turnover }) => `${tradedOn} ${turnover.toFixed(3)}`).join('; '));
