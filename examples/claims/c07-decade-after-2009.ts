// C7: double digits a year for small caps in the ten years after 2009, beside those of large caps.
import { cagr, slice } from 'backtilt';
import { usFundsDaily } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

const decades = [
  ['ten years from the close of 2009-03-09', '2009-03-10', '2019-03-09'],
  ['ten years from the end of June 2009', '2009-07', '2019-06'],
  ['2010 to 2019', '2010-01', '2019-12'],
] as const;

export const c7 = (daily = usFundsDaily()): Claim => {
  const [spy, ...small] = (['SPY', 'IWM', 'IJR'] as const).map((name) => daily.returns(name));
  const readings = small.flatMap((fund) =>
    decades.map(([words, from, to]) => ({
      reading: `${fund.name}, ${words}`,
      says: { above: 0.1 },
      figure: cagr(slice(fund, { from, to })),
      base: cagr(slice(spy!, { from, to })),
    })),
  );
  return claim({
    id: 'C7',
    claim: 'After 2009 small caps gave double-digit returns a year over the next decade',
    source: 'a market article of 2025',
    data: [...small, spy!],
    readings,
    notes: [
      'IWM stands for the Russell 2000, IJR for the S&P SmallCap 600; base: SPY over the same days. Dividends reinvested, net of fees.',
      'The six readings are one decade, and that it began at a trough was known only afterwards.',
    ],
  });
};
