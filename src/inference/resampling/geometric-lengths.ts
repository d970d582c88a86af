const WORD = 4294967296;

/** How many leading bits of a word point into the guide. */
export const GUIDE_BITS = 12;

/** A table from which the geometric length of a block is read by a whole number. */
export interface GeometricLengths {
  /** thresholds[k] = ⌊2³²·qᵏ⌋: a word below it means a block longer than k. Ends with a 0 at `longest` + 1. */
  readonly thresholds: Uint32Array;
  /** The length by the leading bits of the word; 0 where they do not decide it, and where it is over `longest`. */
  readonly guide: Uint8Array;
}

/**
 * Block lengths with P(length > k) = (1 − 1/mean)ᵏ as integer thresholds: powers by repeated multiplication, never by `Math.pow` or a
 * logarithm, whose last digit depends on the platform.
 *
 * Lengths over `longest` come out as `longest` + 1, "not ended yet": the distribution has no memory, so the block goes on with a new draw.
 */
export function geometricLengths(mean: number, longest: number): GeometricLengths {
  const survival = 1 - 1 / mean;
  const thresholds = new Uint32Array(longest + 2);
  let power = 1;
  for (let length = 1; length <= longest; length++) {
    power *= survival;
    thresholds[length] = Math.floor(power * WORD);
  }
  const bins = 1 << GUIDE_BITS;
  const width = WORD / bins;
  const guide = new Uint8Array(bins);
  for (let bin = 0; bin < bins; bin++) {
    const length = searchLength((bin + 1) * width - 1, thresholds);
    guide[bin] = length <= longest && length === searchLength(bin * width, thresholds) ? length : 0;
  }
  return { thresholds, guide };
}

/** The shortest length whose threshold a word does not lie below. */
export function searchLength(word: number, thresholds: Uint32Array): number {
  let length = 1;
  while (word < thresholds[length]!) length++;
  return length;
}
