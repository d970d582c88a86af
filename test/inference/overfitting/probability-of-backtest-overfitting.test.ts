import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { frenchSize } from '../../../src/data/index.js';
import { probabilityOfBacktestOverfitting as overfitting } from '../../../src/inference/index.js';
import type { ReturnSeries } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { dated, series } from '../../stats/support.js';
import { madeTrials } from './made-trials.js';

const size = frenchSize();
const deciles = (
  ['Lo 10', 'Dec 2', 'Dec 3', 'Dec 4', 'Dec 5', 'Dec 6', 'Dec 7', 'Dec 8', 'Dec 9', 'Hi 10'] as const
).map((name) => size.returns(name));
function downside(returns: Float64Array): number {
  const mean = returns.reduce((sum, value) => sum + value, 0) / returns.length;
  return mean / Math.sqrt(returns.reduce((sum, value) => sum + Math.min(value, 0) ** 2, 0) / returns.length);
}

// Authority: a plain loop in Python over itertools.combinations with NumPy 2.4 (means and deviations of the joined rows themselves) and
// scipy.stats.rankdata and linregress, on French's published size deciles and on the made matrix.
describe('probabilityOfBacktestOverfitting', () => {
  it.each([
    ['sharpe', 10, 252, 0.21428571428571427, -0.8281054507419839, 0.33709862237825716, 0.8598734379080867, 6],
    ['mean', 10, 252, 0.1388888888888889, -0.6315077484642939, 0.021688442414641185, 0.5384500238408919, 6],
    [downside, 8, 70, 0.7857142857142857, -0.8150981181707239, 0.5343252609004827, 0.9018896693964082, 4],
  ] as const)(
    'of the size deciles is what a plain loop finds (%s)',
    (performance, blocks, splits, pbo, slope, start, r2, dropped) => {
      const found = overfitting(deciles, { blocks, performance });
      expect(found).toMatchObject({ trials: 10, blocks, splits, droppedRows: dropped, probabilityOfLoss: 0 });
      expect(found.probability).toBeCloseTo(pbo, 13);
      expect(found.degradation.slope).toBeCloseTo(slope, 9);
      expect(found.degradation.intercept).toBeCloseTo(start, 9);
      expect(found.degradation.rSquared).toBeCloseTo(r2, 9);
      expect(found.chosen.reduce((sum, count) => sum + count, 0)).toBe(splits);
    },
  );

  it('of a made matrix with an odd number of trials is what a plain loop finds, middle ranks counted half', () => {
    const trials = madeTrials(7, 50, (k) => (k % 3) / 1000);
    const found = overfitting(trials, { blocks: 6 });
    expect(found).toMatchObject({ n: 48, rowsPerBlock: 8, droppedRows: 2, splits: 20 });
    expect(found.probability).toBeCloseTo(0.725, 13);
    expect(found.probabilityOfLoss).toBeCloseTo(0.45, 13);
    expect(found.degradation.slope).toBeCloseTo(-0.46162295894571637, 9);
    expect(found.degradation.rSquared).toBeCloseTo(0.23790454056693602, 9);
  });

  it('is 0 for a trial that is ahead in every block, 1 where the better half is always the other one', () => {
    const noise = [0.01, -0.01, 0.02, -0.02, 0.01, -0.01, 0.02, -0.02];
    expect(overfitting([noise.map((value) => value + 0.1), noise], { blocks: 4 })).toMatchObject({
      probability: 0,
      probabilityOfLoss: 0,
      chosen: [6, 0],
    });
    // Each is good in one block of two rows and bad in the other: what was best is worst.
    const seesaw = [
      [0.1, 0.2, -0.2, -0.1],
      [-0.2, -0.1, 0.1, 0.2],
    ];
    const found = overfitting(seesaw, { blocks: 2, performance: 'mean' });
    expect(found).toMatchObject({ probability: 1, probabilityOfLoss: 1, splits: 2 });
    // The worst of two has rank 1 of 3: ln((1/3)/(2/3)).
    expect(found.logits[0]).toBeCloseTo(Math.log(0.5), 14);
    expect(found.inSample[0]).toBeCloseTo(0.15, 14);
    expect(found.outOfSample[0]).toBeCloseTo(-0.15, 14);
  });

  it('of equal trials is one half: every rank is the middle one', () => {
    const one = [0.01, -0.02, 0.03, 0.01, -0.01, 0.02, 0, 0.01];
    expect(overfitting([one, one, one], { blocks: 4 }).probability).toBe(0.5);
  });

  it('does not change when all returns are scaled, and the means do not see the order of rows inside a block', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 2, max: 6 }), (seed, count) => {
        const random = seededRandom(seed);
        const trials = Array.from({ length: count }, () => Array.from({ length: 16 }, () => 0.01 * random.normal()));
        const options = { blocks: 4, performance: 'mean' } as const;
        const found = overfitting(trials, options);
        const scaled = trials.map((column) => column.map((value) => value * 4));
        const turned = trials.map((column) =>
          [0, 4, 8, 12].flatMap((first) => column.slice(first, first + 4).reverse()),
        );
        expect(overfitting(scaled, options).probability).toBe(found.probability);
        expect(overfitting(turned, options).probability).toBe(found.probability);
        expect(overfitting(turned, options).probabilityOfLoss).toBe(found.probabilityOfLoss);
      }),
      { numRuns: 50 },
    );
  });

  it('looks up each half of the blocks in exactly the other half', () => {
    const marks = [1, 2, 4, 8, 16, 32].flatMap((value) => [value, value]);
    const seen: number[] = [];
    overfitting([marks, marks], {
      blocks: 6,
      performance: (returns) => seen.push(returns.reduce((sum, value) => sum + value, 0) / 2),
    });
    // Both trials, in ten pairs of halves: C(6, 3) = 20 halves, each beside its complement of 1 + 2 + 4 + 8 + 16 + 32 = 63.
    expect(seen.length).toBe(40);
    for (let call = 0; call < seen.length; call += 2) expect(seen[call]! + seen[call + 1]!).toBe(63);
    expect(new Set(seen).size).toBe(20);
  });

  it('takes the rows on which all series have a return, and says how many it left out', () => {
    const a = series('monthly', [NaN, 0.01, 0.02, NaN, 0.03, 0.01, 0.02, 0.03, 0.01, 0.04]);
    const b = series('monthly', [0.02, 0.01, 0.01, 0.01, 0.03, 0.02, 0.01, 0.02, 0.02, 0.01], 'B');
    const found = overfitting([a, b], { blocks: 4 });
    expect(found).toMatchObject({ n: 8, names: ['A', 'B'], from: '2020-01-31', to: '2020-10-31' });
    expect(found.notes.join(' ')).toContain('Warning: 1 rows are left out');
  });

  it('is undefined where a trial has no Sharpe ratio in some half, and names it', () => {
    const cash = series('monthly', new Array<number>(12).fill(0.01), 'Cash');
    const found = overfitting([series('monthly', madeTrials(1, 12, () => 0)[0]!), cash], { blocks: 4 });
    expect(found).toMatchObject({ probability: NaN, probabilityOfLoss: NaN, undefinedTrials: ['Cash'], logits: [] });
    expect(found.degradation.slope).toBeNaN();
    expect(String(found)).toContain('the performance of Cash is undefined');
    expect(found.names).toHaveLength(2);
  });

  it('is frozen, shows itself and goes through JSON', () => {
    const found = overfitting(deciles, { blocks: 4 });
    expect(Object.isFrozen(found.logits)).toBe(true);
    expect(String(found)).toContain('Probability of overfitting');
    expect(found.notes[0]).toContain('only 4 blocks of 299 rows are independent');
    expect((JSON.parse(JSON.stringify(found)) as { splits: number }).splits).toBe(6);
  });

  it('does 16 blocks of 100 trials over 600 rows, 12,870 divisions', () => {
    const trials = madeTrials(100, 600, () => 0);
    expect(overfitting(trials).splits).toBe(12_870);
  });

  it('refuses what it cannot use', () => {
    const two = madeTrials(2, 20, () => 0);
    expectInputError('option.type', ['at least 2', '1 of them'], () => overfitting(two.slice(1)));
    expectInputError('option.type', ['found 7'], () => overfitting(7 as never));
    expectInputError('option.range', ['"blocks" is 5', 'even'], () => overfitting(two, { blocks: 5 }));
    expectInputError('option.range', ['"blocks" is 22'], () => overfitting(two, { blocks: 22 }));
    expectInputError('option.range', ['20 common rows', '16 blocks'], () => overfitting(two));
    expectInputError('option.type', ['"performance" is "calmar"'], () =>
      overfitting(two, { blocks: 4, performance: 'calmar' as never }),
    );
    expectInputError('option.type', ['answered Infinity'], () =>
      overfitting(two, { blocks: 4, performance: () => Infinity }),
    );
    expectInputError('panel.ragged', ['trial 1 has 3', 'trial 0 has 20'], () => overfitting([two[0]!, [0, 0, 0]]));
    expectInputError('panel.value', ['trial 1, row 2', 'NaN'], () =>
      overfitting([
        [0, 0, 0],
        [0, 0, NaN],
      ]),
    );
    expectInputError('series.invalid', ['trial 1'], () =>
      overfitting([deciles[0]!, [1, 2]] as unknown as ReturnSeries[]),
    );
    expectInputError('calendar.mismatch', ['monthly'], () => overfitting([series('annual', [0.1, 0.2]), deciles[0]!]));
    expectInputError('panel.empty-window', ['2 trials', 'no row'], () =>
      overfitting([dated('monthly', ['2020-01'], [0.1]), dated('monthly', ['2021-01'], [0.1], 'B')]),
    );
    expectInputError('option.unknown', ['"metric"'], () => overfitting(two, { metric: 'mean' } as never));
  });
});
