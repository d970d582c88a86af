// A young fund's longer history: small, cheap, profitable French portfolios less 0.25 % a year before 2019, the fund after.
import { annually, backtest, profitabilityScreenedValue, splice } from 'backtilt';
import { frenchSizeValueProfitability, usFunds, usTreasuryBill } from 'backtilt/data';
import { compareSeries } from 'backtilt/report';

const rule = { smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25, weighBy: 'marketCap' } as const;
const proxy = backtest(
  frenchSizeValueProfitability(),
  profitabilityScreenedValue({ ...rule, schedule: annually({ month: 6 }) }),
);
const avuv = splice(proxy, usFunds().returns('AVUV'), { fee: 0.0025 });
console.log(avuv);
console.log(compareSeries([avuv], { benchmark: usFunds().returns('SPY'), riskFree: usTreasuryBill() }));
