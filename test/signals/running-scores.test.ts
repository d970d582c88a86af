import {
  expandingPercentile,
  percentile,
  quantile,
  valuationSignal,
  zScore,
  type IsoDate,
  type Observation,
  type RunningWindow,
} from 'backtilt';
import { shiller, valueSpread } from 'backtilt/data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const observed = (...values: readonly number[]): Observation[] =>
  values.map((value, index) => ({ knownOn: `${2000 + index}-01-31` as IsoDate, value }));
const valuesOf = ({ observations }: { readonly observations: readonly Observation[] }): number[] =>
  observations.map(({ value }) => value);
const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 40 });

describe('the percentile among the latest values', () => {
  it('forgets what is older than the window', () => {
    // Of {1, 9, 5}: 1 of 2 below. Of {9, 5, 7}: 1 of 2. Of {5, 7, 6}: 1 of 2. Of {7, 6, 9}: 2 of 2.
    expect(valuesOf(percentile(observed(1, 9, 5, 7, 6, 9), { window: 3 }))).toEqual([0.5, 0.5, 0.5, 1]);
  });

  it('answers as soon as there are enough values, which then are fewer than the window', () => {
    const { observations } = percentile(observed(1, 2, 0, 3), { window: 3, minObservations: 2, lagDays: 1 });
    expect(observations).toEqual([
      { knownOn: '2001-02-01', value: 1 },
      { knownOn: '2002-02-01', value: 0 },
      { knownOn: '2003-02-01', value: 1 },
    ]);
  });

  it('passes over missing values, which take no place in the window', () => {
    expect(valuesOf(percentile(observed(1, NaN, 3, 2, NaN), { window: 2 }))).toEqual([1, 0, NaN]);
  });

  it('expanding is expandingPercentile', () => {
    const { cape } = shiller();
    const both = [
      percentile(cape, { window: 'expanding', minObservations: 120 }),
      expandingPercentile(cape, { minObservations: 120 }),
    ];
    expect(both[0]).toEqual(both[1]);
  });

  it('is the inverse of the quantile of its window, as the slow way has it', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 6 }), (all, window) => {
        const ranks = valuesOf(percentile(observed(...all), { window, minObservations: 2 }));
        ranks.forEach((rank, index) => {
          const known = all.slice(Math.max(0, index + 2 - window), index + 2);
          const below = known.filter((one) => one < known.at(-1)!).length;
          const equal = known.filter((one) => one === known.at(-1)!).length;
          expect(rank).toBe((below + (equal - 1) / 2) / (known.length - 1));
          expect(quantile(known, rank)).toBeCloseTo(known.at(-1)!, 10);
        });
      }),
    );
  });
});

describe('the z-score', () => {
  it('is the distance from the mean in sample standard deviations', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32, sample deviation √(32 / 7).
    const textbook = observed(2, 4, 4, 4, 5, 5, 7, 9);
    expect(valuesOf(zScore(textbook, { window: 8 }))[0]).toBeCloseTo(4 / Math.sqrt(32 / 7), 14);
    expect(valuesOf(zScore(textbook, { window: 'expanding', minObservations: 8 }))[0]).toBeCloseTo(
      4 / Math.sqrt(32 / 7),
      14,
    );
    // Of two values: half their difference over difference / √2.
    expect(valuesOf(zScore(textbook, { window: 2 })).at(-1)).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it('is NaN where all values are equal, also such as no binary fraction holds', () => {
    expect(valuesOf(zScore(observed(0.1, 0.1, 0.1, 0.1), { window: 3 }))).toEqual([NaN, NaN]);
    expect(valuesOf(zScore(observed(0.1, 0.1, 0.1), { window: 'expanding', minObservations: 2 }))).toEqual([NaN, NaN]);
  });

  it('agrees with the slow way, trailing and expanding, and does not change when all is moved and stretched', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 6 }), fc.boolean(), (all, size, isTrailing) => {
        const window: RunningWindow = isTrailing
          ? { window: size, minObservations: 2 }
          : { window: 'expanding', minObservations: 2 };
        const scores = valuesOf(zScore(observed(...all), window));
        const moved = valuesOf(zScore(observed(...all.map((one) => 3 * one + 7)), window));
        scores.forEach((score, index) => {
          const known = all.slice(isTrailing ? Math.max(0, index + 2 - size) : 0, index + 2);
          const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
          const variance = known.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (known.length - 1);
          if (variance === 0 || new Set(known).size === 1) expect(score).toBeNaN();
          else expect(score).toBeCloseTo((known.at(-1)! - mean) / Math.sqrt(variance), 10);
          if (!Number.isNaN(score)) expect(moved[index]).toBeCloseTo(score, 9);
        });
      }),
    );
  });

  it('keeps small variation on a large level', () => {
    // 10⁹ + 1, 2, 4: mean 7/3, squares 14/3, (4 − 7/3) / √(7/3).
    const [score] = valuesOf(zScore(observed(1e9 + 1, 1e9 + 2, 1e9 + 4), { window: 3 }));
    expect(score).toBeCloseTo(5 / 3 / Math.sqrt(7 / 3), 7);
  });

  it('passes over missing values', () => {
    expect(valuesOf(zScore(observed(1, NaN, 3, NaN), { window: 2 })).map((one) => +one.toFixed(4))).toEqual([
      0.7071,
      NaN,
    ]);
  });
});

