import fc from 'fast-check';
import {
  applyScreens,
  atLeast,
  bottomFraction,
  compositeRank,
  topCount,
  topFraction,
  weighBy,
  type CompositeRank,
  type RankPart,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { chosen, weightsOf } from './chosen.js';
import { madeView, twelve } from './made-view.js';

const large = (field: string, weight?: number): RankPart =>
  weight === undefined ? { field, best: 'largest' } : { field, best: 'largest', weight };
const small = (field: string): RankPart => ({ field, best: 'smallest' });

/** The scores themselves, told by weighing with them: a weight is a score divided by the sum of all, and n scores sum to n/2. */
function scores(fields: Record<string, readonly (number | null)[]>, rank: CompositeRank): number[] {
  const weights = Object.values(weightsOf(madeView(fields), [], weighBy(rank)));
  return weights.map((weight) => (weight * weights.length) / 2);
}
const near = (found: readonly number[], expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index]!, 12);
  });
};

describe('a composite rank is the weighted mean of percentile ranks (rank − 0.5)/n', () => {
  it('of one field it is the percentile rank: the worst of four scores 0.5/4, the best 3.5/4', () => {
    near(scores({ x: [10, -5, 1e9, 0] }, compositeRank([large('x')])), [2.5 / 4, 0.5 / 4, 3.5 / 4, 1.5 / 4]);
  });

  it('with best: smallest the order turns round', () => {
    near(scores({ x: [10, -5, 1e9, 0] }, compositeRank([small('x')])), [1.5 / 4, 3.5 / 4, 0.5 / 4, 2.5 / 4]);
  });

  it('equal values share the mean of their ranks, from either end', () => {
    // 5, 5, 5 take up ranks 2, 3 and 4 of five: 3 each. From the other end they take up the same.
    near(scores({ x: [5, 9, 5, 1, 5] }, compositeRank([large('x')])), [2.5 / 5, 4.5 / 5, 2.5 / 5, 0.5 / 5, 2.5 / 5]);
    near(scores({ x: [5, 9, 5, 1, 5] }, compositeRank([small('x')])), [2.5 / 5, 0.5 / 5, 2.5 / 5, 4.5 / 5, 2.5 / 5]);
    near(scores({ x: [7, 7, 7] }, compositeRank([large('x')])), [0.5, 0.5, 0.5]);
    near(scores({ x: [0, -0, 1] }, compositeRank([large('x')])), [1 / 3, 1 / 3, 2.5 / 3]);
  });

  it('of two fields it is their mean, in proportion to the weights', () => {
    // a ranks 1 2 3, b from the smallest ranks 2 1 3 → percentiles (.5 1.5 2.5)/3 and (1.5 .5 2.5)/3.
    const fields = { a: [1, 2, 3], b: [20, 30, 10] };
    near(scores(fields, compositeRank([large('a'), small('b')])), [1 / 3, 1 / 3, 2.5 / 3]);
    near(scores(fields, compositeRank([large('a', 3), { field: 'b', best: 'smallest', weight: 1 }])), [
      (3 * 0.5 + 1.5) / 12,
      (3 * 1.5 + 0.5) / 12,
      10 / 12,
    ]);
  });

  it('agrees with scipy on twelve stocks with ties', () => {
    // scipy 1.17: (1·(rankdata(value) − .5) + 2·(rankdata(profitability) − .5)) / (3·12).
    near(
      scores(twelve, compositeRank([large('value'), large('profitability', 2)])),
      [
        0.638888888889, 0.277777777778, 0.333333333333, 0.722222222222, 0.319444444444, 0.375, 0.680555555556,
        0.305555555556, 0.569444444444, 0.430555555556, 0.722222222222, 0.625,
      ],
    );
  });

  it('ranks numbers as numbers, not as text', () => {
    // As text "-0.05" < "-0.1" < "10" < "1e-7" < "9".
    near(scores({ x: [-0.1, 1e-7, -0.05, 10, 9] }, compositeRank([large('x')])), [0.1, 0.5, 0.3, 0.9, 0.7]);
  });

  it('ranks only the eligible: a name without one of the fields has no rank and takes none', () => {
    const view = madeView({ a: [1, null, 3, 4], b: [4, 9, null, 2] });
    // S0 and S3 are left: a ranks 1 2, b ranks 2 1; both score (0.5 + 1.5)/(2·2) = 0.5.
    expect(weightsOf(view, [], weighBy(compositeRank([large('a'), large('b')])))).toEqual({ S0: 0.5, S3: 0.5 });
  });

  it('the only name there scores 0.5', () => {
    expect(chosen(madeView({ x: [-3] }), atLeast(compositeRank([large('x')]), 0.5))).toBe('S0');
    expect(chosen(madeView({ x: [-3] }), atLeast(compositeRank([large('x')]), 0.51))).toBe('');
  });

  it('nobody there is nothing held, not an error', () => {
    const rank = compositeRank([large('x')]);
    for (const screen of [topFraction(rank, 0.2), topCount(rank, 3), atLeast(rank, 0)]) {
      expect(applyScreens(madeView({ x: [null, null] }), [screen], weighBy(rank))).toEqual({
        members: [],
        weights: [],
      });
      expect(applyScreens(madeView({ x: [] }), [screen], weighBy('equal'))).toEqual({ members: [], weights: [] });
    }
  });
});

