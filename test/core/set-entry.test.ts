import { describe, expect, it } from 'vitest';
import { setEntry } from '../../src/core/index.js';

describe('setEntry', () => {
  it('adds an entry of its own under any name, also one that assignment takes for the prototype', () => {
    const record: Record<string, unknown> = {};
    for (const name of ['A', 'constructor', '__proto__']) setEntry(record, name, 1);
    expect(Object.entries(record)).toEqual([
      ['A', 1],
      ['constructor', 1],
      ['__proto__', 1],
    ]);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });
});
