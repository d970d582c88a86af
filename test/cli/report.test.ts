import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { viewerOf } from '../../src/cli/open-file.js';
import { runProgram } from '../../src/cli/program.js';
import { usFunds, usTreasuryBill } from '../../src/data/index.js';
import { compareSeries } from '../../src/report/index.js';

interface Reported {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly opened: readonly string[];
  readonly page: string;
}

/** Runs `backtilt report` into a folder of its own; the page is read before the folder is gone. */
async function report(...words: readonly string[]): Promise<Reported> {
  const [out, err, opened]: [string[], string[], string[]] = [[], [], []];
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(folder, 'page.html');
  const code = await runProgram(['report', ...words, '--out', file], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    open: (path) => opened.push(path),
  });
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  rmSync(folder, { recursive: true });
  return { code, out: out.join('\n'), err: err.join('\n'), opened, page };
}

describe('backtilt report', () => {
  it('writes the tear sheet of a fund, prints its figures and where the page is', async () => {
    const { code, out, err, opened, page } = await report('iwm', '--benchmark', 'spy');
    expect([code, err, opened]).toEqual([0, '', []]);
    const funds = usFunds();
    const expected = compareSeries([funds.returns('IWM')], {
      benchmark: funds.returns('SPY'),
      riskFree: usTreasuryBill(),
    });
    expect(out).toContain(String(expected));
    expect(out).toMatch(/Written: \S+\.html \(\d+ kB\)$/);
    expect(page).toContain('<h1>IWM against SPY</h1>');
  });

  it('compares several funds, inside a window', async () => {
    const { code, page } = await report('AVUV', 'IWM', '--from', '2020-01', '--to', '2024-12');
    expect(code).toBe(0);
    expect(page).toContain('<h1>AVUV, IWM</h1>');
    expect(page).toContain('2020-01 to 2024-12 (60 months');
  });

  it('shows the page with --open, and only then', async () => {
    const { opened, out } = await report('--strategy', 'first-cut', '--open');
    expect(opened).toHaveLength(1);
    expect(out).toContain(`Written: ${opened[0]!}`);
  });

  it.each<[string[], RegExp]>([
    [[], /^backtilt: report: name one or more funds/],
    [['IWX'], /^backtilt: report: unknown asset "IWX"\. Did you mean IW/],
    [['IWM', '--strategy', 'first-cut'], /leave out the funds IWM/],
    [['--strategy', 'first-cut', '--daily'], /leave out --daily/],
    [['--strategy', 'tilt'], /"strategy" is "tilt"; it must be one of 'small-cap-tilt', 'first-cut', 'screened-value'/],
    [['IWM', '--theme', 'pink'], /"theme" is "pink"; it must be one of 'auto', 'light', 'dark'/],
    [['IWM', '--daily', '--factors'], /bundled factors are monthly/],
    [['IWM', '--from', '2030-01'], /2030-01/],
  ])('%j fails with code 1 and says why, in one line', async (words, message) => {
    const { code, out, err, page } = await report(...words);
    expect([code, out, page]).toEqual([1, '', '']);
    expect(err).toMatch(message);
    expect(err.split('\n')).toHaveLength(1);
  });

  it('knows the viewer of each system', () => {
    const path = resolve('a b.html');
    expect(viewerOf('linux', 'a b.html')).toEqual(['xdg-open', path]);
    expect(viewerOf('darwin', 'a b.html')).toEqual(['open', path]);
    expect(viewerOf('win32', 'a b.html')).toEqual(['cmd', '/c', 'start', '', path]);
  });
});