describe('a composite rank stands where a field stands', () => {
  const rank = compositeRank([large('value'), large('profitability', 2)]);

  it('in topFraction: the names at or above the quantile of the scores, as numpy has it', () => {
    // numpy 2.4: quantile(scores, .7) = 0.63472…, reached by S0 (23/36), S3 and S10 (26/36 both), S6 (24.5/36).
    expect(chosen(madeView(twelve), topFraction(rank, 0.3))).toBe('S0 S3 S6 S10');
  });

  it('names of equal score are kept together, although their ranks differ', () => {
    // S3: 3 + 2·11.5 = 26; S10: 9 + 2·8.5 = 26. The best one and its equal.
    expect(chosen(madeView(twelve), topFraction(rank, 0))).toBe('S3 S10');
  });

  it('ranks what the screens before it have left', () => {
    const view = madeView({ size: [1, 2, 3, 9, 9, 9], value: [1, 2, 3, 4, 5, 6] });
    const byValue = compositeRank([large('value')]);
    // Of the smaller half, S0 S1 S2, only S2 scores 2.5/3. Among all six it would score 2.5/6, and nobody in the half reached 0.8.
    expect(chosen(view, bottomFraction('size', 0.4), atLeast(byValue, 0.8))).toBe('S2');
    expect(chosen(view, atLeast(byValue, 0.8), bottomFraction('size', 1))).toBe('S5');
  });

  it('and weighs in proportion to the score', () => {
    const view = madeView({ x: [1, 2, 3, 4] });
    // Scores .5, 1.5, 2.5, 3.5 of 8.
    expect(weightsOf(view, [], weighBy(compositeRank([large('x')])))).toEqual({
      S0: 0.0625,
      S1: 0.1875,
      S2: 0.3125,
      S3: 0.4375,
    });
  });
});

