import { describe, expect, it } from 'vitest';
import { fromReturns, makeReturnSeries, type ReturnSeries, type SeriesMeta } from '../../src/panel/index.js';
import { splice } from '../../src/stats/index.js';
import { assembleCalendar, parseIsoDate } from '../../src/time/index.js';
import { bad, refuses } from '../signals/refused.js';
import { dated, series } from './support.js';

const index = series('annual', [0.1, 0.2, 0.3, 0.1], 'Index');
const fund = series('annual', [NaN, NaN, 0.25, 0.05], 'Fund');

/** The same series with another description. */
const described = (one: ReturnSeries, meta: Partial<SeriesMeta>): ReturnSeries =>
  makeReturnSeries(one.name, one.calendar, one.values.slice(), { ...one.meta, ...meta });

/** Monthly returns from a base on, some of whose rows are parts of a month. */
const monthsOf = (
  name: string,
  base: string,
  dates: readonly string[],
  values: readonly number[],
  partialRows: readonly number[] = [],
): ReturnSeries => {
  const day = (date: string): number => parseIsoDate(date, 'test');
  const calendar = assembleCalendar('monthly', day(base), Int32Array.from(dates, day), partialRows);
  return makeReturnSeries(name, calendar, Float64Array.from(values));
};
const ends = ['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30', '2020-05-31'];

describe('where a splice is made', () => {
  // A fund whose first return is the second half of February.
  const half = fromReturns({
    frequency: 'monthly',
    base: '2020-02-15',
    dates: ['2020-02', '2020-03', '2020-04'],
    returns: { F: [0.01, 0.02, 0.03] },
  }).returns('F');
  const gap = (proxyEnds: string, begins: string, from: string): string =>
    `splice: the proxy "P" ends with ${proxyEnds}, but the first return of "F", that of ${begins}, runs from ${from}: what was earned between is not known. ` +
    `Take a proxy that reaches that day. If nothing was traded between, let "F" begin on ${proxyEnds}: the "base" of fromReturns, the first date of fromPrices.`;
  refuses([
    [
      'a part of a month is not dropped where the proxy has no row for it',
      () => splice(series('monthly', [0.1], 'P'), half),
      'calendar.gap',
      gap('2020-01-31', '2020-02-29', '2020-02-15'),
      { where: 'splice', proxyEnds: '2020-01-31', actualFrom: '2020-02-15', actualBegins: '2020-02-29' },
    ],
    [
      'nor where the proxy has the row, but no return in it',
      () => splice(series('monthly', [0.1, NaN, 0.1], 'P'), half),
      'calendar.gap',
      gap('2020-01-31', '2020-02-29', '2020-02-15'),
      { where: 'splice', proxyEnds: '2020-01-31', actualFrom: '2020-02-15', actualBegins: '2020-02-29' },
    ],
    [
      'nor where it is all that the fund has',
      () => splice(series('monthly', [0.1, 0.2], 'P'), monthsOf('F', '2020-02-15', ['2020-02-29'], [0.01], [0])),
      'calendar.gap',
      gap('2020-01-31', '2020-02-29', '2020-02-15'),
      { where: 'splice', proxyEnds: '2020-01-31', actualFrom: '2020-02-15', actualBegins: '2020-02-29' },
    ],
    [
      'a proxy that begins with the fund is no earlier',
      () => splice(series('annual', [0.1, 0.2], 'P'), series('annual', [0.1, 0.2], 'F')),
      'panel.empty-window',
      'splice: the proxy must begin before the actual series, but the proxy "P" begins on 2020-12-31, and "F" begins on 2020-12-31. The order is splice(proxy, actual).',
      { where: 'splice', proxy: 'P', actual: 'F' },
    ],
    [
      'nor where rows without a return lie before both',
      () => splice(series('annual', [NaN, 0.2], 'P'), series('annual', [NaN, 0.2], 'F')),
      'panel.empty-window',
      'splice: the proxy must begin before the actual series, but the proxy "P" begins on 2021-12-31, and "F" begins on 2021-12-31. The order is splice(proxy, actual).',
      { where: 'splice', proxy: 'P', actual: 'F' },
    ],
    [
      'a fund without a return has no place',
      () => splice(index, series('annual', [NaN], 'F')),
      'panel.empty-window',
      'splice: the proxy must begin before the actual series, but the proxy "Index" begins on 2020-12-31, and "F" has no return. The order is splice(proxy, actual).',
      { where: 'splice', proxy: 'Index', actual: 'F' },
    ],
  ]);

  it('a proxy may begin with the whole month of which the fund has a part', () => {
    const whole = dated('monthly', ['2020-02', '2020-03'], [0.5, 0.6], 'P');
    expect([...splice(whole, half).values]).toEqual([0.5, 0.02, 0.03]);
  });

  it('a base inside a week cuts only the week after it, and a whole first week is the fund’s', () => {
    const fridays = ['2024-01-12', '2024-01-19', '2024-01-26', '2024-02-02'];
    const proxy = dated('weekly', fridays, [0.01, 0.02, 0.03, 0.04], 'P');
    const weeks = (base: string, values: number[]): ReturnSeries =>
      fromReturns({ frequency: 'weekly', base, dates: fridays.slice(1), returns: { F: values } }).returns('F');
    expect([...splice(proxy, weeks('2024-01-17', [NaN, 0.5, 0.6])).values]).toEqual([0.01, 0.02, 0.5, 0.6]);
    expect([...splice(proxy, weeks('2024-01-12', [0.4, 0.5, 0.6])).values]).toEqual([0.01, 0.4, 0.5, 0.6]);
    expect([...splice(proxy, weeks('2024-01-17', [0.4, 0.5, 0.6])).values]).toEqual([0.01, 0.02, 0.5, 0.6]);
  });

  it('the parts of months stay marked at their new rows; those that are not used are not', () => {
    const proxy = monthsOf('P', '2020-01-10', ends, [0.1, 0.2, 0.3, 0.4, 0.5], [0, 3]);
    const later = monthsOf('F', '2020-02-29', ends.slice(2), [NaN, 0.7, 0.8], [0, 2]);
    const joined = splice(proxy, later);
    // Three rows of the proxy, the fund's last two: the fund's row 2 is row 4.
    expect([...joined.values]).toEqual([0.1, 0.2, 0.3, 0.7, 0.8]);
    expect(joined.calendar.partialRows).toEqual([0, 4]);
  });

  it('a first return that is itself a part stays marked where the proxy ends before it', () => {
    const later = monthsOf('F', '2020-02-29', ends.slice(2), [0.6, 0.7, 0.8], [0]);
    expect(splice(series('monthly', [0.1, 0.2], 'P'), later).calendar.partialRows).toEqual([2]);
  });

  it('a first return that is a part gives way to the proxy’s whole month, wherever in the calendar it stands', () => {
    const later = monthsOf('F', '2020-01-31', ends.slice(1), [NaN, 0.6, 0.7, 0.8], [1]);
    const joined = splice(series('monthly', [0.1, 0.2, 0.3, 0.4], 'P'), later);
    expect([...joined.values]).toEqual([0.1, 0.2, 0.3, 0.7, 0.8]);
    expect(joined.calendar.partialRows).toEqual([]);
  });

  it('the proxy may go on after the fund has ended', () => {
    const ended = dated('annual', ['2021-12'], [0.5], 'F');
    expect([...splice(index, ended).values]).toEqual([0.1, 0.5]);
  });
});

