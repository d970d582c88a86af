import { describe, expect, it } from 'vitest';
import { assertBlockOptions, assertTwoBlocks } from '../../../src/inference/resampling/block-options.js';
import { blockPlan } from '../../../src/inference/resampling/block-plan.js';
import { blockRoom } from '../../../src/inference/resampling/draw-blocks.js';
import { geometricLengths, searchLength } from '../../../src/inference/resampling/geometric-lengths.js';
import { independentBlocks } from '../../../src/inference/resampling/independent-blocks.js';
import { expectInputError } from '../../support/expect-input-error.js';

describe('options of blocks', () => {
  it.each([
    [
      { method: 'stationary', blockLength: 0.5 },
      '"blockLength" is 0.5; it must be a mean number of rows from 1 to the 10 that there are.',
    ],
    [
      { method: 'stationary', blockLength: 10.5 },
      '"blockLength" is 10.5; it must be a mean number of rows from 1 to the 10 that there are.',
    ],
    [
      { method: 'moving', blockLength: 2.5 },
      '"blockLength" is 2.5; it must be a whole number of rows from 1 to the 10 that there are.',
    ],
    [
      { method: 'moving', blockLength: 11 },
      '"blockLength" is 11; it must be a whole number of rows from 1 to the 10 that there are.',
    ],
    [
      { method: 'stationary', blockLength: 1, seed: 0.5 },
      '"seed" is 0.5; it must be a whole number from -9007199254740991 to 9007199254740991.',
    ],
    [
      { method: 'stationary', blockLength: 1, seed: 2 ** 53 },
      '"seed" is 9007199254740992; it must be a whole number from -9007199254740991 to 9007199254740991.',
    ],
  ])('are refused in one sentence: %o', (options, message) => {
    const error = expectInputError('option.range', [], () => {
      assertBlockOptions('study', 10, { seed: 1, ...options });
    });
    expect(error.message).toBe(`study: ${message}`);
  });

  it('go up to all rows, of which one block of one length is refused', () => {
    expect(() => {
      assertBlockOptions('study', 10, { method: 'stationary', blockLength: 2.5, seed: -1 });
      assertBlockOptions('study', 10, { method: 'circular', blockLength: 10, seed: Number.MAX_SAFE_INTEGER });
      assertTwoBlocks('study', 10, { method: 'stationary', blockLength: 10 });
      assertTwoBlocks('study', 10, { method: 'circular', blockLength: 9 });
    }).not.toThrow();
    const error = expectInputError('option.range', [], () => {
      assertTwoBlocks('study', 10, { method: 'circular', blockLength: 10 });
    });
    expect(error.message).toBe(
      'study: "blockLength" is 10, which makes one block of all 10 rows, and nothing else can be drawn. Give a shorter one, or method \'stationary\'.',
    );
    expect(error.details).toEqual({ where: 'study', option: 'blockLength', found: 10, rows: 10 });
  });
});

describe('a plan', () => {
  const of = (method: 'stationary' | 'circular' | 'moving', rows: number, blockLength: number) => {
    const { starts, size, longest } = blockPlan({ rows, length: rows, blockLength, method, seed: 1 });
    return { starts, size, longest };
  };

  it.each([
    // Four mean lengths, 128 rows, all rows: whatever is least.
    ['stationary', 100, 2.3, { starts: 100, size: 0, longest: 10 }],
    ['stationary', 300, 40, { starts: 300, size: 0, longest: 128 }],
    ['stationary', 9, 5, { starts: 9, size: 0, longest: 9 }],
    // 2¹⁸ cells: 26 rows of 10,000 each, and 16 at least.
    ['stationary', 10_000, 40, { starts: 10_000, size: 0, longest: 26 }],
    ['stationary', 100_000, 40, { starts: 100_000, size: 0, longest: 16 }],
    ['circular', 100, 7, { starts: 100, size: 7, longest: 7 }],
    ['moving', 100, 7, { starts: 94, size: 7, longest: 7 }],
    ['moving', 300, 200, { starts: 101, size: 200, longest: 128 }],
  ] as const)('of %s blocks of %d rows and length %d', (method, rows, blockLength, expected) => {
    expect(of(method, rows, blockLength)).toEqual(expected);
  });

  it('has room for as many blocks as rows, and a number of independent blocks that is whole and 1 at least', () => {
    const room = blockRoom({ length: 7 });
    expect([room.starts.length, room.lengths.length, room.state.length, room.words.length]).toEqual([7, 7, 4, 64]);
    expect([independentBlocks(10, 3), independentBlocks(10, 10), independentBlocks(10, 60)]).toEqual([3, 1, 1]);
  });
});

describe('geometric lengths', () => {
  it('of mean 2 halve the words: 2³¹, 2³⁰, 2²⁹, and 0 at the end', () => {
    const { thresholds, guide } = geometricLengths(2, 3);
    expect([...thresholds]).toEqual([0, 2 ** 31, 2 ** 30, 2 ** 29, 0]);
    expect(
      [2 ** 32 - 1, 2 ** 31, 2 ** 31 - 1, 2 ** 30, 2 ** 30 - 1, 2 ** 29, 2 ** 29 - 1, 0].map((word) =>
        searchLength(word, thresholds),
      ),
    ).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    // By the first twelve bits: from 2048 on 1, from 1024 on 2, from 512 on 3, and below it is not decided.
    expect([4095, 2048, 2047, 1024, 1023, 512, 511, 0].map((bin) => guide[bin])).toEqual([1, 1, 2, 2, 3, 3, 0, 0]);
  });

  it('of mean 3 are undecided in the bins in which two lengths meet: ⅔ and 4/9 of 4096', () => {
    const { guide } = geometricLengths(3, 5);
    expect([2731, 2730, 2729].map((bin) => guide[bin])).toEqual([1, 0, 2]);
    expect([1821, 1820, 1819].map((bin) => guide[bin])).toEqual([2, 0, 3]);
  });

  it('of mean 1 are all 1', () => {
    expect(new Set(geometricLengths(1, 4).guide)).toEqual(new Set([1]));
  });
});
