import { describe, expect, it } from 'vitest';
import {
  addField,
  addIndicator,
  backtest,
  cagr,
  fixedMix,
  fromReturns,
  makeTable,
  sweep,
  toCsv,
  toHtml,
  totalReturn,
} from '../../src/index.js';
import { panelFromJson, panelTable, parseReturns } from '../../src/io/index.js';
import { compareSeries, drawdownChart, tearSheet, wealthChart } from '../../src/report/index.js';
import { attribute, markup, monthlySeries, prototypeNames } from './hostile.js';

const names = [...prototypeNames, 'isPrototypeOf', '__defineGetter__', markup, attribute, '=1+1', 'a\r\nb', 'a\u2028b'];
const returns = Array.from({ length: 30 }, (_, month) => Math.sin(month * month) / 10);
const keysBefore = Reflect.ownKeys(Object.prototype);
const untouched = (): void => {
  expect(Reflect.ownKeys(Object.prototype)).toEqual(keysBefore);
};
/** No tag but those of the writer, no attribute that an answer ended early. */
const harmless = (html: string): void => {
  expect(html).not.toMatch(/<img|<script>alert|"><script/);
};

describe('a name that every object has, or that looks like markup, is a name like any other', () => {
  it.each(names)('as an asset, a field, an indicator and a parameter: %j', (name) => {
    const dates = returns.map(
      (_, index) => `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    );
    const plain = fromReturns({ frequency: 'monthly', dates, returns: Object.fromEntries([[name, returns]]) });
    const known = Object.fromEntries([[name, [{ knownOn: '2020-02-01', value: 7 } as const]]]);
    const panel = addIndicator(addField(plain, name, known), name, known[name]!);
    expect([panel.assets, panel.fields, panel.indicators]).toEqual([[name], [name], [name]]);
    const weights = Object.fromEntries([[name, 1]]);
    const held = backtest(panel, fixedMix({ weights }));
    expect(totalReturn(held)).toBe(totalReturn(panel.returns(name)));
    expect(held.weights(name).at(-1)).toBe(1);
    const again = panelFromJson(JSON.parse(JSON.stringify(panel)));
    expect(again.returns(name).values).toEqual(panel.returns(name).values);
    const swept = sweep(panel, {
      grid: Object.fromEntries([[name, [0.5, 1]]]),
      strategy: (params) =>
        fixedMix({ weights: Object.fromEntries([[name, (params as Record<string, number>)[name]!]]) }),
      metrics: Object.fromEntries([[name, cagr]]),
    });
    expect(swept.metrics[name]![1]).toBe(cagr(panel.returns(name)));
    harmless(toHtml(swept.table));
    harmless(toHtml(compareSeries([panel.returns(name)], { title: name }).table));
    untouched();
  });

  it.each(names)('in tables and CSV: %j', (name) => {
    const table = makeTable({
      title: name,
      columns: [{ key: name, label: name }],
      rows: [Object.fromEntries([[name, name]])],
      notes: [name],
    });
    harmless(toHtml(table));
    expect(Object.hasOwn(table.rows[0]!, name)).toBe(true);
    if (!name.startsWith('=')) expect(toCsv(table)).toContain(name.replaceAll('"', '""').slice(0, 4));
    untouched();
  });

  it('in pictures: Vega keeps what it draws by name, and finds what all objects have', async () => {
    for (const name of names) {
      const series = monthlySeries(returns, name);
      for (const chart of [drawdownChart(series), wealthChart([series, monthlySeries(returns, 'other')])]) {
        const svg = await chart.toSvg();
        harmless(svg);
        expect(svg.length).toBeGreaterThan(1000);
      }
    }
    untouched();
    harmless((await tearSheet(monthlySeries(returns, markup), { benchmark: monthlySeries(returns, attribute) })).html);
    untouched();
  });

  it('in the header of a file', () => {
    for (const name of prototypeNames) {
      const panel = parseReturns(`date,${name}\n2024-01-31,0.1\n2024-02-29,0.2\n`, {
        frequency: 'monthly',
        units: 'fraction',
      });
      expect(panel.assets).toEqual([name]);
      expect(panelTable(panel).rows).toHaveLength(2);
    }
    untouched();
  });

  it('the alignment of a column cannot end the attribute that it stands in', () => {
    const forged = { title: '', layout: [{ key: 'a', label: 'a', align: attribute }], texts: [['1']], notes: [] };
    harmless(toHtml(forged as never));
    expect(() => makeTable({ columns: [{ key: 'a', align: attribute as never }], rows: [] })).toThrow(/align/);
  });
});
