import { describe, expect, it } from 'vitest';
import { cagr, calmarRatio, marRatio, maxDrawdown, trailingReturn } from '../../src/stats/index.js';
import { dailyUntil, dated, hasReference, reference, series, weekdaysAfter } from './support.js';

describe('marRatio', () => {
  it('is growth per year over the deepest fall, since inception', () => {
    // 0.5 · 2.88 = 1.44 in two years: 20 % a year; fall 50 %.
    expect(marRatio(series('annual', [-0.5, 1.88]))).toBeCloseTo(0.4, 14);
  });

  it('is NaN under one year, where wealth never fell, and over a hole', () => {
    expect(marRatio(series('monthly', [-0.1, 0.2]))).toBeNaN();
    expect(marRatio(series('annual', [0.1, 0.2]))).toBeNaN();
    expect(marRatio(series('annual', [-0.1, NaN, 0.2]))).toBeNaN();
  });

  // PerformanceAnalytics' CalmarRatio takes the whole history.
  it.skipIf(!hasReference).each([
    ['HAM1', 0.9061697],
    ['HAM2', 0.728094],
    ['HAM4', 0.4227315],
    ['HAM6', 1.742525],
  ])('of %s in managers is %d, as PerformanceAnalytics prints', (name, expected) => {
    expect(marRatio(reference('managers.csv', name))).toBeCloseTo(expected, 6);
  });
});

describe('calmarRatio', () => {
  it('looks at the last 36 months and forgets what was before', () => {
    const quiet = new Array<number>(36).fill(0);
    quiet[0] = -0.5;
    quiet[35] = 2 * 1.728 - 1; // wealth 0.5 · 2 · 1.728 = 1.2³
    expect(calmarRatio(series('monthly', [-0.9, ...quiet]))).toBeCloseTo(0.2 / 0.5, 13);
    expect(calmarRatio(series('monthly', quiet))).toBeCloseTo(0.4, 13);
  });

  it('is NaN under 36 months, whatever the calendar', () => {
    expect(calmarRatio(series('monthly', [-0.5, ...new Array<number>(34).fill(0.1)]))).toBeNaN();
    expect(calmarRatio(series('monthly', [-0.5, ...new Array<number>(35).fill(0.1)]))).not.toBeNaN();
    expect(calmarRatio(series('quarterly', [-0.5, ...new Array<number>(10).fill(0.1)]))).toBeNaN();
    expect(calmarRatio(series('quarterly', [-0.5, ...new Array<number>(11).fill(0.1)]))).not.toBeNaN();
    expect(calmarRatio(series('annual', [-0.5, 0.1]))).toBeNaN();
    expect(calmarRatio(dailyUntil('2021-01-04', '2023-12-29', -0.5))).toBeNaN();
    expect(calmarRatio(series('annual', [NaN]))).toBeNaN();
  });

  it('takes three whole calendar years of trading days, and no more, for 36 months of daily data', () => {
    // The window begins at the close of Thursday 2020-12-31; the fall of the day before is outside, that of the day after inside.
    const dates = weekdaysAfter('2020-01-31', '2023-12-29');
    const falling = (day: string): ReturnType<typeof series> =>
      dated(
        'daily',
        dates,
        dates.map((date) => (date === day ? -0.5 : date === '2023-12-29' ? -0.1 : 0)),
      );
    const days = 1093; // 2020-12-31 to 2023-12-29
    expect(calmarRatio(falling('2020-12-31'))).toBeCloseTo((0.9 ** (365.25 / days) - 1) / 0.1, 12);
    expect(calmarRatio(falling('2021-01-01'))).toBeCloseTo((0.45 ** (365.25 / days) - 1) / 0.55, 12);
    expect(calmarRatio(dailyUntil('2020-12-31', '2023-12-29', -0.1))).toBeCloseTo(
      (0.9 ** (365.25 / days) - 1) / 0.1,
      12,
    );
  });

  it('begins its window of days where trailingReturn begins 36 months: with the last close of the month', () => {
    // Up to Friday 2023-03-31, the last weekday of March, the window begins with the close of 2020-03-31 and has 1095 days.
    const dates = weekdaysAfter('2020-02-28', '2023-03-31');
    const halved = dated(
      'daily',
      dates,
      dates.map((date) => (date === '2020-04-01' ? -0.5 : date === '2023-03-31' ? 2.456 : 0)),
    );
    expect(trailingReturn(halved, { months: 36 })).toBeCloseTo(0.728, 12);
    expect(calmarRatio(halved)).toBeCloseTo((1.728 ** (365.25 / 1095) - 1) / 0.5, 12);
  });

  it('does not mind a hole before its window', () => {
    const last = [-0.5, 1, 0.728];
    expect(calmarRatio(series('annual', [0.1, NaN, ...last]))).toBeCloseTo(0.4, 13);
    expect(calmarRatio(series('annual', [0.1, ...last.slice(0, 2), NaN, 0.1]))).toBeNaN();
  });

  it.skipIf(!hasReference)('of HAM1 in managers is CAGR over fall of its last 36 rows', () => {
    const whole = reference('managers.csv', 'HAM1');
    const last = dated('monthly', whole.calendar.toJSON().dates.slice(-36), [...whole.values.slice(-36)]);
    expect(calmarRatio(whole)).toBe(cagr(last) / Math.abs(maxDrawdown(last)));
  });
});
