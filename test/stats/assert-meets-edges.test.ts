import { describe, expect, it } from 'vitest';
import { fromReturns, makeReturnSeries, resample, type ReturnSeries } from '../../src/panel/index.js';
import { splice } from '../../src/stats/index.js';
import { assertMeets } from '../../src/stats/assert-meets.js';
import { assembleCalendar, type Frequency, parseIsoDate } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, series, weekdaysAfter } from './support.js';

/** A series of zeros whose parts of a period are said by hand. */
function made(
  name: string,
  frequency: Frequency,
  [base, ...days]: readonly string[],
  partial: readonly number[] = [],
): ReturnSeries {
  const numbers = Int32Array.from(days, (day) => parseIsoDate(day, 'test'));
  const calendar = assembleCalendar(frequency, parseIsoDate(base!, 'test'), numbers, partial);
  return makeReturnSeries(name, calendar, new Float64Array(days.length));
}

const april = made('Fund', 'monthly', ['2020-03-31', '2020-04-30', '2020-05-31']);

describe('the joint of a splice', () => {
  it('refuses a proxy that ends inside a month, and says that it is a part of one', () => {
    const days = weekdaysAfter('2020-01-31', '2020-03-13');
    const panel = fromReturns({
      frequency: 'daily',
      base: '2020-01-31',
      dates: days,
      returns: { P: days.map(() => 0) },
    });
    const proxy = resample(panel, 'monthly').returns('P');
    const error = expectInputError('calendar.gap', [], () => splice(proxy, april));
    const ended = proxy.calendar.date(proxy.calendar.length - 1);
    expect(error.message).toBe(
      `splice: the proxy "P" ends with ${ended}, a part of a month, but the first return of "Fund", that of 2020-04-30, runs from 2020-03-31: what was ` +
        'earned between is not known. Take a proxy that reaches that day. If nothing was traded between, let "Fund" begin on ' +
        `${ended}: the "base" of fromReturns, the first date of fromPrices.`,
    );
    expect(error.details).toEqual({
      where: 'splice',
      proxyEnds: ended,
      actualFrom: '2020-03-31',
      actualBegins: '2020-04-30',
    });
  });

  it('says nothing of a part where the proxy is whole but too short', () => {
    const error = expectInputError('calendar.gap', [], () =>
      splice(made('P', 'monthly', ['2019-12-31', '2020-01-31', '2020-02-29']), april),
    );
    expect(error.message).toContain(
      'the proxy "P" ends with 2020-02-29, but the first return of "Fund", that of 2020-04-30',
    );
  });

  it('takes a proxy of one month that began inside it: its end is whole', () => {
    const proxy = made('P', 'monthly', ['2020-03-15', '2020-03-31'], [0]);
    expect(splice(proxy, april).calendar.length).toBe(3);
  });

  it('takes a part of a month in the middle of a proxy for no end', () => {
    const proxy = made('P', 'monthly', ['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30'], [1]);
    expect(() => {
      assertMeets(proxy, april, { proxyRows: 2, start: 0 });
    }).not.toThrow();
    const ends = made('P', 'monthly', ['2020-01-31', '2020-02-29', '2020-03-31'], [1]);
    expectInputError('calendar.gap', ['a part of a month'], () => {
      assertMeets(ends, april, { proxyRows: 2, start: 0 });
    });
  });

  it('refuses a proxy whose last return before the fund is missing', () => {
    const proxy = series('annual', [0.1, NaN, 0.1], 'P');
    const error = expectInputError('calendar.gap', ['"P" ends with 2020-12-31, but'], () =>
      splice(proxy, series('annual', [NaN, NaN, 0.2], 'Fund')),
    );
    expect(error.details).toMatchObject({ proxyEnds: '2020-12-31', actualFrom: '2021-12-31' });
  });

  it('refuses months that end days apart, in a sentence with both days', () => {
    const error = expectInputError('calendar.mismatch', [], () =>
      splice(made('P', 'monthly', ['2020-01-31', '2020-02-28', '2020-03-25']), april),
    );
    expect(error.message).toBe(
      'splice: the month of the proxy "P" ends with 2020-03-25, but the first return of "Fund", that of 2020-04-30, runs from 2020-03-31: the days between ' +
        'would be lost or counted twice. Bring both to months that end alike.',
    );
    expect(error.details).toEqual({ where: 'splice', proxyEnds: '2020-03-25', actualFrom: '2020-03-31' });
  });

  it('takes months that end one weekday apart, but not two', () => {
    // 2020-03-31 is a Tuesday.
    const ending = (day: string): ReturnSeries => made('P', 'monthly', ['2020-01-31', '2020-02-28', day]);
    expect(splice(ending('2020-03-30'), april).calendar.length).toBe(4);
    expectInputError('calendar.mismatch', ['2020-03-27'], () => splice(ending('2020-03-27'), april));
  });
});

