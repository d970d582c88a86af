import { describe, expect, it } from 'vitest';
import { frenchSize } from 'backtilt/data';
import { byCoin } from '../../examples/claims/by-coin.js';
import { c1, c2 } from '../../examples/claims/c01-small-caps-after-first-cuts.js';
import { easingCalendars } from '../../examples/claims/easing-calendars.js';
import { inEra } from '../../examples/claims/era.js';
import { altered } from './altered.js';
import { byDate, compounded, meanOf, monthNumber } from './made-panels.js';

const size = frenchSize();
const [small, large] = [byDate(size.returns('Lo 30')), byDate(size.returns('Hi 30'))];
const months = [...small.keys()];

/** Lo 30 less Hi 30 over the months after one, bought and held. */
const leadAfter = (date: string, length: number): number => {
  const held = months.filter((day) => {
    const since = monthNumber(day) - monthNumber(date);
    return since >= 1 && since <= length;
  });
  expect(held).toHaveLength(length);
  const made = (from: Map<string, number>) => compounded(held.map((day) => from.get(day)!));
  return made(small) - made(large);
};
const share = (dates: readonly string[], length: number) =>
  meanOf(dates.map((one) => Number(leadAfter(one, length) > 0)));
/** Months in which a window may begin after: from one to another, as far as the data reach. */
const monthsFrom = (from: string, until: string, length: number) =>
  months.filter(
    (day) => day.slice(0, 7) >= from && day.slice(0, 7) <= until && monthNumber(day) + length <= monthNumber('2026-02'),
  );

// The Federal Reserve's first cuts of the target, by the default rule of `firstCuts`, with their size in points.
const cuts: Readonly<Record<string, number>> = {
  '1984-09': 0.25,
  '1987-11': 0.5,
  '1989-06': 0.25,
  '1995-07': 0.25,
  '1998-09': 0.25,
  '2001-01': 0.5,
  '2007-09': 0.5,
  '2019-07': 0.25,
  '2024-09': 0.5,
};
const [linked, all] = [c1(), c2()];
const reading = (told: typeof all, words: string) => told.readings.find((one) => one.reading === words)!;

