import { describe, expect, it } from 'vitest';
import { InputError, isInputError } from '../../src/core/index.js';

describe('InputError', () => {
  it('is an Error with a stable code and frozen details that are a copy', () => {
    const facts = { row: 3, found: 'x' };
    const error = new InputError('panel.value', 'fromReturns: bad.', facts);
    facts.row = 4;
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code, error.message]).toEqual(['InputError', 'panel.value', 'fromReturns: bad.']);
    expect(error.details).toEqual({ row: 3, found: 'x' });
    expect(Object.isFrozen(error.details)).toBe(true);
    expect(String(error)).toBe('InputError: fromReturns: bad.');
  });

  it('is known by name and code, so that the copy of another module system is known too', () => {
    const foreign = Object.assign(new Error('x'), { code: 'panel.name' });
    foreign.name = 'InputError';
    expect(isInputError(foreign)).toBe(true);
    expect(isInputError(foreign, 'panel.name')).toBe(true);
    expect(isInputError(foreign, 'panel.value')).toBe(false);
  });

  it.each([
    new Error('x'),
    Object.assign(new Error('x'), { code: 'ENOENT' }),
    { name: 'InputError', code: 'x' },
    'x',
    null,
  ])('%o is none', (other) => {
    expect(isInputError(other)).toBe(false);
  });
});
