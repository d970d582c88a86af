import { dayNumber, parseIsoDate } from '../../src/time/index.js';
import type { ColumnPlan } from './encode-table.js';
import type { SourceTable } from './read-source.js';

/** The month column of a source (`YYYYMM`, `YYYY-MM` or the first of the month), checked to have no gap. */
export function monthColumn(source: SourceTable): ColumnPlan & { readonly labels: readonly string[] } {
  const labels = source.column(source.names[0]!).map((label) => {
    const match = /^(\d{4})-?(\d{2})(?:-01)?$/.exec(label);
    if (match === null) throw new Error(`${source.file}: "${label}" is not a month.`);
    return `${match[1]!}-${match[2]!}`;
  });
  const months = labels.map(monthOf);
  months.forEach((month, row) => {
    if (row > 0 && month !== months[row - 1]! + 1) throw new Error(`${source.file}: gap before ${labels[row]!}.`);
  });
  return { name: 'month', cells: months.map(String), differences: true, labels };
}

/** Months since January of year 0 of `YYYY-MM`. */
export function monthOf(label: string): number {
  const [year, month] = label.split('-').map(Number);
  return year! * 12 + month! - 1;
}

/** First and last label. */
export function spanOf(labels: readonly string[]): { from: string; to: string } {
  return { from: labels[0]!, to: labels[labels.length - 1]! };
}

/** The day number of an ISO date as a cell. */
export const dayCell = (date: string): string => String(parseIsoDate(date, 'source'));

/** The first day of a month given as `YYYY-MM`. */
export function firstDay(label: string): number {
  const [year, month] = label.split('-').map(Number);
  return dayNumber(year!, month!, 1);
}
