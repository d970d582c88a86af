// A table of accounts and returns become a screened-value backtest, by the June rule of Fama and French: on fifty made stocks.
import { accountingField, addField, backtest, bookToMarket } from 'backtilt';
import { operatingProfitability, profitabilityScreenedValue } from 'backtilt';
import { randomPanel } from 'backtilt/testing';
const firm = (_: unknown, i: number) => ({ asset: `S${i}`, seq: 20 + (i % 7), revt: 90, cogs: 20 + ((i * 5) % 30) });
const firms = Array.from({ length: 50 }, firm); // items by their names in Compustat, one row per firm and fiscal year
const reports = (['1999-12-31', '2000-12-31', '2001-12-31'] as const).flatMap((fiscalYearEnd, k) =>
  firms.map((one, i) => ({ ...one, fiscalYearEnd, decemberMarketEquity: 40 + ((i * 7 + k * 11) % 50) })),
);
const made = randomPanel({ assets: firms.map(({ asset }) => asset), rows: 42, seed: 1 }); // your returns
const sized = addField(
  made,
  'sizeRank',
  accountingField(reports, (row) => row.decemberMarketEquity),
); // known by June, too
const valued = addField(sized, 'valueRank', accountingField(reports, bookToMarket));
const panel = addField(valued, 'profitabilityRank', accountingField(reports, operatingProfitability));
const rule = { smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25, weighBy: 'sizeRank' } as const;
console.log(backtest(panel, profitabilityScreenedValue(rule)));
