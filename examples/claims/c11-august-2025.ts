// C11: August 2025 of the Russell 2000, which two articles round differently, and an all-time high in September.
import { newHighs, periodToDate, slice, type ReturnSeries } from 'backtilt';
import { usFunds, usFundsDaily } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';

const quoted = [
  ['7.3 %', { is: 0.073, within: 0.0015 }],
  ['7 %', { is: 0.07, within: 0.005 }],
] as const;

export const c11 = (daily = usFundsDaily(), funds = usFunds()): Claim => {
  const [days, months] = [daily.returns('IWM'), funds.returns('IWM')];
  const figure = periodToDate(slice(months, { to: '2025-08' })).monthToDate.return;
  const highs = (series: ReturnSeries) =>
    newHighs(slice(series, { to: '2025-09' })).dates.filter((date) => date.startsWith('2025-09')).length;
  const readings = [days, months].flatMap((closes) =>
    quoted.map(([words, says]) => ({
      reading: `${words}, ${closes.calendar.frequency} closes`,
      parts: [
        { reading: 'August', figure, says },
        { reading: 'new highs in September', figure: highs(closes), says: { above: 0 }, unit: 'count' as const },
      ],
    })),
  );
  return claim({
    id: 'C11',
    claim:
      'In August 2025 the Russell 2000 gained 7.3 % (its fund 7 %, says another article), and in September it closed at an all-time high',
    source: 'two market articles of 2025',
    data: [days, months],
    readings,
    missing: 'closes of the index without dividends: wealth that includes them is at a high earlier and more often',
    notes: ['IWM stands for the Russell 2000: dividends reinvested, net of fees. Both parts of a reading must hold.'],
  });
};
