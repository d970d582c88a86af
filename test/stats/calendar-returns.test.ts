import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromReturns, resample, type ReturnSeries } from '../../src/panel/index.js';
import { annualReturns, bestYear, calendarReturns, worstYear } from '../../src/stats/index.js';
import { root } from '../support/source-files.js';
import { dailyUntil, dated, series, weekdaysAfter } from './support.js';

const marks = (one: ReturnSeries): [number, boolean][] => annualReturns(one).map((row) => [row.year, row.complete]);
const monthsFrom = (first: string, count: number): string[] => {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1;
  return Array.from(
    { length: count },
    (_, row) => `${Math.floor((start + row) / 12)}-${String(((start + row) % 12) + 1).padStart(2, '0')}`,
  );
};

describe('calendarReturns', () => {
  it('puts each month in its place and compounds the year', () => {
    const one = dated('monthly', monthsFrom('2022-11', 14), [0.1, 0.2, ...new Array<number>(11).fill(0.01), 0.5]);
    const [first, second] = calendarReturns(one);
    expect(first).toMatchObject({ year: 2022, complete: false, partialMonths: [] });
    expect(first?.total).toBeCloseTo(1.1 * 1.2 - 1, 14);
    expect(first?.months).toHaveLength(12);
    expect(first?.months[9]).toBeNaN();
    expect(first?.months[10]).toBeCloseTo(0.1, 14);
    expect(second?.total).toBeCloseTo(1.01 ** 11 * 1.5 - 1, 14);
    expect(second?.complete).toBe(true);
  });

  it('compounds days within months', () => {
    const one = dated('daily', ['2020-01-30', '2020-01-31', '2020-02-03'], [0.1, 0.1, 0.5]);
    const [year] = calendarReturns(one);
    expect(year?.months.slice(0, 3).map((value) => Number(value.toFixed(12)))).toEqual([0.21, 0.5, NaN]);
    expect(year?.partialMonths).toEqual([1, 2]);
    expect(year?.total).toBeCloseTo(1.21 * 1.5 - 1, 14);
  });

  it('calls a daily year complete when it is covered from its first to its last weekday', () => {
    expect(marks(dailyUntil('2019-12-31', '2020-12-31', 0.1))).toEqual([[2020, true]]);
    expect(marks(dailyUntil('2019-12-31', '2020-12-30', 0.1))).toEqual([[2020, false]]);
    expect(marks(dailyUntil('2020-01-02', '2020-12-31', 0.1))).toEqual([[2020, false]]);
    // 2022-12-30 is a Friday; a row in the next year closes the year too, though the last weekday is a holiday.
    expect(marks(dailyUntil('2021-12-31', '2022-12-30', 0.1))).toEqual([[2022, true]]);
    const withoutLast = weekdaysAfter('2019-12-31', '2021-01-04').filter((day) => day !== '2020-12-31');
    expect(
      marks(
        dated(
          'daily',
          withoutLast,
          withoutLast.map(() => 0),
        ),
      ),
    ).toEqual([
      [2020, true],
      [2021, false],
    ]);
    expect(calendarReturns(dailyUntil('2019-12-31', '2020-12-31', 0.1))[0]?.partialMonths).toEqual([]);
  });

  it('calls monthly, quarterly and annual years complete when every period is there', () => {
    expect(marks(dated('monthly', monthsFrom('2020-01', 12), new Array<number>(12).fill(0)))).toEqual([[2020, true]]);
    expect(marks(dated('monthly', monthsFrom('2020-02', 11), new Array<number>(11).fill(0)))).toEqual([[2020, false]]);
    expect(marks(series('quarterly', [0, 0, 0, 0, 0]))).toEqual([
      [2020, true],
      [2021, false],
    ]);
    expect(marks(series('annual', [0.1, 0.2]))).toEqual([
      [2020, true],
      [2021, true],
    ]);
  });

  it('calls a year with a partial month incomplete, and names the month', () => {
    const dates = weekdaysAfter('2019-12-31', '2020-12-23');
    const days = fromReturns({ frequency: 'daily', dates, returns: { A: dates.map(() => 0.001) } });
    const [year] = calendarReturns(resample(days, 'monthly').returns('A'));
    expect(year?.months.every((value) => value > 0)).toBe(true);
    expect(year).toMatchObject({ complete: false, partialMonths: [12] });
  });

  it('never calls a weekly year complete, since a week straddles its turn', () => {
    expect(marks(series('weekly', new Array<number>(60).fill(0))).map(([, complete]) => complete)).toEqual([
      false,
      false,
    ]);
    expect(calendarReturns(series('weekly', [0.1]))[0]?.months.every((value) => Number.isNaN(value))).toBe(true);
  });

  it('does not know a year with a hole', () => {
    const values = new Array<number>(24).fill(0.01);
    values[3] = NaN;
    const rows = annualReturns(dated('monthly', monthsFrom('2020-01', 24), values));
    expect(rows[0]).toMatchObject({ return: NaN, complete: false });
    expect(rows[1]?.complete).toBe(true);
  });

  it('begins and ends with the life of the series, and is frozen', () => {
    const values = [...new Array<number>(13).fill(NaN), ...new Array<number>(11).fill(0.01)];
    const rows = calendarReturns(dated('monthly', monthsFrom('2020-01', 24), values));
    expect(rows.map(({ year, complete }) => [year, complete])).toEqual([[2021, false]]);
    expect(Object.isFrozen(rows) && Object.isFrozen(rows[0]?.months)).toBe(true);
    expect(calendarReturns(series('monthly', [NaN]))).toEqual([]);
  });
});

