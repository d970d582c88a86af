import type { Calendar } from './calendar.js';

/** Mean length of a year of the Julian calendar: what day counts are divided by. */
export const DAYS_PER_YEAR = 365.25;

/** The day number of a row; row −1 is the base. */
export const dayOf = ({ base, days }: Calendar, row: number): number => (row < 0 ? base : days[row]!);

/** Whether time passes by days on a calendar (daily, weekly) or by equal periods. */
export const countsDays = ({ frequency }: Calendar): boolean => frequency === 'daily' || frequency === 'weekly';

/** The length of a row in years: 1/P, or the days since the row before / 365.25 on daily and weekly calendars. */
export function yearsOfRow(calendar: Calendar, row: number): number {
  if (!countsDays(calendar)) return 1 / calendar.periodsPerYear;
  return (dayOf(calendar, row) - dayOf(calendar, row - 1)) / DAYS_PER_YEAR;
}
