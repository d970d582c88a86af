import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { deflatedSharpeRatio, probabilityOfBacktestOverfitting } from '../../../src/inference/index.js';
import { makeReturnSeries } from '../../../src/panel/index.js';
import { sharpeRatio } from '../../../src/stats/index.js';
import { series } from '../../stats/support.js';

const STRATEGIES = 200;
const MONTHS = 240;
const { calendar } = series('monthly', new Array<number>(MONTHS).fill(0));

/** Monthly returns of 200 strategies without skill, 4 % a month in deviation; the first may be given skill. */
function search(seed: number, skill = 0): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: STRATEGIES }, (_, k) =>
    Array.from({ length: MONTHS }, () => 0.04 * random.normal() + (k === 0 ? skill : 0)),
  );
}

/** The deflated Sharpe ratio of the best of a search. */
function deflatedBest(trials: readonly (readonly number[])[]): number {
  const all = trials.map((values) => makeReturnSeries('trial', calendar, Float64Array.from(values)));
  const trialSharpeRatios = all.map((one) => sharpeRatio(one));
  const best = all[trialSharpeRatios.indexOf(Math.max(...trialSharpeRatios))]!;
  return deflatedSharpeRatio(best, { trialSharpeRatios }).probability;
}

describe('a search among 200 random strategies (Bailey and López de Prado 2014; Bailey, Borwein, López de Prado and Zhu 2017)', () => {
  it('leaves the deflated Sharpe ratio of the best under 0.95 in at least 90 of 100 seeds', () => {
    const deflated = Array.from({ length: 100 }, (_, seed) => deflatedBest(search(seed + 1)));
    expect(deflated.filter((value) => value < 0.95).length).toBeGreaterThanOrEqual(90);
  });

  it('has a probability of overfitting that averages 0.5 ± 0.1 (40 seeds, 8 blocks)', () => {
    const found = Array.from(
      { length: 40 },
      (_, seed) => probabilityOfBacktestOverfitting(search(seed + 1), { blocks: 8 }).probability,
    );
    const average = found.reduce((sum, value) => sum + value, 0) / found.length;
    expect(average).toBeGreaterThan(0.4);
    expect(average).toBeLessThan(0.6);
  });

  it('with one strategy of truly good returns (Sharpe ratio 1.7 a year) finds it: overfitting below 0.1, deflated Sharpe ratio near 1', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const trials = search(seed, 0.02);
      expect(probabilityOfBacktestOverfitting(trials, { blocks: 8 }).probability, `seed ${seed}`).toBeLessThan(0.1);
      expect(deflatedBest(trials), `seed ${seed}`).toBeGreaterThan(0.95);
    }
  });
});
