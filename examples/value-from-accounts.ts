// A table of accounts and returns become a screened-value backtest, by the June rule of Fama and French: on fifty made stocks.
import { accountingField, addField, backtest, bookToMarket } from 'backtilt';
import { operatingProfitability, profitabilityScreenedValue } from 'backtilt';
import { randomPanel } from 'backtilt/testing';
const names = Array.from({ length: 50 }, (_, i) => `S${i}`);
const items = (i: number) => ({ seq: 20 + (i % 7), revt: 90, cogs: 20 + ((i * 5) % 30) }); // named as in Compustat
const reports = (['1999-12-31', '2000-12-31', '2001-12-31'] as const).flatMap((fiscalYearEnd, k) =>
  names.map((asset, i) => ({ asset, fiscalYearEnd, ...items(i), decemberMarketEquity: 40 + ((i * 7 + k * 11) % 50) })),
);
const size = accountingField(reports, (row) => row.decemberMarketEquity);
const sized = addField(randomPanel({ assets: names, rows: 42, seed: 1 }), 'sizeRank', size); // your own returns in its place
const valued = addField(sized, 'valueRank', accountingField(reports, bookToMarket));
const panel = addField(valued, 'profitabilityRank', accountingField(reports, operatingProfitability));
const rule = { smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25, weighBy: 'sizeRank' } as const;
console.log(backtest(panel, profitabilityScreenedValue(rule)));
