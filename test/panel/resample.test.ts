import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { fromPrices, fromReturns, type Panel, partialRowsOf, resample, slice } from '../../src/panel/index.js';
import type { Frequency } from '../../src/time/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { root } from '../support/source-files.js';
import { HOLIDAYS_2020, weekdays } from '../support/weekdays.js';

const days = weekdays('2020-01-02', '2020-06-30', HOLIDAYS_2020);
const NAMES = { weekly: "kkkk-'W'WW", monthly: 'yyyy-MM', quarterly: "yyyy-'Q'q", annual: 'yyyy' } as const;
type Coarse = keyof typeof NAMES;
const nameOf = (frequency: Coarse, date: string): string =>
  DateTime.fromISO(date, { zone: 'utc' }).toFormat(NAMES[frequency]);

/** The returns of one asset by period, as one would do it by hand: group the rows by the period's name, then compound. */
function slowly(frequency: Coarse, dates: readonly string[], values: readonly number[]): number[] {
  const groups = new Map<string, number[]>();
  dates.forEach((date, row) => {
    const name = nameOf(frequency, date);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  });
  const listed = values.flatMap((value, row) => (Number.isNaN(value) ? [] : [row]));
  const [first, last] = [listed[0] ?? Infinity, listed.at(-1) ?? -Infinity];
  return [...groups.values()].map((rows) => {
    if (first > rows[0]!) return NaN;
    const held = rows.filter((row) => row <= last);
    return held.length === 0 ? NaN : held.reduce((growth, row) => growth * (1 + values[row]!), 1) - 1;
  });
}

