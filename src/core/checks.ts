import { describeValue } from './describe-value.js';
import { InputError } from './input-error.js';
import { nameList, suggestNames } from './name-list.js';

/**
 * Refuses what is not an options object, and names that the function does not know: a misspelt option is never ignored in silence.
 *
 * @throws InputError `option.type` (a number, a list, or a return series in place of the options), `option.unknown`.
 */
export function assertKnownOptions(where: string, options: unknown, known: readonly string[]): void {
  assertOptions(where, options, known);
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    throw new InputError('option.unknown', `${where}: unknown option "${key}". ${suggestNames(key, known)}`, {
      where,
      option: key,
      known,
    });
  }
}

function assertOptions(
  where: string,
  options: unknown,
  known: readonly string[],
): asserts options is Record<string, unknown> {
  const object = typeof options === 'object' && options !== null && !Array.isArray(options);
  const series = object && 'calendar' in options && 'values' in options;
  if (object && !series) return;
  const found = series ? `a return series${seriesName(options)}` : describeValue(options);
  const written = series && known.includes('riskFree') ? '{ riskFree: series }' : `{ ${known[0] ?? ''}: … }`;
  throw new InputError(
    'option.type',
    `${where}: found ${found} where the options belong; they must be an object, such as ${written}. Options: ${nameList(known)}.`,
    { where, found, known },
  );
}

const seriesName = (series: object): string =>
  'name' in series && typeof series.name === 'string' ? ` ("${series.name}")` : '';

/** Refuses anything that is not a plain options object. */
export function assertObject(where: string, what: string, value: unknown): asserts value is Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  throw new InputError('option.type', `${where}: ${what} must be an object, found ${describeValue(value)}.`, {
    where,
    found: describeValue(value),
  });
}

/** What a number may be: both bounds belong to the allowed range. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** How the message words the allowed values, e.g. "a fraction of 1, such as 0.3". */
  readonly allowed?: string;
}

/** Refuses what is not a finite number in the range. Zero is a number: it never becomes a default. */
export function assertNumber(
  where: string,
  option: string,
  value: unknown,
  range: NumberRange = {},
): asserts value is number {
  const { min = -Infinity, max = Infinity, integer = false } = range;
  const bad = typeof value !== 'number' || !Number.isFinite(value);
  if (!bad && value >= min && value <= max && (!integer || Number.isInteger(value))) return;
  throw new InputError(
    bad ? 'option.type' : 'option.range',
    `${where}: "${option}" is ${describeValue(value)}; it must be ${range.allowed ?? describeRange(min, max, integer)}.`,
    { where, option, found: value },
  );
}

function describeRange(min: number, max: number, integer: boolean): string {
  const noun = integer ? 'a whole number' : 'a finite number';
  if (min === -Infinity && max === Infinity) return noun;
  if (max === Infinity) return `${noun}, ${min} or more`;
  if (min === -Infinity) return `${noun}, ${max} or less`;
  return `${noun} from ${min} to ${max}`;
}

/** Refuses an empty or non-string name. */
export function assertName(where: string, what: string, value: unknown): asserts value is string {
  if (typeof value === 'string' && value.trim() !== '') return;
  throw new InputError('option.type', `${where}: "${what}" must be a name, found ${describeValue(value)}.`, {
    where,
    option: what,
    found: describeValue(value),
  });
}

/** Refuses a value that is not one of a few words. */
export function assertOneOf<Word extends string>(
  where: string,
  option: string,
  value: unknown,
  words: readonly Word[],
): asserts value is Word {
  if (typeof value === 'string' && (words as readonly string[]).includes(value)) return;
  throw new InputError(
    'option.range',
    `${where}: "${option}" is ${describeValue(value)}; it must be one of ${words.map((word) => `'${word}'`).join(', ')}.`,
    { where, option, found: value, allowed: words },
  );
}

/** Refuses what is not an array with at least one entry. */
export function assertFilledArray(where: string, what: string, value: unknown): asserts value is readonly unknown[] {
  if (Array.isArray(value) && value.length > 0 && !isSparse(value)) return;
  throw new InputError(
    'option.type',
    `${where}: ${what} must be an array with at least one entry${Array.isArray(value) && value.length > 0 ? ' and no empty place' : ''}, found ${describeValue(value)}.`,
    {
      where,
      found: describeValue(value),
    },
  );
}

/** Whether a place of an array is empty, as in `new Array(3)`: loops with a callback would pass over it unchecked. */
export function isSparse(array: readonly unknown[]): boolean {
  for (let place = 0; place < array.length; place++) if (!(place in array)) return true;
  return false;
}

/** Refuses what is not a list of numbers, in an array or a typed one; NaN and the infinities are numbers. */
export function assertNumbers(where: string, what: string, values: unknown): asserts values is ArrayLike<number> {
  if (values instanceof Float64Array) return;
  const list = Array.isArray(values) || (ArrayBuffer.isView(values) && 'length' in values);
  const place = list ? firstOther(values as ArrayLike<unknown>) : -1;
  if (list && place < 0) return;
  const found = list
    ? `${describeValue((values as ArrayLike<unknown>)[place])} at ${what}[${place}]`
    : describeValue(values);
  throw new InputError('option.type', `${where}: "${what}" must be a list of numbers, found ${found}.`, {
    where,
    found,
  });
}

/** The place of the first entry that is no number; −1 where all are. */
function firstOther(values: ArrayLike<unknown>): number {
  for (let place = 0; place < values.length; place++) if (typeof values[place] !== 'number') return place;
  return -1;
}
