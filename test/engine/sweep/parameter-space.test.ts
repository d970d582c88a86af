import { fixedMix, sweep, type Panel, type Strategy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import type { Random } from '../../../src/core/index.js';
import { months } from '../made-panel.js';

const panel: Panel<'A' | 'B'> = months({ A: [0.1, -0.2, 0.3, 0.05], B: [0, 0.1, 0.02, -0.1] });
const mix = (share = 0.5): Strategy<'A' | 'B'> => fixedMix({ weights: { A: share, B: 1 - share } });
const metrics = ['totalReturn'] as const;

describe('a grid', () => {
  it('tries all combinations, the last parameter changing fastest, parameters in the order given', () => {
    const result = sweep(panel, {
      grid: { letter: ['x', 'y'], share: [0, 0.5, 1], flag: [true, false] },
      strategy: ({ share }) => mix(share),
      metrics,
    });
    expect(result.trials).toBe(2 * 3 * 2);
    expect(result.parameters).toEqual({
      letter: [...Array<string>(6).fill('x'), ...Array<string>(6).fill('y')],
      share: [0, 0, 0.5, 0.5, 1, 1, 0, 0, 0.5, 0.5, 1, 1],
      flag: [true, false, true, false, true, false, true, false, true, false, true, false],
    });
    expect(Object.keys(result.variant(7).params)).toEqual(['letter', 'share', 'flag']);
    expect(result.variant(7)).toMatchObject({ index: 7, params: { letter: 'y', share: 0, flag: false } });
  });

  it('does not follow when its lists are changed afterwards', () => {
    const shares = [0, 1];
    const result = sweep(panel, { grid: { share: shares }, strategy: ({ share }) => mix(share), metrics });
    shares[1] = 0.5;
    shares.push(0.7);
    expect([result.trials, result.parameters.share]).toEqual([2, [0, 1]]);
  });
});

describe('a list', () => {
  it('is tried as it stands, twice the same included', () => {
    const list = [{ share: 0.7 }, { share: 0.1 }, { share: 0.7 }];
    const result = sweep(panel, { list, strategy: ({ share }) => mix(share), metrics });
    expect(result.parameters).toEqual({ share: [0.7, 0.1, 0.7] });
    expect(result.metrics.totalReturn[2]).toBe(result.metrics.totalReturn[0]);
  });

  it('may leave parameters out: every name has a column', () => {
    const list: { readonly share?: number; readonly name?: string }[] = [{ share: 0.7 }, { name: 'even' }];
    const result = sweep(panel, { list, strategy: ({ share }) => mix(share), metrics });
    expect(result.parameters).toEqual({ share: [0.7, undefined], name: [undefined, 'even'] });
  });
});

describe('a sample', () => {
  const draw = (random: Random) => ({
    share: random.uniform(),
    rank: random.integer(10),
  });
  const sampled = (count: number, seed: number) =>
    sweep(panel, { sample: { count, seed, draw }, strategy: ({ share }) => mix(share), metrics });

  it('is the same for a seed to the last bit, and another for another', () => {
    expect(JSON.stringify(sampled(40, 3))).toBe(JSON.stringify(sampled(40, 3)));
    expect(sampled(40, 4).parameters.share).not.toEqual(sampled(40, 3).parameters.share);
  });

  it('begins as a shorter one: a variant does not depend on how many there are', () => {
    const [few, many] = [sampled(25, 9), sampled(700, 9)];
    expect(many.parameters.share.slice(0, 25)).toEqual(few.parameters.share);
    expect(many.parameters.rank.slice(0, 25)).toEqual(few.parameters.rank);
  });

  it('draws evenly', () => {
    const { share, rank } = sampled(4000, 1).parameters;
    // The mean of 4,000 uniform numbers has a standard error of 0.289 / √4000 = 0.0046.
    expect(share.reduce((sum, value) => sum + value, 0) / 4000).toBeCloseTo(0.5, 1.5);
    const counts = Array.from({ length: 10 }, (_, digit) => rank.filter((value) => value === digit).length);
    // Each is binomial, 400 with a deviation of 19.
    expect(Math.min(...counts)).toBeGreaterThan(400 - 5 * 19);
    expect(Math.max(...counts)).toBeLessThan(400 + 5 * 19);
    expect(new Set(share).size).toBeGreaterThan(3990);
  });
});
