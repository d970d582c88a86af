import { expect, it } from 'vitest';
import { acceleration } from '../../../src/inference/bootstrap/acceleration.js';

it('acceleration of 1, 2, 3, 6: mean 3, U = 2, 1, 0, −3, ΣU² = 14, ΣU³ = 8 + 1 − 27 = −18, a = −18/(6 · 14^1.5)', () => {
  expect(acceleration(Float64Array.of(1, 2, 3, 6))).toBeCloseTo(-3 / 14 ** 1.5, 15);
});

it('acceleration is 0 where no block changes the value, and NaN where one has none', () => {
  expect(acceleration(Float64Array.of(0.5, 0.5, 0.5))).toBe(0);
  expect(acceleration(Float64Array.of(0.5, NaN, 1))).toBeNaN();
});
