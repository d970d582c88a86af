import { InputError } from '../../core/index.js';
import { type AnyPanel, storeOf } from '../../panel/index.js';
import type { PlainColumns } from './to-columns.js';

/**
 * A panel as a long table in columns: one row per period and asset that is listed then or of which a fact is known, with its return and its fields.
 *
 * Columns are `date` and `asset` (texts), `return` and the fields (`Float64Array`; NaN where there is none). Fields are as known on the row's
 * day: read back with `knownAfter: { days: 0 }`, they are what they were on every row. The facts of the base, one row before the first, are not
 * among them.
 *
 * @throws InputError `panel.invalid`; `panel.name` for a field named date, asset or return.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, 0.02], B: [NaN, 0.03] } });
 * const { date, asset, return: returns } = toLongColumns(panel);
 * console.log(asset, returns); // [ 'A', 'A', 'B' ] Float64Array(3) [ 0.01, 0.02, 0.03 ]
 */
export function toLongColumns(panel: AnyPanel): PlainColumns {
  const where = 'toLongColumns';
  const store = storeOf(panel, where);
  const { calendar, assets, values, fields } = store;
  const own = ['date', 'asset', 'return'];
  const taken = own.find((name) => fields.has(name));
  if (taken !== undefined) {
    throw new InputError(
      'panel.name',
      `${where}: a field is named "${taken}", as a column of the long table is. Give it another name.`,
      {
        where,
        name: taken,
      },
    );
  }
  const rows = calendar.length;
  const facts = Array.from(fields.keys(), (name) => [name, store.fieldRows(name)] as const);
  const kept: number[] = [];
  for (let cell = 0; cell < values.length; cell++) {
    const known = factCell(cell, rows);
    if (!Number.isNaN(values[cell]!) || facts.some(([, fact]) => !Number.isNaN(fact[known]!))) kept.push(cell);
  }
  const dates = Array.from({ length: rows }, (_, row) => calendar.date(row));
  return Object.fromEntries<PlainColumns[string]>([
    ['date', kept.map((cell) => dates[cell % rows]!)],
    ['asset', kept.map((cell) => assets[Math.floor(cell / rows)]!)],
    ['return', Float64Array.from(kept, (cell) => values[cell]!)],
    ...facts.map(([name, fact]) => [name, Float64Array.from(kept, (cell) => fact[factCell(cell, rows)]!)] as const),
  ]);
}

/** The entry of a fact for a cell of the returns: facts have one entry more per asset, that of the base. */
const factCell = (cell: number, rows: number): number => cell + Math.floor(cell / rows) + 1;
