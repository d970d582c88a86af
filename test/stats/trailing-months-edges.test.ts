import { describe, expect, it } from 'vitest';
import { fromReturns, makeReturnSeries, type ReturnSeries } from '../../src/panel/index.js';
import { calmarRatio, coversYear, newHighs, windowStarts } from '../../src/stats/index.js';
import { assertNoHole, firstBelow, hasPath } from '../../src/stats/no-hole.js';
import { timedLife } from '../../src/stats/timed-life.js';
import { trailingMonths } from '../../src/stats/trailing-months.js';
import { lastMonthsOfDays, nextWeekday, startByDate } from '../../src/stats/window-rows.js';
import { assembleCalendar, type Frequency, isoDate, parseIsoDate } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, series, weekdaysAfter } from './support.js';

const day = (date: string): number => parseIsoDate(date, 'test');

/** Zeros on days said by hand, the base first. */
function made(frequency: Frequency, [base, ...days]: readonly string[], partial: readonly number[] = []): ReturnSeries {
  const calendar = assembleCalendar(frequency, day(base!), Int32Array.from(days, day), partial);
  return makeReturnSeries('A', calendar, new Float64Array(days.length));
}

const weekly = (base: string, count: number): string[] =>
  Array.from({ length: count + 1 }, (_, week) => isoDate(day(base) + 7 * week));

const rowsOf = (window: ReturnSeries | undefined): number | undefined => window?.calendar.length;

/** Month ends from the one before a year on. */
const monthEnds = (count: number): string[] =>
  Array.from({ length: count + 1 }, (_, row) =>
    isoDate(day(`${2020 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}-01`) - 1),
  );

describe('the last months of a series', () => {
  it('are rows on coarse calendars, whatever day of the month they are dated', () => {
    const mid = made('monthly', [
      '2019-12-31',
      ...Array.from({ length: 12 }, (_, month) => `2020-${String(month + 1).padStart(2, '0')}-15`),
    ]);
    expect(coversYear(mid)).toBe(true);
    expect(rowsOf(trailingMonths(mid, 3))).toBe(3);
    expect(trailingMonths(mid, 13)).toBeUndefined();
  });

  it('that are the whole series are the series itself', () => {
    const one = series('monthly', new Array<number>(12).fill(0.01));
    expect(trailingMonths(one, 12)).toBe(one);
  });

  it('are days on weekly ones: 520 weeks are 12 days less than ten years', () => {
    expect(trailingMonths(made('weekly', weekly('2010-01-01', 520)), 120)).toBeUndefined();
    // 522 weeks are 3654 days; from the first Friday 3647 are left, and the next week is 3654 away.
    expect(rowsOf(trailingMonths(made('weekly', weekly('2010-01-01', 522)), 120))).toBe(521);
  });

  it('of weeks begin where no later row could lie inside: a February of four Wednesdays', () => {
    // The next Wednesday is 03-03: from 02-03 it would be within the month, so the month begins on 01-27.
    expect(rowsOf(trailingMonths(made('weekly', weekly('2021-01-27', 4)), 1))).toBe(4);
  });

  it('after a part of a month count whole months', () => {
    const one = made('monthly', ['2019-12-15', ...monthEnds(12)], [0]);
    expect(rowsOf(trailingMonths(one, 12))).toBe(12);
    expect(rowsOf(trailingMonths(one, 1))).toBe(1);
    expect(trailingMonths(one, 13)).toBeUndefined();
  });

  it('after a part of a month count months by their ends, though they are dated inside', () => {
    // By the dates a year up to 2020-12-10 would count from 2019-12-05.
    const dates = Array.from({ length: 11 }, (_, month) => `2020-${String(month + 1).padStart(2, '0')}-15`);
    const one = made('monthly', ['2019-12-05', '2019-12-15', ...dates, '2020-12-10'], [0]);
    expect(rowsOf(trailingMonths(one, 12))).toBe(12);
  });

  it('up to a part of a month are full, as no weekday is left before they would be', () => {
    // Up to Wednesday 2021-01-13: a year back from the 14th is 2020-01-14, before which the last month end is 2019-12-31.
    const one = made('monthly', [...monthEnds(12), '2021-01-13'], [12]);
    expect(rowsOf(trailingMonths(one, 12))).toBe(13);
    expect(rowsOf(trailingMonths(one, 1))).toBe(2);
    // Up to Friday the 15th the next day is Monday the 18th.
    expect(rowsOf(trailingMonths(made('monthly', [...monthEnds(2), '2020-03-13'], [2]), 1))).toBe(2);
  });

  it('of nothing are none', () => {
    for (const frequency of ['daily', 'weekly', 'monthly', 'annual'] as const) {
      expect(trailingMonths(made(frequency, ['2020-01-31']), 1)).toBeUndefined();
      expect(coversYear(made(frequency, ['2020-01-31']))).toBe(false);
    }
  });
});

