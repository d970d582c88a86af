import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnSeries } from '../../src/panel/index.js';
import { captureOfCumulative, captureOfMeans, downCapture, upCapture } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { baconBenchmark, baconPortfolio } from './published-samples.js';
import { empyrical, hasReference, reference, series } from './support.js';

const up = { market: 'up' } as const;
const down = { market: 'down' } as const;

/** The returns of the months in which the benchmark is up (sign 1) or down (−1), flat months with `flat`. */
function picked(a: ReturnSeries, b: ReturnSeries, sign: number, flat = false): { a: number[]; b: number[] } {
  const rows = Array.from({ length: a.values.length }, (_, row) => row).filter(
    (row) => !Number.isNaN(a.values[row]!) && (sign * b.values[row]! > 0 || (flat && b.values[row] === 0)),
  );
  return { a: rows.map((row) => a.values[row]!), b: rows.map((row) => b.values[row]!) };
}
const product = (values: readonly number[]): number => values.reduce((growth, value) => growth * (1 + value), 1);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('upCapture and downCapture', () => {
  it('are the geometric means over the benchmark’s own, in its up and its down periods', () => {
    // Up twice: 1.44 × 1 = 1.2² against 1.21², 20 % against 21 %. Down twice: −10 % against −20 %. Once flat.
    const fund = series('quarterly', [0.44, -0.1, 0.7, 0, -0.1]);
    const index = series('quarterly', [0.21, -0.2, 0, 0.21, -0.2]);
    expect(upCapture(fund, index)).toBeCloseTo(0.2 / 0.21, 12);
    expect(downCapture(fund, index)).toBeCloseTo(0.1 / 0.2, 12);
  });

  it('count the periods of that market, however many: twice the same record has the same capture', () => {
    const [a, b] = [
      [0.1, 0.2, 0, 0.1],
      [0.2, 0.1, 0.1, 0.1],
    ];
    const once = [series('quarterly', a), series('quarterly', b)] as const;
    const twice = [series('quarterly', [...a, ...a]), series('quarterly', [...b, ...b])] as const;
    const expected = ((1.1 * 1.2 * 1.1) ** (1 / 4) - 1) / ((1.2 * 1.1 ** 3) ** (1 / 4) - 1);
    expect(upCapture(...once)).toBeCloseTo(expected, 12);
    expect(upCapture(...twice)).toBeCloseTo(expected, 12);
    expect(captureOfCumulative(...twice, up)).toBeCloseTo(
      ((1.1 * 1.2 * 1.1) ** 2 - 1) / ((1.2 * 1.1 ** 3) ** 2 - 1),
      12,
    );
  });

  it('make no year of two days, where empyrical has 0.9996 of a capture of 0.4286', () => {
    // Of nine days two are down: −4 % and −10 % against −1 % and −5 %. A year of 126 such pairs loses everything, twice.
    const all = [-0.02, -0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05];
    const [fund, index] = [series('daily', all), series('daily', empyrical.mixed)];
    expect(((0.99 * 0.95) ** 126 - 1) / ((0.96 * 0.9) ** 126 - 1)).toBeCloseTo(0.99956025703798634, 12);
    expect(downCapture(fund, index)).toBeCloseTo((Math.sqrt(0.99 * 0.95) - 1) / (Math.sqrt(0.96 * 0.9) - 1), 12);
    expect(captureOfCumulative(fund, index, down)).toBeCloseTo((0.99 * 0.95 - 1) / (0.96 * 0.9 - 1), 12);
    expect(captureOfMeans(fund, index, down)).toBeCloseTo(-0.03 / -0.07, 12);
    // up_capture of the positive returns, six days: 0.0076167762.
    const positive = [0.02, 0.01, 0.01, 0.01, 0.01, 0.01];
    const rises = [0.01, 0.1, 0.02, 0.03, 0.02, 0.01];
    expect((product(positive) ** 42 - 1) / (product(rises) ** 42 - 1)).toBeCloseTo(0.0076167762, 9);
    expect(upCapture(series('daily', empyrical.positive), index)).toBeCloseTo(
      (product(positive) ** (1 / 6) - 1) / (product(rises) ** (1 / 6) - 1),
      12,
    );
    expect(captureOfCumulative(series('daily', empyrical.positive), index, up)).toBeCloseTo(
      (product(positive) - 1) / (product(rises) - 1),
      12,
    );
  });

  it('are defined from the first period of that market on, and not before', () => {
    const months = (count: number): ReturnSeries => series('monthly', new Array<number>(count).fill(0.01));
    expect(upCapture(months(1), months(1))).toBe(1);
    expect(upCapture(months(12), months(12))).toBe(1);
    expect(downCapture(months(12), months(12))).toBeNaN();
  });

  it('are negative for a series that goes the other way, and survive a total loss', () => {
    const index = series('annual', [0.2, -0.1, 0.2]);
    expect(upCapture(series('annual', [-0.1, 0.1, -0.1]), index)).toBeCloseTo(-0.5, 12);
    expect(downCapture(series('annual', [-0.1, 0.1, -0.1]), index)).toBeCloseTo(-1, 12);
    expect(downCapture(series('annual', [0.2, -1, 0.2]), index)).toBeCloseTo(10, 12);
  });
});

