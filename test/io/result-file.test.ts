import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backtest, cagr, fixedMix } from 'backtilt';
import { readResult, writeCsv, writeJson, writeResult } from 'backtilt/io';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTable } from '../../src/table/index.js';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const folder = mkdtempSync(join(tmpdir(), 'backtilt-result-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const path = join(folder, 'run.json');
const run = backtest(
  months({ A: [0.1, 0.2, -0.1], 2330: [0, 0.1, 0.3] }),
  fixedMix({ weights: { A: 0.5, 2330: 0.5 } }),
  {
    costs: { tradingBps: 10 },
  },
);

describe('a result in a file', () => {
  it('comes back as it was, whatever spaces a formatter put between', () => {
    writeResult(path, run);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, JSON.stringify(JSON.parse(text), null, 2));
    const again = readResult(path);
    expect(JSON.stringify(again)).toBe(JSON.stringify(run));
    expect(cagr(again)).toBe(cagr(run));
  });

  it('is refused when any digit or letter of it was changed', () => {
    writeResult(path, run);
    const text = readFileSync(path, 'utf8');
    const digits = [...text.matchAll(/[0-9a-z]/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...digits), (at) => {
        const other = /\d/.test(text[at]!) ? String((Number(text[at]) + 1) % 10) : text[at] === 'x' ? 'y' : 'x';
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        // A digit beyond the precision of a double changes nothing.
        if (isSame(changed, text)) return;
        writeFileSync(path, changed);
        expect(() => readResult(path)).toThrow(/^readResult "/);
      }),
      { numRuns: 300 },
    );
  });

  it('and the message says which figure contradicts the others, or that the checksum differs', () => {
    writeResult(path, run);
    const file = JSON.parse(readFileSync(path, 'utf8')) as {
      sha256: string;
      result: { name: string; values: number[] };
    };
    const write = (change: (copy: typeof file) => void): void => {
      const copy = structuredClone(file);
      change(copy);
      writeFileSync(path, JSON.stringify(copy));
    };
    write(({ result }) => (result.values[1] = 0.5));
    expectInputError('file.value', ['readResult', 'run.json', 'values[1]', '2020-02-29', '0.5'], () =>
      readResult(path),
    );
    write(({ result }) => (result.values[1]! += 1e-13));
    expectInputError('file.value', ['readResult', 'checksum differs', file.sha256.slice(0, 12)], () =>
      readResult(path),
    );
    write(({ result }) => (result.name = 'Mine'));
    expectInputError('file.value', ['checksum differs'], () => readResult(path));
    write((copy) => (copy.sha256 = 'abc'));
    expectInputError('file.format', ['sha256', '"abc"'], () => readResult(path));
  });

  it('other files, and other things, are refused', () => {
    writeFileSync(path, JSON.stringify(run));
    expectInputError('file.format', ['readResult', 'writeResult', 'resultFromJson'], () => readResult(path));
    writeFileSync(path, 'no');
    expectInputError('file.format', ['not JSON', 'writeResult'], () => readResult(path));
    expectInputError('file.missing', ['nowhere.json'], () => readResult('nowhere.json'));
    expectInputError('series.invalid', ['writeResult', '5'], () => {
      writeResult(path, 5 as never);
    });
  });
});

const isSame = (a: string, b: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
  } catch {
    return false;
  }
};

describe('rows in files', () => {
  const table = (name: string): ReturnType<typeof makeTable> =>
    makeTable({
      columns: [{ key: 'fund' }, { key: 'cagr' }],
      rows: [
        { fund: name, cagr: -0.5 },
        { fund: '-1', cagr: NaN },
      ],
    });

  it.each(['=1+1', '+A', '-A', '@SUM(A1)', '\tA', '=HYPERLINK("x")'])(
    'a name that a spreadsheet would compute, %s, is refused in CSV or kept as it is',
    (name) => {
      const target = join(folder, 'names.csv');
      expectInputError('table.invalid', ['writeCsv', 'row 0', 'column "fund"', "formulas: 'keep'"], () => {
        writeCsv(target, table(name));
      });
      writeCsv(target, table(name), { formulas: 'keep' });
      expect(readFileSync(target, 'utf8')).toContain(name.replaceAll('"', '""'));
      expectInputError('table.invalid', ['name of a column'], () => {
        writeCsv(target, makeTable({ columns: [{ key: name }], rows: [] }));
      });
    },
  );

  it('numbers stay numbers in CSV, the negative too', () => {
    const target = join(folder, 'numbers.csv');
    writeCsv(target, table('A'));
    expect(readFileSync(target, 'utf8')).toBe('fund,cagr\nA,-0.5\n-1,\n');
    expectInputError('option.range', ['formulas'], () => {
      writeCsv(target, table('A'), { formulas: 'quote' as never });
    });
  });

  it('JSON has one object per row, with null for NaN', () => {
    const target = join(folder, 'rows.json');
    writeJson(target, table('A'));
    expect(JSON.parse(readFileSync(target, 'utf8'))).toEqual([
      { fund: 'A', cagr: -0.5 },
      { fund: '-1', cagr: null },
    ]);
  });
});
