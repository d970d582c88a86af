// The returns of an era alone, so that the base of events is the share of the windows of their own time.
import { slice, type ReturnSeries } from 'backtilt';

/** From when to when events of a kind could be found, `YYYY-MM` or a day; to the end of the data where `until` is missing. */
export interface Era {
  readonly from: string;
  readonly until?: string | undefined;
}

const monthAfter = (date: string, months: number): string => {
  const month = 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
};

/** Every window of so many months that begins in the month after `from`, after `until`, or after a month between. */
export const inEra = (series: ReturnSeries, { from, until }: Era, months: number): ReturnSeries =>
  slice(series, {
    from: monthAfter(from, 1),
    ...(until === undefined ? {} : { to: monthAfter(until, months) }),
  });
