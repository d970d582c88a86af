import { describe, expect, it } from 'vitest';
import { beta, expanding, rolling, totalReturn, trailingReturn } from '../../src/stats/index.js';
import { fromReturns, makeReturnSeries, type ReturnSeries } from '../../src/panel/index.js';
import { windowGrowth } from '../../src/stats/window-growth.js';
import { windowSums } from '../../src/stats/window-sums.js';
import { assembleCalendar, parseIsoDate } from '../../src/time/index.js';
import { bad, refuses } from '../signals/refused.js';
import { dated, series } from './support.js';

describe('wealth over windows', () => {
  // 1 + r = 2, 3, 5, 7, 11, 13, 17: a product says which rows are in it.
  const primes = [2, 3, 5, 7, 11, 13, 17];
  const values = Float64Array.from(primes, (prime) => prime - 1);
  const product = (first: number, last: number): number =>
    primes.slice(first, last + 1).reduce((all, prime) => all * prime, 1);

  it.each([
    [
      'a first row before all that are ready',
      [
        [0, 3],
        [4, 6],
        [1, 6],
      ],
    ],
    [
      'a last row before the one reached',
      [
        [0, 4],
        [1, 5],
        [2, 3],
      ],
    ],
    [
      'a last row before the one reached, from the turning point on',
      [
        [0, 2],
        [2, 6],
        [2, 4],
      ],
    ],
    [
      'a step back of both',
      [
        [3, 5],
        [1, 2],
        [1, 6],
      ],
    ],
    [
      'one row at a time',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [2, 3],
      ],
    ],
  ] as const)('are right for %s', (_, windows) => {
    const growth = windowGrowth(values);
    for (const [first, last] of windows) expect(growth(first, last)).toEqual({ level: product(first, last), units: 0 });
  });

  it('knows no more of a hole once it has left', () => {
    const growth = windowGrowth(Float64Array.of(NaN, 1, 2, 4, 6));
    expect(growth(0, 1).level).toBeNaN();
    expect(growth(1, 2).level).toBe(2 * 3);
    expect(growth(2, 4).level).toBe(3 * 5 * 7);
  });
});

describe('sums over windows', () => {
  const values = [1, 2, 4, 8, 16, 32, 64];

  it.each([
    [
      'forward',
      [
        [0, 2],
        [1, 3],
        [2, 4],
        [5, 6],
      ],
    ],
    [
      'from two rows on',
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      'a first row before all that are ready',
      [
        [0, 3],
        [4, 6],
        [1, 6],
      ],
    ],
    [
      'a last row before the one reached',
      [
        [0, 4],
        [1, 5],
        [2, 3],
      ],
    ],
  ] as const)('have count, mean and squares: %s', (_, windows) => {
    const moments = windowSums(Float64Array.from(values));
    for (const [first, last] of windows) {
      const rows = values.slice(first, last + 1);
      const mean = rows.reduce((sum, value) => sum + value, 0) / rows.length;
      const squares = rows.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const found = moments(first, last);
      expect(found.count).toBe(rows.length);
      expect(found.mean).toBeCloseTo(mean, 12);
      expect(found.squares).toBeCloseTo(squares, 9);
    }
  });

  it('say by what factor the squares have cancelled out', () => {
    // About the mean 1.5 of the first window, 4 and 8 have squares 2.5² + 6.5² = 48.5; about their own mean 2² + 2² = 8.
    const moments = windowSums(Float64Array.from(values));
    moments(0, 1);
    expect(moments(2, 3).cancelled).toBeCloseTo(48.5 / 8, 12);
  });

  it('lose no digit of what a large number swallows, before the turning point and after it', () => {
    // The first window has mean 0. 1 added to 1e16 is swallowed: without compensation the sums are 0 or 1, and of squares a multiple of 8.
    const [large, root] = [1e16, 2 ** 27];
    const sums = [1, -1, 1, -large, 1, large];
    const before = windowSums(Float64Array.from(sums));
    before(0, 1);
    expect(before(2, 5).mean).toBe(2 / 4);
    const after = windowSums(Float64Array.from([1, -1, large, 1, -large, 1]));
    after(0, 1);
    after(1, 1);
    expect(after(1, 5).mean).toBe((-1 + 2) / 5);
    const ones = [1, -1, 1, -1, 1, -1, 1, -1];
    const squares = 2 * root ** 2 + 8;
    const squaresBefore = windowSums(Float64Array.from([1, -1, ...ones, root, -root]));
    squaresBefore(0, 1);
    expect(squaresBefore(2, 11).squares).toBe(squares);
    const squaresAfter = windowSums(Float64Array.from([1, -1, root, -root, ...ones]));
    squaresAfter(0, 1);
    expect(squaresAfter(0, 11).squares).toBe(squares + 2);
  });
});

