import {
  applyScreens,
  compositeRank,
  screenedPortfolio,
  monthly,
  topFraction,
  weighByRank,
  type RankOptions,
  type Weighting,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { weightsOf } from './chosen.js';
import { madeView, twelve } from './made-view.js';

const largest = { best: 'largest' } as const;
const smallest = { best: 'smallest' } as const;

describe('weighByRank gives the best of n names n shares, the next n − 1, the worst 1', () => {
  it('so of four names 4/10, 3/10, 2/10 and 1/10', () => {
    const view = madeView({ x: [0.3, 100, -7, 0] });
    expect(weightsOf(view, [], weighByRank('x', largest))).toEqual({ S0: 0.3, S1: 0.4, S2: 0.1, S3: 0.2 });
    expect(weightsOf(view, [], weighByRank('x', smallest))).toEqual({ S0: 0.2, S1: 0.1, S2: 0.4, S3: 0.3 });
  });

  it('equal values share the mean of their shares', () => {
    // Shares 1, 2.5, 2.5, 4 of 10.
    const view = madeView({ x: [1, 5, 5, 9] });
    expect(weightsOf(view, [], weighByRank('x', largest))).toEqual({ S0: 0.1, S1: 0.25, S2: 0.25, S3: 0.4 });
    expect(weightsOf(view, [], weighByRank('x', smallest))).toEqual({ S0: 0.4, S1: 0.25, S2: 0.25, S3: 0.1 });
    expect(weightsOf(madeView({ x: [7, 7] }), [], weighByRank('x', largest))).toEqual({ S0: 0.5, S1: 0.5 });
  });

  it('agrees with scipy on twelve stocks: rankdata(−marketCap) / 78', () => {
    const weights = Object.values(weightsOf(madeView(twelve), [], weighByRank('marketCap', smallest)));
    const expected = [
      0.0641025641025641, 0.07692307692307693, 0.15384615384615385, 0.02564102564102564, 0.1282051282051282,
      0.038461538461538464, 0.10256410256410256, 0.08974358974358974, 0.14102564102564102, 0.01282051282051282,
      0.11538461538461539, 0.05128205128205128,
    ];
    weights.forEach((weight, index) => {
      expect(weight).toBeCloseTo(expected[index]!, 15);
    });
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 15);
  });

  it('ranks only what the screens have left', () => {
    // The scores keep S0 S3 S6 S10; their caps 120, 3000, 45, 30 rank 3, 4, 2, 1.
    const rank = compositeRank([
      { field: 'value', best: 'largest' },
      { field: 'profitability', best: 'largest', weight: 2 },
    ]);
    const left = [topFraction(rank, 0.3)];
    expect(weightsOf(madeView(twelve), left, weighByRank('marketCap', largest))).toEqual({
      S0: 0.3,
      S3: 0.4,
      S6: 0.2,
      S10: 0.1,
    });
    // By score: 23, 26, 24.5 and 26 of 36, and among the four alone value ranks 1.5 … anew.
    // value 0.9 0.4 1.1 1.7 → 2 1 3 4; profitability .31 .44 .31 .31 → 2 4 2 2; scores 1.5+3, 0.5+7, 2.5+3, 3.5+3 = 4.5, 7.5, 5.5, 6.5.
    expect(weightsOf(madeView(twelve), left, weighByRank(rank))).toEqual({ S0: 0.1, S3: 0.4, S6: 0.2, S10: 0.3 });
  });

  it('one name has all, no name nothing, and a name without the field is not eligible', () => {
    expect(weightsOf(madeView({ x: [-4] }), [], weighByRank('x', largest))).toEqual({ S0: 1 });
    expect(weightsOf(madeView({ x: [null, 2] }), [], weighByRank('x', largest))).toEqual({ S1: 1 });
    expect(applyScreens(madeView({ x: [null] }), [], weighByRank('x', largest))).toEqual({ members: [], weights: [] });
  });
});

describe('a weighting by rank is plain data', () => {
  it('that is frozen, prints, and is declared by the portfolio', () => {
    const rank = compositeRank([{ field: 'b', best: 'smallest' }]);
    expect(JSON.parse(JSON.stringify(weighByRank('a', smallest)))).toEqual({
      kind: 'rank',
      field: 'a',
      best: 'smallest',
    });
    expect(weighByRank(rank)).toEqual({ kind: 'rank', field: rank, best: 'largest' });
    expect(Object.isFrozen(weighByRank('a', smallest))).toBe(true);
    const portfolio = screenedPortfolio({
      name: 'p',
      screens: [topFraction('a', 0.5, { breakpoints: 'nyse' }), topFraction(rank, 0.5)],
      weighting: weighByRank('c', largest),
      schedule: monthly(),
    });
    expect(portfolio.fields).toEqual(['a', 'nyse', 'b', 'c']);
  });

  const byHand = (weighting: unknown) => () =>
    screenedPortfolio({ name: 'p', screens: [], weighting: weighting as Weighting<'x'>, schedule: monthly() });
  it.each([
    [
      'no end that is good',
      () => weighByRank('x', undefined as unknown as RankOptions),
      'option.range',
      ['weighByRank', 'best', "'largest'"],
    ],
    ['another end', () => weighByRank('x', { best: 'top' as 'largest' }), 'option.range', ['"top"']],
    [
      'a misspelt option',
      () => weighByRank('x', { bset: 'largest' } as unknown as RankOptions),
      'option.unknown',
      ['"bset"'],
    ],
    ['no field', () => weighByRank('', largest), 'option.type', ['"field"']],
    [
      'an end for a score, which has one',
      () => weighByRank(compositeRank([{ field: 'x', best: 'largest' }]) as never, smallest),
      'option.unknown',
      ['"best"'],
    ],
    ['a hand-made one without an end', byHand({ kind: 'rank', field: 'x' }), 'option.range', ['weighting.best']],
    ['a hand-made one without a field', byHand({ kind: 'rank', best: 'largest' }), 'option.type', ['weighting.field']],
    [
      'a hand-made one of another kind',
      byHand({ kind: 'ranks', field: 'x' }),
      'screen.invalid',
      ['"ranks"', 'weighByRank'],
    ],
    ['none', byHand(undefined), 'screen.invalid', ['undefined', 'weighBy']],
  ] as const)('refuses %s', (_, act, code, facts) => {
    expectInputError(code, facts, act);
  });
});
