import fc from 'fast-check';
import {
  addField,
  applyScreens,
  backtest,
  bottomFraction,
  defineStrategy,
  dropBottomFraction,
  monthly,
  screenedPortfolio,
  topCount,
  topFraction,
  weighBy,
  type QuantileOptions,
  type Screen,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';
import { chosen } from './chosen.js';
import { madeView } from './made-view.js';

// Of 1 … 10: q(0.8) = 8.2, q(0.6) = 6.4, q(0.2) = 2.8, q(0.4) = 4.6.
const ten = { x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };

describe('with a buffer a name enters by the narrower bound and leaves by the wider one', () => {
  const screen = topFraction('x', 0.2, { keep: 0.4 });
  it.each([
    ['held nothing: only those inside the narrower bound enter', {}, 'S8 S9'],
    ['held between the bounds: it stays', { S6: 1 }, 'S6 S8 S9'],
    ['held outside the wider bound: it leaves', { S5: 1 }, 'S8 S9'],
    ['held inside the narrower bound: as ever', { S9: 1 }, 'S8 S9'],
    ['held with a weight of 0 is not held', { S6: 0, S7: 1 }, 'S7 S8 S9'],
    ['sold short is not held', { S6: -0.5 }, 'S8 S9'],
    ['a held name that the universe lost does no harm', { X: 1 }, 'S8 S9'],
  ])('%s', (_, holdings, expected) => {
    expect(chosen(madeView(ten, holdings as Record<string, number>), screen)).toBe(expected);
  });

  it('at the bottom as at the top', () => {
    expect(chosen(madeView(ten, { S2: 0.5, S3: 0.2, S4: 0.3 }), bottomFraction('x', 0.2, { keep: 0.4 }))).toBe(
      'S0 S1 S2 S3',
    );
  });

  it('a name at the wider bound itself stays', () => {
    // Of 1 … 5: q(0.75) = 4 to enter, q(0.5) = 3 to stay.
    expect(chosen(madeView({ x: [1, 2, 3, 4, 5] }, { S2: 1 }), topFraction('x', 0.25, { keep: 0.5 }))).toBe('S2 S3 S4');
  });

  it('a held name without its field is not eligible, and goes', () => {
    expect(chosen(madeView({ x: [1, null, 3] }, { S1: 1 }), topFraction('x', 0, { keep: 1 }))).toBe('S2');
  });

  it('a held name that an earlier step drops goes', () => {
    const view = madeView({ ...ten, size: [1, 1, 1, 1, 1, 1, 9, 1, 1, 1] }, { S6: 1, S7: 1 });
    // S6 is too large. Of the other nine, 1 … 6, 8, 9, 10, q(0.8) = 8.4 and q(0.6) = 5.8: S7 stays.
    expect(chosen(view, bottomFraction('size', 0.5), screen)).toBe('S7 S8 S9');
  });

  it('a buffer as wide as the door is none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        (x, fraction, held) => {
          const view = madeView({ x }, Object.fromEntries(held.map((yes, index) => [`S${index}`, yes ? 0.01 : 0])));
          expect(chosen(view, topFraction('x', fraction, { keep: fraction }))).toBe(
            chosen(view, topFraction('x', fraction)),
          );
          expect(chosen(view, topCount('x', 3, { keep: 3 }))).toBe(chosen(view, topCount('x', 3)));
        },
      ),
    );
  });

  it('what is kept lies between what either bound alone keeps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        (x, held) => {
          const view = madeView({ x }, Object.fromEntries(held.map((yes, index) => [`S${index}`, yes ? 0.01 : 0])));
          const of = (made: Screen): string[] => chosen(view, made).split(' ');
          const kept = of(topFraction('x', 0.2, { keep: 0.5 }));
          const wide = of(topFraction('x', 0.5));
          expect(kept).toEqual(expect.arrayContaining(of(topFraction('x', 0.2))));
          expect(wide).toEqual(expect.arrayContaining(kept));
          expect(kept).toEqual(expect.arrayContaining(wide.filter((name) => held[Number(name.slice(1))])));
        },
      ),
    );
  });
});

describe('topCount keeps exactly so many', () => {
  it('of the largest, in whatever order they stand', () => {
    expect(chosen(madeView({ x: [3, 9, -1, 7, 5] }), topCount('x', 2))).toBe('S1 S3');
    expect(chosen(madeView({ x: [3, null, -1] }), topCount('x', 1))).toBe('S0');
  });

  it('all if there are fewer, and none if there are none', () => {
    expect(chosen(madeView({ x: [3, 9] }), topCount('x', 50))).toBe('S0 S1');
    expect(chosen(madeView({ x: [null] }), topCount('x', 50))).toBe('');
  });

  it('equal values at the bound go by name, not by their place in the panel', () => {
    const x = [1, 5, 5, 5];
    expect(chosen(madeView({ x }, {}, ['W', 'C', 'A', 'B']), topCount('x', 2))).toBe('A B');
    expect(chosen(madeView({ x }, {}, ['W', 'B', 'C', 'A']), topCount('x', 2))).toBe('B A');
  });

  it('with a buffer from count to keep names are held', () => {
    // Ranked S9 S8 S7 S6 S5: two enter, held ones stay among the first four.
    expect(chosen(madeView(ten, { S6: 0.5, S5: 0.5 }), topCount('x', 2, { keep: 4 }))).toBe('S6 S8 S9');
    expect(chosen(madeView(ten, { S6: 0.5, S7: 0.5 }), topCount('x', 2, { keep: 4 }))).toBe('S6 S7 S8 S9');
    expect(chosen(madeView(ten, {}), topCount('x', 2, { keep: 4 }))).toBe('S8 S9');
  });
});

