import { describe, expect, it } from 'vitest';
import { checkHorizons, rowsOfHorizon } from '../../../src/inference/events/event-horizon.js';
import { checkEvents } from '../../../src/inference/events/study-events.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

describe('lengths of windows', () => {
  it('are months or periods, one or several, each with its words', () => {
    expect(checkHorizons('study', [1, 12], undefined)).toEqual([
      { unit: 'months', count: 1, words: '1 month' },
      { unit: 'months', count: 12, words: '12 months' },
    ]);
    expect(checkHorizons('study', undefined, 1)).toEqual([{ unit: 'periods', count: 1, words: '1 period' }]);
    expect(checkHorizons('study', undefined, [3])).toEqual([{ unit: 'periods', count: 3, words: '3 periods' }]);
  });

  const remedy = 'give exactly one of them, such as { months: 12 } or { months: [6, 12, 24] }.';
  it.each([
    [undefined, undefined, 'option.missing', `study: found no length of the windows; ${remedy}`, {}],
    [3, 3, 'option.range', `study: found both "months" and "periods"; ${remedy}`, {}],
    [
      [],
      undefined,
      'option.range',
      'study: "months" is an array of 0; it must be one length or several different ones.',
      { option: 'months' },
    ],
    [
      undefined,
      [6, 3, 6],
      'option.range',
      'study: "periods" is 6, 3, 6; it must be one length or several different ones.',
      { option: 'periods' },
    ],
    [
      [3, 0],
      undefined,
      'option.range',
      'study: "months" is 0; it must be a whole number, 1 or more.',
      { option: 'months', found: 0 },
    ],
    [
      undefined,
      1.5,
      'option.range',
      'study: "periods" is 1.5; it must be a whole number, 1 or more.',
      { option: 'periods', found: 1.5 },
    ],
  ] as const)('are whole and differ: %o, %o', (months, periods, code, message, details) => {
    const error = expectInputError(code, [], () => checkHorizons('study', months, periods));
    expect(error.message).toBe(message);
    expect(error.details).toEqual({ where: 'study', ...details });
  });

  it('in months are rows of months, quarters and years, and dates on days and weeks', () => {
    const rowsOf = (frequency: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'annual', unit: 'months' | 'periods') =>
      rowsOfHorizon('study', { unit, count: 24, words: '' }, series(frequency, [0, 0]).calendar);
    expect(rowsOf('monthly', 'months')).toBe(24);
    expect(rowsOf('quarterly', 'months')).toBe(8);
    expect(rowsOf('annual', 'months')).toBe(2);
    expect(rowsOf('weekly', 'months')).toBeUndefined();
    expect(rowsOf('daily', 'months')).toBeUndefined();
    expect(rowsOf('daily', 'periods')).toBe(24);
    const error = expectInputError('option.range', [], () =>
      rowsOfHorizon('study', { unit: 'months', count: 4, words: '' }, series('quarterly', [0]).calendar),
    );
    expect(error.message).toBe(
      'study: 4 months are no whole number of periods of a quarterly series. Give a multiple of 3 months.',
    );
    expect(error.details).toEqual({ where: 'study', months: 4, frequency: 'quarterly' });
  });
});

describe('events', () => {
  const day = 18_262; // 2020-01-01: 50 years and 12 leap days after 1970-01-01.

  it('are days, observations or lists with a name, known on the day itself or later', () => {
    const plain = { date: '2020-01-01', knownOn: '2020-01-01', day };
    expect(checkEvents('study', ['2020-01-01', { knownOn: '2020-01-01' }])).toEqual({
      name: 'events',
      usesHindsight: false,
      list: [plain, plain],
    });
    const late = { date: '2020-01-01', knownOn: '2020-01-03' } as const;
    const made = { name: 'peaks', usesHindsight: true, unit: 'x', observations: [{ ...late, value: 1 }] };
    expect(checkEvents('study', made)).toEqual({
      name: 'peaks',
      usesHindsight: true,
      list: [{ ...late, day: day + 2 }],
    });
    expect(checkEvents('study', { ...made, name: 3, usesHindsight: 1 } as never)).toMatchObject({
      name: 'events',
      usesHindsight: false,
    });
    expect(checkEvents('study', { events: ['2020-01-01'] } as never).list).toEqual([plain]);
    expect(checkEvents('study', [{ knownOn: '2020-01-01', date: undefined }] as never).list).toEqual([plain]);
  });

  const wanted =
    "where the events belong; give firstCuts(rates), observations [{ knownOn, … }, …], or days such as ['2019-07-31'].";
  const one = 'an event is a day "YYYY-MM-DD", or { knownOn } with the day at whose close it was known.';
  it.each([
    [7, 'observation.invalid', `study: found 7 ${wanted}`, { where: 'study', found: '7' }],
    [null, 'observation.invalid', `study: found null ${wanted}`, { where: 'study', found: 'null' }],
    [[7], 'observation.invalid', `study, event 0: found 7; ${one}`, { where: 'study, event 0' }],
    [[null], 'observation.invalid', `study, event 0: found null; ${one}`, { where: 'study, event 0' }],
    [
      ['2020-01-01', { date: '2020-01-01' }],
      'observation.invalid',
      `study, event 1: found an object with keys date; ${one}`,
      { where: 'study, event 1' },
    ],
    [
      ['2020-01-01', '2020-02-01', '2020-01-31'],
      'observation.order',
      'study, event 2: known on 2020-01-31, after one known on 2020-02-01. Sort the events by "knownOn".',
      { where: 'study', index: 2 },
    ],
    [
      [{ date: '2020-01-02', knownOn: '2020-01-01' }],
      'observation.order',
      'study, event 0: known on 2020-01-01, before it happened on 2020-01-02. "knownOn" is the day of the event or a later one.',
      { where: 'study, event 0' },
    ],
  ] as const)('are refused in one sentence: %o', (events, code, message, details) => {
    const error = expectInputError(code, [], () => checkEvents('study', events as never));
    expect(error.message).toBe(message);
    expect(error.details).toEqual(details);
  });
});
