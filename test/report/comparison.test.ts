import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { usFunds, usTreasuryBill } from '../../src/data/index.js';
import { alpha, cagr, hitRate, maxDrawdown, sharpeRatio, sortinoRatio, volatility } from '../../src/stats/index.js';
import { overlap } from '../../src/panel/index.js';
import { compare, toCsv, toHtml, toMarkdown, toText } from '../../src/report/index.js';

const funds = usFunds();
const riskFree = usTreasuryBill();
const comparison = compare(funds, ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree });

describe('a comparison', () => {
  it('is frozen all the way', () => {
    const { rows, columns, notes, compared, table } = comparison;
    for (const part of [
      comparison,
      rows,
      rows[0],
      columns,
      notes,
      compared,
      compared[0]!.summary,
      table,
      table.rows[0],
    ])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it('is iterated as one plain row per series, with the keys that "columns" names', () => {
    expect([...comparison]).toEqual(comparison.rows);
    for (const row of comparison) expect(Object.keys(row)).toEqual(comparison.columns);
    expect(new Set(comparison.columns).size).toBe(comparison.columns.length);
  });

  it('holds the figures that the functions of these names give over the common window', () => {
    const common = overlap(funds, ['AVUV', 'IWM', 'SPY']);
    const [avuv, spy] = [common.returns('AVUV'), common.returns('SPY')];
    expect(comparison.rows[0]).toMatchObject({
      cagr: cagr(avuv),
      volatility: volatility(avuv),
      sharpeRatio: sharpeRatio(avuv, { riskFree }),
      sortinoRatio: sortinoRatio(avuv),
      maxDrawdown: maxDrawdown(avuv),
      alpha: alpha(avuv, spy, { riskFree }),
      hitRate: hitRate(avuv, spy),
    });
  });

  it('as CSV holds full values that read back to the same numbers', () => {
    const [head, ...lines] = toCsv(comparison).trimEnd().split('\n');
    expect(head!.split(',')).toEqual(comparison.columns);
    expect(lines).toHaveLength(3);
    lines.forEach((line, index) => {
      line.split(',').forEach((cell, column) => {
        const value = comparison.rows[index]![comparison.columns[column]!];
        expect(typeof value === 'number' ? Number(cell) : cell).toBe(value ?? '');
      });
    });
  });

  it('its table as CSV, Markdown and HTML has self-explaining lines, no two alike', () => {
    const labels = comparison.table.texts.map(([label]) => label!);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) {
      expect(label).toBe(label.trim());
      expect(toMarkdown(comparison.table)).toContain(`\n| ${label} | `);
      expect(toHtml(comparison.table)).toContain(`>${label}</td>`);
      expect(toCsv(comparison.table)).toContain(`\n${label},`);
    }
    expect(toMarkdown(comparison.table)).toContain('| CAGR | 16.19 % | 11.40 % | 16.11 % |');
  });

  it('as JSON keeps its meaning: what is undefined is null', () => {
    const back = JSON.parse(JSON.stringify(comparison)) as typeof comparison;
    expect(back.rows).toEqual(comparison.rows);
    expect([back.window, back.benchmark, back.riskFree, back.periods]).toEqual([
      '2019-10 to 2026-07 (82 months; AVUV begins last)',
      'SPY',
      'T-bill',
      82,
    ]);
    const short = compare(funds, ['SPY'], { window: { from: '2026-01' } });
    expect((JSON.parse(JSON.stringify(short)) as typeof short).rows[0]!['cagr']).toBeNull();
  });

  it('shows itself: text in consoles and templates, HTML with its text in a notebook', () => {
    const text = toText(comparison.table);
    expect([String(comparison), comparison.toString(), inspect(comparison)]).toEqual([text, text, text]);
    const show = (comparison as unknown as Record<symbol, () => object>)[Symbol.for('Jupyter.display')]!;
    expect(show()).toEqual({ 'text/html': toHtml(comparison.table), 'text/plain': text });
    expect(Object.keys(comparison)).not.toContain('toString');
  });

  it('of six series is at most 100 columns wide', () => {
    const wide = compare(funds, ['AVUV', 'IWM', 'IJS', 'VBR', 'DFSVX'], { benchmark: 'SPY', riskFree });
    expect(
      Math.max(
        ...String(wide)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(100);
  });
});
