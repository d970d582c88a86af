import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockIndices, type BlockMethod } from '../../../src/inference/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

/** sfc32 as its author states it in PractRand, in unbounded integers cut to 32 bits by hand, keyed by seed and replication. */
function* words(seed: number, replication: number): Generator<bigint> {
  const word = (value: bigint): bigint => BigInt.asUintN(32, value);
  let [a, b, c, counter] = [word(0x9e3779b9n + (BigInt(seed) >> 32n)), BigInt(replication), word(BigInt(seed)), 1n];
  for (let round = 0; ; round++) {
    const output = word(a + b + counter++);
    a = b ^ (b >> 9n);
    b = word(c + (c << 3n));
    c = word(word((c << 21n) | (c >> 11n)) + output);
    if (round >= 15) yield output;
  }
}

/** The stationary bootstrap in unbounded integers: lengths by ⌊2³²qᵏ⌋, in pieces of at most four mean lengths. */
function slowStationary(rows: number, mean: number, seed: number, replication: number): number[] {
  const stream = words(seed, replication);
  const next = (): bigint => stream.next().value as bigint;
  const longest = Math.min(4 * mean, rows);
  const thresholds = [2n ** 32n];
  for (let k = 1, power = 1; k <= longest; k++) thresholds.push(BigInt(Math.floor((power *= 1 - 1 / mean) * 2 ** 32)));
  const lengthOf = (word: bigint): number => {
    const found = thresholds.findIndex((threshold) => word >= threshold);
    return found < 0 ? longest + 1 : found;
  };
  const drawn: number[] = [];
  while (drawn.length < rows) {
    const product = next() * BigInt(rows);
    let row = Number(product >> 32n);
    let length = lengthOf(BigInt.asUintN(32, product));
    for (;;) {
      for (let step = 0; step < Math.min(length, longest); step++, row = (row + 1) % rows) drawn.push(row);
      if (length <= longest || drawn.length >= rows) break;
      length = lengthOf(next());
    }
  }
  return drawn.slice(0, rows);
}

const counts = (size: number, values: Iterable<number>): number[] => {
  const found = new Array<number>(size).fill(0);
  for (const value of values) found[value]!++;
  return found;
};

