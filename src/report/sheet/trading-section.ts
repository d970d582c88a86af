import { isResult } from '../is-result.js';
import { holdingsTable } from './holdings-table.js';
import { type Markup, markup, nothing } from './markup.js';
import { attempt, type Section } from './section.js';
import { drawn, tradingCharts } from './sheet-charts.js';
import type { SheetData } from './sheet-data.js';
import { tableMarkup } from './table-markup.js';
import { contributionsTable, moneyTable, tradingTable } from './trading-table.js';

/** Assets that get a line of their own. */
const MOST = 15;

/** What backtests held, traded and paid; null where no series is one. */
export async function tradingSection({ subjects, comparison }: SheetData): Promise<Section | null> {
  const runs = subjects.filter(isResult);
  if (runs.length === 0) return null;
  const compared = subjects.flatMap((one, index) =>
    isResult(one) ? [{ ...comparison.compared[index]!, label: one.name }] : [],
  );
  const costs = tableMarkup(tradingTable(compared), { id: 'trading-costs' });
  const single = runs.length === 1;
  const details: Markup[] = [];
  for (const [index, run] of runs.entries()) {
    const money = moneyTable(run);
    const parts = await attempt(() => tableMarkup(contributionsTable(run, MOST), { id: `contributions-${index}` }));
    const tables = [
      ...(single ? [costs] : []),
      tableMarkup(holdingsTable(run, MOST), { id: `holdings-${index}` }),
      parts,
      ...(money === null ? [] : [tableMarkup(money, { id: `money-${index}` })]),
    ];
    details.push(
      markup`${single ? nothing : markup`<h3>${run.name}</h3>`}<div class="pair">${tables.map((table) => markup`<div>${table}</div>`)}</div>`,
    );
  }
  const figures = single ? await drawn(tradingCharts(runs[0]!)) : nothing;
  return {
    id: 'trading',
    heading: 'Holdings, turnover and costs',
    body: markup`${single ? nothing : costs}${details}${figures}`,
  };
}
