import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { blockIndices, sharpeDifference } from '../../../src/inference/index.js';
import { normalCdf } from '../../../src/inference/distributions/normal-cdf.js';
import { ledoitWolf } from '../../../src/inference/sharpe/ledoit-wolf.js';
import { sharpeRatio } from '../../../src/stats/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

/** Two normal series with correlation 0.8 and equal means over equal deviations. */
function pairOf(seed: number, n: number, mean = 0.1): readonly [number[], number[]] {
  const random = seededRandom(seed);
  const a = Array.from({ length: n }, () => random.normal());
  const b = a.map((value) => 0.8 * value + 0.6 * random.normal() + mean);
  return [a.map((value) => (value + mean) / 100), b.map((value) => value / 50)];
}

describe('sharpeDifference by Jobson, Korkie and Memmel', () => {
  it('is z = (S₁ − S₂)/√([2 − 2ρ + ½(S₁² + S₂² − 2 S₁ S₂ ρ²)]/n), by hand', () => {
    // a: 0, 2, 4 %: mean 2, sd 2, S = 1. b: 1, 0, 5 %: mean 2, sd √7; covariance ½ Σ = (−2)(−1)/2 + 0 + 2 × 3/2 = 4: ρ = 2/√7, S = 2/√7.
    const [a, b] = [series('annual', [0, 0.02, 0.04], 'A'), series('annual', [0.01, 0, 0.05], 'B')];
    const { difference, correlation, sharpeA, sharpeB, n } = sharpeDifference(a, b);
    const [rho, other] = [2 / Math.sqrt(7), 2 / Math.sqrt(7)];
    const variance = (2 - 2 * rho + 0.5 * (1 + other ** 2 - 2 * other * rho ** 2)) / 3;
    expect(correlation).toBeCloseTo(rho, 13);
    expect([sharpeA, sharpeB, n]).toEqual([expect.closeTo(1, 13), expect.closeTo(other, 13), 3]);
    expect(difference.t).toBeCloseTo((1 - other) / Math.sqrt(variance), 12);
    expect(difference.p).toBeCloseTo(2 * normalCdf(-difference.t), 13);
  });

  it('is per year: quarterly the same returns give twice the difference and the same t', () => {
    const [a, b] = [
      [0, 0.02, 0.04, 0.01],
      [0.01, 0, 0.05, -0.02],
    ] as const;
    const annual = sharpeDifference(series('annual', a), series('annual', b)).difference;
    const quarterly = sharpeDifference(series('quarterly', a), series('quarterly', b)).difference;
    expect(quarterly.estimate).toBeCloseTo(2 * annual.estimate, 13);
    expect(quarterly.t).toBeCloseTo(annual.t, 12);
  });

  it('is the difference of the two Sharpe ratios over cash, on the common rows', () => {
    const a = series('monthly', [0.03, -0.01, NaN, 0.04, 0.02], 'A');
    const b = series('monthly', [0.02, 0.01, 0.09, -0.02, 0.05], 'B');
    const riskFree = series('monthly', [0.001, 0.002, 0.001, 0.002, 0.001], 'Cash');
    const { difference, n } = sharpeDifference(a, b, { riskFree });
    const common = series('monthly', [0.02, 0.01, NaN, -0.02, 0.05], 'B');
    expect(n).toBe(4);
    expect(difference.estimate).toBeCloseTo(sharpeRatio(a, { riskFree }) - sharpeRatio(common, { riskFree }), 12);
  });

  it('changes sign with the order, and knows nothing of multiples of one series', () => {
    const [x, y] = pairOf(3, 40);
    const [a, b] = [series('monthly', x, 'A'), series('monthly', y, 'B')];
    expect(sharpeDifference(b, a).difference.t).toBeCloseTo(-sharpeDifference(a, b).difference.t, 12);
    const doubled = series(
      'monthly',
      x.map((value) => 2 * value),
    );
    for (const options of [{}, { method: 'ledoitWolf', replications: 100 }] as const) {
      const double = sharpeDifference(a, doubled, options);
      expect(double.difference.estimate).toBeCloseTo(0, 10);
      expect([double.difference.t, double.difference.p]).toEqual([NaN, NaN]);
    }
  });

  it('rejects a true equality in about 5 of 100 samples (seeds 1 to 500, n = 120)', () => {
    let rejected = 0;
    for (let seed = 1; seed <= 500; seed++) {
      const [a, b] = pairOf(seed, 120);
      if (sharpeDifference(series('annual', a), series('annual', b)).difference.p < 0.05) rejected++;
    }
    // 25 ± 3 × 4.9.
    expect(rejected).toBeGreaterThan(10);
    expect(rejected).toBeLessThan(40);
  });
});

