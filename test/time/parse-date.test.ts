import { describe, expect, it } from 'vitest';
import { type DateFormat, dateFormats, isoDate, parseDate } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const parsed = (text: string, format: DateFormat): string => isoDate(parseDate(text, format, 'here'));

describe('parseDate', () => {
  it.each<[string, DateFormat, string]>([
    ['2020-03-04', 'YYYY-MM-DD', '2020-03-04'],
    ['2020-02', 'YYYY-MM', '2020-02-29'],
    ['202002', 'YYYYMM', '2020-02-29'],
    ['192607', 'YYYYMM', '1926-07-31'],
    ['20200304', 'YYYYMMDD', '2020-03-04'],
    ['3/4/2020', 'M/D/YYYY', '2020-03-04'],
    ['03/04/2020', 'M/D/YYYY', '2020-03-04'],
    ['3/4/2020', 'D/M/YYYY', '2020-04-03'],
    ['31.12.2020', 'D.M.YYYY', '2020-12-31'],
    ['1.2.2020', 'D.M.YYYY', '2020-02-01'],
  ])('%s as %s is %s', (text, format, date) => {
    expect(parsed(text, format)).toBe(date);
  });

  it('the same text in two formats is two days: the format is declared, never guessed', () => {
    expect(parsed('03/04/2020', 'M/D/YYYY')).not.toBe(parsed('03/04/2020', 'D/M/YYYY'));
  });

  it.each<[string, DateFormat]>([
    ['2/30/2020', 'M/D/YYYY'],
    ['13/1/2020', 'M/D/YYYY'],
    ['20200230', 'YYYYMMDD'],
    ['202013', 'YYYYMM'],
    ['29.2.2023', 'D.M.YYYY'],
    ['2023-02-29', 'YYYY-MM-DD'],
    ['2023-13', 'YYYY-MM'],
  ])('%s as %s does not exist', (text, format) => {
    expectInputError('date.impossible', ['line 7', text, 'not a day of the calendar'], () =>
      parseDate(text, format, 'line 7'),
    );
  });

  it.each<[string, DateFormat]>([
    ['2020-03-04', 'M/D/YYYY'],
    ['3/4/20', 'M/D/YYYY'],
    ['2020-3', 'YYYY-MM'],
    ['2020031', 'YYYYMMDD'],
    ['3/4/2020 10:00', 'M/D/YYYY'],
    ['', 'YYYYMM'],
    ['Mar 4 2020', 'M/D/YYYY'],
  ])('%o is not written as %s', (text, format) => {
    expectInputError('date.format', ['line 7', JSON.stringify(text)], () => parseDate(text, format, 'line 7'));
  });

  it('refuses what is not text, and a format that it does not know, naming those that it knows', () => {
    expectInputError('date.format', ['line 7', '202003'], () =>
      parseDate(202003 as unknown as string, 'YYYYMM', 'line 7'),
    );
    expectInputError('option.range', ['"DD-MM-YYYY"', ...dateFormats], () =>
      parseDate('01-02-2020', 'DD-MM-YYYY' as DateFormat, 'line 7'),
    );
  });
});
