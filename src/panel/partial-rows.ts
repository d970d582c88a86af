import { parseIsoDate, periodNumber } from '../time/index.js';
import { lifeOf } from './life.js';
import type { ReturnSeries } from './return-series.js';

/**
 * The rows in which a series covers less than a whole period: those of its calendar, and its last one where it ended inside it
 * (`meta.endsOn`).
 */
export function partialRowsOf(series: ReturnSeries): readonly number[] {
  const { partialRows } = series.calendar;
  const { last } = lifeOf(series.values);
  return endInside(series, last) === undefined || partialRows.includes(last) ? partialRows : [...partialRows, last];
}

/** The last day that a series covers: that of its last return's row, or an earlier one on which it ended; the base without returns. */
export function lastDayOf(series: ReturnSeries): number {
  const { last } = lifeOf(series.values);
  return endInside(series, last) ?? (last < 0 ? series.calendar.base : series.calendar.days[last]!);
}

/** `meta.endsOn` as a day number where it speaks of the last row: a slice may have cut that row off since. */
function endInside({ calendar, meta }: Pick<ReturnSeries, 'calendar' | 'meta'>, last: number): number | undefined {
  if (meta.endsOn === undefined || last < 0) return undefined;
  const end = parseIsoDate(meta.endsOn, 'meta.endsOn');
  const day = calendar.days[last]!;
  const before = last === 0 ? calendar.base : calendar.days[last - 1]!;
  const { frequency } = calendar;
  return end < day && end > before && periodNumber(frequency, end) === periodNumber(frequency, day) ? end : undefined;
}
