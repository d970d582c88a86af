import type { ReturnSeries } from '../panel/index.js';
import { sameCalendar } from '../time/index.js';

/** Whether two series are one and the same: a panel hands out a copy each time it is asked. */
export function sameSeries(a: ReturnSeries, b: ReturnSeries): boolean {
  if (a === b) return true;
  if (a.name !== b.name || !sameCalendar(a.calendar, b.calendar)) return false;
  for (let row = 0; row < a.values.length; row++) if (!Object.is(a.values[row], b.values[row])) return false;
  return true;
}
