import { deepFreeze } from '../core/index.js';
import { type Displayed, type Table, toHtml, toText, withDisplay } from '../table/index.js';

/** What a result shows itself with: its table, and the notes below it once more as sentences. */
export interface Tabled extends Displayed {
  readonly table: Table;
  readonly notes: readonly string[];
}

/** Figures, frozen all the way down, which show themselves as a table. */
export function withTable<Figures extends object>(figures: Figures, table: Table): Figures & Tabled {
  const shown = { ...deepFreeze(figures), table, notes: table.notes };
  return withDisplay(shown, { text: () => toText(table), html: () => toHtml(table) });
}
