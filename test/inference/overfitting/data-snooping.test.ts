import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  probabilityOfBacktestOverfitting,
  realityCheck,
  superiorPredictiveAbility,
} from '../../../src/inference/index.js';
import { longRunDeviation } from '../../../src/inference/overfitting/long-run-deviation.js';
import { seededRandom } from '../../../src/core/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';
import { madeTrials } from './made-trials.js';

const fives = madeTrials(5, 60, (k) => 0.002 * (k - 4));
const sevens = madeTrials(7, 50, (k) => 0.0005 * (k - 6));

// Authority: the Python package arch 8.0.0, arch.bootstrap.SPA (stationary, not nested, 100,000 resamples): studentised for Hansen's test, plain and
// upper for White's. Four standard errors of a share of 10,000 are at most 0.02.
describe.each([
  [
    'five trials of 60 rows, mean block 4',
    fives,
    4,
    { lower: 0.47526, consistent: 0.47526, upper: 0.94322, white: 0.94324 },
    [-6.008344120185786, -3.6589999347605455, -3.7569348455788263, -1.744161830552411, 0.10049687613702299],
  ],
  [
    'seven trials of 50 rows, single rows',
    sevens,
    1,
    { lower: 0.85648, consistent: 0.97012, upper: 0.97921, white: 0.97871 },
    [
      -1.709047516934503, -0.9088350822651488, -1.64740087998463, -0.6081978005734051, -0.01148668256516034,
      0.07778968723414796, -0.5512013749184245,
    ],
  ],
])('%s', (_, trials, blockLength, p, t) => {
  const spa = superiorPredictiveAbility(trials, { blockLength, seed: 1, replications: 10_000 });
  const check = realityCheck(trials, { blockLength, seed: 1, replications: 10_000 });

  it("have the studentised statistics of Hansen's test", () => {
    spa.tStatistics.forEach((value, trial) => {
      expect(value).toBeCloseTo(t[trial]!, 9);
    });
    expect(spa.statistic).toBeCloseTo(Math.max(...t), 9);
  });

  it('have the three p-values of another program, in order', () => {
    expect(Math.abs(spa.pLower - p.lower)).toBeLessThan(0.02);
    expect(Math.abs(spa.pConsistent - p.consistent)).toBeLessThan(0.02);
    expect(Math.abs(spa.pUpper - p.upper)).toBeLessThan(0.02);
    expect(spa.pLower).toBeLessThanOrEqual(spa.pConsistent);
    expect(spa.pConsistent).toBeLessThanOrEqual(spa.pUpper);
  });

  it("have White's p-value", () => {
    expect(Math.abs(check.pValue - p.white)).toBeLessThan(0.02);
    expect(check.best).toBe(spa.best);
  });
});

