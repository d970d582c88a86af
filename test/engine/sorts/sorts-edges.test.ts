import {
  addField,
  annually,
  everyPeriods,
  factorReturns,
  fromReturns,
  portfolioSorts,
  weighBy,
  weighByRank,
  whenDrifted,
  type FactorSort,
  type PortfolioSorts,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { averageLess, averageOf } from '../../../src/engine/sorts/average-series.js';
import { makeReturnSeries, type ReturnSeries, type SeriesMeta } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { near, years } from '../by-hand.js';

const known = (value: number) => [{ knownOn: '2019-12-31' as const, value }];
const facts = (values: readonly number[]) =>
  Object.fromEntries(['A', 'B', 'C', 'D'].map((asset, index) => [asset, known(values[index]!)]));

/** A and B are cheap, C and D dear; A and C are small, B and D big. */
const four = () =>
  addField(
    addField(
      addField(
        addField(years({ A: [0.1, 0], B: [0.2, 0.1], C: [0, 0.3], D: [0.1, -0.1] }), 'value', facts([1, 2, 3, 4])),
        'size',
        facts([1, 9, 1, 9]),
      ),
      'cap',
      facts([1, 3, 2, 2]),
    ),
    'listed',
    facts([0, 1, 1, 1]),
  );
const byValue = () =>
  ({ by: [{ field: 'value', breakpoints: [0.5] }], weighting: weighBy('equal'), schedule: annually() }) as const;
const small = { field: 'size', breakpoints: [0.5], groups: ['small', 'big'] } as const;
const bySizeAndValue = () =>
  portfolioSorts(four(), {
    ...byValue(),
    by: [small, { field: 'value', breakpoints: [0.25, 0.5], over: 'listed' }],
    dependent: true,
    weighting: weighBy('cap'),
  });

/** The text without what only lines words up. */
const linesOf = (sorts: PortfolioSorts): string[] =>
  sorts
    .toString()
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, '  ').trim());

const SAME_FOR_ALL =
  'Differences are returns of zero investment, brought back to one unit each side every period, free of cost.';

