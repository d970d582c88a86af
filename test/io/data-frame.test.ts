import { DataFrame } from 'danfojs-node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest, fixedMix, maxDrawdown, summarize, sweep } from '../../src/index.js';
import { compare } from '../../src/report/index.js';
import { type DataFrameOptions, fromDataFrame, panelTable, toDataFrame } from '../../src/io/index.js';
import { fromReturns } from '../../src/panel/index.js';
import { makeTable } from '../../src/table/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const options = { date: 'date', frequency: 'monthly', units: 'fraction' } as const;

describe('fromDataFrame on a real danfojs data frame', () => {
  it('gives the numbers in full precision, not in the single precision in which danfojs computes', () => {
    const df = new DataFrame({ date: ['2024-01-31', '2024-02-29'], A: [0.1, NaN], B: [0.1 + 0.2, -0.05] });
    const panel = fromDataFrame(df, options);
    expect(panel.assets).toEqual(['A', 'B']);
    expect([...panel.returns('A').values]).toEqual([0.1, NaN]);
    expect([...panel.returns('B').values]).toEqual([0.1 + 0.2, -0.05]);
    expect(panel.calendar.date(1)).toBe('2024-02-29');
  });

  it('reads months that a reader of CSV took for numbers, in percent, from chosen columns', () => {
    const df = new DataFrame(
      [
        [5.25, 202401, 'x'],
        [null, 202402, 'y'],
      ],
      { columns: ['r', 'yyyymm', 'note'] },
    );
    const panel = fromDataFrame(df, {
      date: 'yyyymm',
      dateFormat: 'YYYYMM',
      frequency: 'monthly',
      units: 'percent',
      columns: { IWM: 'r' },
    });
    expect([...panel.returns('IWM').values]).toEqual([0.0525, NaN]);
  });

  it('makes returns of prices where "adjusted" is said', () => {
    const df = new DataFrame({ date: ['2024-01-30', '2024-01-31'], SPY: [50, 51] });
    const panel = fromDataFrame(df, { date: 'date', frequency: 'daily', adjusted: false });
    // 51 / 50 − 1
    expect(panel.returns('SPY').values[0]).toBe(51 / 50 - 1);
    expect(panel.returns('SPY').meta.kind).toBe('price');
  });

  it('a panel handed to danfojs and taken back is the same panel', () => {
    const panel = fromReturns({
      frequency: 'monthly',
      dates: ['2024-01', '2024-02'],
      returns: { A: [NaN, 0.1 + 0.2], B: [0.01, NaN] },
    });
    const df = toDataFrame(DataFrame, panel);
    expect(df).toBeInstanceOf(DataFrame);
    expect(df.columns).toEqual(['date', 'A', 'B']);
    expect(df.shape).toEqual([2, 3]);
    expect(JSON.stringify(fromDataFrame(df, options))).toBe(JSON.stringify(panel));
  });

  it('refuses a Date, whose time zone would decide the day', () => {
    const moment: unknown = Reflect.construct(globalThis.Date, [0]);
    const frame = { columns: ['date', 'A'], values: [[moment, 0.01]] };
    expectInputError('date.format', ['row 0', 'column "date"', 'time zone'], () => fromDataFrame(frame, options));
  });

  it('refuses what is no frame, text among the numbers, unknown columns and rows out of order', () => {
    const frame = (values: unknown[][]): { columns: string[]; values: unknown[][] } => ({
      columns: ['date', 'A'],
      values,
    });
    expectInputError('panel.value', ['row 1', 'column "A"', '2024-02-29', '"x"'], () =>
      fromDataFrame(
        frame([
          ['2024-01-31', 0.01],
          ['2024-02-29', 'x'],
        ]),
        options,
      ),
    );
    expectInputError('panel.value', ['Infinity'], () => fromDataFrame(frame([['2024-01-31', Infinity]]), options));
    expectInputError('calendar.order', ['fromDataFrame, row 1', '2024-01-31'], () =>
      fromDataFrame(
        frame([
          ['2024-02-29', 0.01],
          ['2024-01-31', 0.01],
        ]),
        options,
      ),
    );
    expectInputError('file.format', ['"day"', 'date'], () =>
      fromDataFrame(frame([['2024-01-31', 0]]), { ...options, date: 'day' }),
    );
    expectInputError('file.format', ['"B"'], () =>
      fromDataFrame(frame([['2024-01-31', 0]]), { ...options, columns: ['B'] }),
    );
    for (const bad of [null, {}, [1], { columns: ['date'], values: [1] }])
      expectInputError('file.format', ['data frame', 'columns'], () => fromDataFrame(bad as never, options));
    expectInputError('calendar.empty', ['fromDataFrame'], () => fromDataFrame(frame([]), options));
  });

  it('must be told what the numbers are: returns or prices, not both', () => {
    const df = { columns: ['date', 'A'], values: [['2024-01-31', 0.01]] };
    const call = (given: object) => (): unknown => fromDataFrame(df, given as DataFrameOptions);
    expectInputError('option.missing', ['neither', 'units', 'adjusted'], call({ date: 'date', frequency: 'monthly' }));
    expectInputError('option.missing', ['both'], call({ ...options, adjusted: true }));
    expectInputError('option.unknown', ['unit'], call({ ...options, unit: 1 }));
    expectInputError('option.type', ['date', 'undefined'], call({ frequency: 'monthly', units: 'fraction' }));
  });
});

