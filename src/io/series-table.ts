import { fromSeries, type ReturnSeries } from '../panel/index.js';
import type { Table } from '../table/index.js';
import { panelTable } from './panel-table.js';

/**
 * Return series side by side as a table for export: one row per period of the span of all, one column per series under its name.
 *
 * @throws InputError `series.invalid`, `panel.name` (no series, or two of one name), `calendar.mismatch`, `calendar.gap`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, 0.02], B: [0.03, 0.01] } });
 * console.log(seriesTable(panel.returns('B')).rows[1]); // { date: '2024-02-29', B: 0.01 }
 */
export function seriesTable(...series: readonly ReturnSeries[]): Table {
  return panelTable(fromSeries(...series));
}
