import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  panelTable,
  parsePrices,
  parseReturns,
  readPrices,
  readReturns,
  seriesTable,
  writeCsv,
  writeMarkdown,
} from '../../src/io/index.js';
import { fromReturns } from '../../src/panel/index.js';
import { toCsv } from '../../src/table/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { raw } from './raw.js';

const folder = mkdtempSync(join(tmpdir(), 'backtilt-io-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const months = { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM' } as const;

describe('parseReturns', () => {
  const text = 'date,SPY,IWM\n2024-01,0.016,-0.039\n2024-02,0.052,0.0565\n';

  it('gives the numbers of the text, dated by the last day of the month', () => {
    const panel = parseReturns(text, months);
    expect(panel.assets).toEqual(['SPY', 'IWM']);
    expect([-1, 0, 1].map((row) => panel.calendar.date(row))).toEqual(['2023-12-31', '2024-01-31', '2024-02-29']);
    expect([...panel.returns('IWM').values]).toEqual([-0.039, 0.0565]);
  });

  it('reads the same numbers from files with a byte order mark, Windows or old Macintosh line ends, and any of four delimiters', () => {
    const expected = JSON.stringify(parseReturns(text, months));
    const same = (other: string): void => {
      expect(JSON.stringify(parseReturns(other, months))).toBe(expected);
    };
    same(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    same(text.replaceAll('\n', '\r'));
    same(text.trimEnd());
    same(`\n${text}\n\n`);
    same(text.replaceAll(',', ' , '));
    same(`${text},,\n`);
    for (const delimiter of [';', '\t', '|']) same(text.replaceAll(',', delimiter));
    const path = join(folder, 'bom.csv');
    writeFileSync(path, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(JSON.stringify(readReturns(path, months))).toBe(expected);
    expect(JSON.stringify(readReturns(pathToFileURL(path), months))).toBe(expected);
  });

  it('finds the delimiter of a short table of two columns, with blank lines around it', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const panel = parseReturns(`\n\nd${delimiter}A\n\n2024-01${delimiter}0.01\n\n`, months);
      expect(panel.returns('A').values[0]).toBe(0.01);
    }
  });

  it('takes what commonly means missing as missing, never as 0, and a 0 as 0', () => {
    const cells = ['', 'NaN', 'NA', 'n/a', '#N/A', 'null', '.', '-99.99', '-99.9900', '-999', '0', '-0.99'];
    const rows = cells.map(
      (cell, row) => `${2020 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')},0.01,${cell}`,
    );
    const panel = parseReturns(`d,A,B\n${rows.join('\n')}\n`, { ...months, missing: ['-99.99', '-999'] });
    expect([...panel.returns('B').values]).toEqual([NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 0, -0.99]);
  });

  it('turns percent into fractions: 1.6 is 0.016', () => {
    const panel = parseReturns('d,A\n2024-01,1.6\n2024-02,+5.25e0\n', { ...months, units: 'percent' });
    expect(panel.returns('A').values[0]).toBeCloseTo(0.016, 15);
    expect(panel.returns('A').values[1]).toBe(0.0525);
  });

  it('picks and renames columns, and keeps the order of the file for tickers that are numbers', () => {
    expect(parseReturns(text, { ...months, columns: ['IWM'] }).assets).toEqual(['IWM']);
    const renamed = parseReturns(text, { ...months, columns: { small: 'IWM', large: 'SPY' } });
    expect(renamed.returns('small').values[1]).toBe(0.0565);
    // @ts-expect-error: the names are part of the type
    expectInputError('asset.unknown', ['smal'], () => renamed.returns('smal'));
    const tickers = parseReturns('d,B,2330,1101\n2024-01,0.1,0.2,0.3\n', months);
    expect(tickers.assets).toEqual(['B', '2330', '1101']);
    expect(tickers.returns('2330').values[0]).toBe(0.2);
  });

  it('keeps what was said about the numbers', () => {
    const panel = parseReturns(text, {
      ...months,
      kind: 'price',
      net: true,
      source: 'S',
      vintage: '2024-03',
      base: '2023-12-29',
    });
    expect(panel.returns('SPY').meta).toEqual({ kind: 'price', net: true, source: 'S', vintage: '2024-03' });
    expect(panel.calendar.date(-1)).toBe('2023-12-29');
  });
});

describe('parsePrices', () => {
  it('gives ratios of prices; the first date is the base', () => {
    // 33.79 / 32.59 − 1 and 33.92 / 33.79 − 1.
    const panel = parsePrices('Date,Close\r\n2000-05-26,32.59\r\n2000-05-30,33.79\r\n2000-05-31,33.92\r\n', {
      frequency: 'daily',
      adjusted: true,
      columns: { IWM: 'Close' },
    });
    expect(panel.calendar.date(-1)).toBe('2000-05-26');
    expect([...panel.returns('IWM').values]).toEqual([33.79 / 32.59 - 1, 33.92 / 33.79 - 1]);
    expect(panel.returns('IWM').meta.kind).toBe('total');
  });

  it('calls returns of bare prices price returns, and leaves out two returns for a missing price', () => {
    const panel = parsePrices('d,A\n1/30/2024,5\n1/31/2024,null\n2/1/2024,6\n2/2/2024,3\n', {
      frequency: 'daily',
      adjusted: false,
      dateFormat: 'M/D/YYYY',
    });
    expect([...panel.returns('A').values]).toEqual([NaN, NaN, -0.5]);
    expect(panel.returns('A').meta.kind).toBe('price');
  });
});

describe.skipIf(!existsSync(raw('SPY.csv')))(
  'two-column price files as published (skipped where they are absent)',
  () => {
    it.each([
      // First and last two lines of each file, read by eye.
      ['SPY', '1993-01-29', 24.28475570678711 / 24.11326026916504 - 1, 755.64501953125 / 747.030029296875 - 1],
      ['IWM', '2000-05-26', 33.7935905456543 / 32.590633392333984 - 1, 295.635009765625 / 291.20001220703125 - 1],
      [
        'AVUV',
        '2019-09-26',
        44.82516098022461 / 45.01165771484375 - 1,
        Number('126.97000122070312') / 125.27999877929688 - 1,
      ],
    ])('%s is read from the first price to the last', (name, base, first, last) => {
      const panel = readPrices(raw(`${name}.csv`), { frequency: 'daily', adjusted: true, columns: { fund: 'Close' } });
      expect(panel.calendar.date(-1)).toBe(base);
      expect(panel.calendar.date(panel.calendar.length - 1)).toBe('2026-08-03');
      expect(panel.returns('fund').values[0]).toBe(first);
      expect(panel.returns('fund').values.at(-1)).toBe(last);
      expect(panel.holes).toEqual([]);
    });

    it('compounds to the published return of SPY in 2008, -36.8 %', () => {
      const values = readPrices(raw('SPY.csv'), { frequency: 'daily', adjusted: true }).returns('Close');
      let growth = 1;
      for (let row = 0; row < values.calendar.length; row++)
        if (values.calendar.date(row).startsWith('2008')) growth *= 1 + values.values[row]!;
      expect(growth - 1).toBeCloseTo(-0.368, 3);
    });
  },
);

describe('export', () => {
  const panel = fromReturns({
    frequency: 'monthly',
    dates: ['2024-01', '2024-02'],
    returns: { A: [0.1 + 0.2, NaN], B: [NaN, -0.01] },
  });

  it('writes CSV with full values and empty fields, Markdown with percents', () => {
    const path = join(folder, 'out.csv');
    writeCsv(path, panelTable(panel));
    expect(toCsv(panelTable(panel))).toBe('date,A,B\n2024-01-31,0.30000000000000004,\n2024-02-29,,-0.01\n');
    expect([...readReturns(path, { frequency: 'monthly', units: 'fraction' }).returns('A').values]).toEqual([
      0.1 + 0.2,
      NaN,
    ]);
    writeMarkdown(join(folder, 'out.md'), panelTable(panel));
    expect(panelTable(panel).texts).toEqual([
      ['2024-01-31', '30.00 %', '–'],
      ['2024-02-29', '–', '-1.00 %'],
    ]);
    expect(panelTable(panel).notes.join()).toContain('2023-12-31');
  });

  it('puts series side by side over the span of all, and refuses two of one name', () => {
    const other = fromReturns({ frequency: 'monthly', dates: ['2024-02', '2024-03'], returns: { C: [0.5, 0.25] } });
    const table = seriesTable(panel.returns('B'), other.returns('C'));
    expect(table.rows[2]).toEqual({ date: '2024-03-31', B: NaN, C: 0.25 });
    expectInputError('panel.name', ['B'], () => seriesTable(panel.returns('B'), panel.returns('B')));
    expectInputError('panel.name', ['no series'], () => seriesTable());
    expectInputError('table.invalid', ['date'], () =>
      panelTable(fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { date: [0.1] } })),
    );
  });

  it('a panel written as CSV and read again has bit-identical returns', () => {
    const value = fc.oneof(fc.double({ min: -0.5, max: 0.9, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 30 }), (rows) => {
        const dates = rows.map((_, row) => `${2000 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}`);
        const before = fromReturns({
          frequency: 'monthly',
          dates,
          returns: { A: rows.map(([a]) => a), 'B,"x"': rows.map(([, b]) => b) },
        });
        const after = parseReturns(toCsv(panelTable(before)), { frequency: 'monthly', units: 'fraction' });
        // A text has no negative zero of its own: -0 is written as 0.
        expect(JSON.stringify(after)).toBe(JSON.stringify(before));
      }),
      { numRuns: 60 },
    );
  });
});
