import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  parseObservations,
  parsePrices,
  parseReturns,
  readReturns,
  type ReturnsTextOptions,
} from '../../src/io/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const folder = mkdtempSync(join(tmpdir(), 'backtilt-json-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const options = {
  frequency: 'monthly',
  units: 'fraction',
  dateFormat: 'YYYY-MM',
} as const satisfies ReturnsTextOptions;
const read =
  (json: unknown, changes: Partial<ReturnsTextOptions> = {}) =>
  () =>
    parseReturns(typeof json === 'string' ? json : JSON.stringify(json), { ...options, ...changes });

describe('JSON', () => {
  const records = [
    { date: '2024-01', SPY: 0.016, IWM: -0.039 },
    { date: '2024-02', SPY: 0.0525, IWM: null },
    { date: '2024-03', IWM: '0.035' },
  ];
  const columns = { date: ['2024-01', '2024-02', '2024-03'], SPY: [0.016, 0.0525, null], IWM: [-0.039, null, '0.035'] };

  it('of records and of columns is read as the CSV of the same figures', () => {
    const csv = parseReturns('date,SPY,IWM\n2024-01,0.016,-0.039\n2024-02,0.0525,\n2024-03,,0.035\n', options).toJSON();
    expect(read(records)().toJSON()).toEqual(csv);
    expect(read(columns)().toJSON()).toEqual(csv);
    expect(read(`\uFEFF\r\n ${JSON.stringify(records, undefined, 2)}\r\n`)().toJSON()).toEqual(csv);
    const path = join(folder, 'returns.json');
    writeFileSync(path, JSON.stringify(records));
    expect(readReturns(path, options).toJSON()).toEqual(csv);
    const long = records.flatMap(({ date, ...rest }) =>
      Object.entries<unknown>(rest).map(([ticker, ret]) => ({ ticker, date, ret })),
    );
    expect(read(long, { long: { asset: 'ticker', value: 'ret' } })().toJSON()).toEqual(csv);
  });

  it('holds prices and observations too', () => {
    const prices = parsePrices('[{"Date":"2024-01-30","A":5},{"Date":"2024-01-31","A":6}]', {
      frequency: 'daily',
      adjusted: true,
    });
    expect(prices.returns('A').values[0]).toBe(6 / 5 - 1);
    const rate = parseObservations('[{"date":"2020-03-01","value":"0.75"},{"date":"2020-04-01","value":"."}]', {
      knownAfter: { months: 1 },
      units: 'percent',
    });
    expect(rate).toEqual([{ knownOn: '2020-04-01', value: 0.0075 }]);
  });

  it('finds the dates by name, since names that are whole numbers come first in JSON', () => {
    const numbered = '[{"date":"2024-01","2330":0.25}]';
    expect(Object.keys((JSON.parse(numbered) as object[])[0]!)[0]).toBe('2330');
    expect(read(numbered)().returns('2330').values[0]).toBe(0.25);
    expectInputError('option.missing', ['"date"', 'month, A'], read([{ month: '2024-01', A: 0.1 }]));
    expect(read([{ month: '2024-01', A: 0.1 }], { date: 'month' })().assets).toEqual(['A']);
    expectInputError('option.missing', ['more than one'], read([{ date: '2024-01', Date: '2024-02', A: 0.1 }]));
    expect(read([{ date: 202401, A: 0.1 }], { dateFormat: 'YYYYMM' })().calendar.date(0)).toBe('2024-01-31');
  });

  it.each([
    ['not closed', '[{"date":"2024-01"', ['none', 'JSON']],
    ['a comma too many', '[{"date":"2024-01","A":1},]', ['none']],
    ['NaN', '[{"date":"2024-01","A":NaN}]', ['none']],
    ['nothing', '[]', ['the JSON']],
    ['no columns', '{}', ['no values']],
    ['columns without rows', { date: [], A: [] }, ['no values']],
    ['numbers alone', [1, 2], ['[0]', 'found 1']],
    ['rows of arrays', [['2024-01', 0.1]], ['[0]']],
    ['a value that is a list', [{ date: '2024-01', A: [0.1] }], ['[0].A', 'an array of 1']],
    ['a value that is true', [{ date: '2024-01', A: true }], ['[0].A', 'true']],
    ['ragged columns', { date: ['2024-01', '2024-02'], A: [0.1] }, ['A', '1 values', '"date" has 2']],
    ['a column that is none', { date: ['2024-01'], A: 0.1 }, ['A', 'found 0.1']],
    ['a nested value', { date: ['2024-01'], A: [{ x: 1 }] }, ['A[0]', 'an object']],
    ['a panel', { calendar: {}, returns: {} }, ['readPanel']],
    ['dates alone', [{ date: '2024-01' }], ['"date"', 'figures']],
  ])('that is %s is refused with the path', (_, json, facts) => {
    expectInputError('file.format', facts, read(json));
  });

  it('with a bad value or date is refused with the record', () => {
    const error = expectInputError(
      'file.value',
      ['record 2', 'column "A"', '"x"'],
      read([
        { date: '2024-01', A: 1 },
        { date: '2024-02', A: 'x' },
      ]),
    );
    expect(error.details).toMatchObject({ line: 2, column: 'A' });
    expectInputError('file.format', ['[0].A', 'Infinity'], read('[{"date":"2024-01","A":1e999}]'));
    expectInputError('file.value', ['"0,01"', 'decimal comma'], read([{ date: '2024-01', A: '0,01' }]));
    expectInputError('date.format', ['record 2', '""'], read([{ date: '2024-01', A: 0.1 }, { A: 0.1 }]));
    expectInputError(
      'calendar.duplicate',
      ['record 2'],
      read([
        { date: '2024-01', A: 0.1 },
        { date: '2024-01', A: 0.1 },
      ]),
    );
  });

  it('takes names that every object has, and no inherited value for one of them', () => {
    const panel = read('[{"date":"2024-01","__proto__":0.5,"constructor":0.25},{"date":"2024-02"}]')();
    expect(panel.assets).toEqual(['__proto__', 'constructor']);
    expect([...panel.returns('__proto__').values, ...panel.returns('constructor').values]).toEqual([
      0.5,
      NaN,
      0.25,
      NaN,
    ]);
  });

  it('keeps every number to the bit', () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        const rows = values.map((A, row) => ({ date: `2024-${String(row + 1).padStart(2, '0')}`, A }));
        const json = JSON.stringify(rows).replaceAll('"A":0}', '"A":-0}');
        const expected = values.map((number) => (number === 0 ? -0 : number));
        expect([...read(json)().returns('A').values].map((number) => (Object.is(number, -0) ? '-0' : number))).toEqual(
          expected.map((number) => (Object.is(number, -0) ? '-0' : number)),
        );
      }),
      { numRuns: 50 },
    );
  });
});
