import { assertNumber, InputError } from '../core/index.js';

const ALLOWED = 'a fraction between 0 and 1, such as 0.95';

/** Refuses a confidence level that is not strictly between 0 and 1. */
export function assertLevel(where: string, level: unknown): asserts level is number {
  assertNumber(where, 'level', level, { min: 0, max: 1, allowed: ALLOWED });
  if (level > 0 && level < 1) return;
  throw new InputError('option.range', `${where}: "level" is ${level}; it must be ${ALLOWED}.`, {
    where,
    option: 'level',
    found: level,
  });
}
