import { describe, it } from 'vitest';
import { compare } from './compare-with-oracle.js';

describe('the engine and a slow loop over money say the same, to 1e-12', () => {
  it.each(Array.from({ length: 80 }, (_, index) => 2001 + index))('on the random panel of case %i', (seed) => {
    compare(seed);
  });
});
