import { expect } from 'vitest';
import type { ErrorCode } from '../../src/core/index.js';
import { InputError } from '../../src/core/index.js';

/**
 * Runs `act` and expects an InputError with this code whose message holds every one of these facts (a place, a value, a date, a
 * remedy). Answers the error for further checks.
 */
export function expectInputError(code: ErrorCode, facts: readonly (string | RegExp)[], act: () => unknown): InputError {
  let caught: unknown;
  try {
    act();
  } catch (error) {
    caught = error;
  }
  if (!(caught instanceof InputError)) {
    throw new Error(`expected InputError ${code}, found ${caught instanceof Error ? caught.stack : String(caught)}`);
  }
  expect({ code: caught.code, message: caught.message }).toEqual({ code, message: caught.message });
  for (const fact of facts) {
    if (typeof fact === 'string') expect(caught.message).toContain(fact);
    else expect(caught.message).toMatch(fact);
  }
  expect(caught.message, 'a message is made of sentences').toMatch(/[.)!?]$/);
  expect(Object.isFrozen(caught.details)).toBe(true);
  return caught;
}
