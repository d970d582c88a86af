import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitRateInterval } from '../../../src/inference/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

describe('hitRateInterval', () => {
  // Newcombe, R. G. (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, table I (four decimals);
  // all digits: SciPy 1.17, binomtest(…).proportion_ci('wilson' and 'exact').
  it.each([
    [81, 263, [0.2552885198782742, 0.36620957698280004], [0.25273674558504267, 0.36762192260134746]],
    [15, 148, [0.06238639953073629, 0.16048724172330803], [0.05784401008344801, 0.16165049034947895]],
    [0, 20, [0, 0.16112515805281935], [0, 0.16843347098308548]],
    [1, 29, [0.006113214292762667, 0.17175521879320282], [0.0008726468835971072, 0.17764429548841465]],
    [3, 9, [0.12058381838691096, 0.6457978644196036], [0.07485463141968833, 0.7007049437914595]],
  ] as const)('of %d hits in %d is the published one', (hits, n, wilson, exact) => {
    const found = hitRateInterval(hits, n);
    expect(found).toMatchObject({ hits, n, method: 'wilson', level: 0.95, share: hits / n });
    expect(found.low).toBeCloseTo(wilson[0], 12);
    expect(found.high).toBeCloseTo(wilson[1], 12);
    const wide = hitRateInterval(hits, n, { method: 'clopperPearson' });
    expect(wide.low).toBeCloseTo(exact[0], 12);
    expect(wide.high).toBeCloseTo(exact[1], 12);
  });

  it('of hits without exception ends at 1: Clopper–Pearson of 4 in 4 begins at 0.025^(1/4), Wilson at 1/(1 + z²/4)', () => {
    const exact = hitRateInterval(4, 4, { method: 'clopperPearson' });
    expect(exact.low).toBeCloseTo(0.025 ** 0.25, 12);
    expect(exact.high).toBe(1);
    expect(hitRateInterval(4, 4).low).toBeCloseTo(1 / (1 + 1.959963984540054 ** 2 / 4), 12);
  });

  it('is mirrored when hits and misses change places, holds the share, and grows with the level', () => {
    const counts = fc
      .integer({ min: 1, max: 60 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.constantFrom('wilson', 'clopperPearson'), ([hits, n], method) => {
        const [found, mirrored] = [hitRateInterval(hits, n, { method }), hitRateInterval(n - hits, n, { method })];
        expect(found.low).toBeCloseTo(1 - mirrored.high, 10);
        expect(found.low).toBeLessThanOrEqual(found.share);
        expect(found.high).toBeGreaterThanOrEqual(found.share);
        const wider = hitRateInterval(hits, n, { method, level: 0.99 });
        expect(wider.low).toBeLessThanOrEqual(found.low);
        expect(wider.high).toBeGreaterThanOrEqual(found.high);
      }),
      { numRuns: 100 },
    );
  });

  it('of nothing is undefined; it prints itself, is frozen and goes through JSON', () => {
    expect(hitRateInterval(0, 0)).toMatchObject({ share: NaN, low: NaN, high: NaN });
    const found = hitRateInterval(6, 10);
    expect(String(found)).toContain('95 % Wilson');
    expect(Object.isFrozen(found)).toBe(true);
    expect((JSON.parse(JSON.stringify(found)) as { hits: number }).hits).toBe(6);
  });

  it('refuses more hits than cases, other methods and levels that are none', () => {
    expectInputError('option.range', ['hitRateInterval', '"hits" is 3', '0 to 2'], () => hitRateInterval(3, 2));
    expectInputError('option.range', ['"n" is -1'], () => hitRateInterval(0, -1));
    expectInputError('option.range', ["'clopperPearson'"], () => hitRateInterval(1, 2, { method: 'wald' as never }));
    expectInputError('option.range', ['"level" is 1', 'between 0 and 1'], () => hitRateInterval(1, 2, { level: 1 }));
    expectInputError('option.unknown', ['"confidence"'], () => hitRateInterval(1, 2, { confidence: 0.9 } as never));
  });
});
