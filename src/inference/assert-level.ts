import { assertNumber } from '../core/index.js';

const ALLOWED = 'a fraction between 0 and 1, such as 0.95';

/** Refuses a confidence level that is not strictly between 0 and 1. */
export function assertLevel(where: string, level: unknown): asserts level is number {
  assertNumber(where, 'level', level, { min: Number.MIN_VALUE, max: 1 - Number.EPSILON / 2, allowed: ALLOWED });
}
