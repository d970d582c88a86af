import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromReturns, makeReturnSeries, resample, type ReturnSeries } from '../../src/panel/index.js';
import { cagr, expanding, rolling, rollingWindows, windowStarts } from '../../src/stats/index.js';
import { levelOver, levelRatio } from '../../src/stats/wealth-path.js';
import { windowGrowth } from '../../src/stats/window-growth.js';
import { startByDate } from '../../src/stats/window-rows.js';
import { assembleCalendar, type Frequency, parseIsoDate } from '../../src/time/index.js';
import { series, weekdaysAfter } from './support.js';

/** The same statistic under another identity: asked window by window. */
const asked = (one: ReturnSeries): number => cagr(one);

/** To 1e-12 of one plus the rate: of the wealth it is made of. */
function expectSameRates(found: Iterable<number>, expected: Iterable<number>, what: string): void {
  const [left, right] = [[...found], [...expected]];
  expect(left.length, what).toBe(right.length);
  for (const [index, value] of left.entries()) {
    if (Number.isNaN(right[index]!)) expect(value, what).toBeNaN();
    else expect(Math.abs(value - right[index]!), what).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(right[index]!)));
  }
}

const aReturn = fc.oneof(fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.constantFrom(0, 0.01, -0.9, 3));
const odd = fc.oneof(
  { weight: 12, arbitrary: aReturn },
  { weight: 1, arbitrary: fc.constantFrom(-1, NaN, -1.5, 1e200, -1 + 1e-16, 1e-200 - 1) },
);

describe('wealth over moving windows', () => {
  it('is that of each window by itself: holes, total losses, more than that, and sizes past every number', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 60 }), steps, (returns, moves) => {
        const values = Float64Array.from(returns);
        const quick = windowGrowth(values);
        let [first, last] = [0, 0];
        for (const [ahead, further] of moves) {
          last = Math.min(values.length - 1, last + further);
          first = Math.min(last, first + ahead);
          const [found, expected] = [quick(first, last), levelOver(values, first, last)];
          if (Number.isNaN(expected.level) || expected.level === 0) expect(found.level).toBe(expected.level);
          else expect(Math.abs(levelRatio(found, expected) - 1)).toBeLessThanOrEqual(1e-12);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is 1.1² over any two of three years of 10 %, and 0 from a total loss until it has left', () => {
    const quick = windowGrowth(Float64Array.of(0.1, 0.1, 0.1, -1, 0.5, 0.5));
    expect([0, 1, 2, 3, 4].map((first) => Number(quick(first, first + 1).level.toFixed(12)))).toEqual([
      1.21, 1.21, 0, 0, 2.25,
    ]);
  });
});

describe('rolling(cagr)', () => {
  const lengths = { daily: 3 * 262, weekly: 170, monthly: 60, quarterly: 30, annual: 12 } as const;

  it.each(Object.keys(lengths) as Frequency[])('is the rate of each %s window, by any length of it', (frequency) => {
    const count = lengths[frequency];
    fc.assert(
      fc.property(
        fc.array(odd, { minLength: count, maxLength: count }),
        fc.integer({ min: 1, max: count }),
        fc.constantFrom(12, 24),
        (returns, periods, months) => {
          const { calendar } = series(frequency, new Array<number>(count).fill(0));
          const one = makeReturnSeries('A', calendar, Float64Array.from(returns));
          for (const window of [{ periods }, { months }]) {
            const found = rolling(cagr, window)(one);
            expectSameRates(found.values, rolling(asked, window)(one).values, frequency);
          }
        },
      ),
      { numRuns: frequency === 'daily' ? 4 : 20 },
    );
  });

  it('knows a year by its dates: 261 rows may be one, or a day less', () => {
    const dates = weekdaysAfter('2021-12-31', '2024-03-29');
    const returns = { A: dates.map((_, row) => 0.001 * Math.sin(row)) };
    const one = fromReturns({ frequency: 'daily', base: '2021-12-31', dates, returns }).returns('A');
    for (const periods of [259, 260, 261, 262]) {
      const [found, slow] = [rolling(cagr, { periods })(one), rolling(asked, { periods })(one)];
      expect([...found.values].map(Number.isNaN)).toEqual([...slow.values].map(Number.isNaN));
      expectSameRates(found.values, slow.values, `${periods} rows`);
    }
    const mixed = [...rolling(cagr, { periods: 260 })(one).values].map(Number.isNaN);
    expect(new Set(mixed).size).toBe(2);
  });

  it('counts partial rows by their days, and a series that ended inside its last period', () => {
    const dates = weekdaysAfter('2020-02-14', '2023-05-10');
    const wave = dates.map((_, row) => 0.01 * Math.sin(row * row));
    const ended = wave.map((value, row) => (dates[row]! <= '2023-04-18' ? value : NaN));
    const panel = fromReturns({ frequency: 'daily', base: '2020-02-14', dates, returns: { A: wave, B: ended } });
    for (const frequency of ['weekly', 'monthly', 'quarterly', 'annual'] as const) {
      for (const name of ['A', 'B'] as const) {
        const one = resample(panel, frequency).returns(name);
        const [found, slow] = [rolling(cagr, { years: 1 })(one), rolling(asked, { years: 1 })(one)];
        expect([...found.values]).toEqual([...slow.values]);
        expectSameRates(
          expanding(cagr, { periods: 1 })(one).values,
          expanding(asked, { periods: 1 })(one).values,
          frequency,
        );
      }
    }
  });

  it('of 10 % a year is 10 % over every window', () => {
    const one = series('annual', new Array<number>(8).fill(0.1));
    for (const value of rolling(cagr, { years: 3 })(one).values) expect(value).toBeCloseTo(0.1, 14);
  });
});

