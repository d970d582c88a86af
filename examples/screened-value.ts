// Small cheap stocks without the least profitable quarter, beside the same with it, on the 32 French portfolios since 1963.
import { annually, backtest, profitabilityScreenedValue } from 'backtilt';
import { frenchSizeValueProfitability } from 'backtilt/data';
import { compareSeries } from 'backtilt/report';

const cells = frenchSizeValueProfitability();
const rule = { smallest: 0.5, cheapest: 0.5, weighBy: 'marketCap', schedule: annually({ month: 6 }) } as const;
const screened = backtest(cells, profitabilityScreenedValue({ ...rule, dropLeastProfitable: 0.25 }));
const unscreened = backtest(cells, profitabilityScreenedValue({ ...rule, dropLeastProfitable: 0 }));
console.log(compareSeries([screened], { benchmark: unscreened, labels: ['Screened', 'Unscreened'] }));