describe('the rows with which windows begin', () => {
  const starts = (one: ReturnSeries, months: number): number[] => [...windowStarts(one, { months }, 'test')];

  it('are for weeks those of the last months', () => {
    const one = made('weekly', weekly('2020-01-03', 60));
    const found = starts(one, 12);
    for (const row of [30, 51, 52, 59]) {
      const upTo = made('weekly', weekly('2020-01-03', row + 1));
      const rows = rowsOf(trailingMonths(upTo, 12));
      expect(found[row]).toBe(rows === undefined ? -1 : row + 1 - rows);
    }
    // 52 weeks later is 2021-01-01, and the next Friday, the 8th, is after the anniversary.
    expect([found[50], found[51], found[52]]).toEqual([-1, 0, 1]);
  });

  it('are for months that follow a part of one those after it', () => {
    const one = made('monthly', ['2019-12-15', ...monthEnds(13)], [0]);
    expect(starts(one, 12)).toEqual([...new Array<number>(12).fill(-1), 1, 2]);
    expect([...windowStarts(one, { periods: 12 }, 'test')]).toEqual([...new Array<number>(11).fill(-1), 0, 1, 2]);
  });

  it('are for a series that ended inside its last month those of days', () => {
    const one = made('monthly', monthEnds(13));
    const ended = makeReturnSeries('A', one.calendar, one.values.slice(), { ...one.meta, endsOn: '2021-01-13' });
    expect(starts(one, 12)).toEqual([...new Array<number>(11).fill(-1), 0, 1]);
    expect(starts(ended, 12)).toEqual([...new Array<number>(11).fill(-1), 0, 0]);
  });

  it('are for days those of the same date, and of the month end where no weekday of the month is left', () => {
    // Friday 2023-12-29 counts from Friday 2022-12-30, Thursday the 28th from Wednesday 2022-12-28.
    const days = weekdaysAfter('2022-12-26', '2024-01-03');
    const one = made('daily', ['2022-12-26', ...days]);
    const found = starts(one, 12);
    const startOf = (date: string): string => days[found[days.indexOf(date)]!]!;
    expect(startOf('2023-12-29')).toBe('2023-01-02');
    expect(startOf('2023-12-28')).toBe('2022-12-29');
    expect(startOf('2024-01-02')).toBe('2023-01-03');
    // Back to the base itself, and no further.
    expect(found[days.indexOf('2023-12-26')]).toBe(0);
    expect(found[days.indexOf('2023-12-25')]).toBe(-1);
    days.forEach((_, row) => {
      expect(startByDate(one.calendar, row, 12)).toBe(found[row]);
    });
  });

  it('follow weekdays over a weekend', () => {
    // 2024-01-05 is a Friday.
    expect(
      ['2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07', '2024-01-08'].map((date) =>
        isoDate(nextWeekday(day(date))),
      ),
    ).toEqual(['2024-01-05', '2024-01-08', '2024-01-08', '2024-01-08', '2024-01-09']);
  });

  it('of the last months of days: none of nothing, one row that spans them, and the rows after the close back then', () => {
    expect(lastMonthsOfDays(made('daily', ['2020-01-31']), 1)).toBeUndefined();
    expect(rowsOf(lastMonthsOfDays(made('daily', ['2020-01-31', '2020-03-31']), 1))).toBe(1);
    const days = ['2020-02-27', '2020-02-28', '2020-03-30', '2020-03-31'];
    expect(rowsOf(lastMonthsOfDays(made('daily', days), 1))).toBe(2);
    expect(lastMonthsOfDays(made('daily', days), 2)).toBeUndefined();
  });
});

describe('calmarRatio of weeks', () => {
  it('looks at the 36 months that full weeks make: a fall in the week up to the base is outside', () => {
    // Up to Friday 2023-12-29 the window counts from Friday 2021-01-01: the next Friday, 2024-01-05, is later than 36 months after it.
    const [base, ...dates] = weekly('2020-12-18', 158);
    expect([dates[1], dates[2], dates.at(-1)]).toEqual(['2021-01-01', '2021-01-08', '2023-12-29']);
    const values = dates.map((_, row) => (row === 1 ? -0.9 : row === 2 ? -0.5 : row === 3 ? 3 : 0));
    const one = fromReturns({ frequency: 'weekly', base: base!, dates, returns: { A: values }, units: 'fraction' });
    const years = (day('2023-12-29') - day('2021-01-01')) / 365.25;
    expect(calmarRatio(one.returns('A'))).toBeCloseTo((2 ** (1 / years) - 1) / 0.5, 12);
  });
});

