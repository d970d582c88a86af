import type { ReturnSeries } from '../panel/index.js';
import { addMonths, countsDays, DAYS_PER_YEAR } from '../time/index.js';
import { nextWeekday } from './window-rows.js';

/** No year is longer, counted from a close to the next possible one: 366 days and a weekend. */
const SURELY_A_YEAR = 370;

/**
 * The years of the rows `first` to `last` of a series, as `yearsOf` counts them; NaN under one year, where nothing is compounded to a yearly figure.
 * Undefined for a series with partial rows, or one that ended inside its last period: its windows must be asked one by one.
 */
export function windowYears({ calendar, meta }: ReturnSeries): ((first: number, last: number) => number) | undefined {
  const { frequency, base, days, periodsPerYear } = calendar;
  if (meta.endsOn !== undefined || calendar.partialRows.length > 0) return undefined;
  if (!countsDays(calendar)) {
    return (first, last) => (last - first + 1 < periodsPerYear ? NaN : (last - first + 1) / periodsPerYear);
  }
  return (first, last) => {
    const from = first === 0 ? base : days[first - 1]!;
    const to = days[last]!;
    if (to - from < SURELY_A_YEAR) {
      const next = frequency === 'weekly' ? to + 7 : nextWeekday(to);
      if (addMonths(from, 12) >= next) return NaN;
    }
    return (to - from) / DAYS_PER_YEAR;
  };
}
