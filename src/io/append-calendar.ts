import { InputError } from '../core/index.js';
import { assembleCalendar, type Calendar, periodNumber } from '../time/index.js';
import type { SharedRows } from './append-column.js';

/** A calendar that is continued by a later one. */
export interface JoinedCalendar {
  readonly calendar: Calendar;
  readonly shared: SharedRows;
  /** The first row that is taken from the newer one. */
  readonly first: number;
  /** The row of the later calendar of a row of the joined one. */
  readonly newerAt: (row: number) => number;
}

/**
 * A monthly calendar with the rows of a later one that lie behind its end.
 *
 * @throws InputError `calendar.mismatch`, `calendar.gap`, `append.nothing`.
 */
export function joinedCalendar(where: string, a: Calendar, b: Calendar, believed: 'newer' | 'bundled'): JoinedCalendar {
  const other = [a, b].find(({ frequency }) => frequency !== 'monthly');
  if (other !== undefined) {
    throw new InputError(
      'calendar.mismatch',
      `${where}: one of the two is ${other.frequency}; months are appended to months. Resample it to monthly first.`,
      { where, found: other.frequency },
    );
  }
  const month = (day: number): number => periodNumber('monthly', day);
  const [endA, startB, endB] = [month(a.days[a.length - 1]!), month(b.days[0]!), month(b.days[b.length - 1]!)];
  const spans = `the first one ends on ${a.date(a.length - 1)}, the newer one runs from ${b.date(0)} to ${b.date(b.length - 1)}`;
  const details = { where, end: a.date(a.length - 1), from: b.date(0), to: b.date(b.length - 1) };
  if (startB > endA + 1) {
    const what = `${where}: ${startB - endA - 1} months are missing between the two: ${spans}. Give a newer file that begins earlier.`;
    throw new InputError('calendar.gap', what, { ...details, missing: startB - endA - 1 });
  }
  if (startB > endA) {
    const what = `${where}: the two have no month in common (${spans}), so nothing shows that names, units and dividends are the same. Give a newer file that begins at least one month earlier.`;
    throw new InputError('calendar.mismatch', what, details);
  }
  if (endB <= endA) {
    const what = `${where}: the newer one has no later month: ${spans}. Check which file is which.`;
    throw new InputError('append.nothing', what, details);
  }
  const shift = month(a.days[0]!) - startB;
  const from = Math.max(0, -shift);
  const days = Int32Array.from([...a.days, ...Array.from(b.days).slice(endA - startB + 1)]);
  const first = believed === 'newer' ? from : a.length;
  const partial = [
    ...a.partialRows.filter((row) => row < first),
    ...b.partialRows.map((row) => row - shift).filter((row) => row >= first),
  ];
  const calendar = assembleCalendar('monthly', a.base, days, partial);
  return { calendar, shared: { from, to: a.length - 1, shift }, first, newerAt: (row) => row + shift };
}