describe('the joint of daily series', () => {
  // Monday 2024-01-08 to Friday the 12th.
  const fund = dated('daily', ['2024-01-11', '2024-01-12'], [0.1, 0.2], 'Fund');
  const from = (base: string): ReturnSeries =>
    fromReturns({
      frequency: 'daily',
      base,
      dates: ['2024-01-11', '2024-01-12'],
      returns: { Fund: [0.1, 0.2] },
    }).returns('Fund');
  const proxy = (...dates: string[]): ReturnSeries =>
    dated(
      'daily',
      dates,
      dates.map(() => 0.01),
      'P',
    );

  it('may miss a holiday of the proxy, where its rows go on', () => {
    // The fund runs from Wednesday the 10th; the proxy has no Wednesday.
    const joined = splice(proxy('2024-01-08', '2024-01-09', '2024-01-11'), from('2024-01-10'));
    expect(joined.calendar.toJSON().dates).toEqual(['2024-01-08', '2024-01-09', '2024-01-11', '2024-01-12']);
    expect(fund.calendar.date(-1)).toBe('2024-01-10');
  });

  it('may not miss a weekday where the proxy ends, or goes on only after the first day of the fund', () => {
    expectInputError('calendar.gap', ['ends with 2024-01-09', 'runs from 2024-01-10'], () =>
      splice(proxy('2024-01-08', '2024-01-09'), from('2024-01-10')),
    );
    expectInputError('calendar.gap', ['ends with 2024-01-09', 'runs from 2024-01-10'], () =>
      splice(proxy('2024-01-08', '2024-01-09', '2024-01-12'), from('2024-01-10')),
    );
  });

  it('may not miss two weekdays, though the proxy goes on', () => {
    expectInputError('calendar.gap', ['ends with 2024-01-08', 'runs from 2024-01-10'], () =>
      splice(proxy('2024-01-05', '2024-01-08', '2024-01-11'), from('2024-01-10')),
    );
  });

  it('may lie on either side of a weekend', () => {
    const monday = fromReturns({
      frequency: 'daily',
      base: '2024-01-07',
      dates: ['2024-01-08'],
      returns: { Fund: [0.1] },
    }).returns('Fund');
    expect(splice(proxy('2024-01-04', '2024-01-05'), monday).calendar.length).toBe(3);
  });
});

describe('the joint of weekly series', () => {
  const weeks = ['2024-01-05', '2024-01-12', '2024-01-19', '2024-01-26'];
  const fund = made('Fund', 'weekly', ['2024-01-26', '2024-02-02', '2024-02-09']);

  it('is met by weeks that usually end on the same weekday, though a holiday of two days cut the last one', () => {
    const proxy = made('P', 'weekly', ['2023-12-29', ...weeks.slice(0, 3), '2024-01-24']);
    expect(splice(proxy, fund).calendar.length).toBe(6);
  });

  it('is not met by weeks that usually end on another, a day apart', () => {
    const thursdays = made('P', 'weekly', ['2023-12-28', '2024-01-04', '2024-01-11', '2024-01-18', '2024-01-25']);
    const error = expectInputError('calendar.mismatch', ['the week of the proxy "P" ends with 2024-01-25'], () =>
      splice(thursdays, fund),
    );
    expect(error.message).toContain('Bring both to weeks that end alike.');
  });

  it('is met by weeks that end with the weekend', () => {
    const sundays = made('P', 'weekly', ['2023-12-31', '2024-01-07', '2024-01-14', '2024-01-21', '2024-01-28']);
    expect(splice(sundays, fund).calendar.length).toBe(6);
  });
});
