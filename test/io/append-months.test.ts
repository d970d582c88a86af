import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchFactors, usFunds } from '../../src/data/index.js';
import { appendMonths, parseReturns } from '../../src/io/index.js';
import {
  addField,
  addIndicator,
  type AnyPanel,
  fromReturns,
  type Panel,
  proxyMask,
  type ReturnSeries,
  slice,
} from '../../src/panel/index.js';
import { splice } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const months = (from: number, ...rows: readonly (readonly [number, number])[]): Panel<'A' | 'B'> =>
  fromReturns({
    frequency: 'monthly',
    dates: rows.map((_, row) => `2024-${String(from + row).padStart(2, '0')}`),
    returns: { A: rows.map(([a]) => a), B: rows.map(([, b]) => b) },
    source: from === 1 ? 'the bundled set' : 'my file',
    ...(from === 1 ? { vintage: '2024-03' } : { vintage: '2024-05' }),
  });
const bundled = months(1, [0.01, NaN], [0.02, 0.05], [0.03, 0.06]);
const newer = months(2, [0.02, 0.05], [0.03, 0.06], [0.04, 0.07], [0.05, -0.08]);

describe('appendMonths', () => {
  it('keeps the bundled months and adds the later ones of the newer file', () => {
    const both = appendMonths(bundled, newer);
    expect(both.calendar.toJSON()).toEqual({
      frequency: 'monthly',
      base: '2023-12-31',
      dates: ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31'],
      partialRows: [],
    });
    expect([...both.returns('A').values]).toEqual([0.01, 0.02, 0.03, 0.04, 0.05]);
    expect([...both.returns('B').values]).toEqual([NaN, 0.05, 0.06, 0.07, -0.08]);
  });

  it('says from which month on the numbers are those of the newer file', () => {
    expect(appendMonths(bundled, newer).returns('A').meta).toEqual({
      kind: 'total',
      net: false,
      source: 'the bundled set',
      vintage: '2024-03',
      joins: [{ from: '2024-04-30', source: 'my file, 2024-05' }],
    });
    expect(appendMonths(bundled, newer, { source: 'another word' }).returns('B').meta.joins).toEqual([
      { from: '2024-04-30', source: 'another word' },
    ]);
    const twice = appendMonths(appendMonths(bundled, slice(newer, { to: '2024-04' })), newer);
    expect(twice.returns('A').meta.joins?.map(({ from }) => from)).toEqual(['2024-04-30', '2024-05-31']);
  });

  it('matches months, whatever day of the month a file gives them', () => {
    const other = parseReturns('d,B,A\n2024-03-28,6,3\n2024-04-29,7,4\n', { frequency: 'monthly', units: 'percent' });
    const both = appendMonths(bundled, other);
    expect(both.calendar.toJSON().dates).toEqual(['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-29']);
    expect([both.returns('A').values[3], both.returns('B').values[3]]).toEqual([0.04, 0.07]);
  });

  it('refuses overlapping months that differ, and lists them with both values', () => {
    const other = months(2, [0.02, 0.05], [0.0302, 0.0601], [0.04, 0.07]);
    const error = expectInputError(
      'append.differs',
      [
        '1 of the returns',
        '"A" 2024-03-31',
        '3 %',
        '3.02 %',
        '0.02 %',
        '0.01 %',
        "vintage: 'newer' or 'bundled'",
        'tolerance',
      ],
      () => appendMonths(bundled, other),
    );
    expect(error.details['differences']).toEqual([{ asset: 'A', date: '2024-03-31', bundled: 0.03, newer: 0.0302 }]);
    // Just the tolerance is within it: B differs by 0.01 %.
    expect(appendMonths(bundled, other, { tolerance: 0.0002 }).returns('A').values[2]).toBe(0.03);
    expectInputError('append.differs', ['2 of the returns', '"B" 2024-03-31'], () =>
      appendMonths(bundled, other, { tolerance: 0 }),
    );
  });

  it('finds percents among fractions, another fund, and dividends left out, by the months in common', () => {
    const wrong = (factor: number): AnyPanel => months(2, [0.02 * factor, 0.05], [0.03, 0.06], [0.04, 0.07]);
    expectInputError('append.differs', ['2 %', '20 %'], () => appendMonths(bundled, wrong(10)));
    const turned = fromReturns({
      frequency: 'monthly',
      dates: ['2024-03', '2024-04'],
      returns: { A: [0.06, 0.07], B: [0.03, 0.04] },
    });
    expectInputError('append.differs', ['2 of the returns'], () => appendMonths(bundled, turned));
    const many = fromReturns({
      frequency: 'monthly',
      dates: Array.from({ length: 12 }, (_, row) => `2024-${String(row + 1).padStart(2, '0')}`),
      returns: { A: new Float64Array(12).fill(0.5), B: new Float64Array(12).fill(0.5) },
    });
    expectInputError('append.differs', ['6 of the returns', '"B" 2024-01-31: none and 50 % (none)'], () =>
      appendMonths(bundled, many),
    );
  });

  it('a return in one file and none in the other differ, whatever the tolerance', () => {
    const hole = months(3, [NaN, 0.06], [0.04, 0.07]);
    expectInputError('append.differs', ['"A" 2024-03-31: 3 % and none'], () =>
      appendMonths(bundled, hole, { tolerance: 1 }),
    );
  });

  it('believes the vintage that is named', () => {
    const revised = months(2, [0.025, 0.05], [0.035, 0.06], [0.04, 0.07]);
    const kept = appendMonths(bundled, revised, { vintage: 'bundled' }).returns('A');
    expect([...kept.values]).toEqual([0.01, 0.02, 0.03, 0.04]);
    expect(kept.meta.joins).toEqual([{ from: '2024-04-30', source: 'my file, 2024-05' }]);
    const replaced = appendMonths(bundled, revised, { vintage: 'newer' }).returns('A');
    expect([...replaced.values]).toEqual([0.01, 0.025, 0.035, 0.04]);
    expect(replaced.meta.joins).toEqual([{ from: '2024-02-29', source: 'my file, 2024-05' }]);
    const whole = fromReturns({
      frequency: 'monthly',
      dates: ['2023-12', '2024-01', '2024-02', '2024-03', '2024-04'],
      returns: { A: [1, 0.5, 0.5, 0.5, 0.5], B: [1, 0.5, 0.5, 0.5, 0.5] },
    });
    expect([...appendMonths(bundled, whole, { vintage: 'newer' }).returns('B').values]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it('refuses a gap, no month in common, nothing new, and other frequencies', () => {
    expectInputError('calendar.gap', ['2 months', '2024-03-31', '2024-06-30'], () =>
      appendMonths(bundled, months(6, [0.1, 0.1])),
    );
    expectInputError('calendar.mismatch', ['no month in common', 'one month earlier'], () =>
      appendMonths(bundled, months(4, [0.1, 0.1])),
    );
    expectInputError('append.nothing', ['no later month', 'which file is which'], () => appendMonths(newer, bundled));
    expectInputError('append.nothing', ['no later month'], () => appendMonths(bundled, bundled));
    const days = fromReturns({ frequency: 'daily', dates: ['2024-03-28'], returns: { A: [0.1], B: [0.1] } });
    expectInputError('calendar.mismatch', ['daily', 'Resample'], () => appendMonths(bundled, days));
  });

  it('refuses other names, kinds and fees', () => {
    const named = (returns: Record<string, number[]>, rest: object = {}): AnyPanel =>
      fromReturns({ frequency: 'monthly', dates: ['2024-03', '2024-04'], returns, ...rest });
    expectInputError('panel.name', ['"AA"', 'Did you mean A?'], () =>
      appendMonths(bundled, named({ AA: [0.03, 0], B: [0.06, 0] })),
    );
    expectInputError('panel.name', ['lacks B'], () => appendMonths(bundled, named({ A: [0.03, 0] })));
    expectInputError('append.kind', ['"A"', 'total returns before fees', 'price returns before fees'], () =>
      appendMonths(bundled, named({ A: [0.03, 0], B: [0.06, 0] }, { kind: 'price' })),
    );
    expectInputError('append.kind', ['after fees'], () =>
      appendMonths(bundled, named({ A: [0.03, 0], B: [0.06, 0] }, { net: true })),
    );
  });

  it('lets assets stay away that had ended before', () => {
    const ended = months(1, [0.01, 0.01], [0.02, NaN], [0.03, NaN]);
    const rest = fromReturns({ frequency: 'monthly', dates: ['2024-03', '2024-04'], returns: { A: [0.03, 0.04] } });
    const both = appendMonths(ended, rest);
    expect([...both.returns('A').values, ...both.returns('B').values]).toEqual([
      0.01,
      0.02,
      0.03,
      0.04,
      0.01,
      NaN,
      NaN,
      NaN,
    ]);
    expect(both.returns('B').meta.joins).toBeUndefined();
  });

  it('joins single series under the name of the first', () => {
    const both = appendMonths(bundled.returns('B'), newer.returns('B'));
    expect([both.name, both.calendar.length]).toEqual(['B', 5]);
    expect([...both.values]).toEqual([NaN, 0.05, 0.06, 0.07, -0.08]);
    const other = appendMonths(bundled.returns('A'), { ...newer.returns('A'), name: 'Close' });
    expect([other.name, other.values.at(-1)]).toEqual(['A', 0.05]);
    expectInputError('series.invalid', ['the newer one'], () => appendMonths(bundled.returns('A'), newer as never));
    expectInputError('panel.invalid', ['where a panel belongs'], () =>
      appendMonths(bundled, newer.returns('A') as never),
    );
    expectInputError('panel.invalid', ['5'], () => appendMonths(5 as never, newer));
    expectInputError('panel.invalid', ['null'], () => appendMonths(null as never, newer));
  });

  it('goes on with fields and indicators of the newer panel, so that none grows stale unseen', () => {
    const facts = (panel: AnyPanel, day: string, value: number): AnyPanel =>
      addIndicator(addField(panel, 'size', { A: [{ knownOn: day as never, value }] }), 'rate', [
        { knownOn: day as never, value },
      ]);
    const both = appendMonths(facts(bundled, '2024-01-31', 1), facts(newer, '2024-04-15', 2)).toJSON();
    expect(both.fields['size']!['A']).toEqual([null, 1, 1, 1, 2, 2]);
    expect(both.indicators['rate']).toEqual([null, 1, 1, 1, 2, 2]);
    expectInputError('panel.name', ['lacks the fields size', 'same fields'], () =>
      appendMonths(facts(bundled, '2024-01-31', 1), newer),
    );
    expectInputError('panel.name', ['further fields size'], () => appendMonths(bundled, facts(newer, '2024-01-31', 1)));
  });

  it('marks as proxies the rows of the file that they come from', () => {
    const dates = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'];
    const index = fromReturns({ frequency: 'monthly', dates, returns: { A: [0.01, 0.02, 0.03, 0.04, 0.05] } }).returns(
      'A',
    );
    const fund = (from: number): ReturnSeries =>
      fromReturns({
        frequency: 'monthly',
        dates: dates.slice(from),
        returns: { A: [0.01, 0.02, 0.03, 0.04, 0.05].slice(from) },
      }).returns('A');
    const old = slice(splice(index, fund(2)), { to: '2024-03' });
    const late = slice(splice(index, fund(4)), { from: '2024-02' });
    const marks = (vintage: 'newer' | 'bundled'): string => proxyMask(appendMonths(old, late, { vintage })).join(' ');
    // The bundled series has proxies in January and February, the newer one from its start in February to April.
    expect([marks('bundled'), marks('newer')]).toEqual(['1 1 0 1 0', '1 1 1 1 0']);
  });

  it('keeps the mark of a month that is only a part of one, and forgets it when the newer file has the whole', () => {
    const part = fromReturns({
      frequency: 'monthly',
      base: '2024-01-15',
      dates: ['2024-01', '2024-02'],
      returns: { A: [0.01, 0.02] },
    });
    const rest = fromReturns({
      frequency: 'monthly',
      dates: ['2024-01', '2024-02', '2024-03'],
      returns: { A: [0.03, 0.02, 0.03] },
    });
    expect(appendMonths(part, rest, { vintage: 'bundled' }).calendar.partialRows).toEqual([0]);
    expect(appendMonths(part, rest, { vintage: 'newer' }).calendar.partialRows).toEqual([]);
  });

  it('refuses options that are none', () => {
    expectInputError('option.range', ['tolerance', '-1'], () => appendMonths(bundled, newer, { tolerance: -1 }));
    expectInputError('option.range', ['vintage', "'newer', 'bundled'"], () =>
      appendMonths(bundled, newer, { vintage: 'mine' as never }),
    );
    expectInputError('option.unknown', ['"tolerence"', 'tolerance'], () =>
      appendMonths(bundled, newer, { tolerence: 1 } as never),
    );
    expectInputError('option.type', ['source'], () => appendMonths(bundled, newer, { source: '' }));
  });

  it('gives back a panel that was cut in two with some months in common', () => {
    const value = fc.oneof(fc.double({ min: -0.9, max: 0.9, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), (values, a, b) => {
        const dates = values.map((_, row) => `2024-${String(row + 1).padStart(2, '0')}`);
        const whole = fromReturns({ frequency: 'monthly', dates, returns: { A: [...values], B: values.map(() => 0) } });
        const end = 1 + (a % (values.length - 2));
        const start = b % (end + 1);
        const both = appendMonths(slice(whole, { to: dates[end]! }), slice(whole, { from: dates[start]! }));
        expect(both.calendar.toJSON()).toEqual(whole.calendar.toJSON());
        expect([...both.returns('A').values]).toEqual([...whole.returns('A').values]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('bundled sets', () => {
  it('of funds are extended from a file of one fund', () => {
    const spy = usFunds().returns('SPY');
    const last = spy.values.at(-1)!;
    const file = `month,SPY\n2026-07,${(last * 100).toFixed(2)}\n2026-08,1.25\n`;
    const mine = parseReturns(file, {
      frequency: 'monthly',
      units: 'percent',
      dateFormat: 'YYYY-MM',
      net: true,
      source: 'my broker',
    });
    const longer = appendMonths(spy, mine.returns('SPY'));
    expect([longer.values.length, longer.values.at(-2), longer.values.at(-1)]).toEqual([
      spy.values.length + 1,
      last,
      0.0125,
    ]);
    expect(longer.meta.joins).toEqual([{ from: '2026-08-31', source: 'my broker' }]);
  });

  it('of factors refuse a newer vintage that rewrites history, and take it when that is said', () => {
    const { three } = frenchFactors();
    const tail = slice(three, { from: '2025-01' });
    const text = Array.from({ length: tail.calendar.length + 1 }, (_, row) => {
      const date = row < tail.calendar.length ? tail.calendar.date(row).slice(0, 7) : '2026-01';
      const shown = three.assets.map((asset) =>
        row < tail.calendar.length ? tail.returns(asset).values[row]! * 100 + (row === 3 ? 0.5 : 0) : 1,
      );
      return [date, ...shown].join(',');
    }).join('\n');
    const newer = parseReturns(`month,${three.assets.join(',')}\n${text}\n`, {
      frequency: 'monthly',
      units: 'percent',
      dateFormat: 'YYYY-MM',
      kind: 'excess',
    });
    expectInputError('append.differs', ['3 of the returns', '2025-04-30', '0.5 %'], () => appendMonths(three, newer));
    const revised = appendMonths(three, newer, { vintage: 'newer' });
    expect(revised.calendar.date(revised.calendar.length - 1)).toBe('2026-01-31');
    expect(revised.returns('SMB').meta.joins?.[0]?.from).toBe('2025-01-31');
  });
});
