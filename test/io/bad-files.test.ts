import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  parsePrices,
  parseReturns,
  readPrices,
  readReturns,
  type ReturnsTextOptions,
  writeCsv,
  writeMarkdown,
} from '../../src/io/index.js';
import { makeTable } from '../../src/table/index.js';
import { fromReturns } from '../../src/panel/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const folder = mkdtempSync(join(tmpdir(), 'backtilt-io-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const monthly: ReturnsTextOptions = { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM' };
const returns =
  (text: string, options: Partial<ReturnsTextOptions> = {}) =>
  (): unknown =>
    parseReturns(text, { ...monthly, ...options });

describe('a file that cannot be read', () => {
  it('is refused when it does not exist, or is a folder', () => {
    expectInputError('file.missing', ['readPrices', 'nowhere.csv', 'no such file'], () =>
      readPrices('nowhere.csv', { frequency: 'daily', adjusted: true }),
    );
    expectInputError('file.missing', [folder, 'it is a folder'], () => readReturns(folder, monthly));
    expectInputError('option.type', ['path is ""'], () => readReturns('', monthly));
    expectInputError('option.type', ['https://'], () => readReturns(new URL('https://example.org/a.csv'), monthly));
  });

  it('is refused when it is binary or in another encoding', () => {
    const latin = file('latin.csv', Uint8Array.of(0x64, 0x2c, 0xe4, 0x0a));
    expectInputError('file.format', ['latin.csv', 'not UTF-8'], () => readReturns(latin, monthly));
    expectInputError('file.format', ['line 1', 'Excel'], returns('PK\u0003\u0004abc'));
    expectInputError('file.format', ['Parquet'], returns('PAR1abc'));
    expectInputError('file.format', ['binary'], returns('date,A\n2024-01,\u0000'));
  });

  it('is refused when it is empty, HTML, JSON, or a header alone', () => {
    expectInputError('file.format', ['empty.csv', 'is empty'], () => readReturns(file('empty.csv', ''), monthly));
    expectInputError('file.format', ['empty'], returns('\uFEFF \r\n'));
    expectInputError('file.format', ['HTML', 'error page'], returns('<!DOCTYPE html>\n<html>'));
    expectInputError('file.format', ['JSON', 'readPanel'], returns('{"calendar":{}}'));
    expectInputError('file.format', ['line 1', 'no rows'], returns('date,A\n'));
    expectInputError('file.format', ['no cell'], returns(',\n,\n'));
    expectInputError('option.type', ['found 5'], () => parseReturns(5 as unknown as string, monthly));
  });

  it('cannot be written into a folder that does not exist', () => {
    const table = makeTable({ columns: [{ key: 'a' }], rows: [{ a: 1 }] });
    expectInputError('file.missing', ['writeCsv', 'no such file or folder', 'folder that exists'], () => {
      writeCsv(join(folder, 'none', 'a.csv'), table);
    });
  });
});

describe('a table with a wrong layout', () => {
  it('is refused without a header, so that no first row is lost', () => {
    expectInputError('file.format', ['line 1', '2024-01', 'header'], returns('2024-01,0.01\n2024-02,0.02'));
  });

  it('is refused with a ragged line, and the message names the line of the file', () => {
    const short = 'date,A,B\n2024-01,0.01,0.02\n\n2024-02,0.01\n';
    const error = expectInputError('file.format', ['line 4', '2 cells', '2024-02', 'header has 3'], returns(short));
    expect(error.details).toMatchObject({ line: 4 });
    expectInputError('file.format', ['line 2', '3 cells'], returns('date,A\n2024-01,0.01,0.02\n'));
  });

  it('counts the lines inside quoted cells', () => {
    const text = 'date,"A\nB"\n2024-01,0.01\n2024-02,oops\n';
    expectInputError('file.value', ['line 4', 'oops'], returns(text));
  });

  it('is refused with an open quote', () => {
    expectInputError('file.format', ['line 2', 'uote'], returns('date,A\n2024-01,"0.01\n2024-02,0.02\n'));
  });

  it('is refused with two columns of one name, or a nameless one', () => {
    expectInputError('file.format', ['line 1', '"A"', 'columns 2 and 3'], returns('date,A,A\n2024-01,0.01,0.02\n'));
    expectInputError('file.format', ['column 3 has no name'], returns('date,A,\n2024-01,0.01,0.02\n'));
  });

  it('is refused with another delimiter than declared, or none that is known', () => {
    const text = 'date;A;B\n2024-01;0.01;0.02\n';
    expectInputError('file.format', ['line 1', 'one cell', '","'], returns(text, { delimiter: ',' }));
    expectInputError('file.format', ['one cell', 'semicolon'], returns('date A\n2024-01 0.01\n'));
    expectInputError('option.range', ['delimiter', '":"'], returns(text, { delimiter: ':' as ',' }));
  });

  it('with decimal commas is cut at its semicolons, and the comma refused with the line', () => {
    expectInputError('file.value', ['line 2', 'column "A"', '"0,01"', 'point'], returns('date;A\n2024-01;0,01\n'));
    expectInputError('file.value', ['line 2', '"0,01"'], returns('date;A;B\n2024-01;0,01;0,02\n2024-02;0,01;0,02\n'));
  });

  it('names the near column for a wrong ticker', () => {
    const text = 'date,SPY,IWM\n2024-01,0.01,0.02\n';
    const error = expectInputError('file.format', ['"IMW"', 'IWM'], returns(text, { columns: ['IMW'] }));
    expect(error.details).toMatchObject({ column: 'IMW', known: ['SPY', 'IWM'] });
    expectInputError('file.format', ['"date"'], returns(text, { columns: { SPY: 'date' } }));
    expectInputError('option.type', ['columns', 'none'], returns(text, { columns: [] }));
    expectInputError('option.type', ['columns', '5'], returns(text, { columns: 5 as unknown as string[] }));
    expectInputError('file.format', ['twice'], returns(text, { columns: ['SPY', 'SPY'] }));
  });

  it('of the French library is told apart', () => {
    const text = 'This file was created using the 202512 CRSP database.\nIt contains a factor, constructed so.\n';
    expectInputError('file.format', ['parseFrench'], returns(text));
  });
});

describe('a bad cell', () => {
  const cell = (text: string): string => `date,A,B\n2024-01,0.01,0.02\n2024-02,0.01,${text}\n`;

  it.each([
    ['abc', ['"abc"', 'missing']],
    ['1.5%', ['%', 'percent']],
    ['"0,012"', ['0,012', 'point']],
    ['"1,234.5"', ['1,234.5']],
    ['(0.01)', ['(0.01)']],
    ['Infinity', ['Infinity']],
    ['1e999', ['1e999']],
    ['0x10', ['0x10']],
    ['- 0.01', ['- 0.01']],
  ])('%s is refused with line and column', (text, facts) => {
    const error = expectInputError('file.value', ['line 3', 'column "B"', ...facts], returns(cell(text)));
    expect(error.details).toMatchObject({ line: 3, column: 'B' });
  });

  it('is not looked at in a column that was not chosen', () => {
    expect(parseReturns(cell('abc'), { ...monthly, columns: ['A'] }).assets).toEqual(['A']);
  });

  it('that is an impossible or misread date is refused with the line', () => {
    const days = (first: string, dateFormat: ReturnsTextOptions['dateFormat']) =>
      returns(`Date,A\n${first},0.01\n`, { frequency: 'daily', ...(dateFormat === undefined ? {} : { dateFormat }) });
    expectInputError('date.impossible', ['line 2', 'column "Date"', '2023-02-29'], days('2023-02-29', 'YYYY-MM-DD'));
    const error = expectInputError(
      'date.format',
      ['line 2', '03/04/2024', 'dateFormat', 'M/D/YYYY'],
      days('03/04/2024', 'YYYY-MM-DD'),
    );
    expect(error.details).toMatchObject({ line: 2, column: 'Date' });
    expectInputError('date.impossible', ['13/04/2024'], days('13/04/2024', 'M/D/YYYY'));
    expectInputError('date.format', ['2024-01-31 00:00'], days('2024-01-31 00:00', 'YYYY-MM-DD'));
    expectInputError('option.range', ['dateFormat'], days('2024-01-31', 'DD/MM' as 'YYYY-MM'));
  });
});

describe('the calendar of a file', () => {
  it('names the line of a row out of order, of a repeated row and of a gap', () => {
    const lines = (...months: string[]): string => `date,A\n\n${months.map((month) => `${month},0.01`).join('\n')}\n`;
    // The header is line 1 and line 2 is empty: row 0 stands on line 3.
    expectInputError('calendar.order', ['line 4', '2023-12-31', 'oldest first'], returns(lines('2024-01', '2023-12')));
    expectInputError('calendar.duplicate', ['line 5', '2024-02-29'], returns(lines('2024-01', '2024-02', '2024-02')));
    const error = expectInputError('calendar.gap', ['line 4', '1 month'], returns(lines('2024-01', '2024-03')));
    expect(error.details).toMatchObject({ line: 4, missing: 1 });
    expectInputError('calendar.frequency', ['line 4', 'finer'], () =>
      parsePrices('date,A\n2024-01-30,5\n\n2024-01-31,6\n', { frequency: 'monthly', adjusted: true }),
    );
    expectInputError('calendar.base', ['parseReturns: '], returns(lines('2024-01'), { base: '2024-02-01' }));
  });

  it('names the line of a price that is none, and of a loss of more than everything', () => {
    const prices = 'Date,A\n2024-01-30,5\n2024-01-31,-1\n';
    expectInputError('panel.value', ['line 3', 'column "A"', '-1'], () =>
      parsePrices(prices, { frequency: 'daily', adjusted: true }),
    );
    expectInputError('panel.value', ['line 3', 'column "A"', '2024-02-29'], returns('d,A\n2024-01,0\n2024-02,-1.5\n'));
  });
});

describe('units', () => {
  const table = (values: readonly number[]): string =>
    `d,A\n${values.map((value, row) => `2023-${String(row + 1).padStart(2, '0')},${value}`).join('\n')}\n`;
  const fractions = [0.06, -0.02, 0.03, 0.01, 0, 0.06, 0.03, -0.02, -0.05, -0.02, 0.09, 0.05];

  it('must be stated', () => {
    expectInputError('option.range', ['units', 'undefined', 'fraction', 'percent'], () =>
      parseReturns(table(fractions), { frequency: 'monthly', dateFormat: 'YYYY-MM' } as ReturnsTextOptions),
    );
    expectInputError('option.range', ['frequency', 'undefined'], () =>
      parseReturns(table(fractions), { units: 'fraction', dateFormat: 'YYYY-MM' } as ReturnsTextOptions),
    );
    expectInputError('option.missing', ['adjusted', 'total returns'], () =>
      parsePrices('d,A\n2024-01-30,5\n', { frequency: 'daily' } as { frequency: 'daily'; adjusted: true }),
    );
  });

  it('that contradict the numbers are refused: fractions declared as percent, percent declared as fractions', () => {
    expectInputError('panel.units', ['0.09 %', "units: 'fraction'"], returns(table(fractions), { units: 'percent' }));
    const gains = fractions.map((value) => Math.abs(value) * 100);
    expectInputError('panel.units', ["units: 'percent'"], returns(table(gains)));
    // With losses among them the first loss beyond 100 % is refused, with its line: -2 % in February.
    expectInputError('panel.value', ['line 3', '-2'], returns(table(fractions.map((value) => value * 100))));
  });

  it('are believed for cash, which never loses, and for short tables', () => {
    const cash = [0.01, 0.01, 0, 0.02, 0.01, 0.01, 0, 0.01, 0.01, 0, 0.01, 0.01];
    const panel = parseReturns(table(cash), { ...monthly, units: 'percent' });
    expect(panel.returns('A').values[0]).toBe(0.0001);
    expect(parseReturns(table([-0.05, 0.02]), { ...monthly, units: 'percent' }).returns('A').values[0]).toBe(-0.0005);
  });
});

describe('options', () => {
  const text = 'd,A\n2024-01,0.01\n';
  it('that are unknown or of a wrong kind are refused', () => {
    expectInputError('option.unknown', ['"unit"', 'units'], () =>
      parseReturns(text, { ...monthly, unit: 'percent' } as ReturnsTextOptions),
    );
    expectInputError('option.type', ['missing', '"-999"'], returns(text, { missing: '-999' as unknown as string[] }));
    expectInputError('option.type', ['net'], returns(text, { net: 'yes' as unknown as boolean }));
    expectInputError('option.type', ['options'], () => parseReturns(text, undefined as unknown as ReturnsTextOptions));
  });
});

describe('what looks like a number or a month and is not one', () => {
  const prices = (cell: string): string => `d,A\n2024-01-30,100\n2024-01-31,"${cell}"\n`;

  it.each(['5,101.20', '$101', '101*', '1 000'])('%s is to be written plainly, not called missing', (cell) => {
    const error = expectInputError('file.value', ['line 3', cell, 'plain numbers'], () =>
      parsePrices(prices(cell), { frequency: 'daily', adjusted: true }),
    );
    expect(error.message).not.toContain('"missing"');
  });

  it('months dated by their first day are refused with the line', () => {
    const text = 'd,A\n2024-01-01,0.01\n2024-02-01,0.02\n';
    const error = expectInputError('calendar.frequency', ['line 2', 'first of a month', '"YYYY-MM"'], () =>
      parseReturns(text, { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM-DD' }),
    );
    expect(error.details).toMatchObject({ line: 2, found: '2024-01-01' });
  });
});

describe('writers', () => {
  const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { A: [0.01] } });

  it('write what has columns and rows, and refuse a panel with what to give in its place', () => {
    const path = join(folder, 'pair.csv');
    writeCsv(path, { columns: ['a'], rows: [{ a: 1 }] });
    expect(readFileSync(path, 'utf8')).toBe('a\n1\n');
    for (const write of [writeCsv, writeMarkdown]) {
      expectInputError('table.invalid', ['panelTable(panel)', 'comparison.table', 'seriesTable(series)'], () => {
        write(path, panel as never);
      });
    }
  });
});
