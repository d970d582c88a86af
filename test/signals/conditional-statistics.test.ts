import {
  arithmeticMean,
  bearMarkets,
  conditionalStatistics,
  rateRegime,
  recessions,
  regimeMask,
  regimeWhen,
  trend,
  volatility,
  type IsoDate,
} from 'backtilt';
import { usFunds, usPolicyRate, usRecessions } from 'backtilt/data';
import { describe, expect, it } from 'vitest';

const spy = usFunds().returns('SPY');
const regime = rateRegime(usPolicyRate());
const found = conditionalStatistics(
  spy,
  {
    recession: recessions(usRecessions(), { known: 'hindsight' }),
    'announced recession': recessions(usRecessions(), { known: 'announced' }),
    hikes: regimeMask(regime, 'hiking'),
    holds: regimeMask(regime, 'holding'),
    cuts: regimeMask(regime, 'cutting'),
    'bear market': bearMarkets(spy),
    'below its average': regimeWhen(trend(spy, { periods: 10 }), { below: 0 }),
  },
  { mean: arithmeticMean, volatility },
);
const of = (name: string) => found.regimes.find((one) => one.regime === name)!;

/** The mean return of the months that a plain question about the date chooses, × 12. */
const meanOf = (isIn: (month: string) => boolean): number => {
  const { calendar, values } = spy;
  const chosen = values.slice().filter((_, row) => isIn(calendar.date(row).slice(0, 7)));
  return (chosen.reduce((sum, value) => sum + value, 0) / chosen.length) * 12;
};

describe('SPY by regime, 1993 to 2026', () => {
  it('in recession: 8, 18 and 2 months in three spells, as the NBER dates them', () => {
    expect(of('recession')).toMatchObject({
      periods: 28,
      spells: 3,
      from: '2001-04-30',
      to: '2020-04-30',
      usesHindsight: true,
    });
    const within = (month: string): boolean =>
      (month > '2001-03' && month <= '2001-11') ||
      (month > '2007-12' && month <= '2009-06') ||
      month === '2020-03' ||
      month === '2020-04';
    expect(of('recession').values.mean).toBeCloseTo(meanOf(within), 12);
    // After 2025-12 nothing is known: January to July 2026.
    expect(of('recession').unknown).toBe(7);
  });

  it('in a recession that had been announced: later, and never the same months as the recession of 2020', () => {
    // Month ends from 2001-11-30 to 2003-06-30 are 20, from 2008-12-31 to 2010-08-31 are 21, from 2020-06-30 to 2021-06-30 are 13.
    expect(of('announced recession')).toMatchObject({ periods: 54, spells: 3, usesHindsight: false });
  });

  it('hikes, holds and cuts share out all months', () => {
    const periods = ['hikes', 'holds', 'cuts'].map((name) => of(name).periods);
    expect(periods.reduce((sum, one) => sum + one, 0)).toBe(of('all').periods);
    // Month ends from 2001-01-31 to 2004-05-31 are 41; the last before the hold of 2004-06-25.
    const cutting = conditionalStatistics(
      spy,
      { cuts: (date: IsoDate) => date > '2001' && date < '2004-06-25' },
      { mean: arithmeticMean },
    ).regimes[1]!;
    expect(cutting.periods).toBe(41);
    expect(of('cuts').spells).toBe(7); // the cuts of 1989–93, and from 1995, 1998, 2001, 2007, 2019, 2024
    expect(of('hikes').spells).toBe(6); // from 1994, 1997, 1999, 2004, 2015, 2022; 2026 begins after the data
  });

  it('prints all of it, and warns where hindsight is used', () => {
    const text = String(found);
    for (const name of ['recession', 'hikes', 'cuts', 'bear market', 'below its average']) expect(text).toContain(name);
    expect(text).toContain('hindsight');
    expect(found.usesHindsight).toBe(true);
    expect(of('bear market').values.mean).toBeLessThan(0);
  });
});
