/** A source of random numbers whose whole sequence follows from its seed, the same on every platform. */
export interface Random {
  /** Uniform on [0, 1), 32 bits. */
  uniform(): number;
  /** Whole number from 0 to `below` − 1. */
  integer(below: number): number;
  /** Standard normal, by the Box–Muller transform. */
  normal(): number;
}

/**
 * A seeded generator: `sfc32` (Chris Doty-Humphrey's "small fast counting" generator, 128 bits of state), integer arithmetic
 * only, so its uniform draws are byte-identical everywhere.
 *
 * @param seed any whole number; equal seeds give equal sequences.
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  const uniform = (): number => next() / 4294967296;
  return {
    uniform,
    integer: (below) => Math.floor(uniform() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
