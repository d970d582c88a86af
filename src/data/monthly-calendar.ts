import { assembleCalendar, type Calendar, lastDayOfMonth } from '../time/index.js';
import type { EncodedTable } from './decode-table.js';

/** The calendar of a monthly set: rows on the last calendar day of each month, base one month before the first. */
export function monthlyCalendar(table: EncodedTable): Calendar {
  const months = table.column('month');
  return assembleCalendar('monthly', lastDayOfMonth(months[0]! - 1), Int32Array.from(months, lastDayOfMonth));
}
