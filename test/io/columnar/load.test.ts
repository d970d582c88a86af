import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Engine, loadPrices, loadReturns, loadStockPanel, writeParquet } from '../../../src/io/index.js';
import { loadIfInstalled, loadPackage, missingPackage } from '../../../src/io/columnar/load-package.js';
import type { AnyPanel } from '../../../src/panel/index.js';
import { expectRejected, Folder } from './made-files.js';

const folder = new Folder();
afterAll(() => {
  folder.remove();
});

const monthly = { frequency: 'monthly', units: 'fraction' } as const;
const bits = (panel: AnyPanel): unknown => [
  JSON.stringify(panel),
  panel.assets.map((asset) =>
    Array.from(new BigInt64Array(Float64Array.from(panel.returns(asset).values).buffer), String),
  ),
];

/** The figures of a long table of stocks, in each of the forms in which it may come; the rows in no order. */
const stocks = [
  ['2024-02-29', '10002', '-0.5', '7', ''],
  ['2024-01-31', '10001', '0.1', '50.25', '20'],
  ['2024-03-31', '10001', '', '51.5', ''],
  ['2024-01-31', '10002', '0.30000000000000004', '5', '9'],
  ['2024-02-29', '10001', '-0', '1e-7', ''],
] as const;
const header = ['date', 'permno', 'ret', 'me', 'be'];
const csv = `${[header, ...stocks].map((row) => row.join(',')).join('\n')}\n`;
const values = stocks.map(
  ([date, permno, ...figures]) =>
    `(DATE '${date}', ${permno}::BIGINT, ${figures.map((text) => (text === '' ? 'NULL' : `'${text}'::DOUBLE`)).join(', ')})`,
);
const select = `SELECT * FROM (VALUES ${values.join(', ')}) AS t(date, permno, ret, me, be)`;
const options = {
  ...monthly,
  asset: 'permno',
  returns: 'ret',
  fields: {
    size: { column: 'me', knownAfter: { days: 0 } },
    book: { column: 'be', knownAfter: { months: 1 }, empty: 'no news' },
  },
} as const;

describe('a long table of stocks', () => {
  it('is the same panel, bit by bit, by DuckDB, by hyparquet and as text', async () => {
    const [text, parquet] = [folder.text(csv), await folder.parquet(select)];
    const byText = await loadStockPanel(text, { ...options, engine: 'text' });
    const panels = [
      await loadStockPanel(text, { ...options, engine: 'duckdb' }),
      await loadStockPanel(parquet, { ...options, engine: 'duckdb' }),
      await loadStockPanel(parquet, { ...options, engine: 'hyparquet' }),
      await loadStockPanel(readFileSync(parquet), options),
      await loadStockPanel(pathToFileURL(parquet), options),
    ];
    for (const panel of panels) expect(bits(panel)).toEqual(bits(byText));
    expect(byText.assets).toEqual(['10002', '10001']);
    expect([...byText.returns('10001').values]).toEqual([0.1, -0, NaN]);
    expect([...byText.returns('10002').values]).toEqual([0.1 + 0.2, -0.5, NaN]);
    // Base, January, February, March: a book value of January is known in February; 10002 has no row in March.
    expect(byText.toJSON().fields['book']).toEqual({ '10002': [null, null, 9, 9], '10001': [null, null, 20, 20] });
    expect(byText.toJSON().fields['size']).toEqual({ '10002': [null, 5, 7, null], '10001': [null, 50.25, 1e-7, 51.5] });
  });

  it('takes the day on which a figure was known from a column of days', async () => {
    const parquet = await folder.parquet(
      "SELECT * FROM (VALUES (DATE '2024-01-31', 'A', 0.1, 5.0, DATE '2024-02-15'), (DATE '2024-02-29', 'A', 0.1, NULL, NULL)) AS t(d, a, r, be, rdq)",
    );
    const given = {
      ...monthly,
      asset: 'a',
      returns: 'r',
      fields: { be: { column: 'be', knownOn: 'rdq', empty: 'no news' } },
    } as const;
    for (const engine of ['duckdb', 'hyparquet'] as const) {
      const panel = await loadStockPanel(parquet, { ...given, engine });
      expect(panel.toJSON().fields['be']).toEqual({ A: [null, null, 5] });
    }
  });

  it('with two rows of one stock and day is refused, by every reader', async () => {
    const twice = folder.text('date,a,r\n2024-01-31,A,0.1\n2024-01-31,A,0.2\n');
    const parquet = await folder.parquet("SELECT DATE '2024-01-31' AS date, 'A' AS a, 0.1::DOUBLE AS r FROM range(2)");
    const given = { ...monthly, asset: 'a', returns: 'r' };
    for (const [file, engine] of [
      [twice, 'duckdb'],
      [twice, 'text'],
      [parquet, 'duckdb'],
      [parquet, 'hyparquet'],
    ] as const)
      await expectRejected('calendar.duplicate', ['loadStockPanel', '"A"', '2024-01-31', 'twice'], () =>
        loadStockPanel(file, { ...given, engine }),
      );
  });
});