describe('bestYear and worstYear', () => {
  it('are the extremes of the complete years', () => {
    const one = series('quarterly', [0.1, 0, 0, 0, -0.2, 0, 0, 0, 0.05, 0, 0, 0, 0.9]);
    expect(bestYear(one)).toMatchObject({ year: 2020 });
    expect(bestYear(one)?.return).toBeCloseTo(0.1, 14);
    expect(worstYear(one)?.year).toBe(2021);
    expect(worstYear(one)?.return).toBeCloseTo(-0.2, 14);
  });

  it('are the earliest of equals, and null without a whole year', () => {
    expect(bestYear(series('annual', [0.1, 0.1]))?.year).toBe(2020);
    expect(worstYear(series('annual', [0.1, 0.1]))?.year).toBe(2020);
    expect(bestYear(series('monthly', [0.1]))).toBeNull();
    expect(worstYear(series('monthly', [NaN]))).toBeNull();
  });
});

const PRICES = `${root}../shared/data/etf_daily_adjclose.csv`;
describe.skipIf(!existsSync(PRICES))('calendar years of funds from daily prices', () => {
  const fund = (name: string): ReturnSeries => {
    const [header, ...lines] = readFileSync(PRICES, 'utf8').trim().split(/\r?\n/);
    const column = header!.split(',').indexOf(name);
    const rows = lines.map((line) => line.split(',')).filter((cells) => cells[column] !== '');
    const prices = rows.map((cells) => Number(cells[column]));
    return fromReturns({
      frequency: 'daily',
      base: rows[0]![0]!,
      dates: rows.slice(1).map((cells) => cells[0]!),
      returns: { [name]: prices.slice(1).map((price, row) => price / prices[row]! - 1) },
    }).returns(name);
  };

  // Calendar-year total returns that the fund companies publish.
  it.each([
    ['SPY', 2008, -0.368],
    ['SPY', 2013, 0.323],
    ['SPY', 2022, -0.182],
    ['IWM', 2020, 0.2],
  ])('%s in %d earned %d', (name, year, expected) => {
    const found = annualReturns(fund(name)).find((row) => row.year === year);
    expect(found?.complete).toBe(true);
    expect(Math.abs(found!.return - expected)).toBeLessThan(0.001);
  });

  it('AVUV has no complete year before 2020', () => {
    expect(marks(fund('AVUV'))[0]).toEqual([2019, false]);
    expect(marks(fund('AVUV'))[1]).toEqual([2020, true]);
  });
});
