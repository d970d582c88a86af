import { isoDate, type IsoDate, monthNumber, parseIsoDate } from '../time/index.js';
import { readRecessionDates, type RecessionDates } from './recession-dates.js';

/** Whether something that happened belongs to a recession. */
export interface RecessionLink {
  /** null where it cannot be said: nothing announced yet, or the window reaches beyond the data. */
  readonly linked: boolean | null;
  /** The peak of the recession, `YYYY-MM`; null without one. */
  readonly peak: string | null;
  /** Calendar months from the event's month to the peak, negative in a recession; null without one. */
  readonly monthsToPeak: number | null;
  /** What decided it. */
  readonly why: string;
}

/** Finds the recession that a day lies in, or that begins within `windowMonths` of it, with hindsight. */
export function linkByHindsight(
  dates: RecessionDates,
  windowMonths: number,
  where: string,
): (date: IsoDate) => RecessionLink {
  const { turns, lastMonth } = readRecessionDates(dates, where);
  const linkTo = (peak: { month: string; monthIndex: number }, month: number): RecessionLink => {
    const monthsToPeak = peak.monthIndex - month;
    const why =
      monthsToPeak < 0
        ? `in the recession after ${peak.month}`
        : `${monthsToPeak} months before the peak of ${peak.month}`;
    return Object.freeze({ linked: true, peak: peak.month, monthsToPeak, why });
  };
  return (date) => {
    const month = monthNumber(parseIsoDate(date, where));
    const before = turns.findLast(({ monthIndex }) => monthIndex < month);
    const next = turns.find(({ monthIndex }) => monthIndex >= month);
    if (month > lastMonth) return unlinked(null, 'after the end of the data');
    if (before === undefined) return unlinked(null, 'before the first turning point');
    if (before.type === 'peak') return linkTo(before, month);
    if (next !== undefined && next.monthIndex <= month + windowMonths) return linkTo(next, month);
    if (month + windowMonths > lastMonth) return unlinked(null, 'open: the window reaches beyond the data');
    return unlinked(false, `no recession within ${windowMonths} months`);
  };
}

/** Finds the recession that had been announced, and its end not yet, on a day. */
export function linkByAnnouncement(dates: RecessionDates, where: string): (knownOn: IsoDate) => RecessionLink {
  const { turns, lastMonth } = readRecessionDates(dates, where);
  return (knownOn) => {
    const day = parseIsoDate(knownOn, where);
    const latest = turns.findLast(({ announcedDay }) => announcedDay <= day);
    if (monthNumber(day) > lastMonth) return unlinked(null, 'after the end of the data');
    if (latest === undefined) return unlinked(null, 'nothing had been announced');
    const announced = isoDate(latest.announcedDay);
    if (latest.type === 'trough') return unlinked(false, `trough of ${latest.month} announced on ${announced}`);
    return Object.freeze({
      linked: true,
      peak: latest.month,
      monthsToPeak: latest.monthIndex - monthNumber(day),
      why: `peak of ${latest.month} announced on ${announced}`,
    });
  };
}

const unlinked = (linked: false | null, why: string): RecessionLink =>
  Object.freeze({ linked, peak: null, monthsToPeak: null, why });