describe('the captures of Bacon’s portfolio', () => {
  const [fund, index] = [series('monthly', baconPortfolio), series('monthly', baconBenchmark)];

  it('are what NumPy and SciPy give for its 15 rising and 8 falling months; one is flat', () => {
    // scipy.stats.gmean(1 + r[b > 0]) − 1 over that of b; r[b > 0].mean() / b[b > 0].mean(); prod(1 + r[b > 0]) − 1 over that of b.
    expect([upCapture(fund, index), downCapture(fund, index)]).toEqual([
      expect.closeTo(0.9556769829192411, 12),
      expect.closeTo(0.9838137225444606, 12),
    ]);
    expect(captureOfMeans(fund, index, up)).toBeCloseTo(0.9592668024439919, 12);
    expect(captureOfMeans(fund, index, down)).toBeCloseTo(0.984, 12);
    expect(captureOfCumulative(fund, index, up)).toBeCloseTo(0.945618894685046, 12);
    expect(captureOfCumulative(fund, index, down)).toBeCloseTo(0.9855441162471626, 12);
  });
});

describe('a hundred thousand days', () => {
  it('keep their captures, though their gains multiply past 1e308', () => {
    // Half of the days the index gains 2 %, half it loses 1 %; the fund takes half of both. 1.02^50000 is 1e430.
    const days = Array.from({ length: 100_000 }, (_, day) => (day % 2 === 0 ? 0.02 : -0.01));
    const index = series('daily', days, 'Index');
    const fund = series(
      'daily',
      days.map((value) => value / 2),
    );
    expect(upCapture(fund, index)).toBeCloseTo(0.5, 12);
    expect(downCapture(fund, index)).toBeCloseTo(0.5, 12);
    expect(captureOfMeans(fund, index, up)).toBeCloseTo(0.5, 12);
    expect(captureOfCumulative(fund, index, up)).toBeNaN();
    expect(captureOfCumulative(fund, index, down)).toBeCloseTo(1, 12);
  });
});

describe('captureOfMeans and captureOfCumulative', () => {
  const fund = series('monthly', [0.01, -0.03, 0.05, 0.7]);
  const index = series('monthly', [0.02, -0.02, 0.02, 0]);

  it('are the ratio of means and the ratio of totals in the market that is named', () => {
    expect(captureOfMeans(fund, index, up)).toBeCloseTo(0.03 / 0.02, 12);
    expect(captureOfMeans(fund, index, down)).toBeCloseTo(1.5, 12);
    expect(captureOfCumulative(fund, index, up)).toBeCloseTo((1.01 * 1.05 - 1) / (1.02 ** 2 - 1), 12);
    expect(captureOfCumulative(fund, index, down)).toBeCloseTo(1.5, 12);
  });

  it('leave a month of 0, or of rounding, out of both markets', () => {
    const almost = series('monthly', [0.02, -0.02, 0.02, 0.1 + 0.2 - 0.3]);
    for (const market of [up, down]) {
      expect(captureOfMeans(fund, almost, market)).toBe(captureOfMeans(fund, index, market));
      expect(captureOfCumulative(fund, almost, market)).toBe(captureOfCumulative(fund, index, market));
    }
  });

  it('are NaN without a period of the market', () => {
    const rising = series('monthly', [0.01, 0.02]);
    for (const statistic of [captureOfMeans, captureOfCumulative]) {
      expect(statistic(fund, rising, down)).toBeNaN();
      expect(statistic(fund, series('monthly', [0, 0, 0]), up)).toBeNaN();
      expect(statistic(fund, series('monthly', [NaN]), up)).toBeNaN();
    }
  });

  it('part ways as a record grows: half of every gain is half by means, and a vanishing share of the total', () => {
    const rise = (months: number, value: number): ReturnSeries =>
      series('monthly', new Array<number>(months).fill(value));
    const at = (months: number): [ReturnSeries, ReturnSeries] => [rise(months, 0.01), rise(months, 0.02)];
    expect(captureOfMeans(...at(240), up)).toBeCloseTo(0.5, 12);
    expect(upCapture(...at(240))).toBeCloseTo(0.5, 12);
    // Annualised, as some have it: 0.4728, though nothing but the length of a year was added.
    expect((1.01 ** 12 - 1) / (1.02 ** 12 - 1)).toBeCloseTo(0.472801154, 9);
    expect(captureOfCumulative(...at(240), up)).toBeCloseTo((1.01 ** 240 - 1) / (1.02 ** 240 - 1), 10);
    expect(captureOfCumulative(...at(240), up)).toBeLessThan(0.09);
  });
});