describe('a valuation signal', () => {
  it('is the percentile or the score, known as late as is said', () => {
    const figures = observed(1, 3, 2);
    const late = { lagDays: 90, window: 2 } as const;
    expect(valuationSignal(figures, { ...late, measure: 'percentile' }).observations).toEqual(
      percentile(figures, late).observations,
    );
    expect(valuationSignal(figures, { ...late, measure: 'zScore' }).observations).toEqual(
      zScore(figures, late).observations,
    );
    // 31 January 2001 and 90 days: 28 + 31 + 30 = 89 to 30 April, 1 May is the 90th.
    expect(valuationSignal(figures, { ...late, measure: 'zScore' }).observations[0]!.knownOn).toBe('2001-05-01');
  });

  it('of the small firms’ book-to-market over that of the big ones begins with ten years and agrees with a count', () => {
    const { smallOverBig } = valueSpread();
    const signal = valuationSignal(smallOverBig, {
      lagDays: 0,
      window: 'expanding',
      minObservations: 120,
      measure: 'percentile',
    });
    // July 1926 and 119 months.
    expect(signal.observations[0]!.knownOn).toBe('1936-06-30');
    const all = smallOverBig.observations.map(({ value }) => value);
    const below = all.filter((value) => value < all.at(-1)!).length;
    const equal = all.filter((value) => value === all.at(-1)!).length;
    expect(signal.observations.at(-1)!.value).toBe((below + (equal - 1) / 2) / (all.length - 1));
    expect(signal).toMatchObject({
      usesHindsight: false,
      source: smallOverBig.source,
      unit: 'fraction of its history, 0 to 1',
    });
  });

  it('has no default for the time of publication', () => {
    expectInputError('option.type', ['valuationSignal', '"lagDays"', 'undefined'], () =>
      valuationSignal(observed(1, 2), { window: 2, measure: 'zScore' } as never),
    );
    expectInputError('option.range', ['"measure"', '"rank"'], () =>
      valuationSignal(observed(1, 2), { window: 2, lagDays: 0, measure: 'rank' } as never),
    );
  });
});

describe('a running window is refused', () => {
  it.each([
    [{}, 'option.type', ['"window"', 'undefined']],
    [{ window: 'all' }, 'option.range', ['"window"', '"all"', "'expanding'"]],
    [{ window: 1 }, 'option.range', ['"window"', '1', '2 or more']],
    [{ window: 'expanding' }, 'option.missing', ['"minObservations"', 'expanding']],
    [{ window: 3, minObservations: 4 }, 'option.range', ['"minObservations"', '4', '2 to 3']],
    [{ window: 3, lagDays: 0.5 }, 'option.range', ['"lagDays"', '0.5']],
    [{ window: 3, minPeriods: 2 }, 'option.unknown', ['"minPeriods"']],
  ] as const)('%j', (options, code, facts) => {
    for (const signal of [percentile, zScore]) {
      expectInputError(code, [signal.name, ...facts], () => signal(observed(1, 2, 3), options as never));
    }
  });
});
