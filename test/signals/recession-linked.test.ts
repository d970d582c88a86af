import { firstCuts, monthsSince, recessionLinked, type DatedEvent, type RecessionDates } from 'backtilt';
import { usDiscountRateFirstCuts, usPolicyRate, usRecessions } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const on = (date: DatedEvent['date']): DatedEvent => ({ date, knownOn: date });
const dates: RecessionDates = {
  turningPoints: [
    { month: '2000-01', type: 'trough', announced: null },
    { month: '2002-06', type: 'peak', announced: '2002-12-10' },
    { month: '2003-02', type: 'trough', announced: '2004-01-20' },
  ],
  spanEnd: '2006-12',
};

describe('an event by hindsight', () => {
  it.each([
    ['2000-01-31', null, null, 'in the month of the first turning point: unknown'],
    ['2001-05-31', false, null, '13 months before the peak'],
    ['2001-06-01', true, 12, '12 months before the peak'],
    ['2002-06-30', true, 0, 'in the month of the peak'],
    ['2002-07-01', true, -1, 'in the first month of the recession'],
    ['2003-02-28', true, -8, 'in its last month'],
    ['2003-03-01', false, null, 'after it'],
    ['2005-12-31', false, null, 'the window ends with the data'],
    ['2006-01-01', null, null, 'the window reaches beyond the data: open'],
    ['2007-01-01', null, null, 'after the data'],
  ] as const)('%s: linked %s, months to the peak %s: %s', (date, linked, monthsToPeak, reason) => {
    const [event] = recessionLinked([on(date)], dates, { known: 'hindsight' }).events;
    expect(event!.recession, reason).toMatchObject({ linked, monthsToPeak, peak: linked === true ? '2002-06' : null });
  });

  it('the window is what is said, 0 too', () => {
    const linked = (windowMonths: number) =>
      recessionLinked([on('2001-05-31')], dates, { known: 'hindsight', windowMonths }).events[0]!.recession.linked;
    expect([0, 12, 13].map(linked)).toEqual([false, false, true]);
  });
});

describe('an event by announcements', () => {
  it.each([
    ['2002-12-09', null, 'nothing had been announced'],
    ['2002-12-10', true, 'the day of the announcement'],
    ['2003-12-31', true, 'over, but nobody had said so'],
    ['2004-01-20', false, 'the end was announced'],
    ['2007-01-01', null, 'after the data'],
  ] as const)('%s: %s: %s', (date, linked, reason) => {
    const list = recessionLinked([on(date)], dates, { known: 'announced' });
    expect(list.events[0]!.recession.linked, reason).toBe(linked);
    expect(list.usesHindsight).toBe(false);
  });

  it('counts by the day on which the event was known, not the day on which it happened', () => {
    const late = [{ date: '2002-12-05', knownOn: '2002-12-12' } as const];
    expect(recessionLinked(late, dates, { known: 'announced' }).events[0]!.recession.linked).toBe(true);
  });
});

describe('the first cuts of the United States', () => {
  const link = (windowMonths: number, cuts: Parameters<typeof recessionLinked>[0]): string =>
    recessionLinked(cuts, usRecessions(), { known: 'hindsight', windowMonths })
      .events.map(({ recession: { linked } }) => (linked === null ? '?' : linked ? 'Y' : 'N'))
      .join('');
  const target = firstCuts(usPolicyRate());

  it('of the target: three of nine linked within a year, four within 18 months, the last one open', () => {
    // Peaks by the NBER: 1990-07 is 13 months after 1989-06, 2001-03 two after 2001-01, 2007-12 three, 2020-02 seven after 2019-07.
    expect(link(12, target)).toBe('NNNNNYYYN');
    expect(link(18, target)).toBe('NNYNNYYY?');
  });

  it('of the discount rate 1954 to 1981: seven of ten, eight with 18 months', () => {
    // Most came in a recession already; 1969-12 is 16 months after 1968-08.
    expect(link(12, usDiscountRateFirstCuts())).toBe('YYYNNYNYYY');
    expect(link(18, usDiscountRateFirstCuts())).toBe('YYYNYYNYYY');
  });

  it('never came with a recession that had been announced: 1980 missed it by four days', () => {
    const known = { known: 'announced' } as const;
    const all = [...usDiscountRateFirstCuts(), ...target];
    expect(recessionLinked(all, usRecessions(), { ...known, keep: 'linked' }).length).toBe(0);
    expect(
      recessionLinked([on('1980-06-02'), on('1980-06-03')], usRecessions(), known).events.map(
        ({ recession }) => recession.linked,
      ),
    ).toEqual([null, true]);
    expect(recessionLinked(all, usRecessions(), { ...known, keep: 'unlinked' }).length).toBe(10);
  });

  it('kept apart are two calendars, marked, that monthsSince takes', () => {
    const linked = recessionLinked(target, usRecessions(), { known: 'hindsight', keep: 'linked' });
    const unlinked = recessionLinked(target, usRecessions(), { known: 'hindsight', keep: 'unlinked' });
    expect([...linked].map(({ date }) => date)).toEqual(['2001-01-03', '2007-09-18', '2019-07-31']);
    expect([linked.length, unlinked.length]).toEqual([3, 6]);
    expect(linked.events[0]).toMatchObject({ changeBps: -50, recession: { peak: '2001-03', monthsToPeak: 2 } });
    expect(monthsSince(linked)).toMatchObject({
      usesHindsight: true,
      name: 'months since first cuts, recession-linked',
    });
    expect(monthsSince(linked).valueOn('2007-08-31')).toBe(79); // 12 × 6 + 8 − 1
    expect(unlinked.name).toBe('first cuts, not recession-linked');
  });

  it('prints the classification with its reason', () => {
    const text = String(recessionLinked(target, usRecessions(), { known: 'hindsight', windowMonths: 18 }));
    expect(text).toContain('13 months before the peak of 1990-07');
    expect(text).toContain('open');
    expect(text).toContain('uses hindsight');
    expect(String(recessionLinked(target, usRecessions(), { known: 'announced' }))).toContain('Point in time');
  });
});

describe('recessionLinked refuses', () => {
  it.each([
    [{}, 'option.range', ['"known"', "'announced'"]],
    [{ known: 'announced', windowMonths: 12 }, 'option.range', ['"windowMonths"', '12', 'looks ahead']],
    [{ known: 'hindsight', windowMonths: -1 }, 'option.range', ['"windowMonths"', '-1']],
    [{ known: 'hindsight', keep: 'some' }, 'option.range', ['"keep"', '"some"']],
    [{ known: 'hindsight', window: 12 }, 'option.unknown', ['"window"', 'windowMonths']],
  ] as const)('the options %j', (options, code, facts) => {
    expectInputError(code, facts, () => recessionLinked([], dates, options as never));
  });

  it('what is no list of events', () => {
    expectInputError('observation.invalid', ['recessionLinked', '7'], () =>
      recessionLinked(7 as never, dates, { known: 'hindsight' }),
    );
    expectInputError('observation.order', ['event 1', 'Sort'], () =>
      recessionLinked([on('2002-01-01'), on('2001-01-01')], dates, { known: 'hindsight' }),
    );
  });
});
