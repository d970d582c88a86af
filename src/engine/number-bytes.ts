import type { ReadonlyFloat64Array, ReadonlyInt32Array } from '../core/index.js';

/** The upper half of the one NaN that is written: what its other bits say differs by platform. */
const NAN_ABOVE = 0x7ff80000;

/**
 * Numbers as the bytes of their IEEE 754 doubles, the lowest byte first on every platform. Every NaN is the quiet one without a sign or payload,
 * and −0 is 0.
 */
export function doubleBytes(values: ReadonlyFloat64Array): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  for (let entry = 0; entry < values.length; entry++) {
    const value = values[entry]!;
    if (Number.isNaN(value)) view.setUint32(8 * entry + 4, NAN_ABOVE, true);
    else view.setFloat64(8 * entry, value + 0, true);
  }
  return bytes;
}

/** Whole numbers as the bytes of 32-bit integers in two's complement, the lowest byte first on every platform. */
export function integerBytes(values: ReadonlyInt32Array): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (let entry = 0; entry < values.length; entry++) view.setInt32(4 * entry, values[entry]!, true);
  return bytes;
}
