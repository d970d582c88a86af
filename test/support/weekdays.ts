import { DateTime } from 'luxon';
import type { IsoDate } from '../../src/time/index.js';

/** The holidays of the New York Stock Exchange in the first half of 2020: New Year, King, Washington, Good Friday, Memorial Day. */
export const HOLIDAYS_2020 = ['2020-01-01', '2020-01-20', '2020-02-17', '2020-04-10', '2020-05-25'] as const;

/** Monday-to-Friday days from one day to another, both included, without the holidays; by luxon, not by the code under test. */
export function weekdays(from: string, to: string, holidays: readonly string[] = []): IsoDate[] {
  const days: IsoDate[] = [];
  const end = DateTime.fromISO(to, { zone: 'utc' });
  for (let day = DateTime.fromISO(from, { zone: 'utc' }); day <= end; day = day.plus({ days: 1 })) {
    const date = day.toFormat('yyyy-MM-dd') as IsoDate;
    if (day.weekday <= 5 && !holidays.includes(date)) days.push(date);
  }
  return days;
}
