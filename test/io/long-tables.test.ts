import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrices, parseReturns, type ReturnsTextOptions } from '../../src/io/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const options = {
  frequency: 'monthly',
  units: 'fraction',
  dateFormat: 'YYYYMM',
  long: { asset: 'ticker', value: 'ret' },
} as const satisfies ReturnsTextOptions;
const bits = (values: ArrayLike<number>): BigUint64Array => new BigUint64Array(Float64Array.from(values).buffer);
const read =
  (text: string, changes: Partial<ReturnsTextOptions> = {}) =>
  (): unknown =>
    parseReturns(text, { ...options, ...changes });

describe('a long table, with one line per date and asset', () => {
  const text = 'date,ticker,ret\n202402,IWM,0.05\n202401,SPY,0.01\n202401,IWM,-0.04\n202403,SPY,\n202402,SPY,0.05\n';

  it('becomes one column per asset, in the order of first appearance, whatever the order of the lines', () => {
    const panel = parseReturns(text, options);
    expect(panel.assets).toEqual(['IWM', 'SPY']);
    expect(panel.calendar.toJSON()).toEqual({
      frequency: 'monthly',
      base: '2023-12-31',
      dates: ['2024-01-31', '2024-02-29', '2024-03-31'],
      partialRows: [],
    });
    expect([...panel.returns('IWM').values]).toEqual([-0.04, 0.05, NaN]);
    expect([...panel.returns('SPY').values]).toEqual([0.01, 0.05, NaN]);
  });

  it('gives the assets that are named, under other names where that is said', () => {
    expect(parseReturns(text, { ...options, columns: ['SPY'] }).assets).toEqual(['SPY']);
    const renamed = parseReturns(text, { ...options, columns: { market: 'SPY', small: 'IWM' } });
    expect(renamed.assets).toEqual(['market', 'small']);
    expect(renamed.returns('small').values[0]).toBe(-0.04);
    expectInputError('file.format', ['assets in column "ticker"', '"IMW"', 'IWM'], read(text, { columns: ['IMW'] }));
  });

  it('holds prices too, and takes the date column by name', () => {
    // 101 / 100 − 1 and 5 / 4 − 1.
    const prices = 'permno;close;day\n10001;100;1/30/2024\n10001;101;1/31/2024\n2330;4;1/30/2024\n2330;5;1/31/2024\n';
    const panel = parsePrices(prices, {
      frequency: 'daily',
      adjusted: true,
      date: 'day',
      dateFormat: 'M/D/YYYY',
      long: { asset: 'permno', value: 'close' },
    });
    expect(panel.assets).toEqual(['10001', '2330']);
    expect([panel.returns('10001').values[0], panel.returns('2330').values[0]]).toEqual([101 / 100 - 1, 0.25]);
    expectInputError('option.range', ['"close"', '"Adj Close"', 'adjusted'], () =>
      parsePrices('date,t,close,Adj Close\n2024-01-30,A,1,1\n2024-01-31,A,1,1\n', {
        frequency: 'daily',
        adjusted: true,
        long: { asset: 't', value: 'close' },
      }),
    );
  });

  it('refuses two lines of one date and asset, and names both', () => {
    const twice = 'date,ticker,ret\n202401,A,0.01\n202401,B,0.01\n202401,A,0.01\n';
    const error = expectInputError('calendar.duplicate', ['line 4', '"A"', '2024-01-31', 'line 2'], read(twice));
    expect(error.details).toMatchObject({ line: 4, asset: 'A', found: '2024-01-31' });
  });

  it('names the line, column and value of a bad cell, a missing name and a gap', () => {
    const lines = (...rows: string[]): string => `date,ticker,ret\n${rows.join('\n')}\n`;
    expectInputError('file.value', ['line 3', 'column "ret"', '"x"'], read(lines('202401,A,0.1', '202402,A,x')));
    expectInputError(
      'file.format',
      ['line 3', 'column "ticker"', 'no name'],
      read(lines('202401,A,0.1', '202402,,0.1')),
    );
    expectInputError('date.impossible', ['line 2', 'column "date"', '202413'], read(lines('202413,A,0.1')));
    expectInputError('date.format', ['line 2', '"2024-01"'], read(lines('2024-01,A,0.1')));
    expectInputError('calendar.gap', ['line 3', '1 month'], read(lines('202401,A,0.1', '202403,A,0.1')));
    const loss = expectInputError(
      'panel.value',
      ['line 4', 'column "B"', '-1.5'],
      read(lines('202401,A,0', '202402,A,0', '202402,B,-1.5')),
    );
    expect(loss.details).toMatchObject({ line: 4, asset: 'B' });
    // The line is found under the file's own name too when the asset is renamed.
    expectInputError(
      'panel.value',
      ['line 4', 'column "b"'],
      read(lines('202401,A,0', '202402,A,0', '202402,B,-1.5'), { columns: { a: 'A', b: 'B' } }),
    );
  });

  it('refuses columns that are not there, and options that are none', () => {
    expectInputError(
      'file.format',
      ['line 1', '"tickr"', 'ticker'],
      read(text, { long: { asset: 'tickr', value: 'ret' } }),
    );
    expectInputError('file.format', ['"date"'], read(text, { long: { asset: 'ticker', value: 'date' } }));
    expectInputError('option.unknown', ['long', '"name"'], read(text, { long: { name: 'x' } as never }));
    expectInputError('option.type', ['long.value'], read(text, { long: { asset: 'ticker' } as never }));
    expectInputError('option.type', ['long'], read(text, { long: 5 as never }));
    expectInputError('file.format', ['"day"'], read(text, { date: 'day' }));
    expectInputError('option.type', ['date'], read(text, { date: '' }));
  });

  it('refuses a grid of assets and days that no memory holds, instead of dying of it', () => {
    // 30,000 names on 10,000 days: 300 million cells from 30,000 lines.
    const lines = Array.from(
      { length: 30_000 },
      (_, index) =>
        `${String(1000 + (index % 9000)).padStart(4, '0')}-${String(1 + Math.floor(index / 9000)).padStart(2, '0')}-01,N${index},0`,
    );
    expectInputError('file.format', ['30000 assets', 'column'], () =>
      parseReturns(`date,ticker,ret\n${lines.join('\n')}\n`, {
        frequency: 'daily',
        units: 'fraction',
        long: options.long,
      }),
    );
  });

  it('is the same panel as the wide table with the same figures, bit by bit', () => {
    const value = fc.oneof(fc.double({ min: -0.99, max: 0.99, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 24 }), fc.nat(), (months, seed) => {
        const dates = months.map(
          (_, row) => `${2000 + Math.floor(row / 12)}${String((row % 12) + 1).padStart(2, '0')}`,
        );
        const text = (number: number): string =>
          Number.isNaN(number) ? '' : Object.is(number, -0) ? '-0' : String(number);
        const wide = `date,A,B\n${months.map(([a, b], row) => `${dates[row]!},${text(a)},${text(b)}`).join('\n')}\n`;
        const lines = months.flatMap(([a, b], row) => [`${dates[row]!},A,${text(a)}`, `${dates[row]!},B,${text(b)}`]);
        const turned = [...lines.slice(seed % lines.length), ...lines.slice(0, seed % lines.length)];
        const long = parseReturns(`date,ticker,ret\n${turned.join('\n')}\n`, { ...options, columns: ['A', 'B'] });
        const plain = { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYYMM' } as const;
        const other = parseReturns(wide, plain);
        for (const asset of ['A', 'B'] as const)
          expect(bits(long.returns(asset).values)).toEqual(bits(other.returns(asset).values));
        expect(long.toJSON()).toEqual(other.toJSON());
      }),
      { numRuns: 40 },
    );
  });
});

