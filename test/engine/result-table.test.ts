import {
  backtest,
  type BacktestResult,
  contributions,
  fixedMix,
  monthly,
  once,
  resultTable,
  type ResultTableContent,
  toCsv,
} from 'backtilt';
import { writeCsv, writeMarkdown } from 'backtilt/io';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';
import { randomCase } from './oracle-cases.js';

const CONTENTS = ['weights', 'trades', 'decisions', 'ledger', 'returns', 'contributions'] as const;

/** The lines of a CSV without quoted fields. */
const fields = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

describe('a table of a result', () => {
  const panel = months({ A: [0.5, 0], B: [0, 0] });
  const run = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.25 }, schedule: once() }), {
    costs: { tradingBps: 100 },
  });

  it('weights: what was held at the start of each row, and what it left as cash', () => {
    // A grows by one half: 0.75, 0.25 and 0.25 of 1.25.
    const table = resultTable(run, 'weights');
    expect(table.columns).toEqual(['date', 'A', 'B', 'Cash']);
    expect([...table]).toEqual([
      { date: '2020-01-31', A: 0.5, B: 0.25, Cash: 0.25 },
      { date: '2020-02-29', A: about(0.6), B: about(0.2), Cash: about(0.2) },
    ]);
  });

  it('trades: as the result lists them', () => {
    expect([...resultTable(run, 'trades')]).toEqual([...run.trades]);
    expect(resultTable(run, 'trades').columns).toEqual(['date', 'reason', 'asset', 'from', 'to', 'amount']);
  });

  it('decisions: when, what they cost, which rules bound, what was answered and what was held', () => {
    const capped = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.25 }, schedule: monthly() }), {
      executionLag: 1,
      rules: { maxWeight: 0.4, groups: [{ name: 'All', assets: ['A', 'B'], max: 0.5 }] },
    });
    const lines = [...resultTable(capped, 'decisions')];
    // Of the answer 0.5 and 0.25, A is cut to 0.4 and B takes up 0.1; the group of 0.75 is then cut to 0.5: 0.2667 and 0.2333.
    expect(lines[0]).toMatchObject({
      decidedOn: '2019-12-31',
      tradedOn: '2020-01-31',
      turnover: about(0.5),
      cost: 0,
      'target A': 0.5,
      'target B': 0.25,
      'weight A': about((0.5 * 0.4) / 0.75),
      'weight B': about((0.5 * 0.35) / 0.75),
    });
    expect(String(lines[0]!['bound']).split('; ').sort()).toEqual(['group All (A, B)', 'maxWeight (A)']);
    expect(lines.at(-1)).toMatchObject({ tradedOn: null, 'weight A': null, 'weight B': null, 'target A': 0.5 });
  });

  it('ledger: every row opens, earns, pays and closes', () => {
    const [first, second] = [...resultTable(run, 'ledger')];
    // 0.75 is bought for 1 %: 0.9925 are left, of which one half earns one half.
    expect(first).toEqual({
      date: '2020-01-31',
      opening: 1,
      assets: about(0.9925 * 0.25),
      cash: 0,
      financing: 0,
      fees: 0,
      trading: about(0.0075),
      flows: 0,
      closing: about(0.9925 * 1.25),
    });
    expect(second!['opening']).toBe(first!['closing']);
  });

  it('returns: before and after costs, and the costs between', () => {
    expect([...resultTable(run, 'returns')][0]).toEqual({
      date: '2020-01-31',
      net: about(0.9925 * 1.25 - 1),
      gross: about(0.25),
      financing: 0,
      fees: 0,
      trading: about(0.0075),
    });
  });

  it('contributions: they add up to the net return', () => {
    const parts = contributions(run);
    [...resultTable(run, 'contributions')].forEach(({ date, net, ...others }, row) => {
      expect(date).toBe(run.calendar.date(row));
      expect(net).toBe(run.values[row]);
      expect(others['A']).toBe(parts.assets.A[row]);
      expect(Object.values(others).reduce<number>((sum, value) => sum + Number(value), 0)).toBeCloseTo(Number(net), 14);
    });
  });

  it('gives CSV the full figures and prints rounded ones', () => {
    const third = backtest(months({ A: [1 / 3] }), fixedMix({ weights: { A: 1 } }));
    expect(String(resultTable(third, 'returns'))).toContain('33.3333 %');
    const [head, line] = fields(toCsv(resultTable(third, 'returns')));
    expect(Number(line![head!.indexOf('net')])).toBe(third.values[0]);
    expect(third.values[0]).toBeCloseTo(1 / 3, 15);
  });

  it('is written by writeCsv and writeMarkdown as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'result-table-'));
    try {
      for (const content of CONTENTS) {
        const table = resultTable(run, content);
        writeCsv(join(folder, 'a.csv'), table);
        expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(toCsv(table));
        writeMarkdown(join(folder, 'a.md'), table);
        expect(readFileSync(join(folder, 'a.md'), 'utf8')).toContain(`**${run.name}: ${content}, 2020-01 to 2020-02**`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('keeps apart an asset and a column of one name, and warns as the result does', () => {
    const odd = months({ date: [0.1, -1], Cash: [0.1, -1], net: [0.1, -1], constructor: [0.1, -1] });
    const lost = backtest(
      odd,
      fixedMix({ weights: { date: 0.25, Cash: 0.25, net: 0.25, constructor: 0.25 }, schedule: once() }),
    );
    const weights = resultTable(lost, 'weights');
    expect(weights.columns).toEqual([
      'date of the portfolio',
      'date',
      'Cash',
      'net',
      'constructor',
      'Cash of the portfolio',
    ]);
    expect(weights.rows[0]).toMatchObject({ Cash: 0.25, constructor: 0.25, 'Cash of the portfolio': 0 });
    expect(resultTable(lost, 'contributions').columns).toContain('net of the portfolio');
    expect(weights.notes.at(-1)).toBe(`Warning: ${lost.warnings.at(-1)!}`);
    expect(lost.warnings.join(' ')).toContain('All wealth was lost');
  });

  it('refuses another content, and what is not a result', () => {
    expectInputError('option.range', ['resultTable', '"wieghts"', "'weights'"], () =>
      resultTable(run, 'wieghts' as ResultTableContent),
    );
    expectInputError('series.invalid', ['resultTable'], () => resultTable(panel as never, 'weights'));
  });
});

describe('tables of any result', () => {
  it('have a line per row, trade or decision, weights that sum to 1, and no undefined figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (seed) => {
        const { panel, strategy, options } = randomCase(seed);
        const run: BacktestResult = backtest(panel, strategy, options as never);
        for (const content of CONTENTS) {
          const table = resultTable(run, content);
          const lines = content === 'trades' ? run.trades : content === 'decisions' ? run.decisions : run.values;
          expect(table.rows).toHaveLength(lines.length);
          expect(toCsv(table)).not.toMatch(/NaN|undefined|Infinity/);
          for (const line of table) {
            for (const value of Object.values(line)) if (typeof value === 'number') expect(value).not.toBeNaN();
            if (content !== 'weights') continue;
            const sum = Object.values(line).reduce<number>((total, value) => total + (Number(value) || 0), 0);
            expect(sum).toBeCloseTo(1, 10);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
