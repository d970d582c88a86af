import { expandingPercentile, quantile, type IsoDate, type Observation } from 'backtilt';
import { shiller } from 'backtilt/data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const observed = (...values: readonly number[]): Observation[] =>
  values.map((value, index) => ({ knownOn: `${2000 + index}-01-31` as IsoDate, value }));
const percentiles = (values: readonly number[], minObservations = 2): number[] =>
  expandingPercentile(observed(...values), { minObservations }).observations.map(({ value }) => value);

describe('the percentile of an expanding window', () => {
  it('counts what lies below among all up to the day', () => {
    // 20 of {10, 20}: 1 of 1 below. 5 of 3: 0 of 2. 15 of {5, 10, 15, 20}: 2 of 3. 30: 4 of 4.
    expect(percentiles([10, 20, 5, 15, 30])).toEqual([1, 0, 2 / 3, 1]);
  });

  it.each([
    [2, 0.333],
    [4, 0.556],
    [8, 0.667],
  ])('of %d among ten numbers is %d, as the published example of PERCENTRANK.INC has it', (value, rank) => {
    const others = [13, 12, 11, 8, 4, 3, 2, 1, 1, 1].filter((one) => one !== value);
    expect(percentiles([...others, value]).at(-1)).toBeCloseTo(rank, 3);
  });

  it('gives equal values the middle of their places', () => {
    // Three equal ones take the places 0, 1 and 2 of 0 to 3: the middle is 1, and 1 of 3.
    expect(percentiles([7, 7, 7])).toEqual([0.5, 0.5]);
    expect(percentiles([7, 9, 7, 7]).at(-1)).toBeCloseTo(1 / 3, 15);
  });

  it('is the inverse of the quantile, and what came later changes nothing', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, (all) => {
        const ranks = percentiles(all);
        ranks.forEach((rank, index) => {
          const known = all.slice(0, index + 2);
          expect(percentiles(known).at(-1)).toBe(rank);
          expect(quantile(known, rank)).toBeCloseTo(known.at(-1)!, 10);
          // The slow way.
          const below = known.filter((value) => value < known.at(-1)!).length;
          const equal = known.filter((value) => value === known.at(-1)!).length;
          expect(rank).toBe((below + (equal - 1) / 2) / (known.length - 1));
        });
      }),
    );
  });

  it('begins when there are enough values, on the day of the last of them', () => {
    const { observations } = expandingPercentile(observed(1, 2, 3, 4, 5), { minObservations: 4 });
    expect(observations).toEqual([
      { knownOn: '2003-01-31', value: 1 },
      { knownOn: '2004-01-31', value: 1 },
    ]);
    expect(percentiles([1, 2], 3)).toEqual([]);
  });

  it('is known as late as its observation and the lag', () => {
    const { observations } = expandingPercentile(observed(1, 2), { minObservations: 2, lagDays: 29 });
    // 31 January 2001 and 29 days: 28 February is the 28th of them.
    expect(observations[0]!.knownOn).toBe('2001-03-01');
  });

  it('of a missing value is missing, and it is not counted', () => {
    expect(percentiles([NaN, 1, 3, NaN, 2])).toEqual([1, NaN, 0.5]);
  });

  it('keeps what its series is, and its mark of hindsight', () => {
    const { cape } = shiller();
    const rank = expandingPercentile(cape, { minObservations: 120 });
    expect(rank).toMatchObject({ name: `percentile of ${cape.name}`, usesHindsight: false, source: cape.source });
    expect(rank.observations).toHaveLength(cape.observations.length - 119);
    const marked = { name: 'x', unit: 'ratio', usesHindsight: true, observations: observed(1, 2) };
    expect(expandingPercentile(marked, { minObservations: 2 }).usesHindsight).toBe(true);
    expect(Object.isFrozen(rank.observations[0])).toBe(true);
  });

  it.each([
    [observed(1, 2), { minObservations: 1 }, 'option.range', ['"minObservations"', '1', '2 or more']],
    [observed(1, 2), {}, 'option.type', ['"minObservations"', 'undefined']],
    [observed(1, 2), { minObservations: 2, lagDays: -1 }, 'option.range', ['"lagDays"', '-1']],
    [observed(1, 2), { minObservations: 2, lag: 1 }, 'option.unknown', ['"lag"', 'Did you mean lagDays?']],
    [observed(1, 2).reverse(), { minObservations: 2 }, 'observation.order', ['observation 1', '2000-01-31']],
    [[{ value: 1 }], { minObservations: 2 }, 'observation.invalid', ['observation 0', 'knownOn']],
    [observed(1, Infinity), { minObservations: 2 }, 'observation.invalid', ['2001-01-31', 'Infinity']],
    [undefined, { minObservations: 2 }, 'observation.invalid', ['undefined', 'knownOn']],
  ] as const)('refuses %j with %j', (series, options, code, facts) => {
    expectInputError(code, facts, () => expandingPercentile(series as never, options as never));
  });
});
