import { deepFreeze } from '../core/index.js';
import { type Displayed, type Table, toHtml, toText, withDisplay } from '../table/index.js';

/** What a result shows itself with: its table, and all that is said below it, warnings and assumptions alike. */
export interface Tabled extends Displayed {
  readonly table: Table;
  readonly notes: readonly string[];
}

/** A result before it can show itself. */
export type Untabled<Result extends Tabled> = Omit<Result, keyof Tabled>;

/** Figures, frozen all the way down, which show themselves as a table; `readers` are functions of theirs, invisible to loops and to JSON. */
export function withTable<Figures extends object, Readers extends object = object>(
  figures: Figures,
  table: Table,
  readers?: Readers,
): Figures & Readers & Tabled {
  const shown = { ...deepFreeze(figures), table, notes: table.notes };
  for (const [name, value] of Object.entries(readers ?? {})) Object.defineProperty(shown, name, { value });
  return withDisplay(shown as Figures & Readers & Pick<Tabled, 'table' | 'notes'>, {
    text: () => toText(table),
    html: () => toHtml(table),
  });
}
