// C12: the "annual gain" of the Russell 2000 at the end of September 2025: of twelve months, or of the year so far?
import { periodToDate, slice } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

// Two decimals of an index are more than a fund can answer: 0.15 points.
const says = { is: 0.1175, within: 0.0015 };

export const c12 = (funds = usFunds()): Claim => {
  const iwm = funds.returns('IWM');
  const { oneYear, yearToDate } = periodToDate(slice(iwm, { to: '2025-09' }));
  return claim({
    id: 'C12',
    claim: 'At the end of September 2025 the Russell 2000 had an annual gain of 11.75 %',
    source: 'a market article of 2025',
    data: [iwm],
    readings: [
      { reading: 'Last twelve months', figure: oneYear.return, says },
      { reading: 'Year so far', figure: yearToDate.return, says },
    ],
    notes: [
      'IWM stands for the Russell 2000: dividends reinvested, net of fees, so 1 to 2 points above a price index.',
    ],
  });
};