describe('windows of months on days', () => {
  it('begin where a window by itself begins, whatever days there are', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 200 });
    const start = fc.integer({ min: -20_000, max: 30_000 });
    fc.assert(
      fc.property(gaps, start, fc.integer({ min: 1, max: 40 }), (steps, base, months) => {
        let day = base;
        const days = Int32Array.from(steps, (step) => (day += step));
        const calendar = assembleCalendar('daily', base, days);
        const one = makeReturnSeries('A', calendar, new Float64Array(days.length));
        const expected = Array.from(days, (_, row) => startByDate(calendar, row, months));
        expect([...windowStarts(one, { months }, 'test')]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('a month up to Friday 2024-03-29 begins after Thursday 2024-02-29: no weekday of March is left', () => {
    const base = parseIsoDate('2024-01-31', 'test');
    const dates = weekdaysAfter('2024-01-31', '2024-04-05');
    const calendar = assembleCalendar(
      'daily',
      base,
      Int32Array.from(dates, (date) => parseIsoDate(date, 'test')),
    );
    const starts = windowStarts(makeReturnSeries('A', calendar, new Float64Array(dates.length)), { months: 1 }, 'test');
    expect(dates[starts[dates.indexOf('2024-03-29')]!]).toBe('2024-03-01');
    expect(dates[starts[dates.indexOf('2024-03-28')]!]).toBe('2024-02-29');
    expect(starts[dates.indexOf('2024-02-28')]).toBe(-1);
  });
});

describe('rollingWindows', () => {
  it('says of thousands of days what each window by itself says', () => {
    const days = 1500;
    const [own, other] = [3, 7].map((seed) =>
      Array.from({ length: days }, (_, row) => (row % 700 === 650 ? NaN : 0.02 * Math.sin(seed * row * row))),
    );
    const found = rollingWindows(series('daily', own!), series('daily', other!, 'B'), { periods: 250 });
    const relatives = Array.from({ length: days - 249 }, (_, first) => {
      let [wealth, rival] = [1, 1];
      for (let row = first; row < first + 250; row++) {
        wealth *= 1 + own![row]!;
        rival *= 1 + other![row]!;
      }
      return wealth / rival - 1;
    });
    const known = relatives.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
    expect(found).toMatchObject({ windows: known.length, leftOut: relatives.length - known.length });
    expect(found.wins).toBe(known.filter((value) => value > 0).length);
    expect(found.lowestRelativeGain).toBeCloseTo(known[0]!, 12);
    expect(found.highestRelativeGain).toBeCloseTo(known.at(-1)!, 12);
    const middle = (known[(known.length - 1) >> 1]! + known[known.length >> 1]!) / 2;
    expect(found.medianRelativeGain).toBeCloseTo(middle, 12);
  });
});