describe('the table of a sort', () => {
  it('shows portfolios, then differences, which have neither names nor growth', () => {
    // low: A and B a half each earn 15 % and 5 %: mean 10 %, √(1.15 × 1.05) − 1 = 9.89 %, deviation .1/√2. high: 5 % and 10 %: √1.155 − 1, .05/√2.
    // Their difference: −10 % and 5 %, deviation .15/√2.
    expect(linesOf(portfolioSorts(four(), byValue())).slice(0, 6)).toEqual([
      'Portfolios by value, 2020-12 to 2021-12',
      'Portfolio  Names  Mean a year  CAGR  Volatility',
      expect.stringMatching(/^[- ]+$/),
      'low  2.0  10.00 %  9.89 %  7.07 %',
      'high  2.0  7.50 %  7.47 %  3.54 %',
      'high less low by value  –  -2.50 %  –  10.61 %',
    ]);
  });

  it('says how the sort was made: independent, equal weights', () => {
    expect(portfolioSorts(four(), byValue()).notes).toEqual([
      'Independent sorts, formed annually in December: value at 50 %. Equal weights at formation, then drifting.',
      '2 formations from 2019-12-31 on; Names: their mean number.',
      SAME_FOR_ALL,
    ]);
  });

  it('says how the sort was made: by rank', () => {
    const weighting = weighByRank('value', { best: 'largest' });
    expect(portfolioSorts(four(), { ...byValue(), weighting }).notes[0]).toBe(
      'Independent sorts, formed annually in December: value at 50 %. Weights by rank at formation, then drifting.',
    );
  });

  it('says how the sort was made: dependent, by a field, breakpoints of some names, portfolios without a name', () => {
    const sorts = bySizeAndValue();
    expect(sorts.dependent).toBe(true);
    expect(sorts.table.title).toBe('Portfolios by size and value, 2020-12 to 2021-12');
    expect(sorts.notes).toEqual([
      'Dependent sorts, formed annually in December: size at 50 %; value at 25 %, 50 % of the names with listed 1. Weights by field at formation, then drifting.',
      '2 formations from 2019-12-31 on; Names: their mean number.',
      SAME_FOR_ALL,
      'Warning: without a name at times, and without returns then: small middle, small high, big middle.',
      'Warning: Nothing passed on 2019-12-31, 2020-12-31: all in cash until the next decision.',
    ]);
    // small low: A a third and C two thirds earn 3.33 % and 20 %, mean 11.67 %, √(1.0333 × 1.2) − 1, deviation .16667/√2.
    expect(linesOf(sorts)).toContain('small low  2.0  11.67 %  11.36 %  11.79 %');
    expect(linesOf(sorts)).toContain('small middle  0.0  –  –  –');
    // B less that: 16.67 % and −10 %, deviation .26667/√2.
    expect(linesOf(sorts)).toContain('big low less small low  –  3.33 %  –  18.86 %');
  });

  it('gives the mean of changing counts, to one digit, and warns of what was empty but once', () => {
    const later = { ...facts([1, 1, 1, 4]), D: [...known(4), { knownOn: '2020-12-31' as const, value: 1 }] };
    const changing = addField(years({ A: [0.1, 0], B: [0.2, 0.1], C: [0, 0.3], D: [0.1, -0.1] }), 'value', later);
    const sorts = portfolioSorts(changing, byValue());
    expect(sorts.counts.map(({ names }) => names)).toEqual([
      { low: 3, high: 1 },
      { low: 4, high: 0 },
    ]);
    expect(linesOf(sorts)).toContain('high  0.5  10.00 %  10.00 %  –');
    expect(sorts.notes[3]).toBe('Warning: without a name at times, and without returns then: high.');
  });

  it('is what the sort prints, as text and as HTML', () => {
    const sorts = portfolioSorts(four(), byValue());
    const html = (sorts as never)[Symbol.for('Jupyter.display')] as () => Record<string, string>;
    expect(html()['text/html']).toContain('Portfolios by value, 2020-12 to 2021-12');
    expect(html()['text/plain']).toBe(sorts.toString());
  });
});