describe('properties of composite ranks', () => {
  const column = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 25 });

  it('a change of units changes nothing: any rising function of a field gives the same scores to the last bit', () => {
    fc.assert(
      fc.property(column, (x) => {
        const y = x.map((_, index) => (index * 7) % 5);
        const rank = compositeRank([large('x'), large('y')]);
        const weighed = (values: readonly number[]): unknown =>
          weightsOf(madeView({ x: values, y }), [], weighBy(rank));
        expect(weighed(x.map((value) => Math.exp(value) - 3))).toEqual(weighed(x));
      }),
    );
  });

  it('the order of the assets does not matter', () => {
    fc.assert(
      fc.property(column, (x) => {
        const rank = compositeRank([small('x')]);
        const names = x.map((_, index) => `N${index}`);
        const forth = weightsOf(madeView({ x }, {}, names), [topCount(rank, 4)], weighBy(rank));
        const back = weightsOf(
          madeView({ x: x.toReversed() }, {}, names.toReversed()),
          [topCount(rank, 4)],
          weighBy(rank),
        );
        expect(Object.keys(back).sort()).toEqual(Object.keys(forth).sort());
        for (const name of Object.keys(forth)) expect(back[name]).toBeCloseTo(forth[name]!, 14);
      }),
    );
  });

  it('the fields of a view stay as they were', () => {
    const x = Float64Array.from([3, 1, 2]);
    const view = { ...madeView({ x: [0, 0, 0] }), field: () => x };
    applyScreens(view, [topFraction(compositeRank([large('x')]), 0.5)], weighBy('equal'));
    expect([...x]).toEqual([3, 1, 2]);
  });
});

describe('a composite rank is plain data', () => {
  it('that is frozen, prints, and may be written by hand, with or without its weights', () => {
    const rank = compositeRank([
      { field: 'a', best: 'largest' },
      { field: 'b', best: 'smallest', weight: 2 },
    ]);
    const written = {
      kind: 'compositeRank',
      parts: [
        { field: 'a', best: 'largest', weight: 1 },
        { field: 'b', best: 'smallest', weight: 2 },
      ],
    };
    expect(JSON.parse(JSON.stringify(rank))).toEqual(written);
    expect(
      Object.isFrozen(rank) && Object.isFrozen(rank.parts) && rank.parts.every((part) => Object.isFrozen(part)),
    ).toBe(true);
    const byHand: CompositeRank = {
      kind: 'compositeRank',
      parts: [
        { field: 'a', best: 'largest' },
        { field: 'b', best: 'smallest', weight: 2 },
      ],
    };
    const view = madeView({ a: [1, 2, 3], b: [3, 1, 2] });
    expect(weightsOf(view, [], weighBy(byHand))).toEqual(weightsOf(view, [], weighBy(rank)));
  });

  const wrong = (part: unknown) => () => compositeRank([part as RankPart]);
  it.each([
    ['no fields', () => compositeRank([]), 'option.type', ['compositeRank', 'at least one']],
    ['a field without a list', () => compositeRank('x' as never), 'option.type', ['"x"']],
    ['names in the list', wrong('value'), 'option.type', ['"value"', 'field']],
    ['no end that is good', wrong({ field: 'x' }), 'option.range', ['"x"', "'largest', 'smallest'"]],
    ['another end', wrong({ field: 'x', best: 'high' }), 'option.range', ['"high"']],
    [
      'a weight of 0',
      wrong({ field: 'x', best: 'largest', weight: 0 }),
      'option.range',
      ['0', 'above 0', 'Leave the field out'],
    ],
    ['a negative weight', wrong({ field: 'x', best: 'largest', weight: -1 }), 'option.range', ['-1', 'above 0']],
    ['a weight of NaN', wrong({ field: 'x', best: 'largest', weight: NaN }), 'option.type', ['NaN', 'above 0']],
    ['a misspelt option', wrong({ field: 'x', best: 'largest', wieght: 2 }), 'option.unknown', ['"wieght"', 'weight']],
    ['a field twice', () => compositeRank([large('x'), small('x')]), 'screen.invalid', ['"x"', 'twice', 'weight']],
    [
      'a bad one in a screen',
      () => topFraction({ kind: 'compositeRank', parts: [] }, 0.2),
      'option.type',
      ['at least one'],
    ],
    ['a bad one in a weighting', () => weighBy({ kind: 'compositeRank', parts: [] }), 'option.type', ['at least one']],
  ] as const)('refuses %s', (_, act, code, facts) => {
    expectInputError(code, facts, act);
  });
});
