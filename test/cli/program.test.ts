import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bundledSets, usFunds, usFundsDaily, usTreasuryBill } from '../../src/data/index.js';
import { compare } from '../../src/report/index.js';
import { root } from '../support/source-files.js';
import { inEmptyFolder, run } from './run.js';

const WIDEST = 100;
const widest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));

describe('backtilt', () => {
  it('has the version of the package', () => {
    const { version: published } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    expect(run('--version')).toMatchObject({ code: 0, out: published, err: '' });
  });

  it('--help names the commands with an example of each', () => {
    const { code, out, err, lines } = run('--help');
    expect([code, err]).toEqual([0, '']);
    for (const part of ['compare', 'demo', 'list', '--debug', 'backtilt compare AVUV IWM --benchmark SPY'])
      expect(out).toContain(part);
    expect(widest(lines)).toBeLessThanOrEqual(WIDEST);
  });

  it('help of a command names its options', () => {
    const { code, out } = run('compare', '--help');
    expect(code).toBe(0);
    for (const option of ['--benchmark', '--from', '--to', '--daily', '--csv', '--markdown', '--html'])
      expect(out).toContain(option);
  });

  it.each<[string[], RegExp]>([
    [['bogus'], /unknown command 'bogus'/],
    [['compare', 'AVUV', '--benchmrk', 'SPY'], /unknown option '--benchmrk'[\s\S]*--benchmark/],
    [['compare'], /missing required argument 'tickers'/],
    [['list', 'usfund'], /usfund.*usFunds/],
    [['compare', 'AVUX'], /^backtilt: compare: unknown asset "AVUX"\. Did you mean AVUV/],
    [['compare', 'AVUV', '--benchmark', 'SPYY'], /unknown asset "SPYY"\. Did you mean SPY/],
    [['compare', 'AVUV', '--from', '2019-13'], /from: 2019-13.* is not a day of the calendar/],
    [['compare', 'AVUV', '--to', 'yesterday'], /to: found "yesterday".*YYYY-MM/],
    [['compare', 'AVUV', '--from', '2030-01'], /no row from 2030-01.*1993-02-28 to 2026-07-31/],
    [['compare', 'AVUV', '--from', '2021-01', '--to', '2020-01'], /no row from 2021-01 to 2020-01/],
    [['compare', 'AVUV', 'IWM', '--to', '2005-01'], /AVUV 2019-10-31 to 2026-07-31; IWM 2000-06-30/],
    [['compare', 'AVUV', 'DFSVX', '--daily'], /unknown asset "DFSVX"/],
  ])('%j fails with code 1 and says why, without a stack', (words, message) => {
    const { code, out, err } = run(...words);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
    expect(err.split('\n').length).toBeLessThanOrEqual(3);
  });

  it('a wrong ticker is one line on the error stream', () => {
    expect(run('compare', 'IWX').err.split('\n')).toHaveLength(1);
  });

  it('--debug, before or after the command, adds the stack', () => {
    for (const words of [
      ['compare', 'AVUX', '--debug'],
      ['--debug', 'compare', 'AVUX'],
    ]) {
      const { code, err } = run(...words);
      expect(code).toBe(1);
      expect(err).toContain('unknown asset "AVUX"');
      expect(err).toMatch(/^\s+at /m);
    }
  });
});