describe('realityCheck', () => {
  it('agrees with all 256 resamples of four rows', () => {
    const trials = [
      [0.03, -0.01, 0.02, 0.01],
      [-0.02, 0.04, 0.01, -0.03],
    ];
    const means = trials.map((one) => one.reduce((sum, value) => sum + value, 0) / 4);
    let asGood = 0;
    for (let code = 0; code < 256; code++) {
      const rows = [0, 1, 2, 3].map((place) => Math.floor(code / 4 ** place) % 4);
      const best = Math.max(...trials.map((one, k) => rows.reduce((sum, row) => sum + one[row]!, 0) / 4 - means[k]!));
      if (best >= Math.max(...means) - 1e-15) asGood++;
    }
    const found = realityCheck(trials, { blockLength: 1, seed: 3, replications: 20_000 });
    // √(p(1 − p)/20,000) is at most 0.0036.
    expect(Math.abs(found.pValue - asGood / 256)).toBeLessThan(0.015);
    expect(found.statistic).toBeCloseTo(2 * Math.max(...means), 14);
  });

  it('sees one really good trial among many: a mean of five standard errors', () => {
    const random = seededRandom(8);
    const trials = Array.from({ length: 40 }, (_, k) =>
      Array.from({ length: 400 }, () => 0.01 * random.normal() + (k === 7 ? 0.0025 : 0)),
    );
    const options = { blockLength: 2, seed: 1, replications: 500 };
    expect(realityCheck(trials, options)).toMatchObject({ best: 'trial 7', pValue: 1 / 501 });
    expect(superiorPredictiveAbility(trials, options)).toMatchObject({
      best: 'trial 7',
      pConsistent: 1 / 501,
      pUpper: 1 / 501,
    });
  });

  it('of noise finds what is not there in about a tenth of 200 searches at p = 0.1, with and without studentising', () => {
    let [white, hansen] = [0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const random = seededRandom(seed);
      const trials = Array.from({ length: 10 }, () => Array.from({ length: 120 }, () => 0.01 * random.normal()));
      const options = { blockLength: 1, seed, replications: 99 };
      if (realityCheck(trials, options).pValue <= 0.1) white++;
      if (superiorPredictiveAbility(trials, options).pConsistent <= 0.1) hansen++;
    }
    // Binomial: 20 ± 3 standard deviations of 4.2, and Hansen's test is a little liberal in small samples.
    for (const found of [white, hansen]) {
      expect(found).toBeGreaterThan(7);
      expect(found).toBeLessThan(36);
    }
  });

  it('with a hopeless trial more loses power where Hansen loses none', () => {
    const random = seededRandom(2);
    const good = Array.from({ length: 200 }, () => 0.01 * random.normal() + 0.002);
    const hopeless = Array.from({ length: 30 }, () => Array.from({ length: 200 }, () => 0.05 * random.normal() - 0.05));
    const options = { blockLength: 1, seed: 1, replications: 999 };
    const [alone, crowded] = [realityCheck([good], options).pValue, realityCheck([good, ...hopeless], options).pValue];
    expect(alone).toBeLessThan(0.05);
    expect(crowded).toBeGreaterThan(0.2);
    expect(superiorPredictiveAbility([good, ...hopeless], options).pConsistent).toBeLessThan(0.05);
  });

  it('takes trial less benchmark, and differences as they are', () => {
    const [a, b] = [series('monthly', fives[0]!), series('monthly', fives[1]!, 'B')];
    const benchmark = series('monthly', fives[4]!, 'Index');
    const options = { blockLength: 3, seed: 4, replications: 200 };
    const less = [fives[0]!, fives[1]!].map((one) => one.map((value, row) => value - fives[4]![row]!));
    const found = realityCheck([a, b], { ...options, benchmark });
    expect(found).toMatchObject({ names: ['A', 'B'], benchmark: 'Index', trials: 2, n: 60, independent: 20 });
    expect(found.pValue).toBe(realityCheck(less, options).pValue);
    expect(found.means[1]).toBeCloseTo(less[1]!.reduce((sum, value) => sum + value, 0) / 60, 14);
    expect(realityCheck([fives[0]!], { ...options, benchmark: fives[4]! }).statistic).toBeCloseTo(
      realityCheck([less[0]!], options).statistic,
      14,
    );
  });

  it('has the same answer for the same seed, the length of Politis and White when none is given, and shows itself', () => {
    const [one, two] = [realityCheck(fives, { seed: 9 }), realityCheck(fives, { seed: 9 })];
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    expect(one.blockLength).toBeGreaterThanOrEqual(1);
    expect(one.notes.join(' ')).toContain('Politis and White');
    expect(String(one)).toContain('the best of 5 trials against cash at 0');
    expect(Object.isFrozen(one.means)).toBe(true);
  });

  it('with few blocks says that it rejects too often, as it does, and refuses fewer than two', () => {
    let [white, hansen] = [0, 0];
    for (let seed = 0; seed < 100; seed++) {
      const random = seededRandom(seed);
      const trials = Array.from({ length: 10 }, () => Array.from({ length: 60 }, () => 0.01 * random.normal()));
      const options = { blockLength: 30, seed, replications: 99 };
      if (realityCheck(trials, options).pValue <= 0.05) white++;
      if (superiorPredictiveAbility(trials, options).pConsistent <= 0.05) hansen++;
    }
    // Nominal: 5 of 100, with a standard deviation of 2.2; 200 searches gave 25 % (White) and 49 % (Hansen).
    expect(white).toBeGreaterThan(12);
    expect(hansen).toBeGreaterThan(25);
    for (const test of [realityCheck, superiorPredictiveAbility]) {
      const few = test(fives, { blockLength: 12, replications: 9 }).notes.join(' ');
      expect(few).toContain('Warning: only 5 independent blocks: from so few the test rejects');
      expect(test(fives, { blockLength: 6, replications: 9 }).notes.join(' ')).not.toContain('so few');
      expectInputError('option.range', ['"blockLength" is 31', '1 to 30', 'two blocks'], () =>
        test(fives, { blockLength: 31 }),
      );
    }
  });

  it('says which kinds are mixed, and that the ratios of an overfitting check are over cash of 0', () => {
    const [a, b] = [series('monthly', fives[0]!), series('monthly', fives[1]!, 'B')];
    const price = { ...b, meta: { ...b.meta, kind: 'price' as const } };
    const words = 'Warning: total returns are held against price returns.';
    expect(realityCheck([a], { benchmark: price, blockLength: 3, replications: 9 }).notes).toContain(words);
    expect(realityCheck([a], { benchmark: b, blockLength: 3, replications: 9 }).notes).not.toContain(words);
    const checked = probabilityOfBacktestOverfitting([a, price], { blocks: 4 });
    expect(checked.notes).toContain(words);
    expect(checked.notes.join(' ')).toContain('per period, over cash of 0');
  });

  it('refuses what it cannot use', () => {
    expectInputError('option.type', ['"seed" is "a"'], () => realityCheck(fives, { seed: 'a' as never }));
    expectInputError('option.range', ['"replications" is 0'], () => realityCheck(fives, { seed: 1, replications: 0 }));
    expectInputError('option.range', ['"blockLength" is 61'], () => realityCheck(fives, { seed: 1, blockLength: 61 }));
    expectInputError('option.range', ['2 common rows', 'at least 3'], () => realityCheck([[1, 2]], { seed: 1 }));
    expectInputError('option.missing', ['"blockLength"'], () => realityCheck([[1, 2, 3]], { seed: 1 }));
    expectInputError('option.type', ['at least 1', '0 of them'], () =>
      realityCheck([], { seed: 1, benchmark: fives[0]! }),
    );
    expectInputError('panel.ragged', ['trial 1 has 3'], () =>
      realityCheck([fives[0]!], { seed: 1, benchmark: [1, 2, 3] }),
    );
    expectInputError('option.unknown', ['"reps"'], () => realityCheck(fives, { seed: 1, reps: 9 } as never));
  });
});