describe('resample', () => {
  it('compounds: 10 % and 10 % are 21 %, dated by the last row', () => {
    const panel = fromReturns({
      frequency: 'monthly',
      dates: ['2020-01', '2020-02', '2020-03'],
      returns: { A: [0.1, 0.1, 0] },
    });
    const quarter = resample(panel, 'quarterly');
    expect(quarter.returns('A').values[0]).toBeCloseTo(1.1 * 1.1 - 1, 15);
    expect(quarter.calendar.toJSON()).toEqual({
      frequency: 'quarterly',
      base: '2019-12-31',
      dates: ['2020-03-31'],
      partialRows: [],
    });
    expect(quarter.calendar.periodsPerYear).toBe(4);
  });

  it.each(['weekly', 'monthly', 'quarterly', 'annual'] as const)(
    'daily to %s agrees with grouping by name, whatever the lives and holes',
    (frequency) => {
      const value = fc.oneof(
        { weight: 12, arbitrary: fc.double({ min: -0.2, max: 0.2, noNaN: true }) },
        { weight: 1, arbitrary: fc.constant(NaN) },
      );
      const column = fc.tuple(
        fc.nat(days.length),
        fc.nat(days.length),
        fc.array(value, { minLength: days.length, maxLength: days.length }),
      );
      fc.assert(
        fc.property(column, fc.nat(30), ([listed, ended, values], skipped) => {
          const dates = days.slice(skipped);
          const life = values
            .map((one, row) => (row < listed / 2 || row > days.length - ended / 2 ? NaN : one))
            .slice(skipped);
          const coarse = resample(fromReturns({ frequency: 'daily', dates, returns: { A: life } }), frequency);
          expect(Array.from(coarse.returns('A').values, (r) => r.toFixed(12))).toEqual(
            slowly(frequency, dates, life).map((r) => r.toFixed(12)),
          );
          const ends = dates.filter(
            (date, row) =>
              dates[row + 1] === undefined || nameOf(frequency, date) !== nameOf(frequency, dates[row + 1]!),
          );
          expect(coarse.calendar.toJSON().dates).toEqual(ends);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('growth over whole lives is kept: the periods compound to the days', () => {
    const values = days.map((_, row) => Math.sin(row) / 50);
    const panel = fromReturns({ frequency: 'daily', dates: days, returns: { A: values } });
    const growth = (returns: Iterable<number>): number =>
      Array.from(returns).reduce((product, r) => product * (1 + r), 1);
    for (const frequency of ['weekly', 'monthly', 'quarterly', 'annual'] as const)
      expect(growth(resample(panel, frequency).returns('A').values)).toBeCloseTo(growth(values), 12);
    expect(resample(resample(panel, 'monthly'), 'quarterly').toJSON().calendar).toEqual(
      resample(panel, 'quarterly').toJSON().calendar,
    );
  });

  it('month ends are trading days: January 2020 ends on the 31st, February on Friday the 28th', () => {
    const panel = fromPrices({ frequency: 'daily', dates: days, prices: { A: days.map((_, row) => 100 + row) } });
    expect(resample(panel, 'monthly').calendar.toJSON().dates).toEqual([
      '2020-01-31',
      '2020-02-28',
      '2020-03-31',
      '2020-04-30',
      '2020-05-29',
      '2020-06-30',
    ]);
  });

  it('an asset listed inside a month begins with the next one; one that ends inside keeps what it earned', () => {
    const row = (date: string): number => days.findIndex((day) => day === date);
    const returns = {
      LISTED: days.map((_, t) => (t < row('2020-02-04') ? NaN : 0.01)),
      ON_THE_FIRST: days.map((_, t) => (t < row('2020-02-03') ? NaN : 0.01)),
      ENDED: days.map((_, t) => (t > row('2020-03-03') ? NaN : 0.01)),
      HOLE: days.map((_, t) => (t === row('2020-04-15') ? NaN : 0.01)),
      NEVER: days.map(() => NaN),
    };
    const json = resample(
      fromReturns({ frequency: 'daily', base: '2019-12-31', dates: days, returns }),
      'monthly',
    ).toJSON().returns;
    const known = (name: string): boolean[] => json[name]!.map((value) => value !== null);
    expect(known('LISTED')).toEqual([false, false, true, true, true, true]);
    expect(known('ON_THE_FIRST')).toEqual([false, true, true, true, true, true]);
    expect(known('ENDED')).toEqual([true, true, true, false, false, false]);
    expect(known('HOLE')).toEqual([true, true, true, false, true, true]);
    expect(known('NEVER')).toEqual([false, false, false, false, false, false]);
    // 2 and 3 March 2020 are two trading days: 1.01² − 1.
    expect(json['ENDED']![2]).toBeCloseTo(0.0201, 12);
  });

  it.each<[string, string, string, Coarse, number[]]>([
    ['whole months', '2019-12-31', '2020-03-31', 'monthly', []],
    ['a base inside the first month', '2020-01-02', '2020-03-31', 'monthly', [0]],
    ['an end inside the last month', '2019-12-31', '2020-03-30', 'monthly', [2]],
    ['both', '2020-01-15', '2020-03-12', 'monthly', [0, 2]],
    ['an end on Friday 2020-02-28: no weekday is left', '2019-12-31', '2020-02-28', 'monthly', []],
    ['an end on Friday 2020-05-29', '2019-12-31', '2020-05-29', 'monthly', []],
    ['a quarter not over', '2019-12-31', '2020-05-29', 'quarterly', [1]],
    ['a year not over', '2019-12-31', '2020-05-29', 'annual', [0]],
    ['a week that ends on Thursday', '2020-01-03', '2020-01-16', 'weekly', [1]],
    ['whole weeks', '2020-01-03', '2020-01-17', 'weekly', []],
  ])('partial periods are flagged: %s', (_, base, end, frequency, partial) => {
    const dates = weekdays(base, end, HOLIDAYS_2020).slice(HOLIDAYS_2020.includes(base as '2020-01-01') ? 0 : 1);
    const panel = fromReturns({ frequency: 'daily', base, dates, returns: { A: dates.map(() => 0.001) } });
    expect(resample(panel, frequency).calendar.partialRows).toEqual(partial);
  });

  it('months to quarters: a quarter that begins or ends inside is partial, and a partial month makes a partial quarter', () => {
    const months = (from: number, to: number): Panel<'A'> =>
      fromReturns({
        frequency: 'monthly',
        dates: Array.from({ length: to - from + 1 }, (_, m) => `2020-${String(from + m).padStart(2, '0')}`),
        returns: { A: Array.from({ length: to - from + 1 }, () => 0.01) },
      });
    expect(resample(months(1, 6), 'quarterly').calendar.partialRows).toEqual([]);
    expect(resample(months(2, 6), 'quarterly').calendar.partialRows).toEqual([0]);
    expect(resample(months(1, 5), 'quarterly').calendar.partialRows).toEqual([1]);
    const dates = weekdays('2020-01-02', '2020-03-20', HOLIDAYS_2020);
    const fine = fromReturns({ frequency: 'daily', base: '2019-12-31', dates, returns: { A: dates.map(() => 0.001) } });
    expect(resample(resample(fine, 'monthly'), 'quarterly').calendar.partialRows).toEqual([0]);
  });

  it.each<[Frequency, Frequency, string]>([
    ['weekly', 'monthly', 'Possible: none.'],
    ['monthly', 'monthly', 'Possible: quarterly, annual.'],
    ['monthly', 'daily', 'Possible: quarterly, annual.'],
    ['annual', 'quarterly', 'Possible: none.'],
  ])('%s to %s is refused: a period is made of whole finer ones', (from, to, possible) => {
    const dates =
      from === 'weekly'
        ? ['2020-01-03', '2020-01-10']
        : from === 'annual'
          ? ['2019-12', '2020-12']
          : ['2020-01', '2020-02'];
    const panel = fromReturns({ frequency: from, dates, returns: { A: [0, 0] } });
    expectInputError('calendar.mismatch', ['resample', from, to, possible], () => resample(panel, to));
  });

  it('refuses an unknown frequency', () => {
    const panel = fromReturns({ frequency: 'monthly', dates: ['2020-01'], returns: { A: [0] } });
    expectInputError('option.range', ['"yearly"', "'annual'"], () => resample(panel, 'yearly' as Frequency));
  });

  it('SPY fell by 7.92 % in February 2020: adjusted closes 293.263 of 31 January and 270.047 of 28 February', () => {
    const february = weekdays('2020-01-31', '2020-02-28', HOLIDAYS_2020);
    const prices = february.map((_, row) => (row === 0 ? 293.263 : row === february.length - 1 ? 270.047 : 280));
    const month = resample(fromPrices({ frequency: 'daily', dates: february, prices: { SPY: prices } }), 'monthly');
    expect(month.returns('SPY').values[0]).toBeCloseTo(270.047 / 293.263 - 1, 12);
    expect((month.returns('SPY').values[0]! * 100).toFixed(2)).toBe('-7.92');
    expect(month.calendar.partialRows).toEqual([]);
  });
});

const PRICES = `${root}../shared/data/etf_daily_adjclose.csv`;
const MONTHS = `${root}../shared/data/etf_monthly_total_return.csv`;

// Where the files are absent the arithmetic above holds the same function.
describe.skipIf(!existsSync(PRICES) || !existsSync(MONTHS))(
  'resample on daily closes of US funds, against monthly returns published beside them',
  () => {
    const table = (path: string): { head: string[]; lines: string[][] } => {
      const [head, ...lines] = readFileSync(path, 'utf8')
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(','));
      return { head: head!, lines };
    };
    const number = (text: string | undefined): number => (text === undefined || text === '' ? NaN : Number(text));

    it('every month of every fund agrees to 2 basis points, and the calendar years are those that everybody knows', () => {
      const daily = table(PRICES);
      const names = daily.head.slice(1);
      const prices = Object.fromEntries(
        names.map((name, column) => [name, daily.lines.map((line) => number(line[column + 1]))]),
      );
      const panel = fromPrices({ frequency: 'daily', dates: daily.lines.map((line) => line[0]!), prices });
      const months = resample(panel, 'monthly');
      const published = table(MONTHS);
      const compared = names.flatMap((name) => {
        const values = months.returns(name).values;
        return published.lines.flatMap((line) => {
          const row = months.calendar.toJSON().dates.findIndex((date) => date.startsWith(line[0]!));
          const there = number(line[published.head.indexOf(name)]);
          return row < 0 || Number.isNaN(there)
            ? []
            : [{ place: `${name} ${line[0]!}`, off: Math.abs(values[row]! - there) }];
        });
      });
      expect(compared.length).toBeGreaterThan(3000);
      expect(compared.filter(({ off }) => !(off < 2e-4))).toEqual([]);
      const years = resample(panel, 'annual');
      const year = (name: string, which: number): string => {
        const row = years.calendar.toJSON().dates.findIndex((date) => date.startsWith(String(which)));
        return (years.returns(name).values[row]! * 100).toFixed(1);
      };
      expect([year('SPY', 2008), year('SPY', 2013), year('SPY', 2022), year('IWM', 2020)]).toEqual([
        '-36.8',
        '32.3',
        '-18.2',
        '20.0',
      ]);
    });
  },
);

describe('the end of an asset inside a resampled period', () => {
  const made = (last: string): Panel<'A' | 'B'> =>
    fromReturns({
      frequency: 'daily',
      dates: days,
      returns: { A: days.map(() => 0), B: days.map((date) => (date <= last ? 0 : NaN)) },
    });

  it('is kept in its meta, through a second resampling too', () => {
    const monthly = resample(made('2020-05-13'), 'monthly');
    expect(monthly.returns('B').meta.endsOn).toBe('2020-05-13');
    expect(monthly.returns('A').meta).not.toHaveProperty('endsOn');
    expect(resample(monthly, 'quarterly').returns('B').meta.endsOn).toBe('2020-05-13');
    expect(partialRowsOf(monthly.returns('B'))).toEqual([4]);
    expect(partialRowsOf(monthly.returns('A'))).toEqual([]);
  });

  it('is none on the last row of the period, and is forgotten where a slice cut it off', () => {
    expect(resample(made('2020-05-29'), 'monthly').returns('B').meta).not.toHaveProperty('endsOn');
    const cut = slice(resample(made('2020-05-13'), 'monthly'), { to: '2020-03' });
    expect(partialRowsOf(cut.returns('B'))).toEqual([]);
    expect(resample(cut, 'quarterly').returns('B').meta).not.toHaveProperty('endsOn');
  });
});