describe('backtilt compare', () => {
  it('prints what compare() gives, over the T-bill, lower-case tickers too', () => {
    const expected = String(compare(usFunds(), ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree: usTreasuryBill() }));
    expect(run('compare', 'AVUV', 'IWM', '--benchmark', 'SPY')).toMatchObject({ code: 0, out: expected, err: '' });
    expect(run('compare', 'avuv', 'iwm', '--benchmark', 'spy').out).toBe(expected);
    expect(expected).toContain('16.19 %');
    expect(expected).toContain('-42.41 %');
  });

  it('--from and --to, months or days, cut the window, and it is printed', () => {
    const { out } = run('compare', 'SPY', '--from', '2008-01', '--to', '2008-12-31');
    expect(out).toContain('Window: 2008-01 to 2008-12 (12 months).');
    expect(out).toContain('-36.79 %'); // published: −36.8 %
  });

  it('--daily compares daily returns over BIL', () => {
    const { out } = run('compare', 'IWM', 'SPY', '--daily', '--from', '2007-06', '--to', '2020-12');
    const daily = compare(usFundsDaily(), ['IWM', 'SPY'], {
      riskFree: 'BIL',
      window: { from: '2007-06', to: '2020-12' },
    });
    expect(out).toBe(String(daily));
    expect(out).toMatch(/Window: 2007-06-01 to 2020-12-31 \(\d{4} days\)/);
    expect(out).toContain('Drawdown on daily closes');
  });

  it('six funds fit into 100 columns', () => {
    const { code, lines } = run('compare', 'AVUV', 'IWM', 'IJS', 'VBR', 'DFSVX', '--benchmark', 'SPY');
    expect(code).toBe(0);
    expect(widest(lines)).toBeLessThanOrEqual(WIDEST);
  });

  it('--csv, --markdown and --html write files and say so; the CSV reads back to the same numbers', () => {
    inEmptyFolder((folder) => {
      const { code, out } = run(
        ...['compare', 'AVUV', 'IWM', '--benchmark', 'SPY', '--csv', 'a.csv', '--markdown', 'a.md', '--html', 'a.html'],
      );
      expect(code).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(['a.csv', 'a.html', 'a.md']);
      for (const file of ['a.csv', 'a.md', 'a.html']) expect(out).toContain(`Written: ${file}`);
      const { rows, columns } = compare(usFunds(), ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree: usTreasuryBill() });
      const read = Papa.parse<Record<string, string>>(readFileSync('a.csv', 'utf8'), {
        header: true,
        skipEmptyLines: true,
      });
      expect(read.meta.fields).toEqual(columns);
      expect(
        read.data.map((line, index) =>
          columns.map((key) => (typeof rows[index]![key] === 'number' ? Number(line[key]) : line[key])),
        ),
      ).toEqual(rows.map((row) => columns.map((key) => row[key] ?? '')));
      expect(readFileSync('a.md', 'utf8')).toContain('| CAGR | 16.19 % |');
      expect(readFileSync('a.html', 'utf8')).toMatch(/^<table class="backtilt">[\s\S]*<\/table>\s*$/);
    });
  });

  it('a file that cannot be written is one line with the path and the reason', () => {
    inEmptyFolder((folder) => {
      const missing = run('compare', 'SPY', '--csv', join('none', 'a.csv'));
      expect(missing.code).toBe(1);
      expect(missing.err).toBe(
        `backtilt: cannot write ${join('none', 'a.csv')} (there is no such folder). Check that the folder exists and may be written to.`,
      );
      mkdirSync('taken');
      expect(run('compare', 'SPY', '--csv', 'taken').err).toContain('cannot write taken (it is a folder)');
      expect(readdirSync(folder)).toEqual(['taken']);
    });
  });
});

describe('backtilt list', () => {
  const { code, out, lines } = run('list');

  it('names every bundled set with its publisher, units and span', () => {
    expect(code).toBe(0);
    for (const { name, vintage } of bundledSets()) {
      expect(out).toContain(`${name}()`);
      expect(out.replaceAll(/\s+/g, ' ')).toContain(vintage); // it may be wrapped
    }
    expect(out).toMatch(/^AVUV {4}2019-10-31 {2}2026-07-31 {2}Avantis U\.S\. Small Cap Value ETF$/m);
    expect(widest(lines)).toBeLessThanOrEqual(WIDEST);
  });

  it('lists one set by name, in any case, and says where dates are days of knowledge', () => {
    const one = run('list', 'usfunds');
    expect(one.code).toBe(0);
    expect(one.out).toContain('usFunds()');
    expect(one.out).not.toContain('frenchSize');
    expect(run('list', 'usPolicyRate').out).toMatch(/target rate \(known on\) {2}1982-10-04 {2}2026-09-16/);
  });
});

describe('backtilt demo', () => {
  it('prints at most 100 columns, writes its files into the folder given, says so, and nothing elsewhere', () => {
    inEmptyFolder((folder) => {
      const { code, out, err, lines } = run('demo', '--out', join('deep', 'er'));
      expect([code, err]).toEqual([0, '']);
      expect(widest(lines)).toBeLessThanOrEqual(WIDEST);
      expect(readdirSync(folder)).toEqual(['deep']);
      expect(readdirSync('deep')).toEqual(['er']);
      const said = /Written to (\S+): ([\s\S]*)\.$/.exec(out)!;
      expect(said[1]).toBe(join('deep', 'er'));
      expect(said[2]!.split(/,\s+/).sort()).toEqual(readdirSync(join('deep', 'er')).sort());
      expect(readFileSync(join('deep', 'er', 'demo.md'), 'utf8')).toContain('| CAGR | 16.19 % |');
      expect(
        readFileSync(join('deep', 'er', 'first-cuts.csv'), 'utf8')
          .trimEnd()
          .split('\n'),
      ).toHaveLength(10);
    });
  });

  it('writes into "out" when no folder is given', () => {
    inEmptyFolder((folder) => {
      expect(run('demo').code).toBe(0);
      expect(readdirSync(folder)).toEqual(['out']);
      expect(existsSync(join('out', 'demo.md'))).toBe(true);
    });
  });

  it('a file in the place of the folder is one line', () => {
    inEmptyFolder(() => {
      writeFileSync('out', '');
      const { code, err } = run('demo');
      expect(code).toBe(1);
      expect(err).toBe(
        'backtilt: cannot make the folder out (there is a file of this name). Choose another one with --out.',
      );
    });
  });
});