describe('what a spliced series says of itself', () => {
  const metaOf = (proxy: Partial<SeriesMeta>, actual: Partial<SeriesMeta>): SeriesMeta =>
    splice(described(index, proxy), described(fund, actual)).meta;

  it('both sources with their vintages, one source once, and nothing where there is none', () => {
    expect(metaOf({ source: 'French', vintage: '2024-06' }, { source: 'Yahoo' }).source).toBe('French, 2024-06; Yahoo');
    expect(metaOf({}, { source: 'Yahoo', vintage: '2025' }).source).toBe('Yahoo, 2025');
    expect(metaOf({ source: 'French' }, { source: 'French' }).source).toBe('French');
    expect('source' in metaOf({}, {})).toBe(false);
  });

  it('a research portfolio where either is one', () => {
    expect(metaOf({ researchPortfolio: true }, {}).researchPortfolio).toBe(true);
    expect(metaOf({}, { researchPortfolio: true }).researchPortfolio).toBe(true);
    expect('researchPortfolio' in metaOf({}, {})).toBe(false);
  });

  it('the day on which the fund ended', () => {
    expect(metaOf({}, { endsOn: '2023-06-30' }).endsOn).toBe('2023-06-30');
    expect('endsOn' in metaOf({ endsOn: '2023-06-30' }, {})).toBe(false);
  });

  it('the marks of a spliced proxy up to the joint, cut there', () => {
    const marks = [
      { from: '2020-12-31', to: '2020-12-31', source: 'ends before' },
      { from: '2020-12-31', to: '2022-12-31', source: 'goes on' },
      { from: '2021-12-31', to: '2021-12-31', source: 'the last row' },
      { from: '2022-12-31', to: '2023-12-31', source: 'after' },
    ] as const;
    expect(metaOf({ proxyRows: marks }, {}).proxyRows!.slice(1)).toEqual([
      marks[0],
      { ...marks[1], to: '2021-12-31' },
      marks[2],
    ]);
  });

  it('the joins of a spliced proxy before the joint, and those of a spliced fund after it', () => {
    const join = (from: '2021-12-31' | '2022-12-31' | '2023-12-31', source: string) => ({ from, source });
    const { joins } = metaOf(
      { joins: [join('2021-12-31', 'a'), join('2022-12-31', 'b'), join('2023-12-31', 'c')] },
      { joins: [join('2021-12-31', 'd'), join('2022-12-31', 'e'), join('2023-12-31', 'f')] },
    );
    expect(joins).toEqual([join('2021-12-31', 'a'), join('2022-12-31', 'Fund'), join('2023-12-31', 'f')]);
  });

  it.each([
    ['annual', 'years'],
    ['quarterly', 'quarters'],
    ['monthly', 'months'],
    ['weekly', 'weeks'],
    ['daily', 'days'],
  ] as const)('of %s rows, how many %s overlap', (frequency, unit) => {
    const joined = splice(series(frequency, [0.125, 0.25, 0.5], 'P'), series(frequency, [NaN, 0.5, 1], 'F'));
    expect(joined.meta.proxyRows![0]!.source).toMatch(
      new RegExp(`^P \\(overlap of 2 ${unit}: correlation 1\\.00, tracking error \\d+\\.\\d\\d %\\)$`),
    );
  });

  it('the tracking error in percent a year, and of a single row that it is too little', () => {
    // Fund less proxy: 0.25 and 0.5; deviation 0.125 · √2 = 17.68 %.
    const two = splice(series('annual', [0.1, 0.25, 0.5], 'P'), series('annual', [NaN, 0.5, 1], 'F'));
    expect(two.meta.proxyRows![0]!.source).toBe('P (overlap of 2 years: correlation 1.00, tracking error 17.68 %)');
    const one = splice(series('annual', [0.1, 0.25], 'P'), series('annual', [NaN, 0.5], 'F'), { fee: 0.0025 });
    expect(one.meta.proxyRows![0]!.source).toBe('P (less 0.25 % a year; overlap of 1 years: too little to compare)');
  });
});

