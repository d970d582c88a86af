// C4: does a profitability screen help small value? Funds, portfolios since 1963, and a regression.
import { activeReturns, backtest, factorRegression, profitabilityScreenedValue, slice } from 'backtilt';
import { frenchFactors, frenchSizeValueProfitability, usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { cagrLead } from './cagr-lead.js';
import { estimated } from './estimates.js';
import { notLuck } from './not-luck.js';

const says = { above: 0 };
const after = { from: '2013-07' }; // the first portfolios formed after the idea was published

export const c4 = (funds = usFunds(), cells = frenchSizeValueProfitability(), { five } = frenchFactors()): Claim => {
  const [avuv, ...peers] = (['AVUV', 'IWN', 'VBR', 'IJS'] as const).map((name) => funds.returns(name));
  const small = (dropLeastProfitable: number) =>
    backtest(cells, profitabilityScreenedValue({ smallest: 0.5, cheapest: 0.25, dropLeastProfitable }));
  const [all, three, two, one] = [small(0), small(0.25), small(0.5), small(0.75)];
  const leads = (run: (one: typeof all) => typeof all) => {
    const lead = (one: typeof all) => activeReturns(run(one), run(all));
    return { 'one cell less': lead(three), 'two cells less': lead(two), 'three cells less': lead(one) };
  };
  const since = (run: typeof all) => slice(run, after);
  const { loadings, alpha, n, independent } = factorRegression(avuv!, five);
  const screens = [
    [' without its least profitable cell', three],
    [' without its two least profitable cells', two],
    [', its most profitable cell alone', one],
  ] as const;
  const aside = true as const;
  return claim({
    id: 'C4',
    claim: 'Among small value stocks a profitability screen filters out the undesirable ones, and that helps',
    source: 'a market article of 2025',
    data: [avuv!, ...peers, three],
    readings: [
      ...peers.map((peer) => cagrLead(`AVUV less ${peer.name}, CAGR`, avuv!, peer)),
      ...screens.map(([words, run]) => cagrLead(`Small value${words}, less all four cells, CAGR`, run, all)),
      ...screens.map(([words, run]) => cagrLead(`The same since July 2013${words}, CAGR`, since(run), since(all))),
      notLuck(leads((run) => run)),
      notLuck(leads(since), ', since July 2013'),
      estimated('AVUV, loading on profitability (RMW)', says, loadings.RMW, { unit: 'number', n, independent, aside }),
      estimated('AVUV, alpha to five factors', says, alpha, { n, independent, aside }),
    ],
    notes: [
      'Intervals: 95 %, stationary bootstrap or Newey–West; independent: blocks. Three screens were tried; cells are quarters by the profitability of NYSE firms, and the lowest holds nearly half of small value.',
      'Profitability as a screen was published in 2013 (Novy-Marx), and the first portfolios formed after it are those of June: what it earned before nobody could have bought for it. All three screens since then, and their luck, were added after the figures had been seen.',
      'The most profitable cell of small value held one to five firms in the 1960s: its record of then is that of a few firms.',
      'AVUV began in 2019 and is known for its record; IJS screens for earnings itself. A loading on RMW says that there is a screen, and an alpha to RMW what is left without it: neither says that it pays, so both stand aside.',
    ],
  });
};
