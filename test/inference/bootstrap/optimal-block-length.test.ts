import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { optimalBlockLength } from '../../../src/inference/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { root } from '../../support/source-files.js';
import { series } from '../../stats/support.js';
import { autoregression } from './autoregression.js';

/** Politis and White's rule, one sum after the other, on correlations of whole columns; nothing shared with the library. */
function slowRule(x: readonly number[]): { stationary: number; circular: number } {
  const n = x.length;
  const mean = x.reduce((sum, value) => sum + value, 0) / n;
  const gamma = (lag: number): number =>
    x.reduce((sum, value, t) => (t < lag ? sum : sum + (value - mean) * (x[t - lag]! - mean)), 0) / n;
  const K = Math.max(5, Math.floor(Math.log10(n)));
  const limit = Math.ceil(Math.sqrt(n)) + K;
  const quiet = (lag: number): boolean => Math.abs(gamma(lag) / gamma(0)) < 2 * Math.sqrt(Math.log10(n) / n);
  let m: number | undefined;
  for (let lag = limit - K; lag >= 1; lag--) {
    if (Array.from({ length: K }, (_, k) => lag + k).every(quiet)) m = lag;
  }
  const M = m === undefined ? limit : Math.min(2 * m, limit);
  const lambda = (s: number): number => (Math.abs(s) <= 0.5 ? 1 : 2 * (1 - Math.abs(s)));
  let [g, G] = [0, 0];
  for (let k = -M; k <= M; k++) {
    g += lambda(k / M) * gamma(Math.abs(k));
    G += lambda(k / M) * Math.abs(k) * gamma(Math.abs(k));
  }
  const cap = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
  const length = (D: number): number => Math.min(cap, ((2 * G ** 2) / (D * g ** 2)) ** (1 / 3) * n ** (1 / 3));
  return { stationary: length(2), circular: length(4 / 3) };
}

/** Small enough for returns; the rule knows no units. */
const inHundredths = (x: readonly number[]): number[] => x.map((value) => value / 100);

describe('optimalBlockLength', () => {
  it('of 4, 3, … −4 is what the formulas give by hand', () => {
    // 9γ = 60, 40, 21, 4, −10, −20, −25, −24, −16; band 2√(log₁₀9/9) = 0.651 < 40/60, so lag 2 is the first quiet one and M = 4.
    // λ = 1, 1, ½, 0: 9ĝ = 60 + 2(40 + 21 + 2) = 186, 9Ĝ = 2(40 + 42 + 6) = 176.
    const found = optimalBlockLength(series('annual', inHundredths([4, 3, 2, 1, 0, -1, -2, -3, -4])));
    expect(found.firstQuietLag).toBe(2);
    expect(found.bandwidth).toBe(4);
    expect(found.cap).toBe(3);
    expect(found.stationary).toBeCloseTo(((176 / 186) ** 2 * 9) ** (1 / 3), 14);
    expect(found.circular).toBeCloseTo(((176 / 186) ** 2 * 1.5 * 9) ** (1 / 3), 14);
  });

  it.each([-0.5, 0, 0.3, 0.8, 0.99])('agrees with the rule written out slowly, autoregression %d', (phi) => {
    for (const n of [9, 40, 333, 1100]) {
      const x = autoregression(phi, n, seededRandom(n));
      const { stationary, circular } = optimalBlockLength(series('annual', inHundredths(x)));
      const slow = slowRule(x);
      expect(stationary).toBeCloseTo(slow.stationary, 8);
      expect(circular).toBeCloseTo(slow.circular, 8);
    }
  });

  it('is the same in other units, and turned round', () => {
    const x = autoregression(0.5, 200, seededRandom(1));
    const one = optimalBlockLength(series('annual', inHundredths(x)));
    const other = optimalBlockLength(
      series(
        'annual',
        x.map((value) => 0.5 - value / 50),
      ),
    );
    expect(other.stationary).toBeCloseTo(one.stationary, 9);
    // b_CB / b_SB = (2 / (4/3))^⅓ wherever neither is cut.
    expect(one.circular / one.stationary).toBeCloseTo(1.5 ** (1 / 3), 12);
  });

  const file = `${root}../shared/reference/ar1_arch_test_10000.csv`;
  it.skipIf(!existsSync(file))(
    "is what arch's own test states for 10,000 rows of an AR(1) of 0.3: 13.635665 and 15.60894 (arch, tests/bootstrap/test_block_length.py)",
    () => {
      const x = readFileSync(file, 'utf8').trim().split('\n').slice(1).map(Number);
      const { stationary, circular } = optimalBlockLength(series('daily', inHundredths(x)));
      expect(stationary).toBeCloseTo(13.635665, 5);
      expect(circular).toBeCloseTo(15.60894, 4);
    },
  );

  it('is undefined for fewer than nine returns, and for returns that do not vary', () => {
    expect(optimalBlockLength(series('annual', [1, 2, 3, 4, 5, 6, 7, 8])).stationary).toBeNaN();
    expect(optimalBlockLength(series('annual', new Array<number>(20).fill(0))).circular).toBeNaN();
  });

  it('shows itself, is frozen, and says what it is made for', () => {
    const found = optimalBlockLength(
      series(
        'annual',
        autoregression(0.3, 50, seededRandom(2)).map((x) => x / 100),
      ),
    );
    expect(String(found)).toContain('clusters wants longer blocks');
    expect(Object.isFrozen(found) && Object.isFrozen(found.assumptions)).toBe(true);
    expect(JSON.parse(JSON.stringify(found))).toMatchObject({ n: 50, stationary: found.stationary });
  });

  it('refuses a hole', () => {
    expectInputError('returns.hole', ['"A" has no return on 2021-12-31', 'no neighbours'], () =>
      optimalBlockLength(series('annual', [0.1, NaN, 0.2])),
    );
  });
});
