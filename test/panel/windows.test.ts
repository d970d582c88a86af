import { describe, expect, it } from 'vitest';
import {
  commonWindow,
  describeSpan,
  describeWindow,
  fromReturns,
  fromSeries,
  lived,
  makeReturnSeries,
  overlap,
  resample,
  slice,
  storeOf,
} from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { HOLIDAYS_2020, weekdays } from '../support/weekdays.js';

const panel = fromReturns({
  frequency: 'monthly',
  dates: ['2019-11', '2019-12', '2020-01', '2020-02', '2020-03', '2020-04'],
  returns: {
    OLD: [0.01, 0.02, 0.03, 0.04, NaN, NaN],
    FULL: [0.01, 0.02, 0.03, 0.04, 0.05, 0.06],
    NEW: [NaN, NaN, 0.03, NaN, 0.05, 0.06],
    LATE: [NaN, NaN, NaN, NaN, 0.05, 0.06],
    NEVER: [NaN, NaN, NaN, NaN, NaN, NaN],
  },
});

describe('slice', () => {
  it('both ends belong to the window, and the base is the row before it', () => {
    const part = slice(panel, { from: '2020-01', to: '2020-03' });
    expect(part.calendar.toJSON()).toEqual({
      frequency: 'monthly',
      base: '2019-12-31',
      dates: ['2020-01-31', '2020-02-29', '2020-03-31'],
      partialRows: [],
    });
    expect(part.toJSON().returns['FULL']).toEqual([0.03, 0.04, 0.05]);
  });

  it('an open end is the end of the data; no end at all is the whole panel', () => {
    expect(slice(panel, { from: '2020-02-29' }).calendar.length).toBe(3);
    expect(slice(panel, { from: '2020-03-01' }).calendar.length).toBe(2);
    expect(slice(panel, { to: '2020-02-28' }).calendar.length).toBe(3);
    expect(slice(panel, {}).toJSON()).toEqual(panel.toJSON());
    expect(slice(panel, { from: '1900-01', to: '2100-01' }).toJSON()).toEqual(panel.toJSON());
  });

  it('two parts chained are the whole', () => {
    const [before, after] = [slice(panel, { to: '2020-01' }), slice(panel, { from: '2020-02' })];
    expect(after.calendar.base).toBe(before.calendar.days.at(-1));
    expect([...before.toJSON().returns['NEW']!, ...after.toJSON().returns['NEW']!]).toEqual(
      panel.toJSON().returns['NEW'],
    );
  });

  it('a hole cut in half is a hole no more', () => {
    expect(panel.holes).toEqual([{ asset: 'NEW', from: '2020-02-29', to: '2020-02-29', rows: 1 }]);
    expect(slice(panel, { from: '2020-02' }).holes).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['after the data', { from: '2020-05' }, ['2020-05', '2019-11-30 to 2020-04-30']],
    ['before the data', { to: '2019-10' }, ['the start to 2019-10']],
    ['between two rows', { from: '2020-01-02', to: '2020-01-30' }, ['2020-01-02', '2020-01-30']],
    ['the wrong way round', { from: '2020-03', to: '2020-01' }, ['2020-03', '2020-01']],
  ])('a window %s is refused with the span of the data', (_, window, facts) => {
    expectInputError('panel.empty-window', ['slice', ...facts], () => slice(panel, window));
  });

  it('refuses a misspelt end, an impossible day and what is no window', () => {
    expectInputError('option.unknown', ['"start"'], () => slice(panel, { start: '2020-01' } as object));
    expectInputError('date.impossible', ['slice, from', '2020-02-30'], () => slice(panel, { from: '2020-02-30' }));
    expectInputError('option.type', ['slice', 'undefined'], () => slice(panel, undefined as unknown as object));
  });
});

