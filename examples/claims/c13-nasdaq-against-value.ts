// C13: the Nasdaq more than 7 points behind the Russell 1000 Value in the year to 23 July 2025.
import { slice, spread } from 'backtilt';
import { usFundsDaily } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

const says = { below: -0.07 };

export const c13 = (daily = usFundsDaily()): Claim => {
  const [qqq, iwd] = [daily.returns('QQQ'), daily.returns('IWD')];
  const year = (to: string) => spread(slice(qqq, { from: '2025-01', to }), slice(iwd, { from: '2025-01', to }));
  return claim({
    id: 'C13',
    claim: 'In the year to 23 July 2025 the Nasdaq was more than 7 points behind the Russell 1000 Value',
    source: 'a market article of 2025',
    data: [qqq, iwd],
    readings: [
      { reading: 'To 23 July, difference of totals', says, figure: year('2025-07-23').differenceOfTotals },
      { reading: 'To 23 July, relative wealth', says, figure: year('2025-07-23').relativeGain },
      {
        reading: 'To the last month end before, difference of totals',
        says,
        figure: year('2025-06').differenceOfTotals,
      },
    ],
    missing: 'the Nasdaq Composite: QQQ holds its hundred largest companies that are no banks',
    notes: ['QQQ stands for the Nasdaq and IWD for the Russell 1000 Value, dividends reinvested and net of fees.'],
  });
};
