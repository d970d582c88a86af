import { describe, expect, it } from 'vitest';
import { bundledDemoData, type DemoData } from '../../src/cli/demo/demo-data.js';
import { demoSections } from '../../src/cli/demo/demo-sections.js';
import { demoMarkdown, demoText } from '../../src/cli/demo/demo-text.js';
import type { Exhibit, Section } from '../../src/cli/demo/section.js';
import { panelFromJson } from '../../src/io/index.js';
import type { AnyPanel, PanelJson } from '../../src/panel/index.js';

const data = bundledDemoData();
const sections = demoSections(data);
const text = demoText(sections);

const exhibit = (file: string, of: readonly Section[] = sections): Exhibit =>
  of.flatMap(({ exhibits }) => exhibits).find((one) => one.file === file)!;

/** The printed text of one cell of an exhibit. */
function cell(file: string, label: string, column: number, of: readonly Section[] = sections): string {
  return exhibit(file, of).table.texts.find(([first]) => first === label)![column]!;
}

/** A panel with one return changed. */
function altered<P extends AnyPanel>(panel: P, asset: string, date: string, value: number): P {
  const json = JSON.parse(JSON.stringify(panel)) as PanelJson;
  const row = json.calendar.dates.findIndex((day) => day.startsWith(date));
  (json.returns[asset] as (number | null)[])[row] = value;
  return panelFromJson(json) as unknown as P;
}

const withData = (change: Partial<DemoData>): readonly Section[] => demoSections({ ...data, ...change });

/** The months of a panel from one to another, compounded by hand. */
function compounded(panel: AnyPanel, asset: string, from: string, to: string): { months: number; total: number } {
  const { calendar, values } = panel.returns(asset);
  const rows = [...values]
    .map((_, row) => row)
    .filter((row) => {
      const month = calendar.date(row).slice(0, 7);
      return month >= from && month <= to;
    });
  return { months: rows.length, total: rows.reduce((growth, row) => growth * (1 + values[row]!), 1) - 1 };
}