describe('overlap', () => {
  it('an all-NaN beginning shortens the window: it is never a run of zeros', () => {
    const both = overlap(panel, ['FULL', 'LATE']);
    expect(both.toJSON().returns).toEqual({ FULL: [0.05, 0.06], LATE: [0.05, 0.06] });
    expect(both.calendar.date(-1)).toBe('2020-02-29');
  });

  it('keeps the order that was asked for, and holes', () => {
    const some = overlap(panel, ['NEW', 'FULL']);
    expect(some.assets).toEqual(['NEW', 'FULL']);
    expect(some.toJSON().returns['NEW']).toEqual([0.03, null, 0.05, 0.06]);
  });

  it('says with its spans that assets were never listed together', () => {
    expectInputError(
      'panel.empty-window',
      ['overlap', 'OLD 2019-11-30 to 2020-02-29', 'LATE 2020-03-31 to 2020-04-30'],
      () => overlap(panel, ['OLD', 'LATE']),
    );
    expectInputError('panel.empty-window', ['NEVER has no return'], () => overlap(panel));
  });

  it('refuses an unknown name, one twice, an empty list and no list', () => {
    expectInputError('asset.unknown', ['"FUL"', 'FULL'], () => overlap(panel, ['FUL' as 'FULL']));
    expectInputError('panel.name', ['"FULL" stands twice'], () => overlap(panel, ['FULL', 'OLD', 'FULL']));
    expectInputError('option.type', ['an empty list'], () => overlap(panel, []));
    expectInputError('option.type', ['"FULL"'], () => overlap(panel, 'FULL' as unknown as ['FULL']));
  });
});

describe('the common window', () => {
  const window = (...assets: string[]): ReturnType<typeof commonWindow> =>
    commonWindow(storeOf(panel, 'here'), assets, 'here');

  it('names the assets that limit it at either end', () => {
    expect(window('OLD', 'FULL', 'NEW')).toEqual({
      first: 2,
      last: 3,
      from: '2020-01-31',
      to: '2020-02-29',
      startLimitedBy: ['NEW'],
      endLimitedBy: ['OLD'],
    });
    expect(window('FULL')).toMatchObject({ first: 0, last: 5, startLimitedBy: [], endLimitedBy: [] });
    expect(window('OLD', 'FULL').startLimitedBy).toEqual([]);
  });

  it('in words: months as months, days as days', () => {
    expect(describeWindow(slice(panel, { from: '2020-01', to: '2020-02' }).calendar, window('OLD', 'NEW'))).toBe(
      '2020-01 to 2020-02 (2 months; NEW begins last; OLD ends first)',
    );
    const dates = weekdays('2020-01-02', '2020-01-10', HOLIDAYS_2020);
    const days = fromReturns({ frequency: 'daily', dates, returns: { A: dates.map(() => 0) } });
    expect(describeSpan(days.calendar)).toBe('2020-01-02 to 2020-01-10');
    expect(describeWindow(days.calendar, { startLimitedBy: [], endLimitedBy: [] })).toBe(
      '2020-01-02 to 2020-01-10 (7 days)',
    );
    const day = slice(days, { to: '2020-01-02' }).calendar;
    expect(describeWindow(day, { startLimitedBy: [], endLimitedBy: [] })).toBe('2020-01-02 to 2020-01-02 (1 day)');
  });
});

describe('lived', () => {
  it('leaves out the rows before the first and after the last return, and keeps holes', () => {
    const life = lived(panel.returns('NEW'));
    expect([Array.from(life.values), life.calendar.date(-1), life.calendar.length]).toEqual([
      [0.03, NaN, 0.05, 0.06],
      '2019-12-31',
      4,
    ]);
    const full = panel.returns('FULL');
    expect(lived(full)).toBe(full);
  });

  it('is empty for a series without a return', () => {
    expect([lived(panel.returns('NEVER')).values.length, lived(panel.returns('NEVER')).calendar.length]).toEqual([
      0, 0,
    ]);
  });
});

describe('marks of a series', () => {
  it('hindsight stays through joining, slicing and resampling', () => {
    const dates = ['2020-01', '2020-02', '2020-03'];
    const one = fromReturns({ frequency: 'monthly', dates, returns: { A: [0.1, 0.2, 0.3] } }).returns('A');
    const two = fromReturns({ frequency: 'monthly', dates, returns: { B: [0.1, 0.2, 0.3] } }).returns('B');
    const marked = makeReturnSeries('A', one.calendar, one.values.slice(), { ...one.meta, usesHindsight: true });
    const joined = fromSeries(two, marked);
    for (const panel of [joined, slice(joined, { from: '2020-02' }), resample(joined, 'quarterly')]) {
      expect(panel.returns('A').meta.usesHindsight).toBe(true);
      expect(panel.returns('B').meta).not.toHaveProperty('usesHindsight');
    }
  });

  it('a window takes a plain string', () => {
    const dates = ['2020-01', '2020-02'];
    const panel = fromReturns({ frequency: 'monthly', dates, returns: { A: [0.1, 0.2] } });
    const from: string = ['2020', '02'].join('-');
    expect(slice(panel, { from }).calendar.length).toBe(1);
    expectInputError('date.format', ['"soon"', 'YYYY-MM'], () => slice(panel, { from: 'soon' }));
  });
});
