import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnSeries } from '../../src/panel/index.js';
import type { Frequency } from '../../src/time/index.js';
import {
  alpha,
  annualReturns,
  beta,
  cagr,
  cagrByPeriods,
  calmarRatio,
  correlation,
  downsideDeviation,
  drawdowns,
  hitCounts,
  informationRatio,
  marRatio,
  maxDrawdown,
  sharpeRatio,
  sortinoRatio,
  summarize,
  totalReturn,
  trackingError,
  volatility,
  wealth,
  yearsOf,
} from '../../src/stats/index.js';
import { dated, datesOf, series } from './support.js';

const single = {
  cagr,
  cagrByPeriods,
  calmarRatio,
  downsideDeviation,
  marRatio,
  maxDrawdown,
  sharpeRatio,
  sortinoRatio,
  totalReturn,
  volatility,
  yearsOf,
  wealth: (one: ReturnSeries): number[] => [...wealth(one)],
  drawdowns,
  annualReturns,
};
const paired = { alpha, beta, correlation, hitCounts, informationRatio, trackingError };

// Thousandths, so that no two returns differ by rounding alone.
const aReturn = fc.integer({ min: -200, max: 200 }).map((thousandths) => thousandths / 1000);
const returns = (minLength: number): fc.Arbitrary<number[]> => fc.array(aReturn, { minLength, maxLength: 50 });
const frequency = fc.constantFrom<Frequency>('daily', 'weekly', 'monthly', 'quarterly', 'annual');
const gap = fc.integer({ min: 0, max: 15 });
const missing = (count: number): number[] => new Array<number>(count).fill(NaN);
const runs = { numRuns: 60 };

describe('what must not matter does not', () => {
  it('missing rows before the first and after the last return change no statistic', () => {
    fc.assert(
      fc.property(frequency, returns(1), gap, gap, (often, values, before, after) => {
        const padded = series(often, [...missing(before), ...values, ...missing(after)]);
        const dates = datesOf(often, before + values.length);
        // The same rows alone, with the row before them as base.
        const bare = dated(often, before === 0 ? dates : dates.slice(before), values);
        for (const [name, statistic] of Object.entries(single))
          expect(statistic(padded), name).toEqual(statistic(bare));
        expect(summarize(padded)).toEqual(summarize(bare));
      }),
      runs,
    );
  });

  it('missing rows in one of two series leave the rows that both have', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(aReturn, aReturn), { minLength: 1, maxLength: 30 }), gap, (pairs, before) => {
        const a = pairs.map(([one]) => one);
        const b = pairs.map(([, other]) => other);
        const dates = datesOf('monthly', before + a.length);
        const longer = dated('monthly', dates, [...new Array<number>(before).fill(0.1), ...b], 'B');
        const bare = dates.slice(before);
        for (const [name, statistic] of Object.entries(paired)) {
          expect(statistic(dated('monthly', bare, a), longer), name).toEqual(
            statistic(dated('monthly', bare, a), dated('monthly', bare, b, 'B')),
          );
        }
      }),
      runs,
    );
  });

  it('no statistic writes into its input', () => {
    const one = series('monthly', [0.01, NaN, 0.03, -0.2, 0.5]);
    const before = [...one.values];
    for (const statistic of [volatility, sharpeRatio, sortinoRatio, maxDrawdown, cagr, summarize]) statistic(one);
    for (const statistic of Object.values(paired)) statistic(one, one);
    expect([...one.values]).toEqual(before);
  });
});

describe('what scales', () => {
  it('the Sharpe and Sortino ratios do not change with leverage where cash earns nothing', () => {
    fc.assert(
      fc.property(returns(2), fc.double({ min: 0.1, max: 3, noNaN: true }), (values, leverage) => {
        const [one, levered] = [
          series('monthly', values),
          series(
            'monthly',
            values.map((value) => (value * leverage) / 4),
          ),
        ];
        for (const statistic of [sharpeRatio, sortinoRatio]) {
          const [plain, more] = [statistic(one), statistic(levered)];
          if (Number.isNaN(plain)) expect(more).toBeNaN();
          else expect(Math.abs(more - plain)).toBeLessThan(1e-8 * Math.max(1, Math.abs(plain)));
        }
        expect(volatility(levered)).toBeCloseTo((volatility(one) * leverage) / 4, 12);
      }),
      runs,
    );
  });

  it('of a series against itself: beta 1, alpha 0, tracking error 0, no information ratio, all ties', () => {
    fc.assert(
      fc.property(returns(2), (values) => {
        const one = series('monthly', values);
        fc.pre(volatility(one) > 0);
        expect(beta(one, one)).toBeCloseTo(1, 10);
        expect(alpha(one, one)).toBeCloseTo(0, 10);
        expect(correlation(one, one)).toBeCloseTo(1, 10);
        expect(trackingError(one, one)).toBe(0);
        expect(informationRatio(one, one)).toBeNaN();
        expect(hitCounts(one, one)).toEqual({ wins: 0, ties: values.length, losses: 0, periods: values.length });
      }),
      runs,
    );
  });

  it('a leveraged benchmark has its leverage for beta and no alpha', () => {
    fc.assert(
      fc.property(returns(2), (values) => {
        const one = series('monthly', values);
        fc.pre(volatility(one) > 0);
        const half = series(
          'monthly',
          values.map((value) => value / 2),
        );
        expect(beta(half, one)).toBeCloseTo(0.5, 10);
        expect(alpha(half, one)).toBeCloseTo(0, 10);
        expect(correlation(half, one)).toBeCloseTo(1, 10);
      }),
      runs,
    );
  });

  it('the volatility and the mean of ten years of independent days agree with those of their 21-day months', () => {
    // Deterministic noise; 2520 days of mean 0.0004 and sd about 0.01 against 120 months of 21 days.
    let seed = 12345;
    const uniform = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    const days = Array.from({ length: 2520 }, () => 0.0004 + 0.0346 * (uniform() - 0.5));
    const months = Array.from(
      { length: 120 },
      (_, month) => days.slice(month * 21, month * 21 + 21).reduce((growth, value) => growth * (1 + value), 1) - 1,
    );
    const [daily, monthly] = [series('daily', days), series('monthly', months)];
    expect(Math.abs(sharpeRatio(daily) - sharpeRatio(monthly))).toBeLessThan(0.15);
    expect(Math.abs(volatility(daily) / volatility(monthly) - 1)).toBeLessThan(0.15);
    expect(totalReturn(daily)).toBeCloseTo(totalReturn(monthly), 10);
  });
});

describe('what is undefined is NaN', () => {
  it('never ±Infinity, on any series', () => {
    const value = fc.oneof(aReturn, fc.constantFrom(0, 0.01, -1, NaN));
    fc.assert(
      fc.property(frequency, fc.array(value, { minLength: 1, maxLength: 40 }), (often, values) => {
        const one = series(often, values);
        for (const [name, statistic] of Object.entries(single)) {
          if (name === 'drawdowns') continue; // refuses holes
          expect([statistic(one)].flat().map(Number).map(Math.abs), name).not.toContain(Infinity);
        }
        for (const [name, statistic] of Object.entries(paired))
          expect(Math.abs(Number(statistic(one, one))), name).not.toBe(Infinity);
      }),
      runs,
    );
  });
});
