import { describe, expect, it } from 'vitest';
import { byCodeUnits, canonicalText } from '../../src/engine/canonical-text.js';
import { expectInputError } from '../support/expect-input-error.js';

/** A list in a list in a list …: `levels` of them. */
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};
const nestedRecords = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
};

describe('a value as one text', () => {
  it.each([
    ['a number', 0.1, '0.1'],
    ['NaN', NaN, 'NaN'],
    ['minus zero', -0, '0'],
    ['a text, with its quotes escaped', 'a "b"', '"a \\"b\\""'],
    ['what is no number but looks like one', '5', '"5"'],
    ['a function', () => 1, '[function]'],
    ['a big integer', 12n, '12n'],
    ['a truth', true, 'true'],
    ['nothing', null, 'null'],
    ['what is not there', undefined, 'undefined'],
    ['a list, in its own order', [2, 'b', [1]], '[2,"b",[1]]'],
    ['an empty list', [], '[]'],
    ['numbers in one array', Float64Array.of(2, 1), '[2,1]'],
    ['a set, as a list', new Set([3, 1]), '[3,1]'],
    [
      'a map, as a list of pairs',
      new Map([
        ['b', 1],
        ['a', 2],
      ]),
      '[["b",1],["a",2]]',
    ],
    ['what knows its JSON, as that', { toJSON: () => ({ b: 1 }), a: 2 }, '{"b":1}'],
    ['what has a toJSON that is none, by its entries', { toJSON: 5 }, '{"toJSON":5}'],
    ['a record, in the order of its keys', { b: 1, a: [2], B: 3, c: undefined }, '{"B":3,"a":[2],"b":1}'],
    ['an empty record', {}, '{}'],
    ['records inside each other', { b: { d: 1, c: 2 }, a: {} }, '{"a":{},"b":{"c":2,"d":1}}'],
  ] as const)('writes %s', (_, value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  it('goes down 200 levels, of lists, of records and of what knows its JSON, and no further', () => {
    expect(canonicalText(nested(201))).toBe(`${'['.repeat(201)}1${']'.repeat(201)}`);
    expect(canonicalText(nestedRecords(201))).toBe(`${'{"a":'.repeat(201)}1${'}'.repeat(201)}`);
    const itself: { toJSON: () => unknown } = { toJSON: () => itself };
    for (const endless of [nested(202), nestedRecords(202), itself]) {
      const { message } = expectInputError('option.type', [], () => canonicalText(endless));
      expect(message).toBe(
        'Found more than 200 levels inside each other in what should be plain data; an object that holds itself has no end.',
      );
    }
  });

  it('orders names by code units: capitals before small letters, equal names as they stand', () => {
    expect([byCodeUnits('a', 'b'), byCodeUnits('b', 'a'), byCodeUnits('a', 'a')]).toEqual([-1, 1, 0]);
    expect(['b', 'ä', 'B', 'a'].sort(byCodeUnits)).toEqual(['B', 'a', 'b', 'ä']);
  });
});
