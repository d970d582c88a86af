import { type AnyPanel, storeOf } from '../panel/index.js';
import { makeTable, percentCell, type Table, textCell } from '../table/index.js';

/**
 * A panel's returns as a table for export: one row per period, its day under `date`, one column per asset.
 *
 * Values are fractions (CSV gets them in full); the printed text is percent. Missing returns are NaN: an empty field in CSV.
 * The day of the starting wealth stands in the notes.
 *
 * @throws InputError `table.invalid` when an asset is named "date"; `panel.invalid`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.0123, 0.02], B: [NaN, 0.01] } });
 * console.log(toCsv(panelTable(panel)).trimEnd());
 * // date,A,B
 * // 2024-01-31,0.0123,
 * // 2024-02-29,0.02,0.01
 */
export function panelTable(panel: AnyPanel): Table {
  const { calendar, assets, values } = storeOf(panel, 'panelTable');
  const rows = Array.from({ length: calendar.length }, (_, row) => [
    ['date', textCell(calendar.date(row))] as const,
    ...assets.map((asset, index) => [asset, percentCell(values[index * calendar.length + row]!)] as const),
  ]);
  return makeTable({
    title: `Returns, ${calendar.frequency}`,
    columns: [{ key: 'date', align: 'left' }, ...assets.map((asset) => ({ key: asset }))],
    rows: rows.map((cells) => Object.fromEntries(cells)),
    notes: [`Simple returns per period; starting wealth on ${calendar.date(-1)}.`],
  });
}