describe('what a sort hands out', () => {
  it('names each difference, and the groups within which it was taken', () => {
    expect(bySizeAndValue().differences.map(({ by, within, returns }) => [by, within, returns.name])).toEqual([
      ['size', null, 'big less small by size'],
      ['size', 'low', 'big low less small low'],
      ['size', 'middle', 'big middle less small middle'],
      ['size', 'high', 'big high less small high'],
      ['value', null, 'high less low by value'],
      ['value', 'small', 'small high less small low'],
      ['value', 'big', 'big high less big low'],
    ]);
  });

  it('joins the groups of two other characteristics by a space', () => {
    const third = { field: 'cap', breakpoints: [0.5], groups: ['light', 'heavy'] } as const;
    const { differences } = portfolioSorts(four(), { ...byValue(), by: [small, ...byValue().by, third] });
    expect(differences.filter(({ by }) => by === 'size').map(({ within }) => within)).toEqual([
      null,
      'low light',
      'low heavy',
      'high light',
      'high heavy',
    ]);
  });

  it('is frozen, the counts and differences with it', () => {
    const sorts = portfolioSorts(four(), byValue());
    const { cells, counts, differences } = sorts;
    const handed = [sorts, cells, cells[0], counts, counts[0], counts[0]!.names, differences, differences[0]];
    expect(handed.map((one) => Object.isFrozen(one))).toEqual(handed.map(() => true));
  });

  it('is independent unless it is asked to be dependent', () => {
    expect(portfolioSorts(four(), byValue()).dependent).toBe(false);
    // Of the small, A and C, the median is 2: C alone is dear. Of all it is 2.5.
    const sizes = (dependent: boolean) =>
      portfolioSorts(four(), { ...byValue(), by: [{ ...small, field: 'cap' }, ...byValue().by], dependent }).counts[0];
    // cap: A 1, C and D 2 are small, B 3 is big. Of A, C and D the median value is 3: A and C are low.
    expect(sizes(true)!.names).toEqual({ 'small low': 2, 'small high': 1, 'big low': 1, 'big high': 0 });
    expect(sizes(false)!.names).toEqual({ 'small low': 1, 'small high': 2, 'big low': 1, 'big high': 0 });
  });

  it('counts the names to which anything was given', () => {
    const light = addField(four(), 'weight', facts([0, 3, 2, 2]));
    expect(portfolioSorts(light, { ...byValue(), weighting: weighBy('weight') }).counts[0]!.names).toEqual({
      low: 1,
      high: 2,
    });
  });

  it('leaves the money of an empty portfolio in the result of its run: it lay in cash', () => {
    const sorts = portfolioSorts(addField(four(), 'same', facts([1, 1, 1, 1])), {
      ...byValue(),
      by: [{ field: 'same', breakpoints: [0.5] }],
    });
    expect([Array.from(sorts.returns('high').values), Array.from(sorts.cells[1]!.result.values)]).toEqual([
      [NaN, NaN],
      [0, 0],
    ]);
  });

  it('goes on with a portfolio until the next formation is traded, also where that is after the end', () => {
    const later = { ...facts([1, 1, 1, 4]), D: [...known(4), { knownOn: '2022-12-31' as const, value: 1 }] };
    const returns = { A: [0, 0, 0, 0], B: [0, 0, 0, 0], C: [0, 0, 0, 0], D: [0.1, 0.2, 0.3, 0.4] };
    const sorts = portfolioSorts(addField(years(returns), 'value', later), {
      ...byValue(),
      schedule: everyPeriods(3),
      backtest: { executionLag: 2 },
    });
    expect(Array.from(sorts.returns('high').values)).toEqual([
      NaN,
      NaN,
      expect.closeTo(0.3, 12),
      expect.closeTo(0.4, 12),
    ]);
  });

  it('counts none of a portfolio that was lost', () => {
    const lost = addField(years({ A: [0.1, 0], B: [0.2, 0.1], C: [-1, 0], D: [-1, 0] }), 'value', facts([1, 2, 3, 4]));
    expect(portfolioSorts(lost, byValue()).counts.map(({ names }) => names)).toEqual([
      { low: 2, high: 2 },
      { low: 2, high: 0 },
    ]);
  });

  it('waits for the trade of each formation: a portfolio that was empty has a return from the row after on', () => {
    const later = { ...facts([1, 1, 1, 1]), D: [...known(1), { knownOn: '2020-12-31' as const, value: 4 }] };
    const returns = { A: [0.1, 0, 0], B: [0.2, 0.1, 0], C: [0, 0.3, 0], D: [0.1, -0.1, 0.4] };
    const panel = addField(years(returns), 'value', later);
    const high = (executionLag: number) =>
      Array.from(portfolioSorts(panel, { ...byValue(), backtest: { executionLag } }).returns('high').values);
    expect(high(0)).toEqual([NaN, expect.closeTo(-0.1, 12), expect.closeTo(0.4, 12)]);
    expect(high(1)).toEqual([NaN, NaN, expect.closeTo(0.4, 12)]);
  });
});

describe('what a sort refuses, in whole sentences', () => {
  it.each([
    ['options', 3, 'option.type', 'portfolioSorts: the options must be an object, found 3.'],
    ['options', null, 'option.type', 'portfolioSorts: the options must be an object, found null.'],
  ] as const)('%s that are %s', (_, options, code, message) => {
    expect(expectInputError(code, [], () => portfolioSorts(four(), options as never)).message).toBe(message);
  });

  it('names itself and its options', () => {
    const wrong = (part: object) => () => portfolioSorts(four(), { ...byValue(), ...part });
    expect(expectInputError('option.unknown', [], wrong({ weights: 1 })).details).toEqual({
      where: 'portfolioSorts',
      option: 'weights',
      known: ['by', 'dependent', 'weighting', 'schedule', 'backtest'],
    });
    expectInputError(
      'schedule.invalid',
      ['portfolioSorts: "schedule"'],
      wrong({ schedule: whenDrifted({ band: 0.1 }) }),
    );
    expectInputError('panel.invalid', ['portfolioSorts'], () => portfolioSorts({} as never, byValue() as never));
  });

  it('a portfolio that it does not have', () => {
    const error = expectInputError('asset.unknown', [], () => portfolioSorts(four(), byValue()).returns('hihg'));
    expect(error.message).toMatch(/^portfolioSorts: no portfolio "hihg"\. .*high/);
    expect(error.details).toEqual({ name: 'hihg' });
  });
});

