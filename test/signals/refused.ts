import { expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/index.js';
import { expectInputError } from '../support/expect-input-error.js';

/** A title, what is done, and the code, the whole message and the details of the error that it must throw. */
export type Refused = readonly [string, () => unknown, ErrorCode, string, Readonly<Record<string, unknown>>];

/** Each of these is refused with exactly this error. */
export const refuses = (rows: readonly Refused[]): void => {
  it.each(rows)('%s', (_, act, code, message, details) => {
    const error = expectInputError(code, [], act);
    expect(error.message).toBe(message);
    expect(error.details).toEqual(details);
  });
};

/** What the types would not let through. */
export const bad = (value: unknown): never => value as never;
