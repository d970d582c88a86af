import { assertTable } from './assert-table.js';
import type { Table } from './table.js';

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ');

/**
 * A table in GitHub-flavoured Markdown: bold title, pipe table, notes as a list.
 *
 * @throws InputError `table.invalid` for what is no table.
 * @example
 * const table = makeTable({ columns: [{ key: 'fund', align: 'left' }, { key: 'cagr' }], rows: [{ fund: 'A|B', cagr: 0.123 }] });
 * console.log(toMarkdown(table).trimEnd());
 * // | fund | cagr |
 * // | :-- | --: |
 * // | A\|B | 0.12 |
 */
export function toMarkdown(table: Pick<Table, 'title' | 'layout' | 'texts' | 'notes'>): string {
  assertTable('toMarkdown', table);
  const { title, layout, texts, notes } = table;
  const line = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`;
  return [
    ...(title === '' ? [] : [`**${title}**`, '']),
    line(layout.map(({ label }) => label)),
    line(layout.map(({ align }) => (align === 'left' ? ':--' : '--:'))),
    ...texts.map(line),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note.replaceAll('\n', ' ')}`)]),
    '',
  ].join('\n');
}