describe('every capture ratio', () => {
  const four = {
    upCapture,
    downCapture,
    upOfMeans: (a: ReturnSeries, b: ReturnSeries) => captureOfMeans(a, b, up),
    downOfMeans: (a: ReturnSeries, b: ReturnSeries) => captureOfMeans(a, b, down),
    upOfCumulative: (a: ReturnSeries, b: ReturnSeries) => captureOfCumulative(a, b, up),
    downOfCumulative: (a: ReturnSeries, b: ReturnSeries) => captureOfCumulative(a, b, down),
  };
  const value = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);

  it('of a series with itself is exactly 1', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const one = series('quarterly', values);
        for (const [name, statistic] of Object.entries(four)) {
          const inMarket = values.filter((each) => (name.startsWith('up') ? each > 0 : each < 0)).length;
          if (inMarket > 0) expect(statistic(one, one), name).toBe(1);
          else expect(statistic(one, one), name).toBeNaN();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not see rows where one of the two has no return, nor the other market', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 8, maxLength: 30 }), (pairs) => {
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const plain = [series('quarterly', a), series('quarterly', b)] as const;
        const padded = [series('quarterly', [NaN, 0.5, ...a]), series('quarterly', [0.3, NaN, ...b])] as const;
        for (const [name, statistic] of Object.entries(four)) {
          expect(statistic(...padded), name).toEqual(statistic(...plain));
          const sign = name.startsWith('up') ? 1 : -1;
          const masked = series(
            'quarterly',
            a.map((each, row) => (sign * b[row]! > 0 ? each : 0.9)),
          );
          expect(statistic(masked, plain[1]), name).toEqual(statistic(...plain));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what it cannot use, by name', () => {
    const one = series('monthly', [0.01, 0.02], 'One');
    expectInputError('series.invalid', ['upCapture', 'the benchmark', 'undefined'], () =>
      upCapture(one, undefined as never),
    );
    expectInputError('calendar.mismatch', ['downCapture', 'daily', 'monthly'], () =>
      downCapture(one, series('daily', [0.01], 'Days')),
    );
    expectInputError('option.missing', ['captureOfMeans', '"market"', "'up'", "'down'"], () =>
      captureOfMeans(one, one, {} as never),
    );
    expectInputError('option.type', ['captureOfMeans', 'undefined', 'market'], () =>
      captureOfMeans(one, one, undefined as never),
    );
    expectInputError('option.range', ['captureOfCumulative', '"market"', '"bull"', "'up'"], () =>
      captureOfCumulative(one, one, { market: 'bull' } as never),
    );
    expectInputError('option.unknown', ['captureOfCumulative', 'side', 'market'], () =>
      captureOfCumulative(one, one, { side: 'up' } as never),
    );
  });

  it.skipIf(!hasReference)('of HAM1 has three values, of which PerformanceAnalytics has printed two', () => {
    const [fund, index] = [reference('managers.csv', 'HAM1'), reference('managers.csv', 'SP500 TR')];
    // UpDownRatios prints 0.6346612 and 0.2076304 up to version 2.0: the ratio of means. No month of the index is 0.
    expect(captureOfMeans(fund, index, up)).toBeCloseTo(0.6346612, 7);
    expect(captureOfMeans(fund, index, down)).toBeCloseTo(0.2076304, 7);
    // Later versions take the ratio of totals, which they call the same as the annualised one. numpy: it is not near.
    expect(captureOfCumulative(fund, index, up)).toBeCloseTo(0.3215402960281888, 10);
    expect(captureOfCumulative(fund, index, down)).toBeCloseTo(0.37709934325564287, 12);
    // Geometric means, by Python's decimal numbers of 50 digits; annualised to 12 months, as empyrical does, 0.5923 and 0.2500.
    expect(upCapture(fund, index)).toBeCloseTo(0.6349525456432242, 12);
    expect(downCapture(fund, index)).toBeCloseTo(0.2135659447179269, 12);
    const [rising, falling] = [picked(fund, index, 1), picked(fund, index, -1)];
    const annualised = (values: readonly number[]): number => product(values) ** (12 / values.length) - 1;
    expect(annualised(rising.a) / annualised(rising.b)).toBeCloseTo(0.5923061765713843, 12);
    expect(annualised(falling.a) / annualised(falling.b)).toBeCloseTo(0.24999624068308715, 12);
  });

  it.skipIf(!hasReference)('of means of the other managers is what PerformanceAnalytics prints', () => {
    const index = reference('managers.csv', 'SP500 TR');
    for (const [name, rising, falling] of [
      ['HAM2', 0.66155321, 0.04392011],
      ['HAM3', 0.7913921, 0.3669345],
      ['HAM4', 0.9272348, 0.7007885],
      ['HAM5', 0.5529663, 0.3520355],
      ['HAM6', 0.8068482, 0.239775],
    ] as const) {
      const fund = reference('managers.csv', name);
      expect(captureOfMeans(fund, index, up), name).toBeCloseTo(rising, 7);
      expect(captureOfMeans(fund, index, down), name).toBeCloseTo(falling, 7);
    }
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio differs by the benchmark’s month of 0, which others call down', () => {
    const fund = reference('portfolio_bacon.csv', 'portfolio');
    const index = reference('portfolio_bacon.csv', 'benchmark');
    // By Python's decimal numbers of 50 digits; fifteen months up and eight down.
    expect(upCapture(fund, index)).toBeCloseTo(0.9556769829192405, 12);
    expect(downCapture(fund, index)).toBeCloseTo(0.9838137225444603, 12);
    expect(captureOfMeans(fund, index, up)).toBeCloseTo(0.9592668024439919, 12);
    expect(captureOfMeans(fund, index, down)).toBeCloseTo(0.984, 12);
    expect(captureOfCumulative(fund, index, up)).toBeCloseTo(0.945618894685046, 12);
    expect(captureOfCumulative(fund, index, down)).toBeCloseTo(0.9855441162471626, 12);
    // PerformanceAnalytics’ rows are those with b ≤ 0: nine months.
    const nine = picked(fund, index, -1, true);
    expect(nine.a).toHaveLength(9);
    expect(total(nine.a) / total(nine.b)).toBeCloseTo(1.02, 12);
    expect((product(nine.a) - 1) / (product(nine.b) - 1)).toBeCloseTo(1.0164563277786687, 12);
    // Annualised to 12 months, as empyrical does.
    const { a, b } = picked(fund, index, 1);
    expect((product(a) ** (12 / 15) - 1) / (product(b) ** (12 / 15) - 1)).toBeCloseTo(0.9478779356059414, 12);
  });

  it.skipIf(!hasReference)('of EDHEC’s emerging markets against its funds of funds is what numpy computes', () => {
    const fund = reference('edhec_1997_2021.csv', 'Emerging Markets');
    const index = reference('edhec_1997_2021.csv', 'Funds of Funds');
    expect(upCapture(fund, index)).toBeCloseTo(1.687850677537837, 11);
    expect(downCapture(fund, index)).toBeCloseTo(1.976496212077932, 11);
    expect(captureOfCumulative(fund, index, up)).toBeCloseTo(5.5737175951261255, 9);
    expect(captureOfMeans(fund, index, down)).toBeCloseTo(1.9436720782132921, 11);
  });
});
