import { describe, expect, it } from 'vitest';
import { assertLevel } from '../../src/inference/assert-level.js';
import { expectInputError } from '../support/expect-input-error.js';

describe('a confidence level', () => {
  it.each([Number.MIN_VALUE, 0.5, 0.95, 1 - 2 ** -53])('is anything between 0 and 1: %d', (level) => {
    expect(() => {
      assertLevel('study', level);
    }).not.toThrow();
  });

  it.each([
    [0, 'option.range'],
    [1, 'option.range'],
    [-0.5, 'option.range'],
    [95, 'option.range'],
    [NaN, 'option.type'],
  ] as const)('is not %d, and the error says so in one sentence', (level, code) => {
    const error = expectInputError(code, [], () => {
      assertLevel('study', level);
    });
    expect(error.message).toBe(`study: "level" is ${level}; it must be a fraction between 0 and 1, such as 0.95.`);
    expect(error.details).toEqual({ where: 'study', option: 'level', found: level });
  });
});
