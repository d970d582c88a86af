import { describe, expect, it } from 'vitest';
import { fromReturns, resample, slice } from '../../src/panel/index.js';
import { annualReturns, cagr, periodToDate, totalReturn } from '../../src/stats/index.js';
import { usFunds, usFundsDaily } from '../../src/data/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, hasReference, reference, series, weekdaysAfter } from './support.js';

describe('periodToDate', () => {
  it('counts month, quarter and year to date from the last close before them', () => {
    // January to May 2020: the quarter is April and May.
    const one = periodToDate(series('monthly', [0.5, 0.1, 0.1, 0.2, 0.3]));
    expect(one.asOf).toBe('2020-05-31');
    expect(one.monthToDate).toMatchObject({ from: '2020-04-30', annualised: false });
    expect(one.monthToDate.return).toBeCloseTo(0.3, 14);
    expect(one.quarterToDate.from).toBe('2020-03-31');
    expect(one.quarterToDate.return).toBeCloseTo(1.2 * 1.3 - 1, 14);
    expect(one.yearToDate.from).toBe('2019-12-31');
    expect(one.yearToDate.return).toBeCloseTo(1.5 * 1.21 * 1.2 * 1.3 - 1, 14);
    expect(one.oneYear).toEqual({ from: null, return: NaN, annualised: false, total: NaN });
    expect(one.sinceInception).toMatchObject({ from: '2019-12-31', annualised: false });
  });

  it('annualises what is longer than a year: 0 % and 21 % are 10 % a year', () => {
    const one = periodToDate(series('annual', [-0.5, 0.331, 0, 0]));
    expect(one.oneYear).toMatchObject({ return: 0, annualised: false });
    expect(one.threeYears.annualised).toBe(true);
    expect(one.threeYears.total).toBeCloseTo(0.331, 14);
    expect(one.threeYears.return).toBeCloseTo(0.1, 14);
    expect(one.fiveYears.return).toBeNaN();
    expect(one.sinceInception.return).toBeCloseTo((0.5 * 1.331) ** 0.25 - 1, 14);
  });

  it('of an S&P 500 fund has the calendar years that everybody knows: −36.8 % in 2008, +32.3 % in 2013, −18.2 % in 2022', () => {
    const spy = usFunds().returns('SPY');
    for (const [year, expected] of [
      ['2008', -0.368],
      ['2013', 0.323],
      ['2022', -0.182],
    ] as const) {
      const to = periodToDate(slice(spy, { to: `${year}-12` }));
      expect(to.asOf).toBe(`${year}-12-31`);
      expect(to.yearToDate.return).toBeCloseTo(expected, 3);
      expect(to.oneYear.total).toBeCloseTo(to.yearToDate.total, 13);
    }
  });

  it('agrees with calendarReturns, cagr and totalReturn of the same rows', () => {
    const iwm = usFunds().returns('IWM');
    const to = periodToDate(iwm);
    expect(to.yearToDate.return).toBeCloseTo(annualReturns(iwm).at(-1)!.return, 13);
    expect(to.sinceInception.total).toBe(totalReturn(iwm));
    expect(to.sinceInception.return).toBe(cagr(iwm));
    expect(to.fiveYears.return).toBeCloseTo(cagr(slice(iwm, { from: '2021-08' })), 14);
  });

  it('on days takes the last close of the month before, and knows nothing where the series begins later', () => {
    const dates = weekdaysAfter('2024-03-20', '2024-05-03');
    const one = dated(
      'daily',
      dates,
      dates.map((date) => (date === '2024-05-02' ? 0.1 : date === '2024-04-30' ? 0.2 : 0)),
    );
    const to = periodToDate(one);
    expect(to.monthToDate).toMatchObject({ from: '2024-04-30' });
    expect(to.monthToDate.return).toBeCloseTo(0.1, 14);
    expect(to.quarterToDate.from).toBe('2024-03-29');
    expect(to.quarterToDate.return).toBeCloseTo(1.1 * 1.2 - 1, 14);
    expect(to.yearToDate.from).toBeNull();
    expect(to.yearToDate.return).toBeNaN();
  });

  it('of days up to a month’s end counts from the month ends that monthly returns count from', () => {
    const [daily, monthly] = [periodToDate(usFundsDaily().returns('IWM')), periodToDate(usFunds().returns('IWM'))];
    expect(daily.asOf).toBe('2026-07-31');
    for (const window of ['yearToDate', 'oneYear', 'threeYears', 'fiveYears', 'tenYears'] as const) {
      expect(daily[window].from?.slice(0, 7)).toBe(monthly[window].from?.slice(0, 7));
      expect(daily[window].total).toBeCloseTo(monthly[window].total, 3);
    }
    expect([daily.oneYear.from, daily.threeYears.from]).toEqual(['2025-07-31', '2023-07-31']);
  });

  it('of a running month is month to date, while one year would be a part more', () => {
    const dates = weekdaysAfter('2022-12-30', '2024-01-12');
    const days = fromReturns({
      frequency: 'daily',
      base: '2022-12-30',
      dates,
      returns: { A: dates.map(() => 0.001) },
    });
    const [daily, monthly] = [periodToDate(days.returns('A')), periodToDate(resample(days, 'monthly').returns('A'))];
    expect(monthly.asOf).toBe('2024-01-12');
    expect(monthly.monthToDate.return).toBeCloseTo(daily.monthToDate.return, 13);
    expect(monthly.monthToDate.return).toBeCloseTo(1.001 ** 10 - 1, 13);
    expect(monthly.oneYear.return).toBeNaN();
    expect(daily.oneYear.from).toBe('2023-01-12');
  });

  it('has no month of quarters, no quarter of years and nothing to date of weeks or of years that end in June', () => {
    const quarters = periodToDate(series('quarterly', [0.1, 0.2]));
    expect(quarters.monthToDate.return).toBeNaN();
    expect(quarters.quarterToDate.return).toBeCloseTo(0.2, 14);
    const years = periodToDate(series('annual', [0.1]));
    expect(years.quarterToDate.return).toBeNaN();
    expect(years.yearToDate.return).toBeCloseTo(0.1, 14);
    const weeks = periodToDate(series('weekly', new Array<number>(60).fill(0.001)));
    expect([weeks.monthToDate.return, weeks.quarterToDate.return, weeks.yearToDate.return]).toEqual([NaN, NaN, NaN]);
    expect(weeks.oneYear.return).toBeCloseTo(1.001 ** 52 - 1, 13);
    expect(periodToDate(dated('annual', ['2022-06', '2023-06'], [0.1, 0.2])).yearToDate.return).toBeNaN();
  });

  it('is NaN over a hole only where the hole is inside, and of nothing', () => {
    const one = periodToDate(series('monthly', [0.1, NaN, 0.1, 0.2]));
    expect(one.monthToDate.return).toBeCloseTo(0.2, 14);
    expect(one.yearToDate.return).toBeNaN();
    expect(one.sinceInception.return).toBeNaN();
    const none = periodToDate(series('monthly', [NaN]));
    expect(none.asOf).toBeNull();
    expect(none.sinceInception.return).toBeNaN();
    expect(String(none)).toContain('no returns');
  });

  it('shows itself, is frozen, and refuses what is no series', () => {
    const one = periodToDate(series('annual', [0.1, 0.1, 0.1]));
    expect(String(one)).toContain('A, as of 2022-12-31');
    expect(String(one)).toMatch(/3 years\s+2019-12-31\s+33\.10 %\s+10\.00 %/);
    expect(Object.isFrozen(one) && Object.isFrozen(one.oneYear)).toBe(true);
    expectInputError('series.invalid', ['periodToDate'], () => periodToDate({} as never));
  });

  it.skipIf(!hasReference)('of HAM1 is what numpy computes', () => {
    const ham = periodToDate(reference('managers.csv', 'HAM1'));
    expect(ham.asOf).toBe('2006-12-31');
    expect(ham.yearToDate.return).toBeCloseTo(0.2051081676098352, 13);
    expect(ham.threeYears.return).toBeCloseTo(0.1428504632246621, 13);
    expect(ham.fiveYears.return).toBeCloseTo(0.11165604368436388, 13);
    expect(ham.tenYears.return).toBeCloseTo(0.13766711820819322, 13);
  });
});
