import { InputError } from '../core/index.js';
import { lifeOf, partialRowsOf, type ReturnSeries } from '../panel/index.js';
import { assembleCalendar, type Calendar, dayOf, periodNumber } from '../time/index.js';
import { assertMeets } from './assert-meets.js';

/** Where two series are joined. */
export interface Joint {
  /** How many rows of the proxy come first. */
  readonly proxyRows: number;
  /** The first row of the actual series that is used. */
  readonly start: number;
}

/** Finds the joint, and refuses series that cannot be joined. */
export function jointOf(proxy: ReturnSeries, actual: ReturnSeries): Joint {
  assertAlike(proxy, actual);
  const { frequency, days } = actual.calendar;
  const { first, last } = lifeOf(actual.values);
  if (first < 0) throw noEarlier(proxy, actual);
  const period = (day: number): number => periodNumber(frequency, day);
  const opens = period(days[first]!);
  const proxyPeriods = Array.from(proxy.calendar.days, period);
  // A fund's part of a period is no reason to drop the proxy's whole one.
  const whole = proxyPeriods.findIndex((at, row) => at === opens && !Number.isNaN(proxy.values[row]!));
  const part = isPart(actual, first) && whole >= 0 && !partialRowsOf(proxy).includes(whole);
  const start = part && first < last ? first + 1 : first;
  const end = period(days[start]!);
  const from = dayOf(actual.calendar, start - 1);
  // A first return of several days is the fund's for all of them: the proxy goes up to the day from which it runs.
  const proxyRows = proxyPeriods.filter((at) => (frequency === 'daily' ? at <= from : at < end)).length;
  const begins = lifeOf(proxy.values).first;
  if (begins < 0 || begins >= proxyRows) throw noEarlier(proxy, actual);
  assertMeets(proxy, actual, { proxyRows, start });
  return { proxyRows, start };
}

/** Whether a row covers a part of its period only, the first one because the base lies inside it. */
function isPart(series: ReturnSeries, row: number): boolean {
  const { frequency, base, days } = series.calendar;
  if (partialRowsOf(series).includes(row)) return true;
  return row === 0 && periodNumber(frequency, base) === periodNumber(frequency, days[0]!);
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
