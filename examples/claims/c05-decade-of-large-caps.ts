// C5: the S&P 500 beat the Russell 2000 by 130 % over a decade: in points, or in wealth?
import { slice, spread } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

// The article of 2025 does not date its decade: the one to the end of the year before, and to the two months that it speaks of.
const decades = [
  { from: '2015-09', to: '2025-08' },
  { from: '2015-05', to: '2025-04' },
  { from: '2015-01', to: '2024-12' },
];
// Written in tens: within 5 points.
const says = { is: 1.3, within: 0.05 };

export const c5 = (funds = usFunds()): Claim => {
  const [large, small] = [funds.returns('SPY'), funds.returns('IWM')];
  const readings = decades.flatMap(({ from, to }) => {
    const { differenceOfTotals, relativeGain } = spread(slice(large, { from, to }), slice(small, { from, to }));
    return [
      { reading: `Ten years to ${to}, difference of totals`, says, figure: differenceOfTotals },
      { reading: `Ten years to ${to}, further wealth of a holder`, says, figure: relativeGain },
    ];
  });
  return claim({
    id: 'C5',
    claim: 'The S&P 500 outperformed the Russell 2000 by 130 % over a decade',
    source: 'a market article of 2025',
    data: [large, small],
    readings,
    notes: [
      'SPY stands for the S&P 500 and IWM for the Russell 2000, dividends reinvested and net of fees.',
      'Difference of totals: R − B in points of the first wealth, which grows with the market. Further wealth: (1 + R)/(1 + B) − 1. One decade is one case, and it ends where the article was written.',
    ],
  });
};
