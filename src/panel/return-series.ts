import { describeValue, InputError, type ReadonlyFloat64Array } from '../core/index.js';
import { type Calendar, type CalendarJson, frequencies } from '../time/index.js';
import { seriesDisplay } from './series-display.js';
import { plainMeta, type SeriesMeta } from './series-meta.js';

/**
 * Returns of one thing on one calendar: the input of every statistic. A backtest's result is one too (its net returns).
 *
 * `values[t]` is the simple return of period *t* as a fraction (0.01 is 1 %). NaN means "no return in this period"; before
 * the first and after the last value the thing is not listed.
 */
export interface ReturnSeries {
  readonly name: string;
  readonly calendar: Calendar;
  readonly values: ReadonlyFloat64Array;
  readonly meta: SeriesMeta;
}

/** A return series as plain JSON; NaN is null. */
export interface ReturnSeriesJson {
  readonly name: string;
  readonly calendar: CalendarJson;
  readonly values: readonly (number | null)[];
  readonly meta: SeriesMeta;
}

/** Wraps numbers that this library already owns; `values` must have one entry per row and is not copied. */
export function makeReturnSeries(
  name: string,
  calendar: Calendar,
  values: Float64Array,
  meta: SeriesMeta = plainMeta,
): ReturnSeries {
  if (values.length !== calendar.length) {
    throw new InputError(
      'panel.ragged',
      `Series "${name}": ${values.length} values on a calendar of ${calendar.length} rows.`,
    );
  }
  const series = { name, calendar, values, meta: Object.freeze(meta) };
  const toJSON = (): ReturnSeriesJson => ({ name, calendar: calendar.toJSON(), values: numbersToJson(values), meta });
  return Object.freeze(Object.defineProperties(series, { toJSON: { value: toJSON }, ...seriesDisplay }));
}

/** Numbers as JSON holds them: NaN, which JSON cannot say, becomes null. */
export function numbersToJson(values: Iterable<number>): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

/** Refuses what is not a return series, with a hint for the usual mistakes. */
export function assertReturnSeries(where: string, what: string, value: unknown): asserts value is ReturnSeries {
  const candidate = value as Partial<ReturnSeries> | null | undefined;
  const dated = typeof candidate === 'object' && candidate?.values !== undefined && candidate.calendar !== undefined;
  if (dated && isWhole(candidate)) return;
  const hint =
    dated || Array.isArray(value) ? ' Give numbers their dates with fromReturns({ frequency, dates, returns }).' : '';
  throw new InputError(
    'series.invalid',
    `${where}: ${what} must be a return series, such as panel.returns('SPY') or the result of a backtest; found ${describeValue(value)}.${hint}`,
    { where, found: describeValue(value) },
  );
}

/**
 * Whether all parts of a series are what they must be. A series read back from JSON has plain arrays and a calendar without functions;
 * one put together by hand may hold columns of another kind of number, which would be read as returns.
 */
function isWhole({ name, calendar, values, meta }: { readonly [Key in keyof ReturnSeries]?: unknown }): boolean {
  if (typeof name !== 'string' || !isColumn(values, 'Float64Array')) return false;
  if (typeof meta !== 'object' || meta === null || typeof calendar !== 'object' || calendar === null) return false;
  const { days, length, date, base, frequency, partialRows } = calendar as Partial<Calendar>;
  const dates =
    typeof date === 'function' &&
    (frequencies as readonly unknown[]).includes(frequency) &&
    Number.isInteger(base) &&
    Array.isArray(partialRows) &&
    partialRows.every(Number.isInteger);
  return dates && isColumn(days, 'Int32Array') && days.length === length && values.length === length;
}

/** Whether something is a typed array of this kind, made by this realm or another (a frame of a page, the other thread of a test). */
const isColumn = (value: unknown, kind: 'Float64Array' | 'Int32Array'): value is { readonly length: number } =>
  Object.prototype.toString.call(value) === `[object ${kind}]`;