describe('a spliced series', () => {
  it('prints its facts, its note and its hindsight', () => {
    // Fund 0.5, 1 on proxy 0.25, 0.5: slope 2, so the overlap is the same: no error, no difference.
    const joined = splice(series('annual', [0.1, 0.25, 0.5], 'P'), series('annual', [NaN, 0.5, 1], 'F'), {
      scale: 'beta',
    });
    expect(String(joined).split('\n')).toEqual([
      'F spliced, 2020-12 to 2022-12',
      'Overlap with the proxy',
      '----------------------  ----------',
      'Rows                             2',
      'From                    2021-12-31',
      'To                      2022-12-31',
      'Correlation                   1.00',
      'Tracking error              0.00 %',
      'Mean difference a year      0.00 %',
      '1 of 3 rows are of a proxy: P (times beta 2.00; overlap of 2 years: correlation 1.00, tracking error',
      '  0.00 %), 2020-12-31 to 2020-12-31.',
      'Uses hindsight: something in it was known only later.',
    ]);
  });

  it('without hindsight says nothing of it', () => {
    expect(String(splice(index, fund)).split('\n').slice(9)).toEqual([
      // Fund less index: −0.05 and −0.05.
      '2 of 4 rows are of a proxy: Index (overlap of 2 years: correlation 1.00, tracking error 0.00 %),',
      '  2020-12-31 to 2021-12-31.',
    ]);
  });

  it('shows itself in a notebook too', () => {
    const shown = splice(index, fund) as unknown as Record<symbol, () => Record<string, string>>;
    expect(shown[Symbol.for('Jupyter.display')]!()['text/html']).toContain('Fund spliced, 2020-12 to 2023-12');
  });

  it('is plain data in JSON: null for what is undefined, and the overlap last', () => {
    const joined = splice(series('annual', [0.1, NaN, 0.2], 'P'), dated('annual', ['2023-12'], [0.5], 'F'));
    expect(JSON.parse(JSON.stringify(joined))).toEqual({
      name: 'F spliced',
      calendar: {
        frequency: 'annual',
        base: '2019-12-31',
        dates: ['2020-12-31', '2021-12-31', '2022-12-31', '2023-12-31'],
        partialRows: [],
      },
      values: [0.1, null, 0.2, 0.5],
      meta: joined.meta,
      overlap: { rows: 0, from: null, to: null, correlation: null, trackingError: null, meanDifference: null },
    });
    expect(Object.keys(joined)).toEqual(['name', 'calendar', 'values', 'meta', 'overlap']);
  });
});