describe('blockIndices', () => {
  it('draws what unbounded integers give, row for row, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 9 }),
        (seed, replication, rows, mean) => {
          const blockLength = Math.min(mean, rows);
          const drawn = blockIndices({ rows, blockLength, seed })(replication);
          expect([...drawn]).toEqual(slowStationary(rows, blockLength, seed, replication));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a replication is the same whatever was drawn before it', () => {
    const draw = blockIndices({ rows: 50, blockLength: 6.5, seed: 7 });
    const [zero, nine] = [draw(0), draw(9)];
    expect(draw(9)).toEqual(nine);
    expect(blockIndices({ rows: 50, blockLength: 6.5, seed: 7 })(0)).toEqual(zero);
    expect(nine).not.toEqual(zero);
    expect(blockIndices({ rows: 50, blockLength: 6.5, seed: 8 })(0)).not.toEqual(zero);
    // Seeds of more than 32 bits are seeds of their own.
    expect(blockIndices({ rows: 50, blockLength: 6.5, seed: 7 + 2 ** 32 })(0)).not.toEqual(zero);
  });

  it.each([1, 1.5, 4, 30, 120] as const)(
    'stationary blocks of mean length %d go on with probability 1 − 1/mean, and start on every row alike',
    (blockLength) => {
      const rows = 120;
      const draw = blockIndices({ rows, blockLength, seed: 3, length: 100_000 });
      const drawn = draw(0);
      let follows = 0;
      const starts: number[] = [];
      for (let place = 1; place < drawn.length; place++) {
        if (drawn[place] === (drawn[place - 1]! + 1) % rows) follows++;
        else starts.push(drawn[place]!);
      }
      // A new block begins by chance where the old one would have gone on: one in `rows` of them.
      const expected = 1 - 1 / blockLength + 1 / blockLength / rows;
      const error = Math.sqrt((expected * (1 - expected)) / drawn.length);
      expect(Math.abs(follows / (drawn.length - 1) - expected)).toBeLessThan(5 * error);
      const each = starts.length / rows;
      const chiSquared = counts(rows, starts).reduce((total, count) => total + (count - each) ** 2 / each, 0);
      // 119 degrees of freedom: mean 119, standard deviation √238 = 15.4; five of them.
      expect(chiSquared).toBeLessThan(119 + 5 * 15.4);
    },
  );

  it('stationary lengths are geometric: k with probability qᵏ⁻¹/mean, far beyond the pieces of the tables', () => {
    // Of a million rows a block is followed by its own next row once in a million blocks: breaks are the ends of blocks.
    const [rows, mean] = [1_000_000, 5];
    const drawn = blockIndices({ rows, blockLength: mean, seed: 11, length: 500_000 })(4);
    const lengths: number[] = [];
    for (let place = 1, from = 0; place < drawn.length; place++) {
      if (drawn[place] === drawn[place - 1]! + 1) continue;
      lengths.push(place - from);
      from = place;
    }
    const bins = 30;
    const found = counts(
      bins + 1,
      lengths.map((length) => Math.min(length, bins)),
    );
    let chiSquared = 0;
    for (let length = 1; length <= bins; length++) {
      const share = length < bins ? 0.8 ** (length - 1) / mean : 0.8 ** (bins - 1);
      chiSquared += (found[length]! - share * lengths.length) ** 2 / (share * lengths.length);
    }
    // 29 degrees of freedom: the 99.99 % point is 66.2 (R: qchisq(0.9999, 29) = 66.15).
    expect(chiSquared).toBeLessThan(66.2);
  });

  it('circular blocks have one length and run over the end; moving ones stay inside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<BlockMethod>('circular', 'moving'),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        fc.nat(1000),
        (method, rows, size, seed) => {
          const blockLength = Math.min(rows, size);
          const drawn = blockIndices({ rows, blockLength, method, seed })(1);
          expect(drawn.length).toBe(rows);
          drawn.forEach((row, place) => {
            if (place % blockLength !== 0) expect(row).toBe((drawn[place - 1]! + 1) % rows);
            else if (method === 'moving') expect(row).toBeLessThanOrEqual(rows - blockLength);
          });
        },
      ),
    );
  });

  it('moving blocks draw the rows near the ends more rarely: row 0 lies in one of the blocks, row 2 in three', () => {
    const draw = blockIndices({ rows: 9, blockLength: 3, method: 'moving', seed: 2 });
    const found = counts(9, Array.from({ length: 20_000 }, (_, k) => [...draw(k)]).flat());
    // Of 7 starts; 60,000 blocks. Standard error of a share s of blocks: √(s(1 − s)/60,000) ≤ 0.0021.
    [1, 2, 3, 3, 3, 3, 3, 2, 1].forEach((blocks, row) => {
      expect(Math.abs(found[row]! / 60_000 - blocks / 7)).toBeLessThan(0.0105);
    });
  });

  it('refuses what is no block length, method or seed', () => {
    const options = { rows: 10, blockLength: 3, seed: 1 };
    expectInputError('option.range', ['"blockLength" is 11', '1 to the 10'], () =>
      blockIndices({ ...options, blockLength: 11 }),
    );
    expectInputError('option.range', ['"blockLength" is 2.5', 'whole number'], () =>
      blockIndices({ ...options, method: 'circular', blockLength: 2.5 }),
    );
    expectInputError('option.range', ['"method" is "block"', "'stationary'"], () =>
      blockIndices({ ...options, method: 'block' as 'moving' }),
    );
    expectInputError('option.type', ['"seed" is undefined'], () => blockIndices({ rows: 10, blockLength: 3 } as never));
    expectInputError('option.unknown', ['"size"'], () => blockIndices({ ...options, size: 3 } as never));
    expectInputError('option.range', ['"replication" is -1'], () => blockIndices(options)(-1));
  });
});

describe('blockIndices: what it refuses', () => {
  it.each([
    [3, 'option.type', 'blockIndices: the options must be an object, found 3.'],
    [{ rows: 0 }, 'option.range', 'blockIndices: "rows" is 0; it must be a whole number from 1 to 2147483647.'],
    [{ rows: 1.5 }, 'option.range', 'blockIndices: "rows" is 1.5; it must be a whole number from 1 to 2147483647.'],
    [
      { rows: 2, length: 0 },
      'option.range',
      'blockIndices: "length" is 0; it must be a whole number from 1 to 2147483647.',
    ],
    [
      { rows: 2, length: 1.5 },
      'option.range',
      'blockIndices: "length" is 1.5; it must be a whole number from 1 to 2147483647.',
    ],
  ] as const)('of blockIndices are refused in one sentence: %o', (options, code, message) => {
    const given = typeof options === 'number' ? options : { blockLength: 1, seed: 1, ...options };
    expect(expectInputError(code, [], () => blockIndices(given as never)).message).toBe(message);
  });

  it('a replication is a whole number', () => {
    const draw = blockIndices({ rows: 3, blockLength: 1, seed: 1 });
    for (const k of [-1, 0.5, 2 ** 31]) {
      expect(expectInputError('option.range', [], () => draw(k)).message).toBe(
        `blockIndices: "replication" is ${k}; it must be a whole number from 0 to 2147483647.`,
      );
    }
  });
});
