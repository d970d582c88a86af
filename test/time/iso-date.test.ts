import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, parseBound, parseIsoDate } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';

describe('parseIsoDate', () => {
  it.each([
    '2020-1-31',
    '20200131',
    '2020/01/31',
    '2020-01-31T00:00:00Z',
    ' 2020-01-31',
    '31.01.2020',
    '',
    20200131,
    null,
    undefined,
  ])('%o is not a day as YYYY-MM-DD', (text) => {
    expectInputError('date.format', ['here, row 3', '"YYYY-MM-DD"'], () => parseIsoDate(text, 'here, row 3'));
  });

  it('a Date is refused with the reason: its time zone would decide the day', () => {
    expectInputError('date.format', ['a Date', 'time zone'], () => parseIsoDate(new Date(0), 'here'));
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2020-02-30',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '2020-01-32',
  ])('%s does not exist', (text) => {
    expectInputError('date.impossible', ['here', text, 'is not a day of the calendar'], () =>
      parseIsoDate(text, 'here'),
    );
  });

  it('accepts exactly the days that exist: every text of three numbers comes back as it was or is refused', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    );
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
        // Date.UTC rolls an impossible day over into another one; the ISO text of that day then differs.
        const exists = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) === text;
        if (exists) expect(isoDate(parseIsoDate(text, 'here'))).toBe(text);
        else expectInputError('date.impossible', [text], () => parseIsoDate(text, 'here'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseBound', () => {
  it('a whole month means its first day as a beginning and its last as an end', () => {
    expect(isoDate(parseBound('2020-02', 'from', 'here'))).toBe('2020-02-01');
    expect(isoDate(parseBound('2020-02', 'to', 'here'))).toBe('2020-02-29');
    expect(isoDate(parseBound('2020-12', 'to', 'here'))).toBe('2020-12-31');
  });

  it('a day means itself either way', () => {
    expect(isoDate(parseBound('2020-02-10', 'from', 'here'))).toBe('2020-02-10');
    expect(isoDate(parseBound('2020-02-10', 'to', 'here'))).toBe('2020-02-10');
  });

  it('month 13 and half a date are refused', () => {
    expectInputError('date.impossible', ['2020-13'], () => parseBound('2020-13', 'to', 'here'));
    expectInputError('date.format', ['"2020"'], () => parseBound('2020', 'to', 'here'));
  });
});
