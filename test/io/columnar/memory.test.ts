import * as arrow from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import {
  pricesFromColumns,
  returnsFromColumns,
  stockPanelFromColumns,
  toColumns,
  toLongColumns,
} from '../../../src/io/index.js';
import { addField, fromReturns } from '../../../src/panel/index.js';
import { makeTable } from '../../../src/table/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

const monthly = { frequency: 'monthly', units: 'fraction' } as const;
const dates = ['2024-01-31', '2024-02-29'];
const day = (text: string): number => globalThis.Date.parse(text);

describe('real Arrow tables', () => {
  it('of texts, doubles, nulls and NaN: both are missing', () => {
    const table = arrow.tableFromArrays({
      date: dates,
      A: Float64Array.of(0.1 + 0.2, NaN),
      B: [null, -0.5],
      C: [null, 0.1],
    });
    const panel = returnsFromColumns(table, monthly);
    expect(panel.assets.map((name) => [...panel.returns(name).values])).toEqual([
      [0.1 + 0.2, NaN],
      [NaN, -0.5],
      [NaN, 0.1],
    ]);
  });

  it('days, midnights, singles, whole numbers of 64 bits and decimals are what they say', () => {
    const moments = dates.map(day);
    const decimal = arrow.makeVector({
      type: new arrow.Decimal(2, 10, 128),
      data: Uint32Array.of(7, 0, 0, 0, 0xffffffe3, 0xffffffff, 0xffffffff, 0xffffffff),
    });
    const table = new arrow.Table({
      d: arrow.vectorFromArray(
        moments.map((moment) => Reflect.construct(globalThis.Date, [moment]) as never),
        new arrow.DateDay(),
      ),
      f: arrow.vectorFromArray([0.1, 0.5], new arrow.Float32()),
      i: arrow.vectorFromArray([1n, 0n], new arrow.Int64()),
      x: decimal,
      t: arrow.vectorFromArray(moments, new arrow.TimestampMillisecond()),
    });
    const panel = returnsFromColumns(table, { ...monthly, columns: ['f', 'i', 'x'] });
    // 7 and -29 hundredths.
    expect(panel.assets.map((name) => [...panel.returns(name).values])).toEqual([
      [Math.fround(0.1), 0.5],
      [1, 0],
      [0.07, -0.29],
    ]);
    expect(panel.calendar.date(1)).toBe('2024-02-29');
    expect(returnsFromColumns(table, { ...monthly, date: 't', columns: ['f'] }).calendar.date(0)).toBe('2024-01-31');
  });

  it('moments with a time zone must be declared, times of day are refused, and so is what is no column of that kind', () => {
    const table = new arrow.Table({
      z: arrow.vectorFromArray(dates.map(day), new arrow.TimestampMillisecond('America/New_York')),
      noon: arrow.vectorFromArray(
        dates.map((text) => day(text) + 43_200_000),
        new arrow.TimestampMillisecond(),
      ),
      b: arrow.vectorFromArray([true, false], new arrow.Bool()),
      big: arrow.vectorFromArray([1n, 2n ** 60n + 1n], new arrow.Int64()),
      A: arrow.vectorFromArray([0.1, Infinity], new arrow.Float64()),
    });
    const read = (options: object) => (): unknown => returnsFromColumns(table, { ...monthly, ...options });
    expectInputError('date.format', ['column "z"', 'time zone'], read({ date: 'z', columns: ['big'] }));
    expectInputError(
      'date.format',
      ['column "noon"', 'time of day on 2024-01-31'],
      read({ date: 'noon', columns: ['big'] }),
    );
    expectInputError(
      'file.value',
      ['data row 2', '1152921504606846977', '2^53'],
      read({ date: 'z', zone: 'UTC', columns: ['big'] }),
    );
    expectInputError(
      'file.value',
      ['data row 2', 'column "A"', 'Infinity'],
      read({ date: 'z', zone: 'UTC', columns: ['A'] }),
    );
    expectInputError(
      'file.format',
      ['column "b"', 'Bool', 'numbers'],
      read({ date: 'z', zone: 'UTC', columns: ['b'] }),
    );
  });

  it('long, with names in a dictionary: the same panel as wide', () => {
    const long = arrow.tableFromArrays({
      date: [dates[1], dates[0], dates[1]] as string[],
      fund: ['B', 'A', 'A'],
      r: Float64Array.of(0.3, 0.1, 0.2),
    });
    expect(long.schema.fields[1]!.type.typeId).toBe(arrow.Type.Dictionary);
    const panel = returnsFromColumns(long, { ...monthly, long: { asset: 'fund', value: 'r' }, columns: ['A', 'B'] });
    const wide = returnsFromColumns({ date: dates, A: [0.1, 0.2], B: [null, 0.3] }, monthly);
    expect(JSON.stringify(panel)).toBe(JSON.stringify(wide));
  });
});

