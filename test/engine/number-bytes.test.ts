import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleBytes, integerBytes } from '../../src/engine/number-bytes.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the bytes of numbers', () => {
  it('are those of IEEE 754, the lowest first', () => {
    // IEEE 754 binary64: 1 is 3ff0000000000000, −2 is c000000000000000, 0.1 is 3fb999999999999a.
    expect(hex(doubleBytes(Float64Array.of(1, -2, 0.1)))).toBe('000000000000f03f00000000000000c09a9999999999b93f');
    expect(hex(integerBytes(Int32Array.of(1, -1, 18261)))).toBe('01000000ffffffff55470000');
  });

  it('know one zero and one NaN, whatever bits they came with', () => {
    const odd = new Float64Array(new BigUint64Array([0xfff8000000000001n, 0x7ff0000000000001n]).buffer);
    const one = hex(doubleBytes(Float64Array.of(NaN)));
    expect(one).toBe('000000000000f87f');
    expect(hex(doubleBytes(odd))).toBe(one + one);
    expect(hex(doubleBytes(Float64Array.of(-0)))).toBe('0'.repeat(16));
  });

  it('read back to the same numbers, and differ for numbers that differ', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (a, b) => {
        const [one, other] = [
          Buffer.from(doubleBytes(Float64Array.of(a))),
          Buffer.from(doubleBytes(Float64Array.of(b))),
        ];
        expect(one.readDoubleLE(0)).toBe(a + 0);
        expect(one.equals(other)).toBe(Object.is(a + 0, b + 0));
      }),
    );
  });
});