describe('C1 and C2, after first cuts', () => {
  it('depend on the calendar, and no reading says more than chance', () => {
    for (const { verdict, readings } of [linked, all]) {
      expect(verdict).toBe('depends on the definition');
      expect(readings.filter(({ informative }) => informative)).toEqual([]);
    }
    const agreeing = (told: typeof all) => told.readings.filter(({ counts }) => counts).map(({ agrees }) => agrees);
    expect(agreeing(linked)).toEqual([true, false, true, true, false, true, true]);
    expect(agreeing(all)).toEqual([false, true, false, false, true, true, true]);
  });

  it('count the year after, and show half a year and two years aside', () => {
    for (const { readings } of [linked, all]) {
      expect(readings.filter(({ counts }) => counts).every((one) => one.reading.endsWith(', 12 months'))).toBe(true);
      expect(readings.filter(({ aside }) => aside)).toHaveLength(14);
    }
  });

  it('give the share of the nine first cuts beside that of all windows since the target is on record', () => {
    for (const length of [12, 6]) {
      const found = reading(all, `target, default rule, ${length} months`);
      expect(found.n).toBe(9);
      expect(found.figure).toBeCloseTo(share(Object.keys(cuts), length), 12);
      expect(found.base).toBeCloseTo(share(monthsFrom('1982-10', '2026-02', length), length), 12);
    }
    expect(reading(linked, 'target, default rule, 12 months').figure).toBeCloseTo(
      share(['2001-01', '2007-09', '2019-07'], 12),
      12,
    );
    const rate = 100 * share(monthsFrom('1926-06', '2026-02', 12).concat('1926-06'), 12);
    expect(all.notes.join(' ')).toContain(
      `since 1926, by every month that begins one, the share was ${rate.toFixed(1)} %`,
    );
  });

  it('take first cuts of half a point from the nine: one of the four is a win by 0.035 points', () => {
    const four = Object.keys(cuts).filter((date) => cuts[date]! >= 0.5);
    expect(four).toEqual(['1987-11', '2001-01', '2007-09', '2024-09']);
    const found = reading(all, 'target, first cuts of half a point or more, 12 months');
    expect([found.n, found.figure]).toEqual([4, share(four, 12)]);
    expect(leadAfter('1987-11', 12)).toBeCloseTo(0.00035, 5);
  });

  it('hold the discount rate against the windows of 1954 to 1982, in which small caps mostly led', () => {
    const found = reading(all, 'discount rate 1954–1981, 12 months');
    expect(found.base).toBeCloseTo(share(monthsFrom('1954-01', '1981-11', 12), 12), 12);
    expect(found.base).toBeGreaterThan(0.6);
    expect(reading(all, 'discount rate 1954–1981, 24 months').base).toBeCloseTo(
      share(monthsFrom('1954-01', '1981-11', 24), 24),
      12,
    );
  });

  it('count the effective rate from its peak, which nobody knew, and from the month that confirmed it', () => {
    const [peak, confirmed] = easingCalendars(false).slice(-2);
    expect([peak!.events.length, confirmed!.events.length]).toEqual([19, 19]);
    // Of 1995-04 the fall by a point was complete in the average of November 1998, known in December.
    expect(peak!.events.find(({ date }) => date === '1995-04-30')!.knownOn).toBe('1995-04-30');
    expect(confirmed!.events.find(({ date }) => date === '1995-04-30')!.knownOn).toBe('1998-12-01');
    for (const { name, events } of [peak!, confirmed!]) {
      const days = events.map(({ knownOn }) => knownOn);
      expect(reading(all, `${name}, 12 months`).figure).toBeCloseTo(share(days, 12), 12);
      expect(reading(all, `${name}, 12 months`).base).toBeCloseTo(share(monthsFrom('1954-07', '2026-02', 12), 12), 12);
    }
  });

  it('give exact intervals on windows without a common month: the ends leave 2.5 % on either side', () => {
    for (const { figure, interval, n, independent } of [...linked.readings, ...all.readings]) {
      expect(independent).toBeLessThanOrEqual(n!);
      const hits = Math.round(figure * independent!);
      if (hits > 0) expect(atLeast(hits, independent!, interval!.low)).toBeCloseTo(0.025, 6);
      if (hits < independent!) expect(1 - atLeast(hits + 1, independent!, interval!.high)).toBeCloseTo(0.025, 6);
    }
    expect(reading(all, 'target, any decrease, 12 months')).toMatchObject({ n: 15, independent: 11 });
  });

  it('say what a coin would do: 3 of 8 for three or four tosses, 35 of 128 for seven, 3718 of 8192 for thirteen', () => {
    const says = { is: 0.6, within: 0.1 };
    expect([3, 4].map((n) => byCoin(says, n))).toEqual([3 / 8, 3 / 8]);
    expect(byCoin(says, 7)).toBeCloseTo(35 / 128, 12); // 4 of 7
    expect(byCoin(says, 13)).toBeCloseTo((1716 + 1287 + 715) / 8192, 12); // 7, 8 or 9 of 13
    expect([byCoin({ above: 0.5 }, 4), byCoin({ below: 0.5 }, 3), byCoin(says, 0)]).toEqual([5 / 16, 1 / 2, 0]);
    // n = 3, 2, 4, 3, 7, 13, 13; one of two is half, which is within ten points of 60 %.
    const expected = 3 / 8 + 1 / 2 + 3 / 8 + 3 / 8 + 35 / 128 + (2 * 3718) / 8192;
    expect(linked.notes.join(' ')).toContain(`would make ${expected.toFixed(1)} of the 7 readings`);
  });

  it('are not supported with small caps ahead in no month, and C1 neither with small caps ahead in all', () => {
    const made = (lead: number) =>
      altered(size, (asset, value, date) => (asset === 'Lo 30' ? large.get(date)! + lead : value));
    expect([c1(made(-0.01)).verdict, c2(made(-0.01)).verdict]).toEqual(['not supported', 'not supported']);
    expect([c1(made(0.01)).verdict, c2(made(0.01)).verdict]).toEqual(['not supported', 'true but uninformative']);
  });

  it('C2 is supported where small caps lead in the years after the events and at no other time', () => {
    const after = easingCalendars(false).flatMap(({ events }) => events.map(({ knownOn }) => monthNumber(knownOn)));
    const inYear = (date: string) =>
      after.some((start) => monthNumber(date) - start >= 1 && monthNumber(date) - start <= 12);
    const made = altered(size, (asset, value, date) =>
      asset === 'Lo 30' ? large.get(date)! + (inYear(date) ? 0.005 : -0.08) : value,
    );
    expect(
      c2(made)
        .readings.filter(({ counts }) => counts)
        .map(({ figure }) => figure),
    ).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(c2(made).verdict).toBe('supported');
  });
});

describe('an era', () => {
  it('holds the windows that begin after its first month and after its last', () => {
    const { calendar } = inEra(size.returns('Lo 30'), { from: '1981-12-15', until: '1999-11-03' }, 14);
    expect([calendar.date(-1), calendar.date(0), calendar.date(calendar.length - 1)]).toEqual([
      '1981-12-31',
      '1982-01-31',
      '2001-01-31',
    ]);
  });
});

/** P(at least so many hits of n), each with probability p. */
function atLeast(hits: number, n: number, p: number): number {
  let [sum, ways] = [0, 1];
  for (let k = 0; k <= n; k++) {
    if (k >= hits) sum += ways * p ** k * (1 - p) ** (n - k);
    ways *= (n - k) / (k + 1);
  }
  return sum;
}
