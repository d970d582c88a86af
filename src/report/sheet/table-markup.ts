import type { Table } from '../../table/index.js';
import { type Markup, markup, nothing, type MarkupValue } from './markup.js';

/** How a table stands in the page. */
export interface TableLook {
  /** Of the caption; unique in the page. */
  readonly id: string;
  /** In place of the title of the table. */
  readonly caption?: string;
  /** False where its notes stand elsewhere. */
  readonly notes?: boolean;
  /** A class for a cell, by row and column. */
  readonly cellClass?: (row: number, column: number) => string;
  /** 'prose' where cells are sentences, 'year' for a calendar. */
  readonly kind?: 'prose' | 'year';
}

/**
 * A table as HTML: caption, headings of columns and rows, each number with its full value in `<data>`, notes below. It scrolls by itself,
 * by keyboard too, where the page is narrower.
 */
export function tableMarkup(table: Table, look: TableLook): Markup {
  const { layout, columns, rows, texts, notes } = table;
  const { id, caption = table.title, cellClass = () => '', kind } = look;
  const cells = texts.map(
    (line, row) =>
      markup`<tr>${line.map((text, column) => {
        const value = rows[row]![columns[column]!];
        const side = layout[column]!.align === 'left' ? 'l' : '';
        const name = [side, cellClass(row, column)].filter((part) => part !== '').join(' ');
        const attribute = name === '' ? nothing : markup` class="${name}"`;
        if (column === 0) return markup`<th scope="row"${attribute}>${text}</th>`;
        return markup`<td${attribute}>${full(text, value)}</td>`;
      })}</tr>`,
  );
  const heads = layout.map(({ label, align }) =>
    label === ''
      ? markup`<td></td>`
      : markup`<th scope="col"${align === 'left' ? markup` class="l"` : nothing}>${label}</th>`,
  );
  return markup`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}"><table${kind === undefined ? nothing : markup` class="${kind}"`}><caption id="${id}"><span>${caption}</span></caption><thead><tr>${heads}</tr></thead><tbody>${cells}</tbody></table></div>${look.notes === false ? nothing : notesMarkup(notes)}`;
}

/** Sentences below a table. */
export const notesMarkup = (notes: readonly string[]): Markup =>
  notes.length === 0 ? nothing : markup`<ul class="notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>`;

/** A printed number with its full value; texts and what is undefined as they are. */
const full = (text: string, value: number | string | null | undefined): MarkupValue =>
  typeof value === 'number' && Number.isFinite(value) ? markup`<data value="${String(value)}">${text}</data>` : text;
