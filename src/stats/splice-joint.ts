import { InputError } from '../core/index.js';
import { lifeOf, partialRowsOf, type ReturnSeries } from '../panel/index.js';
import { assembleCalendar, type Calendar, periodName, periodNumber } from '../time/index.js';

/** Where two series are joined. */
export interface Joint {
  /** How many rows of the proxy come first. */
  readonly proxyRows: number;
  /** The first row of the actual series that is used. */
  readonly start: number;
}

/** Holidays differ between sources: a daily proxy that ends as near as this to the day from which the first actual return runs meets it. */
const NEAR = 4;

/** Finds the joint, and refuses series that cannot be joined. */
export function jointOf(proxy: ReturnSeries, actual: ReturnSeries): Joint {
  assertAlike(proxy, actual);
  const { frequency, days } = actual.calendar;
  const { first, last } = lifeOf(actual.values);
  const period = (day: number): number => periodNumber(frequency, day);
  const from = first < 0 ? Infinity : period(days[first]!);
  const proxyPeriods = Array.from(proxy.calendar.days, period);
  // A fund's part of a month is no reason to drop the proxy's whole one.
  const whole = proxyPeriods.findIndex((at, row) => at === from && !Number.isNaN(proxy.values[row]!));
  const part = partialRowsOf(actual).includes(first) && whole >= 0 && !partialRowsOf(proxy).includes(whole);
  const start = part && first < last ? first + 1 : first;
  const end = start < 0 ? Infinity : period(days[start]!);
  const proxyRows = proxyPeriods.filter((at) => at < end).length;
  const begins = lifeOf(proxy.values).first;
  if (first < 0 || begins < 0 || begins >= proxyRows) throw noEarlier(proxy, actual);
  assertMeets(proxy, actual, { proxyRows, start });
  return { proxyRows, start };
}

/** The rows of both parts. The base is the proxy's. */
export function joinedCalendar(proxy: ReturnSeries, actual: ReturnSeries, { proxyRows, start }: Joint): Calendar {
  const { frequency, base, days } = proxy.calendar;
  const all = Int32Array.from([...days.slice(0, proxyRows), ...actual.calendar.days.slice(start)]);
  const partial = [
    ...proxy.calendar.partialRows.filter((row) => row < proxyRows),
    ...actual.calendar.partialRows.filter((row) => row >= start).map((row) => row - start + proxyRows),
  ];
  return assembleCalendar(frequency, base, all, partial);
}

function assertMeets(proxy: ReturnSeries, actual: ReturnSeries, { proxyRows, start }: Joint): void {
  const { frequency, days, base } = actual.calendar;
  const last = proxyRows - 1;
  const day = proxy.calendar.days[last]!;
  const before = start === 0 ? base : days[start - 1]!;
  const meets =
    frequency === 'daily'
      ? before - day <= NEAR
      : periodNumber(frequency, days[start]!) - periodNumber(frequency, day) === 1;
  const endsInside = last > 0 && last === lifeOf(proxy.values).last && partialRowsOf(proxy).includes(last);
  if (meets && !endsInside && !Number.isNaN(proxy.values[last]!)) return;
  const ended = proxy.values.slice(0, proxyRows).reduce((found, value, row) => (Number.isNaN(value) ? found : row), -1);
  throw new InputError(
    'calendar.gap',
    `splice: the proxy "${proxy.name}" ends with ${proxy.calendar.date(ended)}${endsInside ? `, a part of a ${periodName[frequency]}` : ''}, but the first ` +
      `return of "${actual.name}" is that of ${actual.calendar.date(start)}: what was earned between is not known. Take a proxy that reaches it.`,
    { where: 'splice', proxyEnds: proxy.calendar.date(ended), actualBegins: actual.calendar.date(start) },
  );
}

function assertAlike(proxy: ReturnSeries, actual: ReturnSeries): void {
  const [mine, own] = [proxy.calendar.frequency, actual.calendar.frequency];
  if (mine !== own) {
    throw new InputError(
      'calendar.mismatch',
      `splice: the proxy "${proxy.name}" is ${mine}, but "${actual.name}" is ${own}. Bring the finer one to the other frequency first: resample(panel, …).`,
      { where: 'splice', proxy: mine, actual: own },
    );
  }
  if (proxy.meta.kind === actual.meta.kind) return;
  throw new InputError(
    'series.invalid',
    `splice: the proxy "${proxy.name}" is of kind '${proxy.meta.kind}', but "${actual.name}" of kind '${actual.meta.kind}': dividends or cash would be ` +
      'in one part of the history and not in the other. Find a proxy of the same kind.',
    { where: 'splice', proxy: proxy.meta.kind, actual: actual.meta.kind },
  );
}

function noEarlier(proxy: ReturnSeries, actual: ReturnSeries): InputError {
  const begin = ({ name, values, calendar }: ReturnSeries): string => {
    const { first } = lifeOf(values);
    return first < 0 ? `"${name}" has no return` : `"${name}" begins on ${calendar.date(first)}`;
  };
  return new InputError(
    'panel.empty-window',
    `splice: the proxy must begin before the actual series, but the proxy ${begin(proxy)}, and ${begin(actual)}. The order is splice(proxy, actual).`,
    { where: 'splice', proxy: proxy.name, actual: actual.name },
  );
}
