import type { ErrorCode } from './error-code.js';

/** What an {@link InputError} knows besides its sentence: plain values, frozen. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * The one error class of the library: the input cannot be used as it is.
 *
 * The message says where, what was found (value and date), what is allowed and what to do. `code` is stable; `details`
 * carries the same facts for programs. The package has an ESM and a CommonJS copy, so test with {@link isInputError} or by
 * `name` and `code`, not with `instanceof`.
 *
 * @example
 * try {
 *   annually({ month: 13 });
 * } catch (error) {
 *   if (isInputError(error)) console.log(error.code, error.details['found']); // option.range 13
 * }
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(shortened(message));
    this.code = code;
    this.details = Object.freeze({ ...details });
  }
}

const LONGEST = 4000;

/** A message that quotes a name of a hundred thousand letters keeps its beginning and its end, where the remedy stands. */
const shortened = (message: string): string =>
  message.length <= LONGEST
    ? message
    : `${message.slice(0, LONGEST / 2)} … (${message.length - LONGEST} characters left out) … ${message.slice(-LONGEST / 2)}`;

/**
 * Whether `error` is an {@link InputError} of any copy of this package, optionally of one code.
 *
 * @example
 * try {
 *   fromReturns({ frequency: 'monthly', dates: ['2023-02-29'], returns: { A: [0.01] } });
 * } catch (error) {
 *   console.log(isInputError(error), isInputError(error, 'date.impossible'), isInputError(error, 'date.format')); // true true false
 * }
 */
export function isInputError(error: unknown, code?: ErrorCode): error is InputError {
  return (
    error instanceof Error &&
    error.name === 'InputError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}