const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)} %`;

describe('the demonstration prints the figures of the data', () => {
  it('AVUV: 16.19 % a year, and a fall of 42.41 %', () => {
    expect(cell('funds', 'CAGR', 1)).toBe('16.19 %');
    expect(cell('funds', 'Max drawdown', 1)).toBe('-42.41 %');
    expect(text).toMatch(/^CAGR +16\.19 % /m);
    expect(text).toMatch(/^Max drawdown +-42\.41 % /m);
    expect(demoMarkdown(sections)).toContain('| CAGR | 16.19 % |');
  });

  it('figures do not depend on how a panel was made: through JSON all are the same', () => {
    const again = <P extends AnyPanel>(panel: P): P => panelFromJson(JSON.parse(JSON.stringify(panel))) as unknown as P;
    expect(demoText(withData({ funds: again(data.funds), size: again(data.size), cells: again(data.cells) }))).toBe(
      text,
    );
  });

  it('one month of AVUV moves its figures, by as much as it must, and not those of the others', () => {
    const { values, calendar } = data.funds.returns('AVUV');
    const row = [...values].map((_, row) => row).find((index) => calendar.date(index).startsWith('2022-06'))!;
    const moved = withData({ funds: altered(data.funds, 'AVUV', '2022-06', values[row]! + 0.1) });
    const growth = 1 + compounded(data.funds, 'AVUV', '2019-10', '2026-07').total;
    const raised = (growth * (1 + values[row]! + 0.1)) / (1 + values[row]!);
    expect(cell('funds', 'CAGR', 1, moved)).toBe(percent(raised ** (12 / 82) - 1));
    expect(cell('funds', 'CAGR', 1, moved)).not.toBe('16.19 %');
    expect(cell('funds', 'CAGR', 2, moved)).toBe(cell('funds', 'CAGR', 2));
  });

  it('one month of Lo 30 moves tilt, rotation and the year after the cut, not Hi 30', () => {
    const moved = withData({ size: altered(data.size, 'Lo 30', '2001-06', 0.5) });
    for (const file of ['tilt-french', 'rotation-french']) {
      expect(cell(file, 'CAGR', 1, moved)).not.toBe(cell(file, 'CAGR', 1));
      const last = exhibit(file).table.columns.length - 1;
      expect(cell(file, 'CAGR', last, moved)).toBe(cell(file, 'CAGR', last));
    }
    expect(cell('first-cuts', '2001-01-03', 4, moved)).not.toBe(cell('first-cuts', '2001-01-03', 4));
    expect(cell('first-cuts', '2007-09-18', 4, moved)).toBe(cell('first-cuts', '2007-09-18', 4));
  });

  it('one month of Lo 30 while the rotation holds Hi 30 moves the tilt, not the rotation', () => {
    const moved = withData({ size: altered(data.size, 'Lo 30', '1992-06', 0.5) });
    expect(cell('tilt-french', 'CAGR', 1, moved)).not.toBe(cell('tilt-french', 'CAGR', 1));
    expect(cell('rotation-french', 'CAGR', 1, moved)).toBe(cell('rotation-french', 'CAGR', 1));
  });

  it('one month of one cell moves screened value; of a big cell it moves nothing', () => {
    const held = withData({ cells: altered(data.cells, 'SMALL HiBM HiOP', '2003-08', 0.9) });
    expect(cell('screened-value', 'CAGR', 1, held)).not.toBe(cell('screened-value', 'CAGR', 1));
    const big = withData({ cells: altered(data.cells, 'BIG LoBM LoOP', '2003-08', 0.9) });
    expect(exhibit('screened-value', big).table.texts).toEqual(exhibit('screened-value').table.texts);
  });

  it('one rate decision changes the list of first cuts, and the rotation', () => {
    const observations = data.rates.observations.filter(({ date }) => date !== '2024-09-18');
    const moved = withData({ rates: { ...data.rates, observations } });
    const dates = (of: readonly Section[]): unknown[] =>
      exhibit('first-cuts', of).data.rows.map((row) => row['First cut']);
    expect(dates(sections).at(-1)).toBe('2024-09-18');
    expect(dates(moved).at(-1)).toBe('2024-11-07'); // the next decision is then the first cut
    expect(dates(moved).slice(0, -1)).toEqual(dates(sections).slice(0, -1));
    expect(cell('rotation-funds', 'CAGR', 1, moved)).not.toBe(cell('rotation-funds', 'CAGR', 1));
  });
});

describe('the first cuts', () => {
  const { table } = exhibit('first-cuts');

  it('are nine, with the target before and after as the Federal Reserve set it', () => {
    expect(table.rows.map((row) => row['First cut'])).toEqual([
      '1984-09-20',
      '1987-11-04',
      '1989-06-06',
      '1995-07-06',
      '1998-09-29',
      '2001-01-03',
      '2007-09-18',
      '2019-07-31',
      '2024-09-18',
    ]);
    expect(table.title).toContain('9 first cuts');
    const fromTo = (date: string): readonly string[] => [cell('first-cuts', date, 1), cell('first-cuts', date, 2)];
    // Press releases of the FOMC of these days.
    expect(fromTo('2001-01-03')).toEqual(['6.50 %', '6.00 %']);
    expect(fromTo('2007-09-18')).toEqual(['5.25 %', '4.75 %']);
    expect(fromTo('2019-07-31')).toEqual(['2.50 %', '2.25 %']);
    expect(fromTo('2024-09-18')).toEqual(['5.50 %', '5.00 %']);
  });

  it.each([
    ['2001-01-03', '2001-02', '2002-01'],
    ['2024-09-18', '2024-10', '2025-09'],
    ['1984-09-20', '1984-10', '1985-09'], // not announced: known on the 27th
    ['1989-06-06', '1989-07', '1990-06'],
  ] as const)('after %s the twelve months from %s to %s are compounded', (date, from, to) => {
    const [large, small] = (['Hi 30', 'Lo 30'] as const).map((asset) => compounded(data.size, asset, from, to));
    expect([large!.months, small!.months]).toEqual([12, 12]);
    expect(cell('first-cuts', date, 3)).toBe(percent(large!.total));
    expect(cell('first-cuts', date, 4)).toBe(percent(small!.total));
    expect(cell('first-cuts', date, 5)).toBe(percent(small!.total - large!.total));
    const fund = compounded(data.funds, 'IWM', from, to);
    expect(cell('first-cuts', date, 7)).toBe(Number.isNaN(fund.total) || fund.months < 12 ? '–' : percent(fund.total));
  });

  it('are judged in words beside how often the same happens anyway, without inference', () => {
    const wins = table.rows.filter((row) => (row['Lo 30 less Hi 30'] as number) > 0).length;
    const since = Array.from({ length: 510 }, (_, start) => {
      // All stretches of 12 of the 521 months from 1982-10 to 2026-02.
      const first = data.size.calendar.length - 521 + start;
      const growth = (asset: 'Hi 30' | 'Lo 30'): number =>
        data.size
          .returns(asset)
          .values.slice(first, first + 12)
          .reduce((product, value) => product * (1 + value), 1);
      return growth('Lo 30') > growth('Hi 30');
    });
    const share = since.filter(Boolean).length / 510;
    const said = sections.flatMap(({ remarks }) => remarks).find((remark) => remark.startsWith('Lo 30 beat'));
    expect(said).toBe(
      `Lo 30 beat Hi 30 after ${wins} of 9 first cuts, and in ${(share * 100).toFixed(0)} % of all 510 12-month stretches ` +
        '(room for 43 that do not overlap). 9 events: no inference.',
    );
  });
});

describe('what the demonstration says beside its figures', () => {
  const notes = (file: string): string => exhibit(file).table.notes.join(' ');

  it.each(['tilt-french', 'rotation-french', 'screened-value'])('%s: reconstitution is not charged', (file) => {
    expect(notes(file)).toContain('reconstitution inside them is not charged');
  });

  it.each([
    ['tilt-french', '10 bp for Hi 30, 50 bp for Lo 30'],
    ['rotation-french', '10 bp for Hi 30, 50 bp for Lo 30'],
    ['tilt-funds', '5 bp'],
    ['rotation-funds', '5 bp'],
    ['screened-value', '50 bp'],
  ])('%s: costs are said (%s), with window, cash and when it trades', (file, costs) => {
    expect(notes(file)).toContain(`Trading costs: ${costs} of what is bought and of what is sold`);
    for (const part of ['Window: ', 'Risk-free: T-bill', 'Decides ', 'Uninvested wealth earns T-bill', 'Data: '])
      expect(notes(file)).toContain(part);
    for (const label of ['Turnover a year', 'Cost drag a year', 'Trades']) expect(cell(file, label, 1)).toMatch(/^\d/);
  });

  it.each([
    ['rotation-french', 'Lo 30', 9 * 12, 521],
    ['rotation-funds', 'IWM', 4 * 12, 314],
  ] as const)('%s stands beside its base and a constant mix of the same exposure', (file, small, held, months) => {
    expect(exhibit(file).table.columns.slice(1, 3)).toEqual(['Rotation', 'Constant mix']);
    expect(exhibit(file).table.columns).toHaveLength(4);
    const exposure = `${((held / months) * 100).toFixed(1)} %`;
    expect(notes(file)).toContain(`Constant mix`);
    expect(notes(file)).toContain(`${exposure} ${small}`);
    expect(notes(file)).toContain('Warning, Constant mix: Uses hindsight');
    expect(sections.flatMap(({ remarks }) => remarks).join(' ')).toContain(
      `held ${small} in ${held} of ${months} months; the constant mix holds ${exposure} of it`,
    );
  });

  it('every line of a table says what it is, and no two of one table are alike', () => {
    for (const { table } of sections.flatMap(({ exhibits }) => exhibits)) {
      const labels = table.texts.map(([first]) => first!);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.every((label) => label !== '' && label === label.trim())).toBe(true);
    }
  });

  it('is at most 100 columns wide', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
