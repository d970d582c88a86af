import { firstCuts, monthsSince, type DatedEvent } from 'backtilt';
import { usPolicyRate } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const known = (knownOn: `${number}-${number}-${number}`): DatedEvent => ({ date: knownOn, knownOn });
const lastOf = (month: number): `${number}-${number}-${number}` => {
  // Day 28 exists in every month; the count is by month, so any day of it does.
  const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-28`;
  return name as `${number}-${number}-${number}`;
};

describe('months since the latest event', () => {
  it.each([
    ['2024-09-17', NaN, 'the day before it is known'],
    ['2024-09-18', 0, 'the day itself'],
    ['2024-09-30', 0, 'the end of its month'],
    ['2024-10-01', 1, 'the next month'],
    ['2024-12-31', 3, 'three months later'],
    ['2025-01-31', 4, '12 × 1 + (1 − 9)'],
    ['2025-09-17', 12, 'a year later, less a day'],
    ['2034-08-31', 119, '12 × 10 + (8 − 9)'],
  ] as const)('on %s it is %d: %s', (date, expected, reason) => {
    expect(monthsSince([known('2024-09-18')]).valueOn(date), reason).toBe(expected);
  });

  it('a later event restarts the count on the day on which it is known', () => {
    const since = monthsSince([known('2024-01-31'), known('2024-09-18')]);
    expect(
      (['2024-01-30', '2024-01-31', '2024-09-17', '2024-09-18', '2024-11-30'] as const).map((date) =>
        since.valueOn(date),
      ),
    ).toEqual([NaN, 0, 8, 0, 2]);
  });

  it('an event that became known later than it happened counts from the month in which it was known', () => {
    const since = monthsSince([{ date: '1990-06-28', knownOn: '1990-07-05' }]);
    expect(
      (['1990-06-30', '1990-07-04', '1990-07-05', '1990-08-31'] as const).map((date) => since.valueOn(date)),
    ).toEqual([NaN, NaN, 0, 1]);
  });

  it('after each of the nine first cuts the months +1 to +12 are counted, until another begins', () => {
    const cuts = firstCuts(usPolicyRate());
    const since = monthsSince(cuts);
    const starts = [
      1984 * 12 + 8,
      1987 * 12 + 10,
      1989 * 12 + 5,
      1995 * 12 + 6,
      1998 * 12 + 8,
      2001 * 12,
      2007 * 12 + 8,
      2019 * 12 + 6,
      2024 * 12 + 8,
    ];
    expect(cuts.length).toBe(starts.length);
    for (const start of starts) {
      for (let month = 1; month <= 12; month++) expect(since.valueOn(lastOf(start + month))).toBe(month);
    }
    // 1989-06 came 19 months after 1987-11: the count had not been restarted in between.
    expect(since.valueOn('1989-05-31')).toBe(18);
    expect(since.valueOn('1984-08-31')).toBeNaN();
  });

  it('takes the mark of hindsight and the name from the list', () => {
    expect(monthsSince(firstCuts(usPolicyRate()))).toMatchObject({
      name: 'months since first cuts',
      usesHindsight: false,
    });
    const events = [known('2020-01-01')];
    const list = {
      name: 'peaks',
      events,
      length: 1,
      usesHindsight: true,
      [Symbol.iterator]: () => events[Symbol.iterator](),
    };
    expect(monthsSince(list)).toMatchObject({ name: 'months since peaks', usesHindsight: true });
  });

  it('the mark of the rates goes through first cuts into the months; without a mark it is false', () => {
    const marked = firstCuts({ ...usPolicyRate(), usesHindsight: true });
    expect(marked.usesHindsight).toBe(true);
    expect((marked as { toString: () => string }).toString()).toContain('The rates use hindsight');
    expect(monthsSince(marked).usesHindsight).toBe(true);
    expect(monthsSince({ name: 'x', events: [] } as never).usesHindsight).toBe(false);
    const bad = { usesHindsight: 'no' as never };
    expectInputError('option.type', ['firstCuts', 'usesHindsight', '"no"'], () =>
      firstCuts({ ...usPolicyRate(), ...bad }),
    );
    expectInputError('option.type', ['monthsSince', 'usesHindsight', '"no"'], () =>
      monthsSince({ name: 'x', events: [], ...bad } as never),
    );
  });

  it('keeps what it was made from: events added to the list later are not seen', () => {
    const events = [known('2020-01-15')];
    const since = monthsSince(events);
    events.push(known('2020-03-15'));
    expect(since.valueOn('2020-04-30')).toBe(3);
    expect(monthsSince([]).valueOn('2020-04-30')).toBeNaN();
  });

  it('refuses what is no list of events', () => {
    expectInputError('observation.invalid', ['monthsSince', 'null', 'firstCuts(rates)'], () =>
      monthsSince(null as unknown as DatedEvent[]),
    );
    expectInputError('observation.invalid', ['12'], () => monthsSince(12 as unknown as DatedEvent[]));
    expectInputError('observation.order', ['event 1', 'event 0', 'Sort'], () =>
      monthsSince([known('2020-02-01'), known('2020-01-01')]),
    );
    expectInputError('date.format', ['event 0', 'undefined'], () =>
      monthsSince([{ date: '2020-01-01' }] as unknown as DatedEvent[]),
    );
    expectInputError('observation.invalid', ['event 0', 'null'], () => monthsSince([null] as unknown as DatedEvent[]));
    expectInputError('date.impossible', ['2023-02-29'], () => monthsSince([known('2024-02-29')]).valueOn('2023-02-29'));
  });
});
