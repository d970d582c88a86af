import { drawdownTable } from './drawdown-table.js';
import { type Markup, markup } from './markup.js';
import { attempt, type Section } from './section.js';
import { drawn, growthCharts } from './sheet-charts.js';
import type { SheetData } from './sheet-data.js';
import { tableMarkup } from './table-markup.js';

/** Growth, and the deepest falls: ten of one series, three of each of several. */
export async function growthSection(data: SheetData): Promise<Section> {
  const { subjects } = data;
  const most = subjects.length === 1 ? 10 : 3;
  const tables: Markup[] = [];
  for (const [index, one] of subjects.entries())
    tables.push(await attempt(() => tableMarkup(drawdownTable(one, most), { id: `drawdowns-${index}` })));
  return { id: 'growth', heading: 'Growth and drawdowns', body: markup`${await drawn(growthCharts(data))}${tables}` };
}
