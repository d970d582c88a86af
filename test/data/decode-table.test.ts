import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../scripts/build-data/encode-table.js';
import { isInputError } from '../../src/core/index.js';
import { decodeTable } from '../../src/data/decode-table.js';

/** The error that a call throws. */
function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('decodeTable', () => {
  it('reads the encoding as it is described', () => {
    // 1 → 2 = 'C'; −1 → 1 = 'B'; 16 → 32 → low 0 with more = 'g', then 1 = 'B'; a run of two missing is '~' and 2 → 4 = 'E'.
    const table = decodeTable('5|a:1|CB~EgB');
    expect([...table.column('a')]).toEqual([0.1, -0.1, NaN, NaN, 1.6]);
    expect(table.names).toEqual(['a']);
  });

  it('adds up differences, also across missing values', () => {
    // 3, +1, missing, −2: 3 → 6 = 'G', 1 → 'C', '~C', −2 → 3 = 'D'.
    expect([...decodeTable('4|a:0d|GC~CD').column('a')]).toEqual([3, 4, NaN, 2]);
  });

  it('moves the decimal point with one rounding', () => {
    expect(decodeTable('1|a:2|iS').column('a', 2)[0]).toBe(289 / 10000); // 289 → 578 = 2 + 18 × 32
  });

  it('gives back every figure exactly as its text says, missing ones as NaN', () => {
    const cell = fc.oneof(
      fc.constant(''),
      fc.integer({ min: -90_000_000, max: 90_000_000 }).map((integer) => (integer / 1e4).toFixed(4)),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 60 }), fc.boolean(), (cells, differences) => {
        const encoded = encodeTable([
          { name: 'first', cells, differences },
          { name: 'second column', cells: [...cells].reverse() },
        ]);
        const table = decodeTable(encoded);
        const expected = cells.map((text) => (text === '' ? NaN : Number(text) + 0));
        expect([...table.column('first')]).toEqual(expected);
        expect([...table.column('second column')]).toEqual([...expected].reverse());
      }),
    );
  });

  it.each([
    ['a string that stops early', '3|a:0|CC', 'position 2 of 2'],
    ['a character that is no digit', '2|a:0|C!', 'position 1 of 2'],
    ['more digits than rows', '1|a:0|CC', '1 digits are left over'],
  ])('refuses %s', (_, encoded, fact) => {
    const error = errorOf(() => decodeTable(encoded));
    expect(isInputError(error, 'file.format')).toBe(true);
    expect((error as Error).message).toContain(fact);
  });

  it('refuses a column that the set does not have, by its name', () => {
    const error = errorOf(() => decodeTable('1|a:0|C').column('b'));
    expect(isInputError(error, 'file.format')).toBe(true);
    expect((error as Error).message).toContain('"b"');
  });
});

describe('encodeTable', () => {
  it.each(['-99.99', '-999'])('refuses the missing mark %s as a figure', (mark) => {
    expect(() => encodeTable([{ name: 'a', cells: ['1.00', mark] }])).toThrow(mark);
  });

  it('reads exponents: 5.6e-07 has eight decimals', () => {
    expect(decodeTable(encodeTable([{ name: 'a', cells: ['5.6e-07', '0.1'] }])).column('a')[0]).toBe(5.6e-7);
  });
});