describe('a series over its own life, for growth and time', () => {
  const whole = made('monthly', monthEnds(4), [0, 3]);
  const withValues = (...values: number[]): ReturnSeries =>
    makeReturnSeries('A', whole.calendar, Float64Array.from(values));

  it('is itself where it begins and ends with a return', () => {
    const one = withValues(0.1, 0.2, 0.3, 0.4);
    expect(timedLife(one, 'test')).toBe(one);
  });

  it.each<[string, number[], { base: string; dates: string[]; partial: number[] }]>([
    [
      'a later begin',
      [NaN, 0.2, 0.3, 0.4],
      { base: '2020-01-31', dates: ['2020-02-29', '2020-03-31', '2020-04-30'], partial: [2] },
    ],
    [
      'an earlier end',
      [0.1, 0.2, 0.3, NaN],
      { base: '2019-12-31', dates: ['2020-01-31', '2020-02-29', '2020-03-31'], partial: [0] },
    ],
    ['both', [NaN, 0.2, NaN, NaN], { base: '2020-01-31', dates: ['2020-02-29'], partial: [] }],
    ['no return', [NaN, NaN, NaN, NaN], { base: '2019-12-31', dates: [], partial: [] }],
  ])('with %s is cut, its parts of a period with it', (_, values, { base, dates, partial }) => {
    const { calendar, values: kept } = timedLife(withValues(...values), 'test');
    expect(isoDate(calendar.base)).toBe(base);
    expect(Array.from(calendar.days, isoDate)).toEqual(dates);
    expect([calendar.length, kept.length]).toEqual([dates.length, dates.length]);
    expect(dates.map((_date, row) => calendar.date(row))).toEqual(dates);
    expect(calendar.date(-1)).toBe(base);
    expect(calendar.partialRows).toEqual(partial);
  });

  it('refuses what is no series, in the name of who asked', () => {
    expectInputError('series.invalid', ['test: the series must be'], () => timedLife(5 as never, 'test'));
  });
});

describe('a path of wealth', () => {
  it('is known where no return is missing and none lies below a loss of everything', () => {
    expect(
      [[], [0.1, -1], [NaN, 0.1], [0.1, NaN], [-1.5, 0.1], [0.1, -1.5]].map((one) => hasPath(Float64Array.from(one))),
    ).toEqual([true, true, false, false, false, false]);
    expect([[-1], [-1.5], [0, -1.01, -2], [NaN]].map((one) => firstBelow(Float64Array.from(one)))).toEqual([
      -1, 0, 1, -1,
    ]);
  });

  it.each([
    [0, '2020-01-31'],
    [1, '2020-02-29'],
  ])('with more than everything lost in row %i is refused by what answers a list', (row, date) => {
    const values = [0.1, 0.1];
    values[row] = -1.5;
    const one = makeReturnSeries('Long less short', series('monthly', [0, 0]).calendar, Float64Array.from(values));
    const error = expectInputError('returns.ruin', [], () => newHighs(one));
    expect(error.message).toBe(
      `newHighs: "Long less short" has a return of -1.5 on ${date}, below −1, as only a difference of returns can: no wealth grows by it. ` +
        'Give the returns of an investment, such as fundedLongShort(…).',
    );
    expect(error.details).toEqual({ series: 'Long less short', row, date, found: -1.5 });
  });

  it.each([
    [0, '2020-01-31'],
    [1, '2020-02-29'],
  ])('with a hole in row %i is refused by what answers a list', (row, date) => {
    const values = [0.1, 0.1];
    values[row] = NaN;
    const error = expectInputError('returns.hole', [], () => {
      assertNoHole('test', series('monthly', values));
    });
    expect(error.message).toBe(
      `test: "A" has no return on ${date}, inside its life; the path of its wealth is unknown from there on. ` +
        'Cut it to a window without the hole, or fill the return from its source.',
    );
    expect(error.details).toEqual({ series: 'A', row, date });
  });

  it('of dates in a table keeps the order of the calendar', () => {
    expect(newHighs(dated('monthly', ['2020-01', '2020-02', '2020-03'], [0.1, -0.01, 0.02])).dates).toEqual([
      '2020-01-31',
      '2020-03-31',
    ]);
  });
});