describe('superiorPredictiveAbility', () => {
  it('has ordered p-values whatever the trials', () => {
    const matrices = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 6 }), (raw, blockLength) => {
        const found = superiorPredictiveAbility(
          raw.map((one) => one.map((value) => value / 1000)),
          { blockLength, seed: 1, replications: 60 },
        );
        if (Number.isNaN(found.statistic)) return;
        expect(found.pLower).toBeLessThanOrEqual(found.pConsistent);
        expect(found.pConsistent).toBeLessThanOrEqual(found.pUpper);
      }),
      { numRuns: 60 },
    );
  });

  it('of trials none of which beats the benchmark is 1, and the benchmark itself counts as 0', () => {
    const losing = fives[0]!.map((value) => value - 0.1);
    const found = superiorPredictiveAbility([losing, new Array<number>(60).fill(0)], {
      blockLength: 2,
      seed: 1,
      replications: 99,
    });
    expect(found).toMatchObject({ statistic: 0, pConsistent: 1, pUpper: 1, best: 'trial 1' });
    expect(found.tStatistics[1]).toBe(0);
  });

  it('is undefined where a trial is always ahead by the same amount', () => {
    const found = superiorPredictiveAbility([new Array<number>(12).fill(0.01), fives[0]!.slice(0, 12)], {
      blockLength: 2,
      seed: 1,
      replications: 9,
    });
    expect(found).toMatchObject({ statistic: NaN, pConsistent: NaN, pLower: NaN, pUpper: NaN, best: 'trial 0' });
  });
});

describe('longRunDeviation', () => {
  it('is the deviation of √n × the mean over all resamples: of single rows the population deviation', () => {
    // Mean 2, squares 1 + 0 + 1 + 0 about it.
    expect(longRunDeviation(Float64Array.of(1, 2, 3, 2), 1)).toBeCloseTo(Math.sqrt(0.5), 14);
    expect(longRunDeviation(new Float64Array(5).fill(0.3), 4)).toBe(0);
  });

  it('of two rows: blocks of mean length 2 keep the neighbour half of the time', () => {
    // Start 0 or 1; the next row is the other one with probability ½ + ¼, the same with ¼. Means 1, 1.5 and 2 of rows 1 and 2:
    // probability ¾ for 1.5, ⅛ each for 1 and 2: variance 2 × ⅛ × 0.25 = 1/16; times n = 2.
    expect(longRunDeviation(Float64Array.of(1, 2), 2)).toBeCloseTo(Math.sqrt(2 / 16), 14);
  });
});
