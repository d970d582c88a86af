import {
  addIndicator,
  backtest,
  firstCuts,
  fromReturns,
  monthsSince,
  postFirstCutRotation,
  type DatedEvent,
} from 'backtilt';
import { usPolicyRate } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { monthsFrom, weekdaysFrom } from './made-panel.js';

const rotation = postFirstCutRotation({ base: 'Large', into: 'Small', since: 'since', holdMonths: 12 });

/** Months in which small caps were earned. */
function earned(first: string, count: number, events: readonly DatedEvent[]): string[] {
  const zero = Array.from({ length: count }, () => 0);
  const panel = fromReturns({
    frequency: 'monthly',
    dates: monthsFrom(first, count),
    returns: { Large: zero, Small: zero },
  });
  const result = backtest(addIndicator(panel, 'since', monthsSince(events)), rotation);
  return Array.from(result.weights('Small')).flatMap((weight, row) =>
    weight === 1 ? [result.calendar.date(row).slice(0, 7)] : [],
  );
}

const known = (knownOn: `${number}-${number}-${number}`): DatedEvent => ({ date: knownOn, knownOn });

describe('rule 5: what is earned after a first cut', () => {
  it('months +1 to +12 after the month in which it is known, and nothing before', () => {
    expect(earned('2018-11', 30, [known('2019-07-10')])).toEqual(monthsFrom('2019-08', 12));
  });

  it('a cut that is known on the last day of a month counts in that month: the window starts with the next', () => {
    expect(earned('2018-11', 30, [known('2019-07-31')])).toEqual(monthsFrom('2019-08', 12));
  });

  it('a cut that is known on the first day of a month waits for that month to end', () => {
    expect(earned('2018-11', 30, [known('2019-08-01')])).toEqual(monthsFrom('2019-09', 12));
  });

  it('a new first cut restarts the count', () => {
    expect(earned('2018-11', 40, [known('2019-03-20'), known('2019-09-18')])).toEqual(monthsFrom('2019-04', 18));
  });

  it('before any cut is known the base is held', () => {
    expect(earned('2018-11', 12, [known('2024-09-18')])).toEqual([]);
  });

  it('an unannounced cut counts from the day on which it could be known, not from the decision', () => {
    const unannounced: DatedEvent = { date: '1989-06-27', knownOn: '1989-07-04' };
    expect(earned('1989-01', 30, [unannounced])).toEqual(monthsFrom('1989-08', 12));
  });

  it('on the bundled rate each of the nine cuts has its twelve months', () => {
    const windows = [
      ['1984-09', '1984-10', '1985-09'],
      ['1987-11', '1987-12', '1988-11'],
      ['1989-06', '1989-07', '1990-06'],
      ['1995-07', '1995-08', '1996-07'],
      ['1998-09', '1998-10', '1999-09'],
      ['2001-01', '2001-02', '2002-01'],
      ['2007-09', '2007-10', '2008-09'],
      ['2019-07', '2019-08', '2020-07'],
      ['2024-09', '2024-10', '2025-09'],
    ] as const;
    const cuts = firstCuts(usPolicyRate());
    expect(cuts.events.map(({ knownOn }) => knownOn.slice(0, 7))).toEqual(windows.map(([month]) => month));
    const expected = windows.flatMap(([, from, to]) => {
      const months = monthsFrom(from, 12);
      expect(months.at(-1)).toBe(to);
      return months;
    });
    expect(earned('1984-01', 512, cuts.events)).toEqual(expected);
  });

  it('a daily panel trades at the month’s last close and earns from the next month’s first day on', () => {
    // Weekdays from Monday 2019-06-03 to Friday 2020-09-04.
    const dates = weekdaysFrom('2019-06-03', 330);
    const zero = dates.map(() => 0);
    const panel = fromReturns({ frequency: 'daily', dates, returns: { Large: zero, Small: zero } });
    const result = backtest(addIndicator(panel, 'since', monthsSince([known('2019-07-31')])), rotation);
    const small = Array.from(result.weights('Small')).flatMap((weight, row) =>
      weight === 1 ? [result.calendar.date(row)] : [],
    );
    expect([small.at(0), small.at(-1)]).toEqual(['2019-08-01', '2020-07-31']);
    expect(small.length).toBe(dates.filter((date) => date >= '2019-08-01' && date <= '2020-07-31').length);
  });

  it('a day’s execution lag on a daily panel earns one day later', () => {
    const dates = weekdaysFrom('2019-06-03', 330);
    const zero = dates.map(() => 0);
    const panel = fromReturns({ frequency: 'daily', dates, returns: { Large: zero, Small: zero } });
    const withCount = addIndicator(panel, 'since', monthsSince([known('2019-07-31')]));
    const result = backtest(withCount, rotation, { executionLag: 1 });
    const small = Array.from(result.weights('Small')).flatMap((weight, row) =>
      weight === 1 ? [result.calendar.date(row)] : [],
    );
    expect([small.at(0), small.at(-1)]).toEqual(['2019-08-02', '2020-08-03']);
  });
});
