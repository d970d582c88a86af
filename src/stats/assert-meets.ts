import { InputError } from '../core/index.js';
import { lifeOf, partialRowsOf, type ReturnSeries } from '../panel/index.js';
import { type Calendar, dayOf, isoDate, periodName, periodNumber, weekday } from '../time/index.js';

/**
 * Refuses a joint at which days are lost or counted twice: what the proxy earned must end where the fund's first return begins.
 *
 * @param joint how many rows of the proxy come first, and the first row of the fund that is used.
 * @throws InputError `calendar.gap`, `calendar.mismatch`.
 */
export function assertMeets(
  proxy: ReturnSeries,
  actual: ReturnSeries,
  { proxyRows, start }: { readonly proxyRows: number; readonly start: number },
): void {
  const { calendar } = actual;
  const last = proxyRows - 1;
  const from = dayOf(calendar, start - 1);
  const isGap =
    calendar.frequency === 'daily'
      ? !reaches(proxy.calendar, last, from, calendar.days[start]!)
      : periodNumber(calendar.frequency, proxy.calendar.days[last]!) !== periodNumber(calendar.frequency, from);
  const endsInside = last > 0 && last === lifeOf(proxy.values).last && partialRowsOf(proxy).includes(last);
  const period = periodName[calendar.frequency];
  if (isGap || endsInside || Number.isNaN(proxy.values[last]!)) {
    const row = lifeOf(proxy.values.slice(0, proxyRows)).last;
    const ended = proxy.calendar.date(row);
    throw new InputError(
      'calendar.gap',
      `splice: the proxy "${proxy.name}" ends with ${ended}${endsInside ? `, a part of a ${period}` : ''}, but the first return of "${actual.name}", ` +
        `that of ${calendar.date(start)}, runs from ${isoDate(from)}: what was earned between is not known. Take a proxy that reaches that day. If nothing ` +
        `was traded between, let "${actual.name}" begin on ${ended}: the "base" of fromReturns, the first date of fromPrices.`,
      { where: 'splice', proxyEnds: ended, actualFrom: isoDate(from), actualBegins: calendar.date(start) },
    );
  }
  if (endTogether(proxy.calendar, last, calendar, from)) return;
  throw new InputError(
    'calendar.mismatch',
    `splice: the ${period} of the proxy "${proxy.name}" ends with ${proxy.calendar.date(last)}, but the first return of "${actual.name}", that of ` +
      `${calendar.date(start)}, runs from ${isoDate(from)}: the days between would be lost or counted twice. Bring both to ${period}s that end alike.`,
    { where: 'splice', proxyEnds: proxy.calendar.date(last), actualFrom: isoDate(from) },
  );
}

/**
 * Whether no trading day lies between a proxy's row and the day from which a fund's first return runs. No list of holidays is asked: one
 * weekday may lie between where the proxy's own rows go on without it to the fund's first day.
 */
function reaches({ days }: Calendar, last: number, from: number, first: number): boolean {
  const missed = weekdaysAfter(days[last]!, from);
  return missed === 0 || (missed === 1 && days[last + 1]! <= first);
}

/** Whether two dates stand for the end of the same period: but for a holiday, or in weeks that usually end on one weekday. */
function endTogether(proxy: Calendar, last: number, actual: Calendar, from: number): boolean {
  const day = proxy.days[last]!;
  const apart = weekdaysAfter(Math.min(day, from), Math.max(day, from));
  if (apart === 0) return true;
  return actual.frequency === 'weekly' ? usualEnd(proxy) === usualEnd(actual) : apart === 1;
}

/** The weekday on which most weeks of a calendar end; one that ends with the weekend ends with its Friday. */
function usualEnd({ days }: Calendar): number {
  const counts = [0, 0, 0, 0, 0, 0];
  days.forEach((day) => counts[Math.min(weekday(day), 5)]!++);
  return counts.indexOf(Math.max(...counts));
}

/** How many Monday-to-Friday days lie after a day, up to another. */
function weekdaysAfter(day: number, until: number): number {
  let count = 0;
  for (let next = day + 1; next <= until; next++) if (weekday(next) < 6) count++;
  return count;
}
