import { describe, expect, it } from 'vitest';
import {
  annually,
  assertSchedule,
  once,
  daily,
  describeSchedule,
  everyPeriods,
  monthly,
  quarterly,
  type Schedule,
} from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const all: [string, Schedule, string][] = [
  ['once()', once(), 'once, at the start'],
  ['daily()', daily(), 'daily'],
  ['monthly()', monthly(), 'monthly'],
  ['quarterly()', quarterly(), 'quarterly'],
  ['annually()', annually(), 'annually in December'],
  ['annually({ month: 6 })', annually({ month: 6 }), 'annually in June'],
  ['everyPeriods(3)', everyPeriods(3), 'every 3 periods'],
  ['everyPeriods(1)', everyPeriods(1), 'every period'],
];

describe('schedules', () => {
  it.each(all)('%s is frozen plain data that survives JSON and says itself in words', (_, schedule, words) => {
    expect(Object.isFrozen(schedule)).toBe(true);
    expect(JSON.parse(JSON.stringify(schedule))).toEqual(schedule);
    expect(describeSchedule(schedule)).toBe(words);
    expect(() => {
      assertSchedule('here', JSON.parse(JSON.stringify(schedule)));
    }).not.toThrow();
  });

  it.each([0, 13, 1.5, NaN, '6', null])('annually({ month: %o }) is refused', (month) => {
    const code = typeof month === 'number' && !Number.isNaN(month) ? 'option.range' : 'option.type';
    expectInputError(code, ['annually', '"month"', 'from 1 to 12'], () => annually({ month: month as number }));
  });

  it.each([6, '6', null, [6]])('annually(%o) is refused: the month stands in an object', (options) => {
    expectInputError('option.type', ['annually', '{ month: … }'], () => annually(options as never));
  });

  it('annually({ mnth: 6 }) is refused, not taken for December', () => {
    expectInputError('option.unknown', ['"mnth"', 'month'], () => annually({ mnth: 6 } as never));
  });

  it.each<[string, (...none: never[]) => Schedule]>([
    ['once', once],
    ['daily', daily],
    ['monthly', monthly],
    ['quarterly', quarterly],
  ])('%s(3) is refused: it takes no argument', (name, make) => {
    expectInputError('option.unknown', [`${name}: takes no arguments, found 3`], () => make(3 as never));
  });

  it.each([0, -1, 1.5])('everyPeriods(%o) is refused', (periods) => {
    expectInputError('option.range', ['everyPeriods', '"periods"', '1 or more'], () => everyPeriods(periods));
  });

  it.each([null, 'monthly', {}, { kind: 'weekly' }, 5, { kind: 'toString' }])('%o is no schedule', (value) => {
    expectInputError('schedule.invalid', ['here: "schedule" is', 'annually({ month })'], () => {
      assertSchedule('here', value);
    });
  });

  it('a forgotten call is pointed out: monthly, not monthly()', () => {
    expectInputError('schedule.invalid', ['a function', 'Call it: monthly()'], () => {
      assertSchedule('here', monthly);
    });
  });

  it('a schedule read from a file is checked inside too', () => {
    expectInputError('option.range', ['schedule.month', '13'], () => {
      assertSchedule('here', { kind: 'annually', month: 13 });
    });
    expectInputError('option.type', ['schedule.periods', 'undefined'], () => {
      assertSchedule('here', { kind: 'everyPeriods' });
    });
  });
});