describe('months that are labelled with their first day', () => {
  it('are whole months with the date format that says so, and refused without', () => {
    const text = 'd,A\n2024-01-01,0.01\n2024-02-01,0.02\n';
    const panel = parseReturns(text, { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM-01' });
    expect([panel.calendar.date(0), panel.calendar.date(1)]).toEqual(['2024-01-31', '2024-02-29']);
    expectInputError('calendar.frequency', ['line 2', 'first of a month', '"YYYY-MM-01"'], () =>
      parseReturns(text, { frequency: 'monthly', units: 'fraction' }),
    );
    expectInputError('date.format', ['line 2', '2024-01-31', 'YYYY-MM-01'], () =>
      parseReturns('d,A\n2024-01-31,0.01\n', { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM-01' }),
    );
    expectInputError('date.impossible', ['line 2', '2024-13'], () =>
      parseReturns('d,A\n2024-13-01,0.01\n', { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM-01' }),
    );
    expectInputError('file.format', ['line 1', 'header'], () =>
      parseReturns('2024-01-01,0.01\n2024-02-01,0.02\n', {
        frequency: 'monthly',
        units: 'fraction',
        dateFormat: 'YYYY-MM-01',
      }),
    );
  });
});

describe('dates in a form that was not declared', () => {
  it.each([
    ['202401', 'YYYYMM'],
    ['20240131', 'YYYYMMDD'],
    ['1/31/2024', 'M/D/YYYY'],
    ['31/1/2024', 'D/M/YYYY'],
    ['31.1.2024', 'D.M.YYYY'],
    ['2024/01/31', undefined],
    ['Jan 31, 2024', undefined],
    ['2024-01-31T00:00:00Z', undefined],
    ['45322', undefined],
  ] as const)('%s is an error that names the option, and read when it is declared', (date, dateFormat) => {
    const text = `d,A\n"${date}",0.01\n`;
    expectInputError(
      'date.format',
      ['line 2', 'column "d"', date, '"dateFormat"', 'M/D/YYYY', 'D/M/YYYY', 'YYYYMM'],
      () => parseReturns(text, { frequency: 'monthly', units: 'fraction' }),
    );
    if (dateFormat === undefined) return;
    const panel = parseReturns(text, { frequency: 'monthly', units: 'fraction', dateFormat });
    expect(panel.calendar.date(0)).toBe('2024-01-31');
  });

  it('03/04/2024 is March or April by what was declared, never by a guess', () => {
    const day = (dateFormat: 'M/D/YYYY' | 'D/M/YYYY'): string =>
      parseReturns('d,A\n03/04/2024,0.01\n', { frequency: 'daily', units: 'fraction', dateFormat }).calendar.date(0);
    expect([day('M/D/YYYY'), day('D/M/YYYY')]).toEqual(['2024-03-04', '2024-04-03']);
  });
});

describe('wide tables', () => {
  it('of 100,000 columns are read', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => String(100_000 + index));
    const text = `date,${names.join(',')}\n2024-01-31,${names.map((_, index) => (index % 7) / 100).join(',')}\n`;
    const panel = parseReturns(text, { frequency: 'monthly', units: 'fraction' });
    expect(panel.assets).toHaveLength(100_000);
    expect([panel.assets[99_999], panel.returns('199999').values[0]]).toEqual(['199999', (99_999 % 7) / 100]);
  });

  it('keep the order of the file for names that are whole numbers', () => {
    const panel = parseReturns('d,B,30,2,A\n2024-01-31,0.1,0.3,0.2,0.4\n', { frequency: 'monthly', units: 'fraction' });
    expect(panel.assets).toEqual(['B', '30', '2', 'A']);
    expect(panel.assets.map((asset) => panel.returns(asset).values[0])).toEqual([0.1, 0.3, 0.2, 0.4]);
  });

  it('take names that every object has, such as __proto__ and constructor', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const panel = parseReturns(`d,${names.join(',')}\n2024-01-31,0.1,0.3,0.2,0.4\n`, {
      frequency: 'monthly',
      units: 'fraction',
    });
    expect(panel.assets).toEqual(names);
    expect(names.map((asset) => panel.returns(asset).values[0])).toEqual([0.1, 0.3, 0.2, 0.4]);
    const long = parseReturns('date,ticker,ret\n202401,__proto__,0.5\n202401,constructor,0.25\n', options);
    expect([long.returns('__proto__').values[0], long.returns('constructor').values[0]]).toEqual([0.5, 0.25]);
  });
});

describe('cells of spreadsheets', () => {
  const cell = (text: string): string => `date,A\n2024-01-31,0.01\n2024-02-29,${text}\n`;
  const plain = { frequency: 'monthly', units: 'fraction' } as const;

  it.each([
    ['=B2*2', ['"=B2*2"', 'formula']],
    ['=1+1', ['formula']],
    ['#DIV/0!', ['error of a spreadsheet']],
    ['#REF!', ['error of a spreadsheet']],
    ['#NAME?', ['error of a spreadsheet']],
    ['"0,01"', ['decimal comma', 'point']],
    ['@SUM(A1)', ['"@SUM(A1)"']],
    ['1e', ['"1e"']],
    ['--1', ['"--1"']],
    ['１', ['"１"']],
  ])('%s is refused with line, column and a word on what to do', (text, facts) => {
    expectInputError('file.value', ['line 3', 'column "A"', ...facts], () => parseReturns(cell(text), plain));
  });

  it('numbers with a sign are numbers, also where a formula could begin', () => {
    expect([...parseReturns(cell('+0.02'), plain).returns('A').values]).toEqual([0.01, 0.02]);
    expect([...parseReturns(cell('-2e-2'), plain).returns('A').values]).toEqual([0.01, -0.02]);
  });

  it('decimal commas between commas are told by their word, with the line', () => {
    expectInputError('file.format', ['line 2', '5 cells', 'decimal comma'], () =>
      parseReturns('d,A,B\n2024-01-31,0,01,0,02\n', plain),
    );
  });

  it('a byte order mark, Windows and old Mac line ends, tabs, bars, quotes and blank lines change nothing', () => {
    const expected = parseReturns('d,A,B\n2024-01-31,0.01,0.03\n2024-02-29,0.02,\n', plain).toJSON();
    for (const text of [
      '\uFEFFd,A,B\r\n2024-01-31,0.01,0.03\r\n2024-02-29,0.02,\r\n',
      'd,A,B\r2024-01-31,0.01,0.03\r2024-02-29,0.02,',
      'd\tA\tB\n2024-01-31\t0.01\t0.03\n2024-02-29\t0.02\t\n',
      'd|A|B\n\n2024-01-31| 0.01 |0.03\n , ,\n2024-02-29|0.02|NaN\n'.replace(' , ,', '||'),
      '"d","A","B"\n"2024-01-31","0.01","0.03"\n"2024-02-29","0.02",""\n\n\n',
      'd;A;B\n2024-01-31;0.01;0.03\n2024-02-29;0.02;#N/A',
    ])
      expect(parseReturns(text, plain).toJSON()).toEqual(expected);
  });

  it('a line break inside a quoted name is a part of the name, and lines are still counted right', () => {
    const panel = parseReturns('d,"A\nclass 1"\n2024-01-31,0.01\n', plain);
    expect(panel.assets).toEqual(['A\nclass 1']);
    expectInputError('file.value', ['line 4', '"x"'], () =>
      parseReturns('d,"A\nclass 1"\n2024-01-31,0.01\n2024-02-29,x\n', plain),
    );
  });
});