describe('a proxy times beta', () => {
  // Fund 0.5, −0.5 on proxy 0.25, −0.25: slope 0.25 / 0.125 = 2 to the last digit.
  const withFirst = (first: number): ReturnSeries => series('annual', [first, 0.25, -0.25], 'P');
  const levered = series('annual', [NaN, 0.5, -0.5], 'F');

  it('may lose everything, not more', () => {
    expect([...splice(withFirst(-0.5), levered, { scale: 'beta' }).values]).toEqual([-1, 0.5, -0.5]);
  });

  refuses([
    [
      'a loss of more than everything',
      () => splice(withFirst(-0.5625), levered, { scale: 'beta' }),
      'returns.ruin',
      'splice: times beta 2.00, the return of "P" in row 0 (2020-12-31), -0.5625, would be a loss of more than 100 %. Leave "scale" out, or take another proxy.',
      { where: 'splice', row: 0, date: '2020-12-31', found: -0.5625 },
    ],
    [
      'an overlap of one row',
      () => splice(index, series('annual', [NaN, NaN, NaN, 0.1], 'Fund'), { scale: 'beta' }),
      'series.invalid',
      'splice: scale \'beta\' needs an overlap in which "Index" varies, but "Fund" and it have 1 common rows. Leave "scale" out, or take a proxy that goes on while the fund is there.',
      { where: 'splice', rows: 1 },
    ],
  ]);
});

describe('splice refuses', () => {
  refuses([
    [
      'a fee on top of fees',
      () => splice(described(index, { net: true }), fund, { fee: 0.01 }),
      'option.range',
      'splice: the proxy "Index" is net of fees already, so a fee of 0.01 would be taken twice. Leave "fee" out, or write fee: { rate: 0.01, onTopOfNet: true } if it is meant to come on top.',
      { where: 'splice', proxy: 'Index', found: 0.01 },
    ],
    [
      'a fee of another kind',
      () => splice(index, fund, { fee: bad([0.01]) }),
      'option.type',
      'splice: "fee" must be an object, found an array of 1.',
      { where: 'splice', found: 'an array of 1' },
    ],
    [
      'a fee of more than a half',
      () => splice(index, fund, { fee: 0.6 }),
      'option.range',
      'splice: "fee" is 0.6; it must be a yearly fraction from 0 to 0.5, such as 0.0025 for 0.25 %.',
      { where: 'splice', option: 'fee', found: 0.6 },
    ],
    [
      'another way to scale',
      () => splice(index, fund, { scale: bad('alpha') }),
      'option.range',
      'splice: "scale" is "alpha"; it must be one of \'none\', \'beta\'.',
      { where: 'splice', option: 'scale', found: 'alpha', allowed: ['none', 'beta'] },
    ],
    [
      'an empty name',
      () => splice(index, fund, { name: '' }),
      'option.type',
      'splice: "name" must be a name, found "".',
      { where: 'splice', option: 'name', found: '""' },
    ],
    [
      'a proxy that is a number',
      () => splice(bad(5), fund),
      'series.invalid',
      "splice: the proxy must be a return series, such as panel.returns('SPY') or the result of a backtest; found 5.",
      { where: 'splice', found: '5' },
    ],
    [
      'another frequency',
      () => splice(series('monthly', [0.1], 'Months'), fund),
      'calendar.mismatch',
      'splice: the proxy "Months" is monthly, but "Fund" is annual. Bring the finer one to the other frequency first: resample(panel, …).',
      { where: 'splice', proxy: 'monthly', actual: 'annual' },
    ],
    [
      'another kind of return',
      () => splice(described(index, { kind: 'price' }), fund),
      'series.invalid',
      'splice: the proxy "Index" is of kind \'price\', but "Fund" of kind \'total\': dividends or cash would be in one part of the history and not in the other. Find a proxy of the same kind.',
      { where: 'splice', proxy: 'price', actual: 'total' },
    ],
  ]);

  it('an unknown part of a fee, in the name of the fee', () => {
    const act = (): unknown => splice(index, fund, { fee: bad({ rate: 0.01, onTop: true }) });
    expect(act).toThrow(/^splice, fee: /);
  });
});
