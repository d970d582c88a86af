import { assembleCalendar, type Calendar, type Frequency } from '../time/index.js';

/** A calendar as data that can be handed to another thread. */
export interface CalendarParts {
  readonly frequency: Frequency;
  readonly base: number;
  readonly days: Int32Array;
  readonly partialRows: readonly number[];
}

/** Takes a calendar apart. */
export const calendarToParts = ({ frequency, base, days, partialRows }: Calendar): CalendarParts => ({
  frequency,
  base,
  days: days.slice(),
  partialRows: [...partialRows],
});

/** Puts a calendar together again. */
export const calendarFromParts = ({ frequency, base, days, partialRows }: CalendarParts): Calendar =>
  assembleCalendar(frequency, base, days, partialRows);
