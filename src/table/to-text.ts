import { assertTable } from './assert-table.js';
import type { Table } from './table.js';
import { wrapText } from './wrap-text.js';

/**
 * A table as plain text for a console: title, columns padded to their widest cell, notes below. A line break in a cell becomes a space.
 *
 * @param width where titles and notes are wrapped; columns are never cut.
 * @throws InputError `table.invalid` for what is no table.
 * @example
 * const table = makeTable({ columns: [{ key: 'fund', align: 'left' }, { key: 'cagr' }], rows: [{ fund: 'A|B', cagr: 0.123 }] });
 * console.log(toText(table));
 * // fund  cagr
 * // ----  ----
 * // A|B   0.12
 */
export function toText(table: Pick<Table, 'title' | 'layout' | 'texts' | 'notes'>, width = 100): string {
  assertTable('toText', table);
  const { title, layout, notes } = table;
  const texts = table.texts.map((row) => row.map((text) => text.replaceAll(/\s*\n\s*/g, ' ')));
  const widths = layout.map(({ label }, column) => Math.max(label.length, ...texts.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        layout[column]!.align === 'left' ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  const head = title === '' ? [] : [wrapText(title, width)];
  const rule = widths.map((length) => '-'.repeat(length)).join('  ');
  return [
    ...head,
    line(layout.map(({ label }) => label)),
    rule,
    ...texts.map(line),
    ...notes.map((note) => wrapText(note, width)),
  ].join('\n');
}