describe('objects of arrays', () => {
  it('prices and stocks with fields', () => {
    const prices = pricesFromColumns({ date: dates, SPY: [50, 51] }, { frequency: 'monthly', adjusted: true });
    expect([...prices.returns('SPY').values]).toEqual([51 / 50 - 1]);
    const panel = stockPanelFromColumns(
      { date: [202401n, 202402n], id: Int32Array.of(7, 7), r: [0.1, 0.2], end: [null, -0.5], me: [1, undefined] },
      {
        ...monthly,
        dateFormat: 'YYYYMM',
        asset: 'id',
        returns: 'r',
        delisting: 'end',
        fields: { me: { column: 'me', knownAfter: { days: 0 } } },
      },
    );
    // (1 + 0.2)(1 − 0.5) − 1
    expect(panel.returns('7').values[1]).toBeCloseTo(-0.4, 15);
    expect(panel.toJSON().fields['me']).toEqual({ '7': [null, 1, null] });
  });

  it('that are none, ragged, empty or hold a Date are refused', () => {
    const read = (source: unknown) => (): unknown => returnsFromColumns(source as never, monthly);
    for (const bad of [null, 5, {}, { date: 'x' }, [1]])
      expectInputError('file.format', ['returnsFromColumns', 'Arrow'], read(bad));
    expectInputError('panel.ragged', ['"A"', '1 values', '2'], read({ date: dates, A: [1] }));
    expectInputError('file.format', ['no rows'], read({ date: [], A: [] }));
    const moment: unknown = Reflect.construct(globalThis.Date, [0]);
    expectInputError('date.format', ['data row 1', 'column "date"', 'time zone'], read({ date: [moment], A: [0.1] }));
    expectInputError('file.value', ['"0.1"', 'column "A"'], read({ date: ['2024-01-31'], A: ['0.1'] }));
    expectInputError('option.unknown', ['engine'], () =>
      returnsFromColumns({ date: dates, A: [0, 0] }, { ...monthly, engine: 'text' } as never),
    );
  });
});

describe('columns out', () => {
  const panel = addField(
    fromReturns({
      frequency: 'monthly',
      dates,
      returns: { A: [0.1 + 0.2, NaN], C: [0, 0], ['B']: [NaN, -0] },
    }),
    'size',
    { A: [{ knownOn: '2024-01-31', value: 5 }] },
  );

  it('go into a real Arrow table and come back bit by bit; NaN stays a number, null stays null', () => {
    const table = arrow.tableFromArrays(toColumns(panel) as never);
    expect(table.getChild('A')?.get(1)).toBeNaN();
    expect(table.getChild('A')?.nullCount).toBe(0);
    const again = returnsFromColumns(table, monthly);
    expect(
      again.assets.map((name) =>
        [...again.returns(name).values].map((value, row) => Object.is(value, panel.returns(name as 'A').values[row])),
      ),
    ).toEqual(again.assets.map(() => [true, true]));
    const mixed = toColumns(
      makeTable({
        columns: [{ key: 'fund' }, { key: 'cagr' }, { key: 'years' }],
        rows: [
          { fund: 'A', cagr: null, years: 1 },
          { fund: 'B', cagr: 0.5, years: NaN },
        ],
      }),
    );
    expect(mixed).toEqual({ fund: ['A', 'B'], cagr: [null, 0.5], years: Float64Array.of(1, NaN) });
    const nulls = arrow.tableFromArrays(mixed as never);
    expect([nulls.getChild('cagr')?.get(0), nulls.getChild('years')?.get(1)]).toEqual([null, NaN]);
  });

  it('names that every object has are columns like others', () => {
    const odd = fromReturns({
      frequency: 'monthly',
      dates,
      returns: { ['__proto__']: [0.1, 0.2], constructor: [0.3, 0.4] },
    });
    const again = returnsFromColumns(toColumns(odd), monthly);
    expect(JSON.stringify(again)).toBe(JSON.stringify(odd));
    expect([...again.returns('__proto__').values]).toEqual([0.1, 0.2]);
  });

  it('the long form holds fields as known on each row and is read back to the same figures', () => {
    const long = toLongColumns(panel);
    expect(long['asset']).toEqual(['A', 'A', 'C', 'C', 'B']);
    expect(long['size']).toEqual(Float64Array.of(5, 5, NaN, NaN, NaN));
    const again = stockPanelFromColumns(long, {
      ...monthly,
      asset: 'asset',
      returns: 'return',
      fields: { size: { column: 'size', knownAfter: { days: 0 } } },
    });
    expect(JSON.stringify(again)).toBe(JSON.stringify(panel));
    expectInputError('panel.name', ['"asset"'], () => toLongColumns(addField(panel, 'asset', {})));
    expectInputError('panel.invalid', ['5'], () => toLongColumns(5 as never));
    expectInputError('series.invalid', ['5'], () => toColumns(5 as never));
  });
});