describe('toDataFrame', () => {
  const panel = fromReturns({
    frequency: 'monthly',
    dates: ['2024-01', '2024-02'],
    returns: { A: [0.01, NaN], B: [NaN, NaN] },
  });

  it('makes danfojs frames of tables, panels and series, with columns that were never listed', () => {
    const table = makeTable({
      columns: [{ key: 'fund', align: 'left' }, { key: 'cagr' }],
      rows: [
        { fund: 'A', cagr: 0.5 },
        { fund: null, cagr: NaN },
      ],
    });
    expect(toDataFrame(DataFrame, table).values).toEqual([
      ['A', 0.5],
      [null, NaN],
    ]);
    expect(toDataFrame(DataFrame, panel).values).toEqual([
      ['2024-01-31', 0.01, NaN],
      ['2024-02-29', NaN, NaN],
    ]);
    expect(toDataFrame(DataFrame, panel.returns('A')).columns).toEqual(['date', 'A']);
    expect(toDataFrame(DataFrame, panelTable(panel)).dtypes).toEqual(['string', 'float32', 'float32']);
  });

  it('makes frames of results, comparisons, sweeps and summaries', () => {
    const funds = fromReturns({
      frequency: 'annual',
      dates: ['2020-12', '2021-12', '2022-12'],
      returns: { A: [0.1, 0.2, -0.1 - 0.2], B: [0, 0.1, 0.3] },
    });
    const mix = (weight: number) => fixedMix({ weights: { A: weight, B: 1 - weight } });
    const run = backtest(funds, mix(0.5));
    const frame = toDataFrame(DataFrame, run);
    expect(frame.columns).toEqual(['date', run.name]);
    expect(frame.values.map((row) => (row as unknown[])[1])).toEqual([...run.values]);
    const compared = toDataFrame(DataFrame, compare(funds, ['A', 'B']));
    expect(compared.shape[0]).toBe(2);
    const swept = sweep(funds, {
      grid: { weight: [0, 1] },
      strategy: ({ weight }) => mix(weight),
      metrics: { maxDrawdown },
    });
    expect(toDataFrame(DataFrame, swept).values).toEqual([
      [0, 0, swept.metrics.maxDrawdown[0]],
      [1, 1, swept.metrics.maxDrawdown[1]],
    ]);
    const summary = summarize(funds.returns('A'));
    const rows = toDataFrame(DataFrame, summary).values as unknown[][];
    expect(rows).toContainEqual([null, 'totalReturn', summary.totalReturn, null]);
    expect(rows).toContainEqual(['risk', 'volatility', summary.risk.volatility, null]);
  });

  it('random panels go through danfojs and back bit by bit', () => {
    const value = fc.oneof(fc.double({ min: -0.999, max: 0.9, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 11 }), (pairs) => {
        const panel = fromReturns({
          frequency: 'annual',
          dates: pairs.map((_, row) => `${2000 + row}-12`),
          returns: { A: pairs.map(([a]) => a), B: pairs.map(([, b]) => b) },
          units: 'fraction',
        });
        // Fewer than a dozen values are believed whatever their size.
        fc.pre(pairs.length <= 5);
        const again = fromDataFrame(toDataFrame(DataFrame, panel), {
          date: 'date',
          frequency: 'annual',
          units: 'fraction',
        });
        for (const name of ['A', 'B'])
          expect(
            [...again.returns(name).values].every((one, row) => Object.is(one, panel.returns(name as 'A').values[row])),
          ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses other things, a missing constructor and a table without rows', () => {
    expectInputError('option.type', ['DataFrame', 'undefined'], () => toDataFrame(undefined as never, panel));
    expectInputError('series.invalid', ['5'], () => toDataFrame(DataFrame, 5 as never));
    expectInputError('table.invalid', ['no rows'], () =>
      toDataFrame(DataFrame, makeTable({ columns: [{ key: 'a' }], rows: [] })),
    );
  });
});