/** A series of the years from 2020 on. */
function series(values: readonly number[], meta: Partial<SeriesMeta> = {}, name = 'X'): ReturnSeries {
  const { calendar } = years({ A: values }).returns('A');
  return makeReturnSeries(name, calendar, Float64Array.from(values), { kind: 'total', net: true, ...meta });
}

describe('what an average or a difference of series keeps of them', () => {
  const proxyRows = [{ from: '2020-01-01', to: '2020-12-31', source: 'index' }] as never;

  it('the kind of an average is theirs, that of a difference is excess', () => {
    const all = () => [series([0.1], { kind: 'price' }), series([0.3], { kind: 'price' })];
    expect(averageOf('here', 'Mean', all()).meta).toEqual({ kind: 'price', net: true });
    expect(averageLess('here', 'Gap', all(), all()).meta).toEqual({ kind: 'excess', net: true });
    expect([averageOf('here', 'Mean', all()).name, averageLess('here', 'Gap', all(), all()).name]).toEqual([
      'Mean',
      'Gap',
    ]);
  });

  it.each<[string, Partial<SeriesMeta>, object]>([
    ['hindsight', { usesHindsight: true }, { net: true, usesHindsight: true }],
    ['no hindsight', { usesHindsight: false }, { net: true }],
    ['research portfolios', { researchPortfolio: true }, { net: true, researchPortfolio: true }],
    ['no research portfolios', { researchPortfolio: false }, { net: true }],
    ['fees that are not deducted', { net: false }, { net: false }],
    ['proxy rows', { proxyRows }, { net: true, proxyRows }],
  ])('%s of any of them', (_, meta, kept) => {
    const plain = series([0.1]);
    const marked = series([0.2], meta);
    expect(averageOf('here', 'Mean', [plain, marked]).meta).toEqual({ kind: 'total', ...kept });
    expect(averageLess('here', 'Gap', [plain], [marked]).meta).toEqual({ kind: 'excess', ...kept });
    expect(averageLess('here', 'Gap', [marked], [plain]).meta).toEqual({ kind: 'excess', ...kept });
  });

  it('a difference covers the longest of them, undefined where one has no return', () => {
    const gap = (long: number[], short: number[]) =>
      Array.from(averageLess('here', 'Gap', [series(long)], [series(short)]).values);
    expect(gap([0.3, 0.2, 0.1], [0.1])).toEqual([expect.closeTo(0.2, 15), NaN, NaN]);
    expect(gap([0.3], [0.1, 0.2, 0.1])).toEqual([expect.closeTo(0.2, 15), NaN, NaN]);
  });
});