/** Ledoit and Wolf, section 3, written out: four moments, their gradient, and the covariance of block sums as a matrix. */
function slow(
  a: number[],
  b: number[],
  blockLength: number,
  replications: number,
  seed: number,
): { p: number; error: number } {
  const n = a.length;
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const moments = (x: number[], y: number[]): number[] => [x, y, x.map((v) => v * v), y.map((v) => v * v)].map(mean);
  const ratioOf = (mu: number, gamma: number): number => mu / Math.sqrt(gamma - mu * mu);
  const gradient = ([m, k, g, h]: number[]): number[] => [
    g! / (g! - m! * m!) ** 1.5,
    -h! / (h! - k! * k!) ** 1.5,
    (-0.5 * m!) / (g! - m! * m!) ** 1.5,
    (0.5 * k!) / (h! - k! * k!) ** 1.5,
  ];
  const centred = (x: number[], y: number[], v: number[]): number[][] =>
    x.map((value, row) => [value - v[0]!, y[row]! - v[1]!, value ** 2 - v[2]!, y[row]! ** 2 - v[3]!]);
  const quadratic = (g: number[], psi: number[][]): number =>
    g.reduce((sum, gi, i) => sum + g.reduce((inner, gj, j) => inner + gi * psi[i]![j]! * gj, 0), 0);
  const outer = (rows: number[][], lag: number): number[][] =>
    [0, 1, 2, 3].map((i) =>
      [0, 1, 2, 3].map((j) => rows.slice(lag).reduce((sum, row, t) => sum + row[i]! * rows[t]![j]!, 0) / rows.length),
    );
  const v = moments(a, b);
  const rows = centred(a, b, v);
  const lags = Math.floor(4 * (n / 100) ** (2 / 9));
  const psi = outer(rows, 0);
  for (let lag = 1; lag <= lags; lag++) {
    const gamma = outer(rows, lag);
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) psi[i]![j]! += (1 - lag / (lags + 1)) * (gamma[i]![j]! + gamma[j]![i]!);
  }
  const difference = ratioOf(v[0]!, v[2]!) - ratioOf(v[1]!, v[3]!);
  const error = Math.sqrt(quadratic(gradient(v), psi) / n);
  const blocks = Math.floor(n / blockLength);
  const rowsOf = blockIndices({ rows: n, length: blocks * blockLength, blockLength, method: 'circular', seed });
  let further = 0;
  for (let replication = 0; replication < replications; replication++) {
    const drawn = Array.from(rowsOf(replication));
    const [x, y] = [drawn.map((row) => a[row]!), drawn.map((row) => b[row]!)];
    const w = moments(x, y);
    const z = centred(x, y, w);
    const sums = Array.from({ length: blocks }, (_, block) =>
      [0, 1, 2, 3].map(
        (i) =>
          z.slice(block * blockLength, (block + 1) * blockLength).reduce((sum, row) => sum + row[i]!, 0) /
          Math.sqrt(blockLength),
      ),
    );
    const spread = Math.sqrt(quadratic(gradient(w), outer(sums, 0)) / drawn.length);
    const moved = ratioOf(w[0]!, w[2]!) - ratioOf(w[1]!, w[3]!) - difference;
    if (Math.abs(moved) / spread >= Math.abs(difference) / error) further++;
  }
  return { p: (further + 1) / (replications + 1), error };
}

