import { describe, expect, it } from 'vitest';
import { again } from '../support/again.js';
import { compare } from './compare-with-oracle.js';

describe('the engine and a slow loop over money say the same, to 1e-12', () => {
  const cases = again ? 250 : 1000;

  it(`on ${cases} random panels with every schedule, cost, flow, rule, lag and window drawn by chance`, () => {
    const drawn = new Map<string, number>();
    for (let seed = 1; seed <= cases; seed++) {
      for (const feature of compare(seed)) drawn.set(feature, (drawn.get(feature) ?? 0) + 1);
    }
    if (again) return;
    // Nothing is held by a handful of cases only.
    expect([...drawn].filter(([, count]) => count < 10)).toEqual([]);
    expect(drawn.size).toBeGreaterThan(65);
  });

  it('on panels of 600 rows, where errors would add up', () => {
    for (let seed = 1; seed <= (again ? 8 : 25); seed++) compare(seed, 600);
  });
});