describe('wide tables of returns and prices', () => {
  it('random doubles come back bit by bit from CSV and from Parquet', async () => {
    const double = fc.double({ min: -0.99, max: 1e6, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.array(double, { minLength: 2, maxLength: 12 }), async (numbers) => {
        const dates = numbers.map((_, row) => `${2000 + row}-12-31`);
        const file = folder.text(
          `date,A\n${numbers.map((value, row) => `${dates[row]!},${Object.is(value, -0) ? '-0' : value}`).join('\n')}\n`,
          'random.csv',
        );
        const target = folder.file('random.parquet');
        await writeParquet(target, { date: dates, A: numbers });
        const annual = { frequency: 'annual', units: 'fraction' } as const;
        const believed = numbers.length < 12;
        for (const [path, engine] of [
          [file, 'duckdb'],
          [file, 'text'],
          [target, 'duckdb'],
          [target, 'hyparquet'],
        ] as const) {
          const loading = loadReturns(path, { ...annual, engine });
          if (!believed) await loading.catch(() => undefined);
          else
            expect(
              [...(await loading).returns('A').values].map((value, row) => Object.is(value, numbers[row])),
            ).not.toContain(false);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a long table of prices is the wide one', async () => {
    const long = folder.text(
      'fund;day;close\nSPY;30/1/2024;50\nIWM;30/1/2024;20\nIWM;31/1/2024;21\nSPY;31/1/2024;51\n',
    );
    const wide = folder.text('day;SPY;IWM\n30/1/2024;50;20\n31/1/2024;51;21\n');
    const given = { frequency: 'daily', adjusted: true, dateFormat: 'D/M/YYYY' } as const;
    for (const engine of ['duckdb', 'text'] as const) {
      const one = await loadPrices(long, { ...given, engine, date: 'day', long: { asset: 'fund', value: 'close' } });
      const two = await loadPrices(wide, { ...given, engine });
      expect(bits(one)).toEqual(bits(two));
      expect(one.returns('IWM').values[0]).toBe(21 / 20 - 1);
    }
  });

  it('CRLF, a byte order mark, quotes with delimiters and line breaks, empty lines and texts for "no value" are read as text tables are', async () => {
    const file = folder.text(
      '\uFEFF\r\n"date","A, ""one""","B\nC"\r\n2024-01-31, 0.1 ,NA\r\n\r\n"2024-02-29","-99.9900",.\r\n',
    );
    const given = { ...monthly, missing: ['-99.99'] };
    const [one, two] = [
      await loadReturns(file, { ...given, engine: 'text' }),
      await loadReturns(file, { ...given, engine: 'duckdb' }),
    ];
    expect(bits(two)).toEqual(bits(one));
    expect(two.assets).toEqual(['A, "one"', 'B\nC']);
    expect([...two.returns('A, "one"').values]).toEqual([0.1, NaN]);
  });

  it('a column by another name, months without days, first days for months', async () => {
    const file = folder.text('note,month,Adj\nx,202401,5.25\ny,202402,1\n');
    const given = {
      frequency: 'monthly',
      units: 'percent',
      date: 'month',
      dateFormat: 'YYYYMM',
      columns: { IWM: 'Adj' },
    } as const;
    for (const engine of ['duckdb', 'text'] as const) {
      const panel = await loadReturns(file, { ...given, engine });
      expect([panel.calendar.date(1), panel.returns('IWM').values[0]]).toEqual(['2024-02-29', 0.0525]);
    }
    const parquet = await folder.parquet(
      "SELECT * FROM (VALUES (DATE '2024-01-01', 0.1), (DATE '2024-02-01', 0.2)) AS t(d, A)",
    );
    await expectRejected('calendar.frequency', ['first of a month'], () => loadReturns(parquet, monthly));
    const panel = await loadReturns(parquet, { ...monthly, dateFormat: 'YYYY-MM-01' });
    expect(panel.calendar.date(1)).toBe('2024-02-29');
  });
});

describe('types of Parquet', () => {
  const both = async (file: string, check: (engine: Engine) => Promise<void>): Promise<void> => {
    for (const engine of ['duckdb', 'hyparquet'] as const) await check(engine);
    expect(file).not.toBe('');
  };

  it('decimals, whole numbers of every size, singles and dictionaries become the numbers that their texts say', async () => {
    const file = await folder.parquet(
      `SELECT * FROM (VALUES
        (DATE '2024-01-31', 'A'::ENUM('A', 'B'), 0.07::DECIMAL(4,2), 12345678.9012345678::DECIMAL(38,10), 1::BIGINT, 2::UTINYINT, 0.5::FLOAT, -0.29::DECIMAL(18,2)),
        (DATE '2024-02-29', 'A'::ENUM('A', 'B'), 0.29::DECIMAL(4,2), NULL, 0::BIGINT, 0::UTINYINT, 0.1::FLOAT, 0.57::DECIMAL(18,2))) AS t(d, a, x, y, z, u, f, w)`,
    );
    const columns = ['x', 'y', 'z', 'u', 'f', 'w'];
    await both(file, async (engine) => {
      const panel = await loadReturns(file, { ...monthly, engine, columns });
      const read = columns.map((name) => [...panel.returns(name).values]);
      expect(read).toEqual([
        [0.07, 0.29],
        [Number('12345678.9012345678'), NaN],
        [1, 0],
        [2, 0],
        [0.5, Math.fround(0.1)],
        [-0.29, 0.57],
      ]);
      const long = await loadReturns(file, { ...monthly, engine, long: { asset: 'a', value: 'x' } });
      expect(long.assets).toEqual(['A']);
    });
  });

  it('null and NaN are both missing, infinities and whole numbers beyond 2^53 are refused with row and column', async () => {
    const row = (value: string): string =>
      `SELECT * FROM (VALUES (DATE '2024-01-31', NULL), (DATE '2024-02-29', 'NaN'::DOUBLE), (DATE '2024-03-31', ${value})) AS t(d, A)`;
    const fine = await folder.parquet(row('0.5::DOUBLE'));
    const infinite = await folder.parquet(row("'-Infinity'::DOUBLE"));
    const large = await folder.parquet("SELECT DATE '2024-01-31' AS d, 9007199254740993::BIGINT AS A");
    await both(fine, async (engine) => {
      expect([...(await loadReturns(fine, { ...monthly, engine })).returns('A').values]).toEqual([NaN, NaN, 0.5]);
      await expectRejected('file.value', ['loadReturns', 'data row 3', 'column "A"', /-inf/i], () =>
        loadReturns(infinite, { ...monthly, engine }),
      );
      await expectRejected('file.value', ['data row 1', '9007199254740993', '2^53'], () =>
        loadReturns(large, { ...monthly, engine }),
      );
    });
  });

  it('a moment with a time zone is refused unless it is declared, and a time of day always', async () => {
    const file = async (moment: string): Promise<string> => folder.parquet(`SELECT ${moment} AS d, 0.1::DOUBLE AS A`);
    const zoned = await file("TIMESTAMPTZ '2024-01-31 00:00:00+00'");
    const noon = await file("TIMESTAMP '2024-01-31 12:00:00'");
    const midnights = [
      await file("TIMESTAMP '2024-01-31'"),
      await file("TIMESTAMP_NS '2024-01-31'"),
      await file("TIMESTAMP_MS '1969-12-31'"),
    ];
    const early = await file("TIMESTAMP '1969-12-31 00:00:01'");
    for (const engine of ['duckdb', 'hyparquet'] as const) {
      await expectRejected('date.format', ['column "d"', 'time zone', "zone: 'UTC'"], () =>
        loadReturns(zoned, { ...monthly, engine }),
      );
      expect((await loadReturns(zoned, { ...monthly, engine, zone: 'UTC' })).calendar.date(0)).toBe('2024-01-31');
      await expectRejected('date.format', ['data row 1', 'time of day on 2024-01-31'], () =>
        loadReturns(noon, { ...monthly, engine }),
      );
      await expectRejected('date.format', ['time of day on 1969-12-31'], () =>
        loadReturns(early, { ...monthly, engine }),
      );
      const dates = [];
      for (const path of midnights) dates.push((await loadReturns(path, { ...monthly, engine })).calendar.date(0));
      expect(dates).toEqual(['2024-01-31', '2024-01-31', '1969-12-31']);
      await expectRejected('option.range', ['zone', 'UTC'], () =>
        loadReturns(zoned, { ...monthly, engine, zone: 'CET' as never }),
      );
    }
  });

  it('texts among numbers, nested and other columns are refused when asked for, and only then', async () => {
    const file = await folder.parquet(
      "SELECT DATE '2024-01-31' AS d, {'x': 1, 'y': [2]} AS s, 'text' AS t, true AS b, 0.1::DOUBLE AS A, [1] AS l, 7::TINYINT AS n",
    );
    for (const engine of ['duckdb', 'hyparquet'] as const) {
      const panel = await loadReturns(file, { ...monthly, engine, columns: ['A', 'n'] });
      expect([panel.returns('A').values[0], panel.returns('n').values[0]]).toEqual([0.1, 7]);
      for (const name of ['s', 'b', 'l'])
        await expectRejected('file.format', [`column "${name}"`, 'numbers are needed'], () =>
          loadReturns(file, { ...monthly, engine, columns: [name] }),
        );
      await expectRejected(engine === 'duckdb' ? 'file.format' : 'file.value', ['column "t"'], () =>
        loadReturns(file, { ...monthly, engine, columns: ['t'] }),
      );
      await expectRejected('file.format', ['no column "B"'], () =>
        loadReturns(file, { ...monthly, engine, columns: ['B'] }),
      );
      await expectRejected('file.format', ['column "b"', 'days'], () =>
        loadReturns(file, { ...monthly, engine, date: 'b', columns: ['A'] }),
      );
      const noName = loadStockPanel(file, { ...monthly, engine, asset: 'b', returns: 'A' });
      await expectRejected('file.format', ['column "b"', 'names'], () => noName);
    }
  });

  it('stock numbers that became floating-point are names, others are not', async () => {
    const file = await folder.parquet(
      "SELECT DATE '2024-01-31' AS d, 10001.0::DOUBLE AS permno, 1.5::DOUBLE AS odd, 0.1::DOUBLE AS r",
    );
    for (const engine of ['duckdb', 'hyparquet'] as const) {
      expect((await loadStockPanel(file, { ...monthly, engine, asset: 'permno', returns: 'r' })).assets).toEqual([
        '10001',
      ]);
      await expect(loadStockPanel(file, { ...monthly, engine, asset: 'odd', returns: 'r' })).rejects.toThrow(
        /data row 1, column "odd"/,
      );
    }
  });

  it('codecs that hyparquet does not know are named, with a remedy', async () => {
    const file = await folder.parquet("SELECT DATE '2024-01-31' AS d, 0.1::DOUBLE AS A", ', COMPRESSION zstd');
    expect((await loadReturns(file, { ...monthly, engine: 'duckdb' })).returns('A').values[0]).toBe(0.1);
    await expectRejected('file.format', ['ZSTD', 'DuckDB'], () =>
      loadReturns(file, { ...monthly, engine: 'hyparquet' }),
    );
  });
});

describe('names that would be more than names', () => {
  const hostile = [
    'a"; DROP TABLE source; --',
    "b' OR 1=1",
    '__proto__',
    'constructor',
    'SELECT * FROM x;',
    'ü"" \\',
    'c0',
  ];

  it('of columns go through Parquet and CSV unharmed, and do nothing', async () => {
    const entries: [string, (number | string)[]][] = hostile.map((name, index) => [name, [index / 100, NaN]]);
    const columns = Object.fromEntries([['date', ['2024-01-31', '2024-02-29']], ...entries] as typeof entries);
    const target = folder.file('hostile.parquet');
    await writeParquet(target, columns);
    const text = folder.text(
      `date,${hostile.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n2024-01-31,${hostile.map((_, index) => index / 100).join(',')}\n2024-02-29${',NaN'.repeat(hostile.length)}\n`,
    );
    const panels = [];
    for (const [file, engine] of [
      [text, 'text'],
      [text, 'duckdb'],
      [target, 'duckdb'],
      [target, 'hyparquet'],
    ] as const)
      panels.push(await loadReturns(file, { ...monthly, engine }));
    for (const panel of panels) {
      expect(panel.assets).toEqual(hostile);
      expect(hostile.map((name) => panel.returns(name).values[0])).toEqual(hostile.map((_, index) => index / 100));
    }
  });

  it('of stocks, of delimiters, of missing values and of files neither', async () => {
    mkdirSync(join(folder.path, "it's [a] *?"));
    mkdirSync(join(folder.path, 'year=2020'));
    for (const name of ["it's [a] *?/x'; DROP.csv", 'year=2020/[ab].csv', 'a*.csv'])
      expect(
        (
          await loadReturns(folder.text('date,A\n2024-01-31,0.5\n', name), {
            ...monthly,
            missing: ["'; DROP TABLE source; --"],
          })
        ).returns('A').values[0],
      ).toBe(0.5);
    folder.text('date,A\n2024-01-31,0.7\n', 'ab.csv');
    expect((await loadReturns(folder.file('a*.csv'), monthly)).returns('A').values[0]).toBe(0.5);
    const file = folder.text(
      `date,a,r\n${hostile.map((name) => `2024-01-31,"${name.replaceAll('"', '""')}",0.5`).join('\n')}\n`,
    );
    for (const engine of ['duckdb', 'text'] as const)
      expect((await loadStockPanel(file, { ...monthly, engine, asset: 'a', returns: 'r' })).assets).toEqual(hostile);
    await expectRejected('option.range', ['delimiter'], () =>
      loadReturns(file, { ...monthly, delimiter: "';" as never }),
    );
  });

  it('that differ in capital letters alone stay apart', async () => {
    const file = folder.text('date,ret,RET\n2024-01-31,0.1,0.2\n');
    for (const engine of ['duckdb', 'text'] as const) {
      const panel = await loadReturns(file, { ...monthly, engine });
      expect(panel.assets.map((name) => panel.returns(name).values[0])).toEqual([0.1, 0.2]);
    }
    await expectRejected('file.format', ['"a" and "A"', 'capital'], () =>
      writeParquet(folder.file('x.parquet'), { a: [1], A: [2] }),
    );
  });
});

describe('text that is refused, by DuckDB as by the reader of texts', () => {
  it.each([
    ['1_000', 'file.value'],
    ['+-1', 'file.value'],
    ['1,5', 'file.value'],
    ['inf', 'file.value'],
    ['1e400', 'file.value'],
    ['=1+1', 'file.value'],
    ['5%', 'file.value'],
    ['0x1A', 'file.value'],
    ['true', 'file.value'],
  ] as const)('the number %s', async (cell, code) => {
    const file = folder.text(`date,A,B\n2024-01-31,0.1,0.1\n2024-02-29,"${cell}",0.1\n`);
    await expectRejected(code, ['column "A"', cell, 'data row 2'], () =>
      loadReturns(file, { ...monthly, engine: 'duckdb' }),
    );
    await expectRejected(code, ['column "A"', cell, 'line 3'], () => loadReturns(file, { ...monthly, engine: 'text' }));
  });

  it('dates in another form, no date, impossible days, no name, no header, ragged lines, no rows', async () => {
    const cases: readonly (readonly [string, Parameters<typeof expectRejected>[0], string])[] = [
      ['date,a,r\n1/31/2024,A,0.1\n', 'date.format', '1/31/2024'],
      ['date,a,r\n2024-02-31,A,0.1\n', 'date.impossible', '2024-02-31'],
      ['date,a,r\n2024-01-31,,0.1\n', 'file.format', 'column "a"'],
      ['2024-01-31,A,0.1\n2024-02-29,A,0.1\n', 'file.format', 'header'],
      ['date,a,r\n2024-01-31,A\n', 'file.format', 'line 2'],
      ['date,a,r\n', 'file.format', 'rows'],
      ['date,a,r\n2024-01-31,A,0.1\n2024-03-31,A,0.1\n', 'calendar.gap', '2024-03-31'],
    ];
    for (const [text, code, fact] of cases) {
      const file = folder.text(text);
      for (const engine of ['duckdb', 'text'] as const)
        await expectRejected(code, ['loadStockPanel', fact], () =>
          loadStockPanel(file, { ...monthly, engine, asset: 'a', returns: 'r' }),
        );
    }
    const dateless = folder.text('date,a,r\n,A,0.1\n');
    for (const engine of ['duckdb', 'text'] as const)
      await expectRejected('date.format', ['column "date"'], () =>
        loadStockPanel(dateless, { ...monthly, engine, asset: 'a', returns: 'r' }),
      );
  });

  it('a ragged line far down in a large file is named', async () => {
    const lines = Array.from({ length: 30_000 }, (_, row) => `2024-01-31,${row},0.1`);
    lines[20_000] = '2024-01-31,x';
    const file = folder.text(`date,a,r\n${lines.join('\n')}\n`);
    await expectRejected('file.format', ['line 20002'], () =>
      loadStockPanel(file, { ...monthly, asset: 'a', returns: 'r' }),
    );
  });

  it('unsorted rows of a wide table', async () => {
    const parquet = await folder.parquet(
      "SELECT * FROM (VALUES (DATE '2024-02-29', 0.1), (DATE '2024-01-31', 0.1)) AS t(d, A)",
    );
    await expectRejected('calendar.order', ['data row 2', '2024-01-31'], () => loadReturns(parquet, monthly));
  });
});

describe('files and engines', () => {
  it('that are not there, are none, or do not go together are refused', async () => {
    const [text, parquet] = [folder.text(csv), await folder.parquet(select)];
    await expectRejected('file.missing', ['nowhere.parquet', 'no such file'], () =>
      loadReturns('nowhere.parquet', monthly),
    );
    await expectRejected('file.missing', ['folder'], () => loadReturns(folder.path, monthly));
    await expectRejected('option.type', ['5'], () => loadReturns(5 as never, monthly));
    await expectRejected('option.type', ['https:'], () =>
      loadReturns(new URL('https://example.org/a.parquet'), monthly),
    );
    await expectRejected('option.range', ['hyparquet', 'not Parquet'], () =>
      loadStockPanel(text, { ...options, engine: 'hyparquet' }),
    );
    await expectRejected('option.range', ['text', 'Parquet'], () =>
      loadStockPanel(parquet, { ...options, engine: 'text' }),
    );
    await expectRejected('option.range', ['bytes'], () =>
      loadStockPanel(readFileSync(parquet), { ...options, engine: 'duckdb' }),
    );
    await expectRejected('option.range', ['excel'], () =>
      loadStockPanel(text, { ...options, engine: 'excel' as never }),
    );
    await expectRejected('option.unknown', ['engin'], () =>
      loadStockPanel(text, { ...options, engin: 'text' } as never),
    );
    await expectRejected('option.type', ['undefined'], () => loadReturns(text, undefined as never));
  });

  it('Parquet that is cut off or damaged is refused, and Parquet without rows', async () => {
    const parquet = await folder.parquet(select);
    const bytes = readFileSync(parquet);
    const cut = folder.text(bytes.subarray(0, bytes.length - 20), 'cut.parquet');
    const empty = await folder.parquet(`${select} WHERE permno = 1`);
    for (const engine of ['duckdb', 'hyparquet'] as const) {
      await expectRejected('file.format', ['cut.parquet', 'cannot be read'], () =>
        loadStockPanel(cut, { ...options, engine }),
      );
      await expectRejected('file.format', ['no rows'], () => loadStockPanel(empty, { ...options, engine }));
    }
  });

  it('a package that is not installed is named, with the command that installs it', async () => {
    const absent = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('no'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expectRejected('package.missing', ['here', '"@duckdb/node-api"', 'npm install @duckdb/node-api'], () =>
      loadPackage('here', '@duckdb/node-api', absent),
    );
    const found: unknown = await loadIfInstalled<unknown>(absent);
    expect(found).toBeUndefined();
    await expect(loadIfInstalled(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(missingPackage('here', ['@duckdb/node-api', 'hyparquet']).message).toContain(
      'one of them: npm install @duckdb/node-api, or npm install hyparquet.',
    );
  });
});
