// C3: what four small-cap value funds earned a year from October 2019 to April 2025.
import { cagr, slice } from 'backtilt';
import { usFunds, usFundsDaily } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

const quoted = { AVUV: 0.111, DFSVX: 0.1, VBR: 0.083, IJS: 0.053 };
const all = ['AVUV', 'DFSVX', 'VBR', 'IJS'] as const;
const daily = ['AVUV', 'VBR', 'IJS'] as const;
const window = { from: '2019-10', to: '2025-04' };

// Rates with one decimal, from adjusted closes of another vendor: 0.15 points.
const part = (fund: keyof typeof quoted, figure: number) => ({
  reading: fund,
  figure,
  says: { is: quoted[fund], within: 0.0015 },
});

export const c3 = (funds = usFunds(), closes = usFundsDaily()): Claim => {
  const [months, days] = [slice(funds, window), slice(closes, window)];
  const monthly = all.map((fund) => part(fund, cagr(months.returns(fund))));
  const byDay = daily.map((fund) => part(fund, cagr(days.returns(fund))));
  return claim({
    id: 'C3',
    claim: 'From October 2019 to April 2025 AVUV made 11.1 % a year, DFSVX 10.0 %, VBR 8.3 % and IJS 5.3 %',
    source: 'a market article of 2025',
    data: all.map((fund) => months.returns(fund)),
    readings: [
      { reading: 'Whole months', parts: monthly },
      { reading: 'Daily closes, which DFSVX has not', parts: byDay },
    ],
    notes: [
      'All rates of a reading must hold, each to 0.15 points a year, which was set beforehand. VBR misses the printed rate by 0.11, which is more than its last digit. Funds are net of fees.',
      'The window is the life of AVUV up to the article, and AVUV was picked for its record: the figures say nothing of what comes.',
    ],
  });
};
