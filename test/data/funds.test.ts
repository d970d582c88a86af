import { describe, expect, it } from 'vitest';
import type { Panel, ReturnSeries } from '../../src/panel/index.js';
import { fundFacts, usFunds, usFundsDaily, type UsDailyFund, type UsFund } from '../../src/data/index.js';

/** Growth of 1 over the rows whose date begins with `prefix`. */
function growth(series: ReturnSeries, prefix: string): number {
  let wealth = 1;
  series.values.forEach((value, row) => {
    if (series.calendar.date(row).startsWith(prefix)) wealth *= 1 + value;
  });
  return wealth;
}

const compounded = (panel: Panel<'SPY' | 'IWM' | UsFund> | Panel<UsDailyFund>, fund: 'SPY' | 'IWM', year: string) =>
  (growth(panel.returns(fund), year) - 1) * 100;

/** Calendar-year total returns as the fund companies publish them, in percent. */
const PUBLISHED = [
  { fund: 'SPY', year: '2008', percent: -36.8 },
  { fund: 'SPY', year: '2013', percent: 32.3 },
  { fund: 'SPY', year: '2022', percent: -18.2 },
  { fund: 'IWM', year: '2020', percent: 20.0 },
] as const;

describe('usFunds', () => {
  const funds = usFunds();

  it.each(PUBLISHED)('$fund earned $percent % in $year, as published', ({ fund, year, percent }) => {
    expect(Math.abs(compounded(funds, fund, year) - percent)).toBeLessThan(0.06);
  });

  it('AVUV compounded at 16.19 % a year from 2019-10 to 2026-07', () => {
    const avuv = funds.returns('AVUV');
    const months = [...avuv.values].filter((value) => !Number.isNaN(value));
    expect(avuv.calendar.date([...avuv.values].findIndex((value) => !Number.isNaN(value)))).toBe('2019-10-31');
    expect(months).toHaveLength(82); // 3 + 6 × 12 + 7
    const wealth = months.reduce((product, value) => product * (1 + value), 1);
    expect((wealth ** (12 / 82) - 1) * 100).toBeCloseTo(16.19, 2);
  });

  it('has 46 exchange-traded funds and DFSVX', () => {
    expect(funds.assets).toHaveLength(47);
    expect(funds.assets[0]).toBe('SPY');
    expect(funds.assets.at(-1)).toBe('DFSVX');
  });

  it('runs from 1993-02 to 2026-07 with its base at the end of January 1993', () => {
    expect(funds.calendar.date(-1)).toBe('1993-01-31');
    expect(funds.calendar.date(0)).toBe('1993-02-28');
    expect(funds.calendar.date(funds.calendar.length - 1)).toBe('2026-07-31');
    expect(funds.calendar.length).toBe(402); // 11 months of 1993, 32 years, 7 months
    expect(funds.returns('SPY').values[0]).toBe(0.01066832);
    expect(funds.returns('SPY').values[401]).toBe(0.00034818);
  });

  it('turns the percent of DFSVX into fractions, from 1993-03 on', () => {
    const { values } = funds.returns('DFSVX');
    expect(values[0]).toBeNaN();
    expect(values[1]).toBe(-0.008); // −0.80 %
    expect(values[2]).toBe(-0.0212); // −2.12 %
    expect(values[401]).toBe(0.0229); // 2.29 %
  });

  it('has no holes, no missing mark as a figure, and no return below −100 %', () => {
    expect(funds.holes).toEqual([]);
    const bad = (value: number): boolean => value === -0.9999 || value === -9.99 || value < -1;
    for (const asset of funds.assets) expect([...funds.returns(asset).values].filter(bad)).toEqual([]);
  });

  it('says that its returns are total, net, and where they come from', () => {
    const { meta } = funds.returns('IWM');
    expect(meta).toMatchObject({ kind: 'total', net: true });
    expect(meta.source).toContain('adjusted closes');
    expect(meta.vintage).toContain('2026-07-31');
    expect(meta.researchPortfolio).toBeUndefined();
  });

  it('answers the same panel again without decoding', () => {
    expect(usFunds()).toBe(funds);
  });
});

describe('usFundsDaily', () => {
  const daily = usFundsDaily();

  it.each(PUBLISHED)('$fund earned $percent % in $year, as published', ({ fund, year, percent }) => {
    expect(Math.abs(compounded(daily, fund, year) - percent)).toBeLessThan(0.06);
  });

  it('is the ratio of neighbouring adjusted closes less one', () => {
    expect(daily.calendar.date(-1)).toBe('1993-01-29');
    expect(daily.calendar.date(0)).toBe('1993-02-01');
    expect(daily.returns('SPY').values[0]).toBe(24.2848 / 24.1133 - 1);
    const last = daily.calendar.length - 1;
    expect(daily.calendar.date(last)).toBe('2026-07-31');
    expect(daily.returns('SPY').values[last]).toBe(747.03 / 741.69 - 1);
    expect(daily.returns('BIL').values[last]).toBe(91.68 / 91.65 - 1);
  });

  it('compounds to the monthly returns within the rounding of the prices', () => {
    const monthly = usFunds();
    for (const fund of daily.assets) {
      const [days, months] = [daily.returns(fund), monthly.returns(fund)];
      for (const month of ['2020-03', '2024-11', '2026-07'] as const) {
        const row = months.values.length - 1 - monthsBetween(month, '2026-07');
        if (Number.isNaN(months.values[row])) continue;
        expect(growth(days, month) - 1).toBeCloseTo(months.values[row]!, 3);
      }
    }
  });

  it('has no holes', () => {
    expect(daily.holes).toEqual([]);
    expect(daily.assets).toHaveLength(16);
  });
});

function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
  return b! - a!;
}

describe('fundFacts', () => {
  const facts = fundFacts();

  it('knows every bundled fund by its ticker', () => {
    expect(Object.keys(facts)).toEqual([...usFunds().assets]);
    for (const [ticker, fact] of Object.entries(facts)) expect(fact.ticker).toBe(ticker);
  });

  it('gives expense ratios as fractions of one year, each with its source', () => {
    expect(facts.AVUV.expenseRatio).toMatchObject({ value: 0.0025, asOf: '2026' }); // 0.25 %
    expect(facts.IJS.expenseRatio?.asOf).toBe('>=2025-09-16');
    expect(facts.SLYV.expenseRatio?.asOf).toBe('2026-04');
    for (const { expenseRatio } of Object.values(facts)) {
      if (expenseRatio === undefined) continue;
      expect(expenseRatio.value).toBeGreaterThan(0);
      expect(expenseRatio.value).toBeLessThan(0.01);
      expect(expenseRatio.source).toMatch(/, https?:\/\/\S+$/);
      expect(expenseRatio.source).not.toMatch(/NOTE|; |inception:/);
    }
  });

  it('leaves absent what no source says', () => {
    expect('inception' in facts.VIOO).toBe(false);
    expect(facts.AVLV.expenseRatio === undefined || 'asOf' in facts.AVLV.expenseRatio).toBe(false);
    expect(facts.AVUV.inception).toBe('2019-09');
  });

  it('is frozen all the way down', () => {
    expect(Object.isFrozen(facts) && Object.isFrozen(facts.SPY) && Object.isFrozen(facts.SPY.expenseRatio)).toBe(true);
  });
});