describe('the sorts that factors are made of', () => {
  const rows = (count = 2): ReturnSeries[][] =>
    [0, 1].map((size) => Array.from({ length: count }, (_, other) => series([0.1 * size + 0.03 * other])));
  const remedy =
    '; give portfolioSorts(panel, { by: [size with one breakpoint, a characteristic], … }), or two rows of as many return series: ' +
    '[[small low, …, small high], [big low, …, big high]].';

  it.each<[string, unknown, string]>([
    ['a number', 3, '3'],
    ['nothing', null, 'null'],
    ['no answer', undefined, 'undefined'],
    ['one row', [rows()[0]], 'an array of 1'],
    ['three rows', [...rows(), rows()[0]], 'an array of 3'],
    ['rows of one portfolio', rows(1), 'an array of 2'],
    ['rows of unequal lengths', [rows(2)[0], rows(3)[1]], 'an array of 2'],
    ['a first row that is none', [1, rows()[1]], 'an array of 2'],
    ['a second row that is none', [rows()[0], 1], 'an array of 2'],
    ['an object', {}, 'an object with keys (none)'],
    ['no sort for a side', { sort: null, long: 'low' }, 'null'],
    ['a number for a side', { sort: 3, long: 'low' }, '3'],
    ['lists that are none', { by: 1, cells: [] }, 'an object with keys by, cells'],
    ['cells that are none', { by: [], cells: 1 }, 'an object with keys by, cells'],
  ])('are not %s', (_, sort, found) => {
    const error = expectInputError('option.type', [], () => factorReturns({ HML: sort as FactorSort }));
    expect(error.message).toBe(`factorReturns, HML: found ${found}${remedy}`);
    expect(error.details).toEqual({ where: 'factorReturns, HML', found });
  });

  it('are not a sort by one or three characteristics, by three sizes, or by size alone', () => {
    const { by, cells } = bySizeAndValue();
    const [size, value] = by;
    const found = 'an object with keys by';
    for (const wrong of [[size!], [size!, value!, value!], [value!, size!], [size!, undefined], [undefined, value!]]) {
      const error = expectInputError('option.type', [], () => factorReturns({ HML: { by: wrong as never, cells } }));
      expect(error.message).toBe(`factorReturns, HML: found ${found}${remedy}`);
    }
  });

  it('are not nothing, no list, and not called SMB', () => {
    const none = expectInputError('option.type', [], () => factorReturns({}));
    expect(none.message).toBe('factorReturns: found no sort. Give one by name: { HML: portfolioSorts(…) }.');
    expect(none.details).toEqual({ where: 'factorReturns' });
    const smb = expectInputError('option.range', [], () => factorReturns({ SMB: rows() as never }));
    expect(smb.message).toBe(
      'factorReturns: a factor is called "SMB", which is the name of small minus big over all sorts. Choose another.',
    );
    expect(smb.details).toEqual({ where: 'factorReturns', factor: 'SMB' });
    const list = expectInputError('option.type', [], () => factorReturns(3 as never));
    expect(list.message).toBe('factorReturns: the sorts must be an object, found 3.');
  });

  it('name the sort whose calendar is another one', () => {
    const monthly = fromReturns({ frequency: 'monthly', dates: ['2020-12'], returns: { A: [0.1] } }).returns('A');
    const other = [
      [monthly, monthly],
      [monthly, monthly],
    ] as const;
    expectInputError('calendar.mismatch', ['factorReturns', 'SMB of CMA'], () =>
      factorReturns({ HML: rows() as never, CMA: other }),
    );
  });

  it('say which portfolio is no return series', () => {
    const place = (index: number): unknown => {
      const flat = rows().flat() as unknown[];
      flat[index] = 7;
      return [flat.slice(0, 2), flat.slice(2)];
    };
    for (const index of [0, 1, 2, 3]) {
      expectInputError('series.invalid', [`factorReturns, HML: `, `portfolio ${index}`], () =>
        factorReturns({ HML: place(index) as FactorSort }),
      );
    }
    const side = expectInputError('option.range', [], () =>
      factorReturns({ HML: { sort: rows() as never, long: 'up' as never } }),
    );
    expect(side.message).toBe(`factorReturns, HML: "long" is "up"; it must be one of 'high', 'low'.`);
    const unknown = expectInputError('option.unknown', [], () =>
      factorReturns({ HML: { sort: rows() as never, lnog: 'low' } as never }),
    );
    expect(unknown.details).toMatchObject({ where: 'factorReturns, HML', known: ['sort', 'long'] });
  });

  it('give factors of two portfolios a side: the high and the low end', () => {
    // small 0 and .03, big .1 and .13: SMB −.1, HML .03; long of the low side −.03.
    const made = factorReturns({
      HML: rows() as never,
      CMA: { sort: rows() as never, long: 'low' },
      RMW: { sort: rows() as never, long: 'high' },
    });
    near(
      ['SMB', 'HML', 'CMA', 'RMW'].map((name) => made.returns(name as 'SMB').values[0]!),
      [-0.1, 0.03, -0.03, 0.03],
    );
    expect(made.returns('HML').name).toBe('HML');
  });
});
