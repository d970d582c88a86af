import { describeValue } from './describe-value.js';
import type { ErrorCode } from './error-code.js';
import { InputError, isInputError } from './input-error.js';

/** An error in plain data. */
export interface ErrorParts {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of an InputError only. */
  readonly code: ErrorCode | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  readonly cause: ErrorParts | undefined;
}

/** How many causes of causes are told. */
const DEPTH = 8;

/** Takes an error apart, so that nothing in it is lost on the way to another thread or machine. */
export function errorToParts(error: unknown, depth = DEPTH): ErrorParts {
  if (!(error instanceof Error)) {
    const message = typeof error === 'string' ? error : describeValue(error);
    return { name: 'Error', message, stack: undefined, code: undefined, details: {}, cause: undefined };
  }
  const input = isInputError(error);
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    code: input ? error.code : undefined,
    details: input ? Object.fromEntries(Object.entries(error.details).map(([key, value]) => [key, plain(value)])) : {},
    cause: error.cause === undefined || depth === 0 ? undefined : errorToParts(error.cause, depth - 1),
  };
}

/** Puts an error together again. */
export function errorFromParts({ name, message, stack, code, details, cause }: ErrorParts): Error {
  const error: Error =
    code === undefined ? Object.assign(new Error(message), { name }) : new InputError(code, message, details);
  if (stack !== undefined) error.stack = stack;
  if (cause !== undefined) error.cause = errorFromParts(cause);
  return error;
}

/** A detail as it is, or in words where it cannot cross. */
function plain(value: unknown): unknown {
  try {
    structuredClone(value);
    return value;
  } catch {
    return describeValue(value);
  }
}
