import { describeValue, InputError } from '../core/index.js';
import type { DatedSignal, ReturnSeries } from '../panel/index.js';
import type { IsoDate } from '../time/index.js';

/**
 * When something was so: a question about the row's date; a signal of 1, 0 or NaN (not known); or one mark per row of the series (true or
 * 1, false or 0, NaN not known), such as a `proxyMask`.
 */
export type Regime = ((date: IsoDate) => boolean) | DatedSignal | ArrayLike<boolean | number>;

/** A regime on the rows of a series: 1 in it, 0 outside, NaN where it is not known. */
export function regimeRows(place: string, regime: Regime, { calendar, name }: ReturnSeries): Float64Array {
  const answerOn = questionOf(regime);
  if (answerOn !== undefined) {
    return Float64Array.from({ length: calendar.length }, (_, row) => {
      const date = calendar.date(row);
      return mark(place, `on ${date}`, answerOn(date));
    });
  }
  const given: unknown = regime;
  const list = Array.isArray(given) || ArrayBuffer.isView(given) ? (given as unknown as ArrayLike<unknown>) : undefined;
  if (list === undefined) {
    throw new InputError(
      'option.type',
      `${place} is ${describeValue(given)}; it must be a function of a date, a signal with valueOn(date), or one mark per row of the series.`,
      { place, found: describeValue(given) },
    );
  }
  if (list.length !== calendar.length) {
    throw new InputError(
      'panel.ragged',
      `${place} has ${list.length} marks, but "${name}" has ${calendar.length} rows. Give one mark per row, or a function of the date.`,
      { place, found: list.length, expected: calendar.length },
    );
  }
  return Float64Array.from({ length: calendar.length }, (_, row) =>
    mark(place, `in row ${row} (${calendar.date(row)})`, list[row]),
  );
}

function questionOf(regime: unknown): ((date: IsoDate) => unknown) | undefined {
  if (typeof regime === 'function') return regime as (date: IsoDate) => unknown;
  const signal = regime as Partial<DatedSignal> | null | undefined;
  return typeof signal?.valueOn === 'function' ? (date) => (signal as DatedSignal).valueOn(date) : undefined;
}

function mark(place: string, at: string, value: unknown): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === 0 || value === 1 || Number.isNaN(value)) return value as number;
  throw new InputError(
    'option.type',
    `${place} is ${describeValue(value)} ${at}; a regime is true or false (1 or 0, NaN where it is not known). ` +
      'Make a figure into one with a function, such as (date) => signal.valueOn(date) <= 12.',
    { place, at, found: describeValue(value) },
  );
}

/** Whether a regime is known to be chosen with knowledge of what came later. */
export const usesHindsight = (regime: Regime): boolean => (regime as Partial<DatedSignal>).usesHindsight === true;
