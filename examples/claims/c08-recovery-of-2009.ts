// C8: 140 % for the Russell 2000 beside 70 % for the S&P 500 in the recovery of 2009.
import { slice, totalReturn } from 'backtilt';
import { usFundsDaily } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { nearestWindow } from './nearest-window.js';

const windows = [
  ['Twelve months from the close of 2009-03-09', '2009-03-10', '2010-03-09'],
  ['From the close of 2009-03-09 to the end of 2009', '2009-03-10', '2009-12'],
  ['Calendar year 2009', '2009-01', '2009-12'],
  ['24 months from the close of 2009-03-09', '2009-03-10', '2011-03-09'],
] as const;

export const c8 = (daily = usFundsDaily()): Claim => {
  const [iwm, spy] = [daily.returns('IWM'), daily.returns('SPY')];
  // Both are written in tens: within 5 points.
  const both = (words: string, from: string, to: string) => ({
    reading: words,
    parts: [
      { reading: 'IWM', figure: totalReturn(slice(iwm, { from, to })), says: { is: 1.4, within: 0.05 } },
      { reading: 'SPY', figure: totalReturn(slice(spy, { from, to })), says: { is: 0.7, within: 0.05 } },
    ],
  });
  const span = { from: '2008-10', startBy: '2009-12-31', to: '2011-12' };
  const best = nearestWindow([iwm, spy], [1.4, 0.7], span);
  const found = `SEARCHED, the nearest of ${best.windows} windows, ${best.from} to ${best.to}`;
  return claim({
    id: 'C8',
    claim: 'In the recovery of 2009 the Russell 2000 returned 140 % on average and the S&P 500 70 %',
    source: 'a market article of 2025',
    data: [iwm, spy],
    readings: [
      ...windows.map(([words, from, to]) => both(words, from, to)),
      { ...both(found, best.from, best.to), searched: best.windows },
    ],
    notes: [
      'IWM stands for the Russell 2000 and SPY for the S&P 500, dividends reinvested and net of fees. Both figures of a reading must hold.',
      'The last reading was searched for: all pairs of closes from October 2008 to December 2011 that begin before 2010. It would count only where it does not hold.',
    ],
  });
};
