/** How many words are made at a time. */
export const WORDS = 64;

/**
 * Sets the state of a replication's own generator: `sfc32` (Doty-Humphrey), keyed by the seed and by the number of the replication, so that
 * replication k is the same whoever runs it, and whatever was run before.
 */
export function openStream(state: Int32Array, seed: number, replication: number): void {
  let a = (0x9e3779b9 + Math.floor(seed / 4294967296)) | 0;
  let b = replication | 0;
  let c = seed | 0;
  let counter = 1;
  // The author's twelve rounds, and three more, before the first word is used.
  for (let round = 0; round < 15; round++) {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}

/** The next words of a stream: integers from 0 to 2³² − 1, by integer arithmetic alone. */
export function fillWords(state: Int32Array, words: Uint32Array): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let counter = state[3]!;
  for (let place = 0; place < words.length; place++) {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    words[place] = sum;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}
