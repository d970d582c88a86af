import { slice } from '../engine/index.js';
import { assertReturnSeries, type DateWindow, type ReturnSeries, rowsOf } from '../panel/index.js';
import type { Calendar } from '../time/index.js';
import { isResult } from './is-result.js';

/** A series, or the result of a backtest with its trades and costs, inside a window; as it is where there is none. */
export function withinWindow(one: ReturnSeries, window: DateWindow | undefined, place: string): ReturnSeries {
  if (window === undefined) return one;
  assertReturnSeries('compareSeries', place, one);
  rowsOf(one.calendar, window, `compareSeries, window of "${one.name}"`);
  return slice(one, window);
}

/** The result of a backtest cut to the days of a calendar, so that its trades and costs are of these; as it is where it has not both ends. */
export function withinCalendar(one: ReturnSeries, calendar: Calendar): ReturnSeries {
  const [from, to] = [calendar.date(0), calendar.date(calendar.length - 1)];
  const own = one.calendar;
  const row = own.days.indexOf(calendar.days[0]!);
  const ends = row >= 0 && own.days[row + calendar.length - 1] === calendar.days[calendar.length - 1];
  return isResult(one) && ends && own.length > calendar.length ? slice(one, { from, to }) : one;
}
