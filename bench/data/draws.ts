/** Numbers by chance, the same everywhere. */
export interface Draws {
  /** Over 0 and under 1, evenly. */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
}

/**
 * Marsaglia's xorshift generator of 32 bits with the shifts 13, 17, 5 (Journal of Statistical Software 8(14), 2003): u = (x + ½)/2³². Normals by Box and
 * Muller, the cosine of a pair first and its sine at the next call.
 */
export function draws(seed: number): Draws {
  let word = seed >>> 0;
  let spare = NaN;
  const uniform = (): number => {
    word = nextWord(word);
    return (word + 0.5) / 4294967296;
  };
  return {
    uniform,
    normal() {
      if (!Number.isNaN(spare)) {
        const sine = spare;
        spare = NaN;
        return sine;
      }
      const radius = Math.sqrt(-2 * Math.log(uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}

/** The word after another one. */
export function nextWord(word: number): number {
  let next = word ^ (word << 13);
  next ^= next >>> 17;
  return (next ^ (next << 5)) >>> 0;
}