describe('sharpeDifference by Ledoit and Wolf', () => {
  it('equals the published algorithm written out with four moments, their gradient and block sums', () => {
    for (const [seed, blockLength] of [
      [1, 1],
      [2, 5],
      [3, 7],
    ] as const) {
      const [a, b] = pairOf(seed, 60, 0.2);
      const found = ledoitWolf(a, b, { blockLength, replications: 200, seed, level: 0.95 });
      const expected = slow([...a], [...b], blockLength, 200, seed);
      expect(found.p).toBe(expected.p);
      expect(found.standardError).toBeCloseTo(expected.error, 12);
    }
  });

  it('gives the same result for the same seed, and another for another', () => {
    const [x, y] = pairOf(8, 60, 0.2);
    const [a, b] = [series('monthly', x, 'A'), series('monthly', y, 'B')];
    const of = (seed: number): string =>
      JSON.stringify(sharpeDifference(a, b, { method: 'ledoitWolf', replications: 300, seed }));
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
  });

  it('finds a block length itself, and says what it drew', () => {
    const [x, y] = pairOf(8, 120, 0.2);
    const result = sharpeDifference(series('monthly', x, 'A'), series('monthly', y, 'B'), {
      method: 'ledoitWolf',
      replications: 300,
    });
    expect(result.blockLength).toBeGreaterThanOrEqual(1);
    expect(String(result)).toContain(`300 studentised draws in circular blocks of ${result.blockLength!}`);
    expect(result.difference.low).toBeLessThan(result.difference.estimate);
    expect(sharpeDifference(series('monthly', x), series('monthly', y, 'B')).blockLength).toBeNull();
  });

  it('rejects a true equality in about 5 of 100 samples (seeds 1 to 200, n = 120, 199 draws)', () => {
    let rejected = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const [a, b] = pairOf(seed, 120);
      if (ledoitWolf(a, b, { blockLength: 4, replications: 199, seed, level: 0.95 }).p <= 0.05) rejected++;
    }
    // 10 ± 3 × 3.1, seldom more.
    expect(rejected).toBeGreaterThan(1);
    expect(rejected).toBeLessThan(20);
  });

  it('has neither p nor interval where a draw has no studentised difference, and counts such draws', () => {
    // Of two rows that vary, drawn singly among twelve, (10/12)¹² = 11 % of the draws hold none, and have no deviation.
    const x = [0.05, -0.03, ...new Array<number>(10).fill(0.01)];
    const y = [0.02, 0.04, ...new Array<number>(10).fill(0.01)];
    const found = sharpeDifference(series('monthly', x, 'A'), series('monthly', y, 'B'), {
      method: 'ledoitWolf',
      blockLength: 1,
      replications: 1000,
    });
    expect(found.difference).toMatchObject({ p: NaN, low: NaN, high: NaN });
    expect(found.difference.standardError).toBeGreaterThan(0);
    const [, count] = /Warning: (\d+) of 1000 draws have no studentised/.exec(found.notes.join(' '))!;
    // 112 ± 4 standard deviations of 10.
    expect(Math.abs(Number(count) - 112)).toBeLessThan(40);
  });

  it('says that observations are taken as independent, warns where neighbours are correlated, and of mixed kinds', () => {
    const x = Array.from({ length: 100 }, (_, row) => (row % 20 < 10 ? 0.02 : -0.01) + (row % 3) / 1000);
    const y = Array.from({ length: 100 }, (_, row) => (row % 7) / 100);
    const [a, b] = [series('monthly', x, 'A'), series('monthly', y, 'B')];
    const found = sharpeDifference(a, b);
    expect(found.notes[0]).toContain('n = 100, taken as independent');
    // 2/√100 = 0.20.
    expect(found.notes.join(' ')).toMatch(
      /Warning: neighbouring differences of the returns are correlated \(0\.\d+, more than the ±0\.20/,
    );
    expect(found.notes.join(' ')).not.toContain('are held against');
    const price = { ...b, meta: { ...b.meta, kind: 'price' as const } };
    expect(sharpeDifference(a, price).notes.join(' ')).toContain('total returns are held against price returns');
  });

  it('refuses draws that are none', () => {
    const [a, b] = [series('monthly', [0.01, 0.03, 0.02], 'A'), series('monthly', [0.02, 0.01, 0.05], 'B')];
    const options = { method: 'ledoitWolf' } as const;
    expectInputError('option.range', ['"seed"', "'memmel' draws nothing"], () => sharpeDifference(a, b, { seed: 2 }));
    expectInputError('option.range', ['sharpeDifference', '"blockLength" is 4'], () =>
      sharpeDifference(a, b, { ...options, blockLength: 4 }),
    );
    const [x, y] = pairOf(8, 60, 0.2).map((values) => series('monthly', values));
    // 60 rows are five blocks of 12; of 13 there are four.
    expectInputError('option.range', ['"blockLength" is 13', 'at least 5 blocks', '1 to 12'], () =>
      sharpeDifference(x!, y!, { ...options, blockLength: 13 }),
    );
    const few = sharpeDifference(x!, y!, { ...options, blockLength: 12, replications: 100 });
    expect(few.independent).toBe(5);
    expect(few.notes.join(' ')).toContain('Warning: only 5 independent blocks');
    expectInputError('option.range', ['"replications" is 5'], () =>
      sharpeDifference(a, b, { ...options, replications: 5 }),
    );
    expectInputError('option.range', ['"method"', "'ledoitWolf'"], () =>
      sharpeDifference(a, b, { method: 'lw' as never }),
    );
    expectInputError('option.unknown', ['blocklength'], () => sharpeDifference(a, b, { blocklength: 4 } as never));
    expectInputError('panel.empty-window', ['sharpeDifference', 'A, B'], () =>
      sharpeDifference(series('monthly', [0.1, NaN]), series('monthly', [NaN, 0.1], 'B')),
    );
    expectInputError('calendar.mismatch', ['daily', 'monthly'], () => sharpeDifference(a, series('daily', [0.1, 0.2])));
  });
});
