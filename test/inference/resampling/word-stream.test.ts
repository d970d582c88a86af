import { expect, it } from 'vitest';
import { fillWords, openStream, WORDS } from '../../../src/inference/resampling/word-stream.js';

const BITS = 2n ** 32n;
const word = (value: bigint): bigint => ((value % BITS) + BITS) % BITS;

/** Doty-Humphrey's sfc32 in whole numbers without limit: a + b + counter; then a = b ⊕ ⌊b/2⁹⌋, b = 9c, c = (c turned left by 21 bits) + the word. */
function* slow(seed: number, replication: number): Generator<number> {
  const high = BigInt(Math.floor(seed / 2 ** 32));
  let [a, b, c, counter] = [word(0x9e3779b9n + high), word(BigInt(replication)), word(BigInt(seed)), 1n];
  for (;;) {
    const made = word(a + b + counter);
    counter = word(counter + 1n);
    a = b ^ (b / 2n ** 9n);
    b = word(9n * c);
    c = word(c * 2n ** 21n) + c / 2n ** 11n + made;
    c = word(c);
    yield Number(made);
  }
}

it.each([
  [1, 0],
  [7, 9],
  [-1, 3],
  [2 ** 40 + 5, 2 ** 31 - 1],
])('the words of seed %d and replication %d are those of sfc32 after fifteen rounds', (seed, replication) => {
  const expected = slow(seed, replication);
  for (let round = 0; round < 15; round++) expected.next();
  const [state, words] = [new Int32Array(4), new Uint32Array(WORDS)];
  openStream(state, seed, replication);
  for (let fill = 0; fill < 2; fill++) {
    fillWords(state, words);
    expect([...words]).toEqual(Array.from(words, () => expected.next().value as number));
  }
});
