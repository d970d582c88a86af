import type { OracleInput, OracleSchedule } from './oracle-input.js';

/** Days of the oracle: counted year by year and month by month from Monday, 1 January 1900. */

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLengths = (year: number): number[] => [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1900-01-01, which was a Monday. */
export function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  let days = day - 1;
  for (let y = 1900; y < year; y++) days += leap(y) ? 366 : 365;
  for (let m = 1; m < month; m++) days += monthLengths(year)[m - 1]!;
  return days;
}

/** The date of a day number. */
export function dateOf(day: number): string {
  let year = 1900;
  let left = day;
  while (left >= (leap(year) ? 366 : 365)) {
    left -= leap(year) ? 366 : 365;
    year++;
  }
  let month = 1;
  while (left >= monthLengths(year)[month - 1]!) {
    left -= monthLengths(year)[month - 1]!;
    month++;
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(left + 1).padStart(2, '0')}`;
}

type Dated = Pick<OracleInput, 'frequency' | 'base' | 'dates'>;

/** The date of a row; row −1 is the base. */
export const rowDate = ({ base, dates }: Dated, row: number): string => (row < 0 ? base : dates[row]!);

export const periodsPerYear = { daily: 252, weekly: 52, monthly: 12, quarterly: 4, annual: 1 } as const;

/** The length of a row in years. */
export function yearsOfRow(input: Dated, row: number): number {
  if (input.frequency !== 'daily' && input.frequency !== 'weekly') return 1 / periodsPerYear[input.frequency];
  return (dayOf(rowDate(input, row)) - dayOf(rowDate(input, row - 1))) / 365.25;
}

/** Whether a schedule falls on a row of a run whose first decision is on row `first`. */
export function fallsOn(schedule: OracleSchedule, input: Dated, row: number, first: number): boolean {
  const month = Number(rowDate(input, row).slice(5, 7));
  switch (schedule.kind) {
    case 'once':
      return row === first;
    case 'daily':
      return true;
    case 'everyPeriods':
      return row === first || (schedule.offset ?? 0) === (row - first) % schedule.periods!;
    case 'monthly':
      return endsMonth(input, row);
    case 'quarterly':
      return endsMonth(input, row) && month % 3 === 0;
    case 'annually':
      return endsMonth(input, row) && month === schedule.month;
    case 'whenDrifted':
    case 'whenTargetChanges':
      return fallsOn(schedule.check!, input, row, first);
  }
}

function endsMonth(input: Dated, row: number): boolean {
  const date = rowDate(input, row);
  return nextDate(input, row).slice(0, 7) !== date.slice(0, 7);
}

/** The next row's date; after the last row of the data the day on which the next row would be due. */
function nextDate(input: Dated, row: number): string {
  if (row + 1 < input.dates.length) return rowDate(input, row + 1);
  const day = dayOf(rowDate(input, row));
  if (input.frequency === 'weekly') return dateOf(day + 7);
  if (input.frequency !== 'daily') return dateOf(day + 31);
  let next = day + 1;
  while (next % 7 >= 5) next++;
  return dateOf(next);
}
