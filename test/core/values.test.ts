import { describe, expect, it } from 'vitest';
import { deepFreeze, describeValue, type ReadonlyFloat64Array, type ReadonlyInt32Array } from '../../src/core/index.js';

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

describe('read-only arrays', () => {
  it('can be asked like any array, and not written', () => {
    const values: ReadonlyFloat64Array = Float64Array.of(0.1, -0.2, 0.3);
    const rows: ReadonlyInt32Array = Int32Array.of(3, 1, 2);
    expect([...values.map((value) => value * 2)]).toEqual([0.2, -0.4, 0.6]);
    expect([...values.filter((value) => value > 0)]).toEqual([0.1, 0.3]);
    expect(rows.reduce((total, row) => total + row)).toBe(6);
    expect(rows.reduce((text, row) => `${text}${row}`, 'r')).toBe('r312');
    expect([values.some((value) => value < 0), rows.every((row) => row > 1)]).toEqual([true, false]);
    expect([values.findIndex((value) => value < 0), rows.indexOf(2), rows.join('-')]).toEqual([1, 2, '3-1-2']);
  });
});
