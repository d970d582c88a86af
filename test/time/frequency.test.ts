import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { dayNumber, frequencies, type Frequency, periodNumber, periodsPerYear } from '../../src/time/index.js';

/** The period of a day in luxon's words. */
const NAMES: Readonly<Record<Frequency, string>> = {
  daily: 'yyyy-MM-dd',
  weekly: "kkkk-'W'WW",
  monthly: 'yyyy-MM',
  quarterly: "yyyy-'Q'q",
  annual: 'yyyy',
};
const name = (frequency: Frequency, day: number): string =>
  DateTime.fromMillis(day * 86_400_000, { zone: 'utc' }).toFormat(NAMES[frequency]);

describe('periods', () => {
  it('a year has 252 trading days, 52 weeks, 12 months, 4 quarters', () => {
    expect(frequencies.map((frequency) => periodsPerYear[frequency])).toEqual([252, 52, 12, 4, 1]);
  });

  it.each(frequencies)('%s: two days lie in one period exactly when luxon calls it by one name', (frequency) => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 60_000 }), fc.integer({ min: 0, max: 400 }), (day, step) => {
        const same = periodNumber(frequency, day) === periodNumber(frequency, day + step);
        expect(same).toBe(name(frequency, day) === name(frequency, day + step));
      }),
    );
  });

  it.each(frequencies)('%s: consecutive periods have consecutive numbers', (frequency) => {
    for (let day = dayNumber(1999, 12, 1); day < dayNumber(2002, 3, 1); day++) {
      const step = periodNumber(frequency, day + 1) - periodNumber(frequency, day);
      expect(step).toBe(name(frequency, day + 1) === name(frequency, day) ? 0 : 1);
    }
  });

  it('the month that ends on Friday 2020-02-28 and the one that ends on 2020-02-29 are one', () => {
    expect(periodNumber('monthly', dayNumber(2020, 2, 28))).toBe(periodNumber('monthly', dayNumber(2020, 2, 29)));
  });
});
