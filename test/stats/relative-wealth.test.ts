import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeWealth, spread, totalReturn, wealth } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, hasReference, reference, series } from './support.js';

const pairs = fc.array(
  fc.tuple(fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.double({ min: -0.5, max: 0.5, noNaN: true })),
  { minLength: 1, maxLength: 30 },
);

describe('relativeWealth', () => {
  it('is the ratio of two wealths, from 1 at the close before: 1.5/1.25, 1.875/1.875', () => {
    const path = relativeWealth(series('annual', [0.5, 0.25]), series('annual', [0.25, 0.5], 'B'));
    expect([...path.values]).toEqual([1, 1.2, 1]);
    expect(path.dates).toEqual(['2019-12-31', '2020-12-31', '2021-12-31']);
    expect(path.length).toBe(3);
    expect([...path][1]).toEqual({ date: '2020-12-31', value: 1.2 });
  });

  it('begins where both live and ends where one does', () => {
    const short = dated('annual', ['2021-12', '2022-12'], [0.1, 0.1], 'B');
    const path = relativeWealth(series('annual', [0.5, 0.21, 0.1, 0.7]), short);
    expect(path.dates).toEqual(['2020-12-31', '2021-12-31', '2022-12-31']);
    expect(path.values[2]).toBeCloseTo(1.1, 14);
    expect(relativeWealth(series('annual', [0.5]), short).length).toBe(0);
  });

  it('is NaN from a row on that either misses, and after the benchmark lost all', () => {
    const one = series('annual', [0.5, 0.5, 0.5]);
    expect([...relativeWealth(one, series('annual', [0.5, NaN, 0.5])).values]).toEqual([1, 1, NaN, NaN]);
    expect([...relativeWealth(one, series('annual', [0.5, -1, 0.5])).values]).toEqual([1, 1, NaN, NaN]);
    expect([...relativeWealth(series('annual', [-1, 0.5]), one).values]).toEqual([1, 0, 0]);
  });

  it('against itself is 1 throughout, and the other way round the reciprocal', () => {
    fc.assert(
      fc.property(pairs, (both) => {
        const a = series(
          'monthly',
          both.map(([value]) => value),
        );
        const b = series(
          'monthly',
          both.map(([, value]) => value),
          'B',
        );
        expect([...relativeWealth(a, a).values].every((value) => value === 1)).toBe(true);
        const back = relativeWealth(b, a).values;
        relativeWealth(a, b).values.forEach((value, point) => {
          expect(value * back[point]!).toBeCloseTo(1, 12);
          expect(value).toBeCloseTo(wealth(a)[point]! / wealth(b)[point]!, 11);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('shows its ends, keeps NaN out of JSON, and refuses other frequencies', () => {
    const many = series('monthly', new Array<number>(30).fill(0.01));
    expect(String(relativeWealth(many, many))).toContain('… 19 more');
    expect(String(relativeWealth(many, many))).toContain('A over A, wealth');
    const gap = relativeWealth(series('annual', [0.1, 0.1]), series('annual', [-1, 0.1]));
    expect((JSON.parse(JSON.stringify(gap)) as { values: unknown }).values).toEqual([1, null, null]);
    expectInputError('calendar.mismatch', ['relativeWealth'], () => relativeWealth(many, series('annual', [0.1])));
    expectInputError('series.invalid', ['relativeWealth', 'the benchmark'], () => relativeWealth(many, 1 as never));
  });
});

describe('spread', () => {
  it('has three meanings: 125 % against 50 % in two years is 75 points, half as much again, 27.5 % a year', () => {
    const found = spread(series('annual', [0.5, 0.5]), series('annual', [0.2, 0.25], 'B'));
    expect(found).toMatchObject({ name: 'A', benchmark: 'B', from: '2019-12-31', to: '2021-12-31', periods: 2 });
    expect(found.totalReturn).toBeCloseTo(1.25, 14);
    expect(found.benchmarkTotalReturn).toBeCloseTo(0.5, 14);
    expect(found.differenceOfTotals).toBeCloseTo(0.75, 14);
    expect(found.relativeGain).toBeCloseTo(0.5, 14);
    expect(found.annualisedDifference).toBeCloseTo(0.5 - (Math.sqrt(1.5) - 1), 14);
  });

  it('tells “130 % in a decade” apart: 240 % against 110 % is 130 points, 61.9 % more wealth and 5.3 % a year', () => {
    const decade = (total: number, name: string) =>
      series('annual', new Array<number>(10).fill((1 + total) ** 0.1 - 1), name);
    const found = spread(decade(2.4, 'A'), decade(1.1, 'B'));
    expect(found.differenceOfTotals).toBeCloseTo(1.3, 12);
    expect(found.relativeGain).toBeCloseTo(3.4 / 2.1 - 1, 12);
    expect(found.annualisedDifference).toBeCloseTo(3.4 ** 0.1 - 2.1 ** 0.1, 12);
    expect(String(found)).toMatch(/Difference of totals\s+130\.00 pts/);
    expect(String(found)).toMatch(/Relative gain.*\s+61\.90 %/);
  });

  it('compares one time only: rows that one of them lacks at either end are left out, holes make it NaN', () => {
    const late = series('annual', [NaN, 0.1, 0.2]);
    const found = spread(series('annual', [5, 0.2, 0.2]), late);
    expect(found.periods).toBe(2);
    expect(found.totalReturn).toBeCloseTo(0.44, 14);
    const hole = spread(series('annual', [0.1, 0.1, 0.1]), series('annual', [0.1, NaN, 0.1]));
    expect([hole.totalReturn, hole.differenceOfTotals, hole.relativeGain, hole.cagr]).toEqual([NaN, NaN, NaN, NaN]);
    const none = spread(series('annual', [0.1, NaN]), series('annual', [NaN, 0.1]));
    expect(none).toMatchObject({ from: null, to: null, periods: 0, differenceOfTotals: NaN });
  });

  it('annualises nothing under one year', () => {
    const found = spread(series('monthly', [0.1]), series('monthly', [0.05]));
    expect(found.annualisedDifference).toBeNaN();
    expect(found.differenceOfTotals).toBeCloseTo(0.05, 14);
  });

  it('against itself is 0 in all meanings, the other way round the negative, and the end of the path of relative wealth', () => {
    fc.assert(
      fc.property(pairs, (both) => {
        const a = series(
          'annual',
          both.map(([value]) => value),
        );
        const b = series(
          'annual',
          both.map(([, value]) => value),
          'B',
        );
        const self = spread(a, a);
        expect([self.differenceOfTotals, self.relativeGain, self.annualisedDifference]).toEqual([0, 0, 0]);
        const [there, back] = [spread(a, b), spread(b, a)];
        expect(there.differenceOfTotals + back.differenceOfTotals).toBeCloseTo(0, 12);
        expect(there.annualisedDifference + back.annualisedDifference).toBeCloseTo(0, 12);
        expect(there.differenceOfTotals).toBeCloseTo(totalReturn(a) - totalReturn(b), 12);
        expect(there.relativeGain).toBeCloseTo(relativeWealth(a, b).values.at(-1)! - 1, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what is no series and other frequencies', () => {
    expectInputError('series.invalid', ['spread', 'the series'], () => spread([] as never, series('annual', [0.1])));
    expectInputError('calendar.mismatch', ['spread'], () => spread(series('monthly', [0.1]), series('annual', [0.1])));
  });

  it.skipIf(!hasReference)('of Bacon’s portfolio is what numpy computes', () => {
    const found = spread(reference('portfolio_bacon.csv', 'portfolio'), reference('portfolio_bacon.csv', 'benchmark'));
    expect(found.differenceOfTotals).toBeCloseTo(0.218105767220917 - 0.24988686181247988, 13);
    expect(found.relativeGain).toBeCloseTo(-0.025427177101035037, 13);
    expect(found.annualisedDifference).toBeCloseTo(0.10367828972980941 - 0.11798339066932462, 13);
  });
});
