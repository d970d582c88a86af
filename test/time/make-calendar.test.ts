import { describe, expect, it } from 'vitest';
import { type CalendarInput, type Frequency, makeCalendar } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { HOLIDAYS_2020, weekdays } from '../support/weekdays.js';

const make = (frequency: Frequency, dates: readonly string[], base?: string): ReturnType<typeof makeCalendar> =>
  makeCalendar({ frequency, dates, ...(base === undefined ? {} : { base }) }, 'here');

describe('makeCalendar', () => {
  it('takes whole months as their last day', () => {
    const calendar = make('monthly', ['2020-01', '2020-02', '2020-03-31']);
    expect([0, 1, 2].map((row) => calendar.date(row))).toEqual(['2020-01-31', '2020-02-29', '2020-03-31']);
  });

  it.each<[Frequency, string[], string, number]>([
    ['daily', ['2020-03-02', '2020-03-03'], '2020-02-28', 252],
    ['daily', ['2020-03-03', '2020-03-04'], '2020-03-02', 252],
    // 2 January follows 31 December, and 2018-01-01 is a Monday: nobody trades on New Year's Day.
    ['daily', ['2019-01-02', '2019-01-03'], '2018-12-31', 252],
    ['daily', ['2018-01-02', '2018-01-03'], '2017-12-29', 252],
    ['weekly', ['2020-03-06', '2020-03-13'], '2020-02-28', 52],
    ['monthly', ['2020-03', '2020-04'], '2020-02-29', 12],
    ['monthly', ['2020-01', '2020-02'], '2019-12-31', 12],
    ['quarterly', ['2020-03', '2020-06'], '2019-12-31', 4],
    ['annual', ['2020-12', '2021-12'], '2019-12-31', 1],
    // A fiscal year: the base is twelve months before the first row.
    ['annual', ['2020-06', '2021-06'], '2019-06-30', 1],
  ])('a %s calendar from %o has the base %s and %i periods a year', (frequency, dates, base, periods) => {
    const calendar = make(frequency, dates);
    expect([calendar.date(-1), calendar.periodsPerYear, calendar.length]).toEqual([base, periods, dates.length]);
  });

  it('keeps a base that is given', () => {
    expect(make('monthly', ['2020-02', '2020-03'], '2020-01-10').date(-1)).toBe('2020-01-10');
    expect(make('monthly', ['2020-02', '2020-03'], '2020-01').date(-1)).toBe('2020-01-31');
    // A first period that is only a part of one.
    const part = make('monthly', ['2020-02', '2020-03'], '2020-02-10');
    expect([part.date(-1), part.partialRows]).toEqual(['2020-02-10', [0]]);
    expect(make('monthly', ['2020-02', '2020-03'], '2020-01-10').partialRows).toEqual([]);
  });

  it('accepts trading-day month ends and holidays', () => {
    const days = weekdays('2020-01-02', '2020-06-30', HOLIDAYS_2020);
    expect(make('daily', days).length).toBe(days.length);
    expect(make('monthly', ['2020-01-31', '2020-02-28', '2020-03-31']).date(1)).toBe('2020-02-28');
  });

  it('takes a single first of a month, and first days among others, as they are written', () => {
    expect(make('monthly', ['2020-02-01']).date(0)).toBe('2020-02-01');
    expect(make('monthly', ['2020-02-01', '2020-03-02']).date(0)).toBe('2020-02-01');
    expect(make('daily', ['2020-06-30', '2020-07-01']).length).toBe(2);
  });

  it('accepts a closure of three weeks in a daily calendar', () => {
    expect(make('daily', ['2020-03-05', '2020-03-06', '2020-03-27', '2020-03-30', '2020-03-31']).length).toBe(5);
  });

  it.each<[string, Frequency, string[], Parameters<typeof expectInputError>[0], string[]]>([
    ['no date', 'monthly', [], 'calendar.empty', ['no dates']],
    [
      'a date twice',
      'daily',
      ['2020-03-02', '2020-03-03', '2020-03-03'],
      'calendar.duplicate',
      ['2020-03-03', 'rows 1 and 2'],
    ],
    ['a month twice', 'monthly', ['2020-01', '2020-01'], 'calendar.duplicate', ['2020-01-31', 'rows 0 and 1']],
    [
      'newest first',
      'monthly',
      ['2020-02', '2020-01'],
      'calendar.order',
      ['row 1 is 2020-01-31, which is earlier than 2020-02-29 in row 0', 'oldest first'],
    ],
    [
      'one out of order',
      'daily',
      ['2020-03-02', '2020-03-04', '2020-03-03'],
      'calendar.order',
      ['row 2', '2020-03-03'],
    ],
    ['a day that does not exist', 'monthly', ['2020-01-31', '2020-02-30'], 'date.impossible', ['row 1', '2020-02-30']],
    [
      'a month that does not exist',
      'monthly',
      ['2020-12', '2020-13'],
      'date.impossible',
      ['row 1: 2020-13 is not a day', 'no month 13'],
    ],
    [
      'a slash in a month',
      'monthly',
      ['2020/01'],
      'date.format',
      ['"2020/01"', '"YYYY-MM-DD"', 'a whole month as "YYYY-MM"'],
    ],
    [
      'first days as months',
      'monthly',
      ['2020-01-01', '2020-02-01'],
      'calendar.frequency',
      ['2020-01-01', 'first of a month', '"YYYY-MM"'],
    ],
    [
      'first days as quarters',
      'quarterly',
      ['2020-01-01', '2020-04-01'],
      'calendar.frequency',
      ['2020-04-01', '"YYYY-MM"'],
    ],
    ['first days as years', 'annual', ['2020-01-01', '2021-01-01'], 'calendar.frequency', ['"YYYY-MM"']],
    ['a date in words', 'daily', ['2020-03-02', 'March 3'], 'date.format', ['row 1', '"March 3"']],
    ['a month in a daily calendar', 'daily', ['2020-03'], 'date.format', ['row 0', '"2020-03"']],
    [
      'days declared as months',
      'monthly',
      ['2020-03-02', '2020-03-03'],
      'calendar.frequency',
      ['rows 0 and 1', '2020-03-02', "'monthly'", 'one month'],
    ],
    [
      'months with one day more',
      'monthly',
      ['2020-01-31', '2020-02-14', '2020-02-28'],
      'calendar.frequency',
      ['rows 1 and 2', '2020-02-14', '2020-02-28'],
    ],
    ['days declared as weeks', 'weekly', ['2020-03-02', '2020-03-03'], 'calendar.frequency', ["'weekly'", 'one week']],
    [
      'months declared as days',
      'daily',
      ['2020-01-31', '2020-02-28', '2020-03-30'],
      'calendar.frequency',
      ["'daily'", "'weekly' or 'monthly'"],
    ],
    ['weeks declared as days', 'daily', ['2020-03-06', '2020-03-13', '2020-03-20'], 'calendar.frequency', ["'daily'"]],
    [
      'quarters declared as months',
      'monthly',
      ['2020-03', '2020-06'],
      'calendar.gap',
      ['2 months missing', '2020-03-31', '2020-06-30'],
    ],
    [
      'a missing month',
      'monthly',
      ['2020-01', '2020-03'],
      'calendar.gap',
      ['1 month missing', '2020-01-31', '2020-03-31', 'NaN'],
    ],
    ['a missing week', 'weekly', ['2020-03-06', '2020-03-20'], 'calendar.gap', ['1 week missing']],
    ['a missing year', 'annual', ['2018-12', '2020-12'], 'calendar.gap', ['1 year missing']],
    [
      'two months without a day',
      'daily',
      ['2020-01-02', '2020-01-03', '2020-03-09'],
      'calendar.gap',
      ['65 calendar days without a row between 2020-01-03 and 2020-03-09'],
    ],
  ])('%s: %s %o is refused as %s', (_, frequency, dates, code, facts) => {
    expectInputError(code, ['here', ...facts], () => make(frequency, dates));
  });

  it.each<[string, string, string[]]>([
    ['2020-01-31', 'not before', ['2020-01-31']],
    ['2020-02-15', 'not before', ['2020-02-15', '2020-01-31']],
    ['2010-12-31', '109 months before', ['2010-12-31', '2020-01-31', 'one period before']],
  ])('a base %s is refused: %s', (base, reason, facts) => {
    expectInputError('calendar.base', ['here', reason, ...facts], () => make('monthly', ['2020-01', '2020-02'], base));
  });

  it('a base months before the first day is refused: growth per year would be wrong', () => {
    expectInputError('calendar.base', ['2019-03-02', '2020-03-02', '366 days before'], () =>
      make('daily', ['2020-03-02', '2020-03-03'], '2019-03-02'),
    );
  });

  it('refuses an unknown frequency and dates that are no list', () => {
    expectInputError('option.range', ['"frequency" is "yearly"', "'annual'"], () =>
      make('yearly' as Frequency, ['2020-01']),
    );
    const text = { frequency: 'monthly', dates: '2020-01' } as unknown as CalendarInput;
    expectInputError('calendar.empty', ['"2020-01"'], () => makeCalendar(text));
  });

  it('rows out of order are called that, not a gap, with the row and both dates in the details', () => {
    const error = expectInputError('calendar.order', ['row 2'], () =>
      make('monthly', ['2020-01', '2020-03', '2020-02']),
    );
    expect(error.details).toEqual({ where: 'here', row: 2, before: '2020-03-31', found: '2020-02-29' });
  });
});
