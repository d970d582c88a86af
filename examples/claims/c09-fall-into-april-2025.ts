// C9: two articles give two figures for one fall of the Russell 2000.
import { maxDrawdown, slice, totalReturn } from 'backtilt';
import { usFunds, usFundsDaily } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { nearestWindow } from './nearest-window.js';

const window = { from: '2024-11', to: '2025-04' };

export const c9 = (daily = usFundsDaily(), funds = usFunds()): Claim => {
  const [days, months] = [slice(daily.returns('IWM'), window), slice(funds.returns('IWM'), window)];
  const figures = {
    'peak to trough, daily closes': maxDrawdown(days),
    'peak to trough, month ends': maxDrawdown(months),
  };
  // Half a point: 23 has no decimal, and an index level leaves out the dividends of two quarters.
  const readings = [-0.275, -0.23].flatMap((is) =>
    Object.entries(figures).map(([words, figure]) => ({
      reading: `${(-is * 100).toFixed(1)} %, ${words}`,
      figure,
      says: { is, within: 0.005 },
    })),
  );
  const iwm = daily.returns('IWM');
  const best = nearestWindow([iwm, iwm], [-0.23, -0.23], { ...window, startBy: '2025-04-30' });
  const { windows: searched, from, to } = best;
  const found = `23.0 %, SEARCHED, the nearest of ${searched} windows, ${from} to ${to}`;
  return claim({
    id: 'C9',
    claim: 'From November 2024 to April 2025 the Russell 2000 fell by 27.5 % (one article) or 23 % (another)',
    source: 'two market articles of 2025',
    data: [days, months],
    readings: [
      ...readings,
      { reading: found, figure: totalReturn(slice(iwm, { from, to })), says: { is: -0.23, within: 0.005 }, searched },
    ],
    notes: [
      'IWM stands for the Russell 2000: dividends reinvested, net of fees.',
      'The last reading was added after the figures were seen: some pair of closes fits nearly any figure. It would count only where it does not agree.',
      'One fall, and its ends were known only afterwards. Under one definition one of the two figures can be right at most.',
    ],
  });
};
