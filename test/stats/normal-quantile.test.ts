import { describe, expect, it } from 'vitest';
import { normalDensity, normalQuantile } from '../../src/stats/index.js';

describe('normalQuantile', () => {
  it.each([
    // Wichura (1988), AS 241: the test values of PPND16.
    [0.25, -0.6744897501960817],
    [0.001, -3.0902323061678136],
    [1e-20, -9.262340089798409],
    // SciPy 1.17.1, scipy.stats.norm.ppf; R's qnorm agrees to the digits that it prints.
    [0.01, -2.3263478740408408],
    [0.05, -1.6448536269514729],
    [0.0749, -1.4402382675279635],
    [0.0751, -1.4388253927525403],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [1.4e-11, -6.656723091518184],
    [1e-11, -6.706023155495137],
    [1e-300, -37.0470962993612],
  ])('at %d is %d to fifteen digits', (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(4e-15);
  });

  it('is 0 at one half, antisymmetric about it, and endless at the ends', () => {
    expect(normalQuantile(0.5)).toBe(0);
    // 1 − p is exact for these.
    for (const p of [1 / 4, 1 / 16, 1 / 1024, 2 ** -30]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(NaN)).toBeNaN();
  });

  it('rises with p, across the seams of its three approximations too', () => {
    let before = -Infinity;
    for (let exponent = -60; exponent < -1; exponent += 0.01) {
      const z = normalQuantile(10 ** exponent);
      expect(z).toBeGreaterThan(before);
      before = z;
    }
  });

  it('has the density as the reciprocal of its slope', () => {
    for (const p of [0.01, 0.05, 0.3, 0.5, 0.9]) {
      const slope = (normalQuantile(p + 1e-6) - normalQuantile(p - 1e-6)) / 2e-6;
      expect(normalDensity(normalQuantile(p)) * slope).toBeCloseTo(1, 7);
    }
    // 1 / √(2π)
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 16);
  });
});
