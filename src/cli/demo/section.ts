import type { Row, Table } from '../../table/index.js';

/** A table with the name of the files that it is written to, and the rows for its CSV. */
export interface Exhibit {
  readonly file: string;
  readonly table: Table;
  /** Full values: those of the table itself, or one row per compared series. */
  readonly data: { readonly columns: readonly string[]; readonly rows: readonly Row[] };
}

/** A part of the demonstration: a heading, what it is about, tables, and what to conclude. */
export interface Section {
  readonly heading: string;
  readonly about: string;
  readonly exhibits: readonly Exhibit[];
  readonly remarks: readonly string[];
}
