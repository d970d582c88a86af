import { describe, expect, it } from 'vitest';
import { deepFreeze, describeValue } from '../../src/core/index.js';

describe('describeValue', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [0, '0'],
    [NaN, 'NaN'],
    [true, 'true'],
    [10n, '10'],
    ['a"b', '"a\\"b"'],
    [Symbol('s'), 'a symbol'],
    [() => 1, 'a function'],
    [[1, 2], 'an array of 2'],
    [Promise.resolve(1), 'a Promise'],
    [{ a: 1, b: 2 }, 'an object with keys a, b'],
    [{}, 'an object with keys (none)'],
    [Object.create(null), 'an object with keys (none)'],
    [new Map(), 'a Map'],
    [new Float64Array(2), 'a Float64Array'],
  ])('shows %o as %s', (value, text) => {
    expect(describeValue(value)).toBe(text);
  });

  it('cuts what is long', () => {
    expect(describeValue('x'.repeat(100))).toBe(`"${'x'.repeat(60)}…"`);
  });
});

describe('deepFreeze', () => {
  it('freezes all the way down, leaves typed arrays writable, and gives the same object back', () => {
    const value = { a: [{ b: 1 }], numbers: new Float64Array(2) };
    expect(deepFreeze(value)).toBe(value);
    expect([value, value.a, value.a[0]].every((part) => Object.isFrozen(part))).toBe(true);
    value.numbers[0] = 5;
    expect(value.numbers[0]).toBe(5);
  });

  it('ends on an object that contains itself', () => {
    const value: { self?: unknown } = {};
    value.self = value;
    expect(Object.isFrozen(deepFreeze(value))).toBe(true);
  });
});
