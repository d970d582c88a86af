import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorWeights } from '../../../src/engine/sweep/fixed-rank.js';

/** Long-only portfolios that sum to 1, some of them mixes of few. */
const portfolios = fc
  .record({ variants: fc.integer({ min: 1, max: 40 }), assets: fc.integer({ min: 1, max: 12 }) })
  .chain(({ variants, assets }) => {
    const row = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: assets, maxLength: assets })
      .filter((weights) => weights.some((weight) => weight > 0))
      .map((weights) => {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        return weights.map((weight) => weight / sum);
      });
    return fc.record({
      rows: fc.array(row, { minLength: variants, maxLength: variants }),
      mixed: fc.boolean(),
      shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: variants, maxLength: variants }),
    });
  })
  .map(({ rows, mixed, shares }) => {
    if (!mixed) return rows;
    const [first, last] = [rows[0]!, rows.at(-1)!];
    return shares.map((share) => first.map((weight, asset) => (weight * (100 - share) + last[asset]! * share) / 100));
  });

const rebuild = (rows: readonly (readonly number[])[]): { readonly gap: number; readonly rank: number } => {
  const assets = rows[0]!.length;
  const { rank, basis, shares } = factorWeights(Float64Array.from(rows.flat()), rows.length, assets);
  let gap = 0;
  rows.forEach((weights, variant) => {
    weights.forEach((weight, asset) => {
      let sum = 0;
      for (let part = 0; part < rank; part++) sum += shares[variant * rank + part]! * basis[part * assets + asset]!;
      gap = Math.max(gap, Math.abs(sum - weight));
    });
  });
  return { gap, rank };
};

describe('the fewest portfolios in which others are expressed', () => {
  it('give every weight back, to rounding', () => {
    fc.assert(
      fc.property(portfolios, (rows) => rebuild(rows).gap <= 3e-15),
      { numRuns: 500 },
    );
  });

  it('are no more than the portfolios, nor than the assets', () => {
    fc.assert(
      fc.property(portfolios, (rows) => rebuild(rows).rank <= rows[0]!.length && rebuild(rows).rank >= 1),
      { numRuns: 200 },
    );
  });

  it('are two for a tilt over five assets, one for one portfolio over and over, and one for none', () => {
    const tilt = Array.from({ length: 500 }, (_, index) => {
      const share = index / 499;
      return [0.5, 0.2, 0.2, 0.1].map((part) => part * (1 - share)).concat(share, 0);
    });
    expect(rebuild(tilt).rank).toBe(2);
    expect(rebuild(Array.from({ length: 9 }, () => [0.3, 0.3, 0.4])).rank).toBe(1);
    expect(rebuild([[0, 0, 0]])).toEqual({ gap: 0, rank: 1 });
  });
});
