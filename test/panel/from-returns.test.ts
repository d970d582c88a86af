import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/index.js';
import { fromReturns, type ReturnsInput } from '../../src/panel/index.js';
import type { Frequency } from '../../src/time/index.js';
import { deepFreeze } from '../../src/core/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const dates = ['2024-01', '2024-02', '2024-03'];
const input = (change: object): ReturnsInput<string> => ({
  frequency: 'monthly',
  dates,
  returns: { A: [0.01, 0.02, -0.03] },
  ...change,
});

describe('fromReturns', () => {
  it('gives back every number under its name, in the order of the record', () => {
    const panel = fromReturns({ frequency: 'monthly', dates, returns: { B: [0.1, 0.2, 0.3], A: [-0.1, 0, 1] } });
    expect(panel.assets).toEqual(['B', 'A']);
    expect(Array.from(panel.returns('A').values)).toEqual([-0.1, 0, 1]);
    expect(Array.from(panel.returns('B').values)).toEqual([0.1, 0.2, 0.3]);
    expect(panel.calendar.date(2)).toBe('2024-03-31');
    expect([panel.fields, panel.indicators, panel.holes]).toEqual([[], [], []]);
  });

  it('a missing return is NaN, never 0, whether it came as NaN or as null', () => {
    const panel = fromReturns(input({ returns: { A: [null, 0.02, NaN] } }));
    expect(Array.from(panel.returns('A').values)).toEqual([NaN, 0.02, NaN]);
  });

  it('takes typed arrays', () => {
    expect(
      Array.from(fromReturns(input({ returns: { A: Float64Array.of(0.1, NaN, 0.3) } })).returns('A').values),
    ).toEqual([0.1, NaN, 0.3]);
  });

  it('percent are divided by 100: 1.5 % is 0.015', () => {
    const panel = fromReturns(input({ units: 'percent', returns: { A: [1.5, -100, 250] } }));
    expect(Array.from(panel.returns('A').values)).toEqual([0.015, -1, 2.5]);
  });

  it('a total loss is a return; a gain above 100 % is one when the units are stated', () => {
    expect(fromReturns(input({ returns: { A: [-1, 1, 0] } })).returns('A').values[0]).toBe(-1);
    expect(fromReturns(input({ units: 'fraction', returns: { A: [2.5, 0, 0] } })).returns('A').values[0]).toBe(2.5);
  });

  it('knows what it was told about its numbers, and assumes total returns before fees otherwise', () => {
    expect(fromReturns(input({})).returns('A').meta).toEqual({ kind: 'total', net: false });
    const told = fromReturns(input({ kind: 'price', net: true, source: 'S', vintage: 'V' })).returns('A').meta;
    expect(told).toEqual({ kind: 'price', net: true, source: 'S', vintage: 'V' });
    expect(Object.isFrozen(told)).toBe(true);
  });

  it('a hole inside a life is accepted, counted and listed; what lies outside is not listed', () => {
    const months = Array.from({ length: 8 }, (_, month) => `2024-0${month + 1}`);
    const panel = fromReturns({
      frequency: 'monthly',
      dates: months,
      returns: {
        A: [NaN, 0.1, NaN, NaN, 0.1, NaN, 0.1, NaN],
        B: Array.from({ length: 8 }, () => 0.1),
        C: Array.from({ length: 8 }, () => NaN),
      },
    });
    expect(panel.holes).toEqual([
      { asset: 'A', from: '2024-03-31', to: '2024-04-30', rows: 2 },
      { asset: 'A', from: '2024-06-30', to: '2024-06-30', rows: 1 },
    ]);
  });

  it.each<[string, object, ErrorCode, string[]]>([
    [
      'a date twice',
      { dates: ['2024-01', '2024-02', '2024-02'] },
      'calendar.duplicate',
      ['2024-02-29', 'rows 1 and 2'],
    ],
    ['dates out of order', { dates: ['2024-02', '2024-01', '2024-03'] }, 'calendar.order', ['row 1', '2024-01-31']],
    [
      'a day that does not exist',
      { dates: ['2024-01', '2024-02-30', '2024-03'] },
      'date.impossible',
      ['row 1', '2024-02-30'],
    ],
    [
      'mixed frequencies',
      { dates: ['2024-01-31', '2024-02-15', '2024-02-29'] },
      'calendar.frequency',
      ['rows 1 and 2', '2024-02-15'],
    ],
    ['a missing month', { dates: ['2024-01', '2024-02', '2024-04'] }, 'calendar.gap', ['2024-02-29', '2024-04-30']],
    ['a column too short', { returns: { A: [0.1, 0.2] } }, 'panel.ragged', ['"A"', '2 values', '3 dates']],
    ['a column too long', { returns: { A: [0.1, 0.2, 0.3, 0.4] } }, 'panel.ragged', ['"A"', '4 values', '3 dates']],
    ['no column', { returns: { A: undefined } }, 'panel.ragged', ['"A"', 'undefined']],
    [
      'percent',
      { returns: { A: [0.1, 1.5, 0] } },
      'panel.units',
      ['"A"', 'row 1', '2024-02-29', '1.5', '150 %', "units: 'percent'", "units: 'fraction'"],
    ],
    ['percent of a loss', { returns: { A: [0.1, 0, -3.2] } }, 'panel.units', ['row 2', '2024-03-31', '-3.2']],
    [
      'a loss of more than everything',
      { units: 'fraction', returns: { A: [0, -1.01, 0] } },
      'panel.value',
      ['row 1', '2024-02-29', '-1.01', '100 %'],
    ],
    [
      'a missing code of French',
      { units: 'percent', returns: { A: [0, 0, -999] } },
      'panel.value',
      ['row 2', '2024-03-31', '-9.99'],
    ],
    ['a text', { returns: { A: [0, '0.1', 0] } }, 'panel.value', ['"A"', 'row 1', '2024-02-29', '"0.1"']],
    ['undefined', { returns: { A: [0, 0, undefined] } }, 'panel.value', ['row 2', 'undefined']],
    ['infinity', { returns: { A: [0, Infinity, 0] } }, 'panel.value', ['row 1', 'Infinity']],
    ['no asset', { returns: {} }, 'panel.name', ['no asset']],
    ['an asset without a name', { returns: { '': [0, 0, 0] } }, 'option.type', ['asset name']],
    ['columns that are a list', { returns: [[0, 0, 0]] }, 'option.type', ['an array of 1']],
    ['an unknown kind', { kind: 'net' }, 'option.range', ['fromReturns', '"kind"', "'total'"]],
    ['a word for net', { net: 'yes' }, 'option.type', ['"net"', '"yes"', 'true or false']],
    ['unknown units', { units: 'bps' }, 'option.range', ['"units"', "'percent'"]],
    ['a misspelt option', { unit: 'percent' }, 'option.unknown', ['"unit"', 'units']],
  ])('%s is a named error with place and value', (_, change, code, facts) => {
    expectInputError(code, ['fromReturns', ...facts], () => fromReturns(input(change)));
  });

  it.each<[Frequency, string[], number]>([
    ['daily', ['2024-01-02', '2024-01-03'], 1],
    ['weekly', ['2024-01-05', '2024-01-12'], 1],
    ['monthly', ['2024-01', '2024-02'], 1],
    ['quarterly', ['2024-03', '2024-06'], 2],
    ['annual', ['2023-12', '2024-12'], 5],
  ])('without units a %s return is believed up to a gain of %s × 100 %%', (frequency, days, limit) => {
    const made = (value: number): unknown => fromReturns({ frequency, dates: days, returns: { A: [0, value] } });
    expect(() => made(limit)).not.toThrow();
    expectInputError('panel.units', ['row 1', String(limit + 0.01)], () => made(limit + 0.01));
  });

  it('refuses what is no object', () => {
    expectInputError('option.type', ['fromReturns', 'null'], () => fromReturns(null as unknown as ReturnsInput<'A'>));
  });

  it('reads frozen inputs, and leaves them as they were', () => {
    const frozen = deepFreeze({
      frequency: 'monthly' as const,
      dates: [...dates],
      units: 'percent' as const,
      returns: { A: [1, 2, null] },
    });
    const before = JSON.stringify(frozen);
    fromReturns(frozen);
    expect(JSON.stringify(frozen)).toBe(before);
  });
});
