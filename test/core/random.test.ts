import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/core/index.js';

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

/** sfc32 as its author states it in PractRand (C, unsigned 32-bit words), in unbounded integers cut to 32 bits by hand. */
function* sfc32(seed: number): Generator<number> {
  const word = (value: bigint): bigint => value & 0xffffffffn;
  let [a, b, c, counter] = [0x9e3779b9n, 0x243f6a88n, BigInt.asUintN(32, BigInt(seed)), 1n];
  for (let round = 0; ; round++) {
    const output = word(a + b + counter++);
    a = b ^ (b >> 9n);
    b = word(c + (c << 3n));
    c = word(word((c << 21n) | (c >> 11n)) + output);
    if (round >= 15) yield Number(output);
  }
}

describe('seededRandom', () => {
  it('gives the same words on every platform: seed 42 begins with these four', () => {
    const random = seededRandom(42);
    const words = Array.from({ length: 4 }, () => random.uniform() * 2 ** 32);
    expect(words).toEqual([1518397874, 271658881, 2061353271, 1466074086]);
  });

  it('is sfc32, word for word, whatever the seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const oracle = sfc32(seed);
        for (let draw = 0; draw < 50; draw++) expect(random.uniform() * 2 ** 32).toBe(oracle.next().value);
      }),
      { numRuns: 50 },
    );
  });

  it('equal seeds give equal sequences, different seeds different ones', () => {
    const draws = (seed: number): number[] => {
      const random = seededRandom(seed);
      return [random.uniform(), random.integer(1000), random.normal(), random.uniform()];
    };
    expect(draws(7)).toEqual(draws(7));
    expect(new Set(Array.from({ length: 500 }, (_, seed) => draws(seed)[0])).size).toBe(500);
  });

  it('two generators do not disturb each other', () => {
    const [alone, first, second] = [seededRandom(3), seededRandom(3), seededRandom(4)];
    for (let draw = 0; draw < 10; draw++) {
      second.normal();
      expect(first.uniform()).toBe(alone.uniform());
    }
  });

  it('draws from [0, 1) with mean 1/2 and variance 1/12', () => {
    const random = seededRandom(1);
    const draws = Array.from({ length: 100_000 }, () => random.uniform());
    expect(Math.min(...draws.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    // Five standard errors: √(1/12 / n) = 0.00091 for the mean, √(1/180 / n) = 0.00024 for the variance.
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(0.0046);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.0012);
  });

  it('fills twenty bins evenly: chi-squared with 19 degrees of freedom below its 99.99 % point, 50.8', () => {
    const random = seededRandom(2);
    const bins = new Array<number>(20).fill(0);
    for (let draw = 0; draw < 100_000; draw++) bins[random.integer(20)]!++;
    const chiSquared = bins.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    expect(chiSquared).toBeLessThan(50.8);
  });

  it('whole numbers lie below their bound', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 1_000_000 }), (seed, below) => {
        const drawn = seededRandom(seed).integer(below);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < below).toBe(true);
      }),
    );
  });

  it('normal draws are finite, with mean 0, variance 1, skewness 0 and kurtosis 3', () => {
    const random = seededRandom(5);
    const draws = Array.from({ length: 100_000 }, () => random.normal());
    const moment = (power: number): number => draws.reduce((sum, draw) => sum + draw ** power, 0) / draws.length;
    expect(draws.every(Number.isFinite)).toBe(true);
    // Five standard errors of the moments of a normal sample: 1, √2, √15, √96 over √n.
    expect(Math.abs(moment(1))).toBeLessThan(0.016);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.023);
    expect(Math.abs(moment(3))).toBeLessThan(0.062);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.155);
  });
});
