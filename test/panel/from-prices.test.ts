import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/index.js';
import { fromPrices, type PricesInput } from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const dates = ['2024-01', '2024-02', '2024-03', '2024-04'];
const input = (change: object): PricesInput<string> => ({
  frequency: 'monthly',
  dates,
  prices: { A: [100, 110, 99, 99] },
  ...change,
});

describe('fromPrices', () => {
  it('a return is the price over the price before, less one; the first date is the base', () => {
    const panel = fromPrices(input({}));
    expect([panel.calendar.length, panel.calendar.date(-1), panel.calendar.date(0)]).toEqual([
      3,
      '2024-01-31',
      '2024-02-29',
    ]);
    // 110 / 100 − 1, 99 / 110 − 1, 99 / 99 − 1
    expect(Array.from(panel.returns('A').values, (value) => value.toFixed(10))).toEqual([
      '0.1000000000',
      '-0.1000000000',
      '0.0000000000',
    ]);
  });

  it('a missing price takes two returns with it, and is neither 0 nor filled', () => {
    expect(Array.from(fromPrices(input({ prices: { A: [100, null, 121, 121] } })).returns('A').values)).toEqual([
      NaN,
      NaN,
      0,
    ]);
  });

  it('a fund listed later has its first return one row after its first price', () => {
    const panel = fromPrices(input({ prices: { A: [NaN, NaN, 50, 55] } }));
    expect(Array.from(panel.returns('A').values)).toEqual([NaN, NaN, 55 / 50 - 1]);
    expect(panel.holes).toEqual([]);
  });

  it('says price for bare prices only when told so', () => {
    expect(fromPrices(input({})).returns('A').meta.kind).toBe('total');
    expect(fromPrices(input({ kind: 'price' })).returns('A').meta.kind).toBe('price');
  });

  it.each<[string, object, ErrorCode, string[]]>([
    [
      'a price of 0',
      { prices: { A: [100, 0, 1, 1] } },
      'panel.value',
      ['"A"', 'row 1', '2024-02-29', 'is 0', 'above zero'],
    ],
    ['a negative price', { prices: { A: [100, 1, 1, -5] } }, 'panel.value', ['row 3', '2024-04-30', '-5']],
    ['a text', { prices: { A: [100, '1', 1, 1] } }, 'panel.value', ['row 1', '"1"']],
    ['a column too short', { prices: { A: [100, 110] } }, 'panel.ragged', ['2 values', '4 dates']],
    ['one date', { dates: ['2024-01'], prices: { A: [100] } }, 'calendar.empty', ['two prices']],
    ['a base', { base: '2023-12' }, 'option.unknown', ['"base"']],
    ['a date twice', { dates: ['2024-01', '2024-01', '2024-02', '2024-03'] }, 'calendar.duplicate', ['rows 0 and 1']],
    ['no asset', { prices: {} }, 'panel.name', ['no asset']],
  ])('%s is a named error with place and value', (_, change, code, facts) => {
    expectInputError(code, ['fromPrices', ...facts], () => fromPrices(input(change)));
  });
});
