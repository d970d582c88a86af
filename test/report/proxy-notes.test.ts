import { describe, expect, it } from 'vitest';
import { fromReturns, fromSeries } from '../../src/panel/index.js';
import { compare, compareSeries } from '../../src/report/index.js';
import { splice, summarize } from '../../src/stats/index.js';
import { toCsv, toMarkdown } from '../../src/table/index.js';

const years = ['2019-12', '2020-12', '2021-12', '2022-12', '2023-12'];
const panel = fromReturns({
  frequency: 'annual',
  dates: years,
  returns: {
    Index: [0.1, 0.2, -0.1, 0.3, 0.1],
    Fund: [NaN, NaN, NaN, 0.25, 0.05],
    Other: [NaN, 0.1, 0.1, -0.1, 0.2],
    Bills: [0.01, 0.02, 0.01, 0.03, 0.04],
    BillFund: [NaN, NaN, 0.01, 0.03, 0.04],
  },
});
const returns = (name: (typeof panel.assets)[number]) => panel.returns(name);
const long = splice(returns('Index'), returns('Fund'));
const cash = splice(returns('Bills'), returns('BillFund'), { name: 'Cash' });
const one = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('a table with proxy rows', () => {
  it('says how many of the compared window are a proxy’s, of which, and when', () => {
    const { notes, table, rows } = compareSeries([long, returns('Other')]);
    const note = notes.find((text) => text.startsWith('Fund spliced: 2 of 4 rows are of a proxy: Index ('));
    expect(note).toMatch(/, 2020-12-31 to 2021-12-31\.$/);
    expect(table.notes).toContain(note);
    expect(one(table.toString())).toContain('Fund spliced: 2 of 4 rows are of a proxy');
    expect(toMarkdown(table)).toContain('2 of 4 rows are of a proxy');
    expect(rows.map((row) => row['proxyRows'])).toEqual([2, 0]);
  });

  it('says so of a benchmark, of cash, and under the label of the column', () => {
    const { notes } = compareSeries([returns('Other')], { benchmark: long, riskFree: cash, labels: ['O', 'L'] });
    expect(notes.some((text) => text.startsWith('L: 2 of 4 rows are of a proxy: Index'))).toBe(true);
    expect(notes.some((text) => text.startsWith('Cash: 1 of 4 rows are of a proxy: Bills'))).toBe(true);
  });

  it('says so of an asset of a panel, in every part of it that has such rows, and not in others', () => {
    const both = fromSeries(long, returns('Other'));
    expect(one(String(compare(both, ['Fund spliced', 'Other'])))).toContain('Fund spliced: 2 of 4 rows are of a proxy');
    const record = compare(both, ['Fund spliced', 'Other'], { window: { from: '2022-01' } });
    expect(record.notes.join(' ')).not.toContain('rows are of a proxy');
    expect(record.rows[0]!['proxyRows']).toBe(0);
  });

  it('is a summary too: a count, a note for programs, and the note in print', () => {
    const summary = summarize(long, { benchmark: returns('Other'), riskFree: cash });
    expect(summary.proxyRows).toBe(3);
    expect(summary.notes).toHaveLength(2);
    expect(summary.notes[0]).toMatch(
      /^Fund spliced: 3 of 5 rows are of a proxy: Index \(.*, 2019-12-31 to 2021-12-31\.$/,
    );
    expect(summary.notes[1]).toMatch(/^Cash: 2 of 5 rows are of a proxy: Bills/);
    expect(one(String(summary))).toContain('Fund spliced: 3 of 5 rows are of a proxy');
    expect(Object.isFrozen(summary) && Object.isFrozen(summary.notes) && Object.isFrozen(summary.benchmark)).toBe(true);
    expect(summarize(returns('Other')).notes).toEqual([]);
    expect(summarize(returns('Other')).proxyRows).toBe(0);
  });

  it('names each source once, though a spliced series has two', () => {
    const described = fromReturns({
      frequency: 'annual',
      dates: years,
      returns: { P: [0.1, 0.2, 0.1, 0.3, 0.1], F: [NaN, NaN, NaN, 0.25, 0.05] },
      source: 'Vendor',
    });
    const { notes } = compareSeries([splice(described.returns('P'), described.returns('F')), described.returns('P')]);
    expect(notes.filter((text) => text.startsWith('Data:'))).toEqual(['Data: Vendor.']);
  });

  it('stays a plain table for programs', () => {
    expect(toCsv(compareSeries([long]).table)).not.toContain('proxy');
  });
});

describe('a summary in print', () => {
  it('shows the figures that it has, with their years and dates', () => {
    const text = one(String(summarize(returns('Other'), { benchmark: returns('Index') })));
    expect(text).toContain('Other, 2020-12-31 to 2023-12-31 (4 returns, annual)');
    // 1.1 · 1.1 · 0.9 · 1.2 = 1.3068.
    expect(text).toContain('Total return 30.68 %');
    expect(text).toContain('Worst year -10.00 % Worst year in 2022');
    expect(text).toContain('AGAINST Index Common periods 4');
    expect(text).toContain('Sharpe ratio with a risk-free return of 0.');
    const hole = fromReturns({ frequency: 'annual', dates: years, returns: { H: [0.1, NaN, 0.1, 0.1, 0.1] } }).returns(
      'H',
    );
    expect(one(String(summarize(hole)))).toContain('Warning: 1 returns are missing inside the life.');
  });
});
