import { type Markup, markup, nothing } from './markup.js';
import type { Section } from './section.js';
import { assumed } from './assumed.js';
import type { SheetData } from './sheet-data.js';
import type { SheetNotes } from './sheet-warnings.js';
import { tableMarkup } from './table-markup.js';

const ALONE = ['CAGR', 'Volatility', 'Sharpe ratio', 'Max drawdown', 'Worst year', 'Best year'];
const AGAINST = ['CAGR', 'Volatility', 'Sharpe ratio', 'Max drawdown', 'Beta', 'Information ratio'];

/** The headline figures: six large ones, what a reader must know before believing them, what was assumed, and the whole table. */
export function summarySection(data: SheetData, { warnings, assumptions }: SheetNotes): Section {
  const { comparison } = data;
  const single = data.subjects.length === 1;
  return {
    id: 'summary',
    heading: 'Headline figures',
    body: markup`${single ? cards(data) : nothing}<div class="lead-pair"><div>${warned(warnings)}${assumed(data, assumptions)}</div><div>${tableMarkup(comparison.table, { id: 'comparison', caption: `Figures, ${comparison.from} to ${comparison.to}`, notes: false })}</div></div>`,
  };
}

/** The first column of the comparison in large print, the benchmark's below it. */
function cards({ comparison: { table }, all }: SheetData): Markup {
  const rival = all[1];
  const shown = (rival === undefined ? ALONE : AGAINST).flatMap((label) => {
    const line = table.texts.find((texts) => texts[0] === label);
    return line === undefined ? [] : [{ label, own: line[1]!, other: line[2] }];
  });
  return markup`<dl class="cards">${shown.map(
    ({ label, own, other }) =>
      markup`<div><dt>${label}</dt><dd>${own}</dd>${rival === undefined || other === undefined || other === '–' ? nothing : markup`<dd>${rival.name} ${other}</dd>`}</div>`,
  )}</dl>`;
}

const warned = (warnings: readonly string[]): Markup =>
  warnings.length === 0
    ? nothing
    : markup`<div class="warnings" role="note" aria-labelledby="warnings"><h3 id="warnings">Before you believe it</h3><ul>${warnings.map((warning) => markup`<li>${warning}</li>`)}</ul></div>`;