describe('a buffer in a backtest', () => {
  // The field of three stocks on four month ends; the best of three enters, held ones stay among the best two.
  const dates = ['2019-12-31', '2020-01-31', '2020-02-29', '2020-03-31'] as const;
  const facts = (values: readonly number[]) => values.map((value, index) => ({ knownOn: dates[index]!, value }));
  const flat = [0, 0, 0, 0] as const;
  const panel = addField(months({ A: flat, B: flat, C: flat }), 'x', {
    A: facts([3, 2, 1, 3]),
    B: facts([2, 3, 2, 1]),
    C: facts([1, 1, 3, 2]),
  });
  const path = (options?: { keep: number }, executionLag = 0): string[] => {
    const strategy = screenedPortfolio({
      name: 'best',
      screens: [topCount('x', 1, options)],
      weighting: weighBy('equal'),
      schedule: monthly(),
    });
    return backtest(panel, strategy, { executionLag }).decisions.map(({ target }) => Object.keys(target).join(''));
  };

  it('trades less: what is held stays while it is second', () => {
    expect(path()).toEqual(['A', 'B', 'C', 'A']);
    // A is second in January and stays beside B, last in February and leaves; B is second then. In March A and C are first and second.
    expect(path({ keep: 2 })).toEqual(['A', 'AB', 'BC', 'AC']);
  });

  it('asks what the engine holds: a trade still on its way does not count', () => {
    // Trades come two rows late. In January nothing is held yet; in February A is, and is last; in March B is, and is last.
    expect(path({ keep: 2 }, 2)).toEqual(['A', 'B', 'C', 'A']);
    // One row late they fall on the close of the next decision, and count there.
    expect(path({ keep: 2 }, 1)).toEqual(path({ keep: 2 }));
  });

  it('serves a strategy of one’s own too', () => {
    const own = defineStrategy({
      name: 'own',
      assets: 'all',
      fields: ['x'],
      schedule: monthly(),
      decide: (view) => applyScreens(view, [topCount('x', 1, { keep: 2 })], weighBy('equal')),
    });
    expect(backtest(panel, own).decisions.map(({ target }) => Object.keys(target).join(''))).toEqual([
      'A',
      'AB',
      'BC',
      'AC',
    ]);
  });
});

describe('a buffer is plain data', () => {
  it('that stands in the screen only where it was given', () => {
    expect(topFraction('x', 0.2, { keep: 0.4 })).toEqual({ kind: 'topFraction', field: 'x', fraction: 0.2, keep: 0.4 });
    expect(Object.keys(topFraction('x', 0.2, {}))).toEqual(['kind', 'field', 'fraction']);
    expect(topCount('x', 5, { keep: 8 })).toEqual({ kind: 'topCount', field: 'x', count: 5, keep: 8 });
    expect(Object.isFrozen(topCount('x', 5))).toBe(true);
  });

  const screened = (screen: object) => () =>
    screenedPortfolio({
      name: 'p',
      screens: [screen as Screen<'x'>],
      weighting: weighBy('equal'),
      schedule: monthly(),
    });
  it.each([
    [
      'one narrower than the door',
      () => topFraction('x', 0.4, { keep: 0.2 }),
      'option.range',
      ['"keep"', '0.2', '0.4'],
    ],
    ['one over 1', () => bottomFraction('x', 0.4, { keep: 1.5 }), 'option.range', ['1.5']],
    ['one of NaN', () => topFraction('x', 0.4, { keep: NaN }), 'option.type', ['NaN']],
    [
      'a misspelt one',
      () => topFraction('x', 0.4, { kep: 0.5 } as QuantileOptions),
      'option.unknown',
      ['"kep"', 'keep'],
    ],
    ['a number in place of the options', () => topFraction('x', 0.4, 0.5 as QuantileOptions), 'option.type', ['0.5']],
    [
      'one where names are dropped',
      () => dropBottomFraction('x', 0.4, { keep: 0.5 } as QuantileOptions),
      'option.unknown',
      ['"keep"'],
    ],
    ['a count narrower than the door', () => topCount('x', 5, { keep: 4 }), 'option.range', ['4', '5']],
    ['half a name', () => topCount('x', 5, { keep: 7.5 }), 'option.range', ['7.5', 'whole']],
    ['a count of 0', () => topCount('x', 0), 'option.range', ['"count"', '0']],
    ['a count that is a fraction', () => topCount('x', 0.2), 'option.range', ['0.2', 'whole']],
    [
      'a count of nothing',
      () => topCount('x', undefined as unknown as number),
      'option.type',
      ['"count"', 'undefined'],
    ],
    [
      'a hand-made one that is narrower',
      screened({ kind: 'topFraction', field: 'x', fraction: 0.5, keep: 0.1 }),
      'option.range',
      ['0.1'],
    ],
    ['a hand-made count without its number', screened({ kind: 'topCount', field: 'x' }), 'option.type', ['count']],
    [
      'a hand-made misspelling',
      screened({ kind: 'topCount', field: 'x', count: 5, kep: 7 }),
      'option.unknown',
      ['"kep"'],
    ],
  ] as const)('refuses %s', (_, act, code, facts) => {
    expectInputError(code, facts, act);
  });
});
