// C10: a second quarter of +8.5 % that left the year at −10.1 %.
import { periodToDate, slice } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

export const c10 = (funds = usFunds()): Claim => {
  const iwm = funds.returns('IWM');
  const asOf = (to: string) => periodToDate(slice(iwm, { to }));
  const quarter = asOf('2025-06').quarterToDate.return;
  // Figures of an index with one decimal, measured on a fund: 0.15 points.
  const within = 0.0015;
  const readings = ['2025-06', '2025-05', '2025-04', '2025-03'].map((month) => ({
    reading: `The year as of ${month}`,
    parts: [
      { reading: 'quarter', figure: quarter, says: { is: 0.085, within } },
      { reading: 'year', figure: asOf(month).yearToDate.return, says: { is: -0.101, within } },
    ],
  }));
  return claim({
    id: 'C10',
    claim:
      'The Russell 2000 rose by 8.5 % in the second quarter of 2025, which narrowed its loss of the year to 10.1 %',
    source: 'a market article of 2025',
    data: [iwm],
    readings,
    notes: [
      'IWM stands for the Russell 2000: dividends reinvested, net of fees. Both figures of a reading must hold.',
      'The plain reading is the first; the month ends before it, in case the loss of the year is an older one.',
    ],
  });
};
