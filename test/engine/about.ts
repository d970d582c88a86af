import { expect } from 'vitest';

/** Stands for a number in an expected object: equal to it within rounding. */
export const about = (value: number, digits = 15): number => expect.closeTo(value, digits) as number;
