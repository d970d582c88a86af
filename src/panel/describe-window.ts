import type { Calendar } from '../time/index.js';
import type { CommonWindow } from './common-window.js';

/** A window in words: "2019-10 to 2026-07 (82 months; AVUV begins last)". Days are given for daily and weekly calendars. */
export function describeWindow(
  calendar: Calendar,
  window: Pick<CommonWindow, 'startLimitedBy' | 'endLimitedBy'>,
): string {
  const units = { daily: 'days', weekly: 'weeks', monthly: 'months', quarterly: 'quarters', annual: 'years' } as const;
  const limits = [
    ...(window.startLimitedBy.length > 0 ? [`${window.startLimitedBy.join(', ')} begins last`] : []),
    ...(window.endLimitedBy.length > 0 ? [`${window.endLimitedBy.join(', ')} ends first`] : []),
  ];
  const unit = units[calendar.frequency].slice(0, calendar.length === 1 ? -1 : undefined);
  return `${describeSpan(calendar)} (${[`${calendar.length} ${unit}`, ...limits].join('; ')})`;
}

/** First and last period of a calendar: months as `YYYY-MM`, finer rows as days. */
export function describeSpan(calendar: Calendar): string {
  const text = (row: number): string => {
    const date = calendar.date(row);
    const byDay = calendar.frequency === 'daily' || calendar.frequency === 'weekly';
    return byDay ? date : date.slice(0, 7);
  };
  return `${text(0)} to ${text(calendar.length - 1)}`;
}
