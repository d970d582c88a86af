import { describeValue, InputError } from '../core/index.js';
import { assertReturnSeries, commonRows, lived, pairWith, proxyNote, type ReturnSeries } from '../panel/index.js';
import { type Calendar, periodNumber } from '../time/index.js';
import { type DatedValues, makeDatedValues, markNotes } from './dated-values.js';
import { together } from './pair-of.js';
import { windowKernel } from './window-kernels.js';
import { countApartByStart, cutRows } from './window-rows.js';

/** A statistic of a series that answers one number, with what it takes besides. */
export type SeriesStatistic<Rest extends readonly unknown[] = readonly []> = (
  series: ReturnSeries,
  ...rest: Rest
) => number;

/** Which rows the windows are. */
interface Windows {
  readonly words: string;
  /** For every row the first row of the window that ends there; −1 where there is none. */
  readonly starts: (life: ReturnSeries) => Int32Array;
}

/** A statistic over windows of a series: `rolling` and `expanding` without their words. */
export function overWindows<Rest extends readonly unknown[]>(
  where: string,
  statistic: SeriesStatistic<Rest>,
  { words, starts: startsOf }: Windows,
): (series: ReturnSeries, ...rest: Rest) => DatedValues {
  if (typeof (statistic as unknown) !== 'function') {
    throw new InputError(
      'option.type',
      `${where}: the statistic is ${describeValue(statistic)}; it must be a function of a return series, such as volatility.`,
      { where, found: describeValue(statistic) },
    );
  }
  const name = statistic.name === '' ? 'statistic' : statistic.name;
  return (series, ...rest) => {
    assertReturnSeries(where, 'the series', series);
    const given = rest.filter(isSeries);
    for (const other of given) assertReturnSeries(where, 'an argument', other);
    const [own, ...others] = together(series, ...given);
    const paired = new Map(given.map((one, index) => [one, others[index]!]));
    const life = commonLife(own, others, where);
    const present = presentRows(life, others, where);
    const starts = startsOf(life);
    const cuts = rest.map((one) => (isSeries(one) ? cutter(paired.get(one)!, life.calendar) : () => one));
    const lasts = new Int32Array(starts.length);
    let windows = 0;
    for (let last = 0; last < starts.length; last++) if (starts[last]! >= 0) lasts[windows++] = last;
    const kernel = rest.length === 0 ? windowKernel(statistic, life) : undefined;
    const figure = (first: number, last: number): number => {
      if (present[first] === 0 || present[last] === 0) return NaN;
      const quick = kernel?.(first, last);
      if (quick !== undefined) return quick;
      const arguments_ = cuts.map((cut) => cut(first, last)) as unknown as Rest;
      return checked(where, name, statistic(cutRows(life, first, last), ...arguments_), life.calendar, last);
    };
    const values = new Float64Array(windows);
    for (let index = 0; index < windows; index++) values[index] = figure(starts[lasts[index]!]!, lasts[index]!);
    return makeDatedValues(
      `${[series, ...others].map((one) => one.name).join(', ')}: ${name}, ${words}`,
      () => Array.from(lasts.subarray(0, windows), (last) => life.calendar.date(last)),
      values,
      [...overlapNote(starts, windows), ...markNotes([series, ...others], (one) => proxyNote(one, life.calendar))],
    );
  };
}

function overlapNote(starts: Int32Array, windows: number): string[] {
  const apart = countApartByStart(starts);
  if (apart === windows) return [];
  return [
    apart === 1
      ? 'Windows overlap: any two of them have rows in common.'
      : `Windows overlap: only ${apart} of ${windows} have no row in common.`,
  ];
}

const isSeries = (value: unknown): value is ReturnSeries =>
  typeof value === 'object' && value !== null && 'values' in value && 'calendar' in value;

/** A series over the rows from the first to the last on which all of the others have a return too. */
function commonLife(series: ReturnSeries, others: readonly ReturnSeries[], where: string): ReturnSeries {
  let [first, last] = [0, series.values.length - 1];
  for (const other of others) {
    const { rows } = commonRows(series, other, where);
    first = Math.max(first, rows[0] ?? series.values.length);
    last = Math.min(last, rows.at(-1) ?? -1);
  }
  return lived(cutRows(series, first, last));
}

/** 1 on the rows on which all have a return: a window that begins or ends on another would pass for a shorter one. */
function presentRows(life: ReturnSeries, others: readonly ReturnSeries[], where: string): Uint8Array {
  const columns = [life.values, ...others.map((other) => pairWith(life, other, where))];
  const present = new Uint8Array(life.values.length).fill(1);
  for (const column of columns)
    for (let row = 0; row < present.length; row++) if (Number.isNaN(column[row]!)) present[row] = 0;
  return present;
}

/** Cuts another series to the periods of the rows `first` to `last` of a calendar of the same frequency. */
function cutter(other: ReturnSeries, { frequency, days }: Calendar): (first: number, last: number) => ReturnSeries {
  const periods = Array.from(other.calendar.days, (day) => periodNumber(frequency, day));
  return (first, last) => {
    const from = firstAtOrAfter(periods, periodNumber(frequency, days[first]!));
    const to = firstAtOrAfter(periods, periodNumber(frequency, days[last]!) + 1) - 1;
    return cutRows(other, from, to);
  };
}

/** The first place of sorted numbers that are `bound` or more, by bisection. */
function firstAtOrAfter(sorted: readonly number[], bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checked(where: string, name: string, value: unknown, calendar: Calendar, last: number): number {
  if (typeof value === 'number') return value;
  const date = calendar.date(last);
  throw new InputError(
    'option.type',
    `${where}: ${name} answered ${describeValue(value)} for the window up to ${date}; the statistic must answer a number.`,
    { where, statistic: name, date, found: describeValue(value) },
  );
}
