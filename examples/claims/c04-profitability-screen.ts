// C4: does a profitability screen help small value? Funds, portfolios since 1963, and a regression.
import { activeReturns, backtest, factorRegression, profitabilityScreenedValue, slice } from 'backtilt';
import { frenchFactors, frenchSizeValueProfitability, usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { cagrLead } from './cagr-lead.js';
import { estimated } from './estimates.js';
import { notLuck } from './not-luck.js';

const says = { above: 0 };

export const c4 = (funds = usFunds(), cells = frenchSizeValueProfitability(), { five } = frenchFactors()): Claim => {
  const [avuv, ...peers] = (['AVUV', 'IWN', 'VBR', 'IJS'] as const).map((name) => funds.returns(name));
  const small = (dropLeastProfitable: number) =>
    backtest(cells, profitabilityScreenedValue({ smallest: 0.5, cheapest: 0.25, dropLeastProfitable }));
  const [all, three, two, one] = [small(0), small(0.25), small(0.5), small(0.75)];
  const lead = (run: typeof all) => activeReturns(run, all);
  const { loadings, alpha, n, independent } = factorRegression(avuv!, five);
  const [since, other] = [three, all].map((run) => slice(run, { from: '2013-07' }));
  return claim({
    id: 'C4',
    claim: 'Among small value stocks a profitability screen filters out the undesirable ones, and that helps',
    source: 'a market article of 2025',
    data: [avuv!, ...peers, three],
    readings: [
      ...peers.map((peer) => cagrLead(`AVUV less ${peer.name}, CAGR`, avuv!, peer)),
      cagrLead('Small value without its least profitable cell, less all four, CAGR', three, all),
      cagrLead('Most profitable cell of small value, less all four, CAGR', one, all),
      cagrLead('The same without the least profitable cell, since the idea was published, CAGR', since!, other!),
      notLuck({ 'one cell less': lead(three), 'two cells less': lead(two), 'three cells less': lead(one) }),
      estimated('AVUV, loading on profitability (RMW)', says, loadings.RMW, { unit: 'number', n, independent }),
      estimated('AVUV, alpha to five factors', says, alpha, { n, independent }),
    ],
    notes: [
      'Intervals: 95 %, stationary bootstrap or Newey–West; independent: blocks. Three screens were tried; cells are quarters by the profitability of NYSE firms, and the lowest holds nearly half of small value.',
      'The idea was published in June 2013: what a screen earned before nobody could have bought for it.',
      'AVUV began in 2019 and is known for its record; IJS screens for earnings itself. Loading on RMW says that there is a screen, not that it pays.',
    ],
  });
};
