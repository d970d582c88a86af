import { assertTable } from './assert-table.js';
import type { Table } from './table.js';

/** Text made safe for an HTML element or attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * A table as an HTML fragment: one `<table>` with caption, header and a footer of notes; no style sheet, no script.
 *
 * @throws InputError `table.invalid` for what is no table.
 * @example
 * const table = makeTable({ columns: [{ key: 'fund', align: 'left' }, { key: 'cagr' }], rows: [{ fund: 'A|B', cagr: 0.123 }] });
 * console.log(toHtml(table).includes('<td style="text-align:left">A|B</td>')); // true
 */
export function toHtml(table: Pick<Table, 'title' | 'layout' | 'texts' | 'notes'>): string {
  assertTable('toHtml', table);
  const { title, layout, texts, notes } = table;
  const cell = (tag: 'td' | 'th', text: string, column: number): string =>
    `<${tag}${tag === 'th' ? ' scope="col"' : ''} style="text-align:${layout[column]?.align === 'left' ? 'left' : 'right'}">${escapeHtml(text)}</${tag}>`;
  const row = (tag: 'td' | 'th', cells: readonly string[]): string =>
    `<tr>${cells.map((text, column) => cell(tag, text, column)).join('')}</tr>`;
  const foot = notes.map(
    (note) => `<tr><td colspan="${layout.length}" style="text-align:left">${escapeHtml(note)}</td></tr>`,
  );
  return [
    '<table class="backtilt">',
    title === '' ? '' : `<caption style="text-align:left">${escapeHtml(title)}</caption>`,
    `<thead>${row(
      'th',
      layout.map(({ label }) => label),
    )}</thead>`,
    `<tbody>${texts.map((cells) => row('td', cells)).join('')}</tbody>`,
    foot.length === 0 ? '' : `<tfoot>${foot.join('')}</tfoot>`,
    '</table>',
  ].join('');
}
