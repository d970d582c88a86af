import { annually, monthly, sortedPortfolio, weighBy, type SortBy, type View } from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';
import { madeView, stock, twelve } from '../made-view.js';

const schedule = annually({ month: 6 });
const bySizeAndValue: readonly SortBy[] = [
  { field: 'marketCap', breakpoints: [0.5], over: 'exchange', groups: ['small', 'big'] },
  { field: 'value', breakpoints: [0.3, 0.7], over: 'exchange' },
];
const cells = ['small low', 'small middle', 'small high', 'big low', 'big middle', 'big high'];

/** The names in a portfolio of a sort, with their weights. */
function held(view: View<string, string>, by: readonly SortBy[], cell: string, more: object = {}): [string, number][] {
  const portfolio = sortedPortfolio({ by, groups: cell.split(' '), weighting: weighBy('equal'), schedule, ...more });
  const { members, weights } = portfolio.decide(view) as { members: ArrayLike<number>; weights: ArrayLike<number> };
  return Array.from(members, (member, index) => [view.assets[member]!, weights[index]!]);
}
const names = (...given: Parameters<typeof held>): string =>
  held(...given)
    .map(([name]) => name)
    .join(' ');

describe('a sort cuts at the quantiles of the names that count, and applies them to all', () => {
  it('independent: one set of breakpoints for each characteristic', () => {
    // Of exchange 1: median cap of 60, 120, 410, 900, 3000, 15000 = 655; value .1 .2 .4 .7 .9 1.1 at 30 % = .3, at 70 % = .8.
    const found = cells.map((cell) => names(madeView(twelve), bySizeAndValue, cell));
    expect(found).toEqual(['S11', 'S1', 'S0 S2 S4 S6 S7 S8 S10', 'S5', 'S3 S9', '']);
  });

  it('dependent: one set in each group of the characteristics before', () => {
    // Small of exchange 1 have .2 .9 1.1: at 30 % .2 + .6 × .7 = .62, at 70 % .9 + .4 × .2 = .98. Big ones .1 .4 .7: .28 and .52.
    const found = cells.map((cell) => names(madeView(twelve), bySizeAndValue, cell, { dependent: true }));
    expect(found).toEqual(['S1 S11', 'S0 S7', 'S2 S4 S6 S8 S10', 'S5', 'S3', 'S9']);
  });

  it('a value at a breakpoint belongs to the group below it', () => {
    const by = [{ field: 'x', breakpoints: [0.5] }];
    expect(names(madeView({ x: [1, 2, 3] }), by, 'low')).toBe('S0 S1');
    expect(names(madeView({ x: [2, 2, 2] }), by, 'low')).toBe('S0 S1 S2');
    expect(names(madeView({ x: [2, 2, 2] }), by, 'high')).toBe('');
  });

  it('weights by a field within the portfolio', () => {
    const found = held(madeView(twelve), bySizeAndValue, 'big middle', { weighting: weighBy('marketCap') });
    expect(found).toEqual([
      ['S3', 3000 / 18000],
      ['S9', 15000 / 18000],
    ]);
  });

  it('a name of which a field is unknown is in no portfolio, and sets no breakpoint', () => {
    const view = madeView({ x: [1, null, 3, 4], cap: [1, 1, 1, null] });
    const by = [{ field: 'x', breakpoints: [0.5] }];
    expect(names(view, by, 'low', { weighting: weighBy('cap') })).toBe('S0');
    expect(names(view, by, 'high', { weighting: weighBy('cap') })).toBe('S2');
  });

  it('says when none of the names counts, and on which day', () => {
    expectInputError('screen.no-breakpoints', ['"x"', '"nyse"', '2024-06-28', '2 names'], () =>
      names(madeView({ x: [1, 2], nyse: [0, 2] }), [{ field: 'x', breakpoints: [0.5], over: 'nyse' }], 'low'),
    );
  });

  it('every name is in exactly one portfolio, and the order of names does not matter', () => {
    const figures = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(figures, fc.boolean(), (stocks, dependent) => {
        const by = [
          { field: 'x', breakpoints: [0.2, 0.6] },
          { field: 'y', breakpoints: [0.5] },
        ];
        const view = madeView({ x: stocks.map(({ x }) => x), y: stocks.map(({ y }) => y) });
        const all = ['low', 'middle', 'high'].flatMap((a) => ['low', 'high'].map((b) => `${a} ${b}`));
        const inCells = all.map((cell) => held(view, by, cell, { dependent }).map(([name]) => name));
        expect(inCells.flat().sort()).toEqual(stocks.map((_, index) => stock(index)).sort());
        const turned = [...stocks].reverse();
        const mirrored = madeView(
          { x: turned.map(({ x }) => x), y: turned.map(({ y }) => y) },
          {},
          turned.map((_, index) => stock(stocks.length - 1 - index)),
        );
        all.forEach((cell, index) => {
          const again = held(mirrored, by, cell, { dependent }).map(([name]) => name);
          expect(again.sort()).toEqual([...inCells[index]!].sort());
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a sorted portfolio is plain data', () => {
  it('with the name of its groups, and every field that it reads', () => {
    const portfolio = sortedPortfolio({
      by: bySizeAndValue,
      groups: ['small', 'high'],
      weighting: weighBy('book'),
      schedule: monthly(),
    });
    expect(portfolio).toMatchObject({
      name: 'small high',
      assets: 'all',
      fields: ['marketCap', 'value', 'exchange', 'book'],
      schedule: monthly(),
      params: { dependent: false, groups: ['small', 'high'] },
    });
  });

  const base = { by: bySizeAndValue, groups: ['small', 'high'], weighting: weighBy('equal'), schedule };
  it.each([
    [{ groups: ['small', 'hihg'] }, 'option.range', ['"small hihg"', 'small high']],
    [{ groups: [] }, 'option.type', ['"groups"']],
    [{ by: [] }, 'option.type', ['"by"']],
    [{ by: [{ field: 'x', breakpoints: [] }] }, 'option.type', ['by[0]', '"breakpoints"']],
    [{ by: [{ field: 'x', breakpoints: [0.7, 0.3] }] }, 'option.range', ['0.3 after 0.7', 'ascend']],
    [{ by: [{ field: 'x', breakpoints: [30] }] }, 'option.range', ['breakpoints[0]', '30', 'between 0 and 1']],
    [{ by: [{ field: 'x', breakpoints: [0] }] }, 'option.range', ['breakpoints[0]']],
    [{ by: [{ field: 'x', breakpoints: [1] }] }, 'option.range', ['breakpoints[0]']],
    [{ by: [{ field: '', breakpoints: [0.5] }] }, 'option.type', ['"field"']],
    [{ by: [{ field: 'x', breakpoint: [0.5] }] }, 'option.unknown', ['breakpoint', 'Did you mean breakpoints?']],
    [{ by: [{ field: 'x', breakpoints: [0.5], groups: ['a'] }] }, 'option.range', ['1 breakpoints make 2 groups']],
    [{ by: [{ field: 'x', breakpoints: [0.5], groups: ['a', 'a'] }] }, 'option.range', ['"a"', 'apart']],
    [{ dependent: 'yes' }, 'option.type', ['"dependent"', '"yes"']],
    [{ weighting: 'equal' }, 'screen.invalid', ['"equal"']],
    [{ schedule: 'june' }, 'schedule.invalid', ['"june"']],
    [{ weigh: 1 }, 'option.unknown', ['weigh']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => sortedPortfolio({ ...base, ...part } as never));
  });
});