describe('a statistic over windows', () => {
  const one = series('monthly', [0.1, 0.2, 0.4, 0.1, 0.3]);

  it('passes on what is no series as it is', () => {
    const given: unknown[] = [];
    const asked = (_: ReturnSeries, ...rest: readonly unknown[]): number => given.push(rest);
    const rest = [5, null, undefined, 'text', { values: 1 }, { calendar: 1 }, Math.abs, [1]] as const;
    rolling(asked, { periods: 5 })(one, ...rest);
    expect(given).toEqual([rest]);
  });

  it('ends with the last row that both have', () => {
    const shorter = series('monthly', [0.2, 0.1, 0.3, NaN, NaN], 'B');
    const found = rolling(beta, { periods: 2 })(one, shorter);
    expect([...found.dates]).toEqual(['2020-02-29', '2020-03-31']);
    // 0.1 over −0.1, then 0.2 over 0.2.
    expect([...found.values].map((value) => Number(value.toFixed(10)))).toEqual([-1, 1]);
  });

  it('has no window of two that never lived together', () => {
    const never = dated('monthly', ['2025-01', '2025-02'], [0.1, 0.2], 'B');
    expect(rolling(beta, { periods: 2 })(one, never)).toMatchObject({ length: 0, notes: [] });
    expect(rolling(beta, { periods: 1 })(series('monthly', [0.1]), never).length).toBe(0);
  });

  const answersText = (): number => bad('high');
  refuses([
    [
      'no function',
      () => rolling(bad(5), { periods: 2 }),
      'option.type',
      'rolling: the statistic is 5; it must be a function of a return series, such as volatility.',
      { where: 'rolling', found: '5' },
    ],
    [
      'no function, in the name of the other one',
      () => expanding(bad(5), { periods: 2 }),
      'option.type',
      'expanding: the statistic is 5; it must be a function of a return series, such as volatility.',
      { where: 'expanding', found: '5' },
    ],
    [
      'no series',
      () => rolling(totalReturn, { periods: 2 })(bad(5)),
      'series.invalid',
      "rolling: the series must be a return series, such as panel.returns('SPY') or the result of a backtest; found 5.",
      { where: 'rolling', found: '5' },
    ],
    [
      'an argument that looks like a series',
      () => rolling(beta, { periods: 2 })(one, bad({ values: [1], calendar: {} })),
      'series.invalid',
      "rolling: an argument must be a return series, such as panel.returns('SPY') or the result of a backtest; found an object with keys values, calendar. Give numbers their dates with fromReturns({ frequency, dates, returns }).",
      { where: 'rolling', found: 'an object with keys values, calendar' },
    ],
    [
      'an answer that is no number',
      () => rolling(answersText, { periods: 2 })(one),
      'option.type',
      'rolling: answersText answered "high" for the window up to 2020-02-29; the statistic must answer a number.',
      { where: 'rolling', statistic: 'answersText', date: '2020-02-29', found: '"high"' },
    ],
  ]);
});

describe('a trailing return', () => {
  /** Thirteen months from January 2023 on, the last one and the first one parts where the days say so. */
  const months = (base: string, endsOn: string): ReturnSeries => {
    const ends = Array.from(
      { length: 13 },
      (_, month) => `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    );
    const { calendar } = fromReturns({
      frequency: 'monthly',
      base,
      dates: ends,
      returns: { A: ends.map(() => 0) },
    }).returns('A');
    const values = Float64Array.from(ends, (_, row) => (row === 0 || row === 12 ? 0.5 : 0));
    return makeReturnSeries('A', calendar, values, { kind: 'total', net: false, endsOn: endsOn as '2024-01-12' });
  };

  it('of parts of months is known where they make up whole months, to five days', () => {
    const over = (endsOn: string): number => trailingReturn(months('2023-01-12', endsOn), { months: 12 });
    expect(over('2024-01-12')).toBe(1.25);
    expect(over('2024-01-07')).toBe(NaN);
    expect(over('2024-01-17')).toBe(1.25);
    expect(over('2024-01-18')).toBe(NaN);
  });

  it('of so many periods is that of the last ones', () => {
    const one = series('monthly', [0.5, 0.1, 0.2]);
    expect(trailingReturn(one, { periods: 2 })).toBeCloseTo(1.1 * 1.2 - 1, 14);
    expect(trailingReturn(one, { periods: 4 })).toBeNaN();
  });

  it('of weeks without parts is that of the weeks of a year', () => {
    const day = parseIsoDate('2020-01-03', 'test');
    const days = Int32Array.from({ length: 270 }, (_, week) => day + 7 * week);
    const one = makeReturnSeries('A', assembleCalendar('weekly', day - 7, days), new Float64Array(270).fill(0.01));
    expect(trailingReturn(one, { years: 1 })).toBeCloseTo(1.01 ** 52 - 1, 12);
    // Five years are 1826 days, 260 weeks and six days.
    expect(trailingReturn(one, { years: 5 })).toBeCloseTo(1.01 ** 260 - 1, 10);
  });
});
