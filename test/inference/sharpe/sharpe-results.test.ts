import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import {
  deflatedSharpeRatio,
  haircutSharpeRatio,
  minimumBacktestLength,
  minimumTrackRecordLength,
  probabilisticSharpeRatio,
} from '../../../src/inference/index.js';
import { normalCdf } from '../../../src/inference/distributions/normal-cdf.js';
import { pOfSharpe, sharpeOfP } from '../../../src/inference/sharpe/haircut-sharpe-ratio.js';
import { normalQuantile, sharpeRatio, sharpeStandardError } from '../../../src/stats/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

/** Excess 10, −10, 30 %: mean 10, sd 20, S = ½; symmetric; γ₄ = 1.5: the error is √((1 + 0.125/4)/2). */
const fund = series('annual', [0.12, -0.08, 0.32], 'Fund');
const riskFree = series('annual', [0.02, 0.02, 0.02], 'Cash');
const error = Math.sqrt(1.03125 / 2);
const months = series('monthly', [0.03, -0.02, 0.04, 0.01, -0.01, 0.05, 0.02, -0.03, 0.02, 0.01, 0.03, 0.04], 'Months');

describe('probabilisticSharpeRatio', () => {
  it('is Φ((S − S*)/error), by hand', () => {
    const result = probabilisticSharpeRatio(fund, { riskFree, threshold: 0.25 });
    expect(result.probability).toBeCloseTo(normalCdf(0.25 / error), 13);
    expect(result).toMatchObject({
      name: 'Fund',
      n: 3,
      independent: 3,
      threshold: 0.25,
      periodsPerYear: 1,
      from: '2020-12-31',
    });
    expect(result.sharpe).toBeCloseTo(0.5, 13);
    expect(result.kurtosis).toBeCloseTo(1.5, 12);
    expect(result.high).toBeCloseTo(0.5 + normalQuantile(0.975) * error, 12);
  });

  it('takes the threshold per year: at the ratio itself the probability is one half', () => {
    const threshold = sharpeRatio(months);
    expect(probabilisticSharpeRatio(months, { threshold }).probability).toBeCloseTo(0.5, 12);
    const { sharpe, sharpePerPeriod, standardError } = probabilisticSharpeRatio(months);
    expect(sharpe).toBe(threshold);
    expect(sharpePerPeriod * Math.sqrt(12)).toBeCloseTo(threshold, 13);
    expect(standardError).toBe(sharpeStandardError(months));
  });

  it('is NaN where the Sharpe ratio is, with words instead of a window', () => {
    expect(probabilisticSharpeRatio(series('monthly', [0.01, 0.01, 0.01])).probability).toBeNaN();
    const none = probabilisticSharpeRatio(series('monthly', [NaN, NaN]));
    expect(none).toMatchObject({ from: null, to: null, n: 0 });
    expect(none.probability).toBeNaN();
    expect(String(none)).toContain('There is no return.');
  });

  it('says that returns are taken as independent, and warns where neighbours are correlated', () => {
    expect(probabilisticSharpeRatio(months).notes[0]).toContain('n = 12, taken as independent.');
    const slow = series(
      'monthly',
      Array.from({ length: 100 }, (_, row) => (row % 20 < 10 ? 0.02 : -0.01) + (row % 3) / 1000),
    );
    expect(probabilisticSharpeRatio(slow).notes.join(' ')).toMatch(
      /Warning: neighbouring returns are correlated \(0\.\d+, more than the ±0\.20 of chance\)/,
    );
    expect(probabilisticSharpeRatio(months).notes.join(' ')).not.toContain('neighbouring');
  });

  it('is frozen, shows itself and is plain JSON', () => {
    const result = probabilisticSharpeRatio(months);
    expect(Object.isFrozen(result) && Object.isFrozen(result.assumptions)).toBe(true);
    expect(String(result)).toContain('Probability above it');
    expect(String(result)).toContain('n = 12');
    expect((JSON.parse(JSON.stringify(result)) as typeof result).probability).toBe(result.probability);
  });

  it('refuses wrong options', () => {
    expectInputError('option.unknown', ['probabilisticSharpeRatio', 'treshold', 'threshold'], () =>
      probabilisticSharpeRatio(months, { treshold: 1 } as never),
    );
    expectInputError('option.type', ['"threshold"', 'NaN'], () => probabilisticSharpeRatio(months, { threshold: NaN }));
    expectInputError('option.range', ['"level" is 95'], () => probabilisticSharpeRatio(months, { level: 95 }));
    expectInputError('series.invalid', ['probabilisticSharpeRatio'], () => probabilisticSharpeRatio([0.1] as never));
  });
});

describe('the interval of a Sharpe ratio', () => {
  it('of a nominal 95 % covers the true one 92 to 98 times in 100, normal or skewed (n = 300, 1000 samples)', () => {
    for (const skewed of [false, true]) {
      let covered = 0;
      for (let seed = 1; seed <= 1000; seed++) {
        const random = seededRandom(seed);
        // Mean 0.2, deviation 1: normal, or 1.2 less an exponential variable.
        const draw = (): number => (skewed ? 1.2 + Math.log(1 - random.uniform()) : 0.2 + random.normal());
        const made = series(
          'annual',
          Array.from({ length: 300 }, () => draw() / 100),
        );
        const { low, high } = probabilisticSharpeRatio(made);
        if (low <= 0.2 && high >= 0.2) covered++;
      }
      expect(covered).toBeGreaterThanOrEqual(920);
      expect(covered).toBeLessThanOrEqual(980);
    }
  });
});

describe('minimumTrackRecordLength', () => {
  it('is the length at which the probabilistic Sharpe ratio reaches the level', () => {
    // 1 + 1.03125 (z / ½)² years.
    const { periods, years, longEnough } = minimumTrackRecordLength(fund, { riskFree });
    expect(periods).toBeCloseTo(1 + 1.03125 * (normalQuantile(0.95) / 0.5) ** 2, 10);
    expect(years).toBe(periods);
    expect(longEnough).toBe(false);
    const enough = minimumTrackRecordLength(months, { level: probabilisticSharpeRatio(months).probability });
    expect(enough.periods).toBeCloseTo(12, 8);
  });

  it('up to a level of one half is one period: any record is long enough, and none the longer the lower the level', () => {
    for (const level of [0.5, 0.3, 0.01])
      expect(minimumTrackRecordLength(months, { level }).periods).toBeCloseTo(1, 12);
    expect(minimumTrackRecordLength(months, { level: 0.6 }).periods).toBeGreaterThan(1);
  });

  it('is NaN, not infinite, where the ratio is not above the threshold', () => {
    const { periods, longEnough } = minimumTrackRecordLength(fund, { riskFree, threshold: 0.5 + 1e-9 });
    expect(periods).toBeNaN();
    expect(longEnough).toBe(false);
  });
});

describe('deflatedSharpeRatio', () => {
  it('is the probabilistic one against the luck of the best of the trials', () => {
    const trialSharpeRatios = [0.2, 0.4, 0.9];
    const result = deflatedSharpeRatio(months, { trialSharpeRatios });
    // Mean 0.5; (0.09 + 0.01 + 0.16)/2.
    expect(result.trialVariance).toBeCloseTo(0.13, 13);
    expect(result.trials).toBe(3);
    const threshold = result.expectedMaximum;
    expect(result.probability).toBeCloseTo(probabilisticSharpeRatio(months, { threshold }).probability, 13);
    expect(deflatedSharpeRatio(months, { trials: 3, trialVariance: 0.13 }).probability).toBeCloseTo(
      result.probability,
      12,
    );
  });

  it('warns where the ratio of the series is not among those of the trials, or not their best', () => {
    const own = sharpeRatio(months);
    const notes = (trialSharpeRatios: readonly number[]): string =>
      deflatedSharpeRatio(months, { trialSharpeRatios }).notes.join(' ');
    expect(notes([own, own - 1])).not.toContain('Warning: the Sharpe');
    expect(notes([own + 1, own - 1])).toMatch(/Warning: the Sharpe ratio of Months, .* is not among the trials/);
    expect(notes([own, own + 1])).toContain('is not the highest of the trials');
    expect(notes([own, own - 1])).toContain('2 trials were tried, taken as independent of each other.');
    expectInputError('option.missing', ['"trialVariance" is missing', 'the one ratio'], () =>
      deflatedSharpeRatio(months, { trialSharpeRatios: [0.5], trials: 50 }),
    );
  });

  it('of one trial deflates nothing, and of more trials with the same variance deflates more', () => {
    expect(deflatedSharpeRatio(months, { trials: 1 }).probability).toBe(probabilisticSharpeRatio(months).probability);
    const of = (trials: number): number => deflatedSharpeRatio(months, { trials, trialVariance: 0.3 }).probability;
    expect(of(5)).toBeGreaterThan(of(50));
    // A number beside the list stands for trials that are alike.
    const alike = deflatedSharpeRatio(months, { trialSharpeRatios: [0.1, 0.4, 0.9, 0.91], trials: 3 });
    expect(alike.trials).toBe(3);
  });

  it('asks for what is missing', () => {
    expectInputError('option.missing', ['deflatedSharpeRatio', '"trials"', 'trialSharpeRatios'], () =>
      deflatedSharpeRatio(months, {}),
    );
    expectInputError('option.missing', ['"trialVariance"'], () => deflatedSharpeRatio(months, { trials: 5 }));
    expectInputError('option.type', ['trialSharpeRatios[1]', 'NaN'], () =>
      deflatedSharpeRatio(months, { trialSharpeRatios: [1, NaN] }),
    );
    expectInputError('option.range', ['"trials" is 0'], () =>
      deflatedSharpeRatio(months, { trials: 0, trialVariance: 1 }),
    );
    expectInputError('option.range', ['"trialVariance" is -1'], () =>
      deflatedSharpeRatio(months, { trials: 2, trialVariance: -1 }),
    );
    expectInputError('option.type', ['an array with at least one entry'], () =>
      deflatedSharpeRatio(months, { trialSharpeRatios: [] }),
    );
  });
});

describe('minimumBacktestLength', () => {
  it('is 0 for one trial, and refuses a ratio that is not above 0', () => {
    expect(minimumBacktestLength({ trials: 1, sharpe: 1 })).toMatchObject({ years: 0, yearsAtMost: 0 });
    expectInputError('option.range', ['minimumBacktestLength', '"sharpe" is 0'], () =>
      minimumBacktestLength({ trials: 3, sharpe: 0 }),
    );
    expectInputError('option.type', ['"trials"', 'undefined'], () => minimumBacktestLength({ sharpe: 1 } as never));
    expectInputError('option.type', ['the options'], () => minimumBacktestLength(undefined as never));
  });
});

describe('haircutSharpeRatio', () => {
  it('turns a ratio into a p-value and back', () => {
    for (const sharpe of [0.05, 0.3, 1]) expect(sharpeOfP(pOfSharpe(sharpe, 60), 60)).toBeCloseTo(sharpe, 12);
    // t = ½ √3 with two degrees of freedom: one tail is ½ − t/(2 √(2 + t²)).
    const t = 0.5 * Math.sqrt(3);
    expect(pOfSharpe(0.5, 3)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
  });

  it('pays for the trials by Bonferroni, in closed form with two degrees of freedom', () => {
    const { p, adjustedP, haircutSharpe, haircut, trials } = haircutSharpeRatio(fund, {
      riskFree,
      method: 'bonferroni',
      trials: 2,
    });
    expect(adjustedP).toBeCloseTo(2 * p, 13);
    expect(trials).toBe(2);
    // 2p > ½: the ratio whose p is 2p has t = (1 − 2p) √(2/(1 − (1 − 2p)²)).
    const share = 1 - Math.min(1, 2 * p);
    expect(haircutSharpe).toBeCloseTo((share * Math.sqrt(2 / (1 - share * share))) / Math.sqrt(3), 10);
    expect(haircut).toBeCloseTo(1 - haircutSharpe / 0.5, 12);
  });

  it('cuts the example of Harvey and Liu, 0.75 a year over 20 years and 200 trials, to about 0.32, a haircut of 60 %', () => {
    // Their p-value is from the normal distribution: 0.0008, adjusted 0.15. Student's t with 239 degrees of freedom gives 0.0009 and 0.31.
    const adjusted = 1 - (1 - pOfSharpe(0.75 / Math.sqrt(12), 240)) ** 200;
    expect(Math.abs(adjusted - 0.15)).toBeLessThan(0.03);
    expect(Math.abs(sharpeOfP(adjusted, 240) * Math.sqrt(12) - 0.32)).toBeLessThan(0.02);
  });

  it('uses the other ratios in the stepwise methods, and leaves the best one as Bonferroni does under Holm', () => {
    const otherSharpeRatios = [0.1, 0.2, -0.3];
    const holm = haircutSharpeRatio(months, { method: 'holm', otherSharpeRatios });
    const bonferroni = haircutSharpeRatio(months, { method: 'bonferroni', trials: 4 });
    expect(holm.adjustedP).toBeCloseTo(bonferroni.adjustedP, 13);
    const hochberg = haircutSharpeRatio(months, { method: 'benjaminiHochberg', otherSharpeRatios });
    expect(hochberg.adjustedP).toBeLessThanOrEqual(holm.adjustedP);
    expect(haircutSharpeRatio(months, { method: 'holm', otherSharpeRatios: [] }).haircut).toBeCloseTo(0, 12);
  });

  it('cuts nothing where the p-value is too small for a number, and names the list that holds a NaN', () => {
    // A ratio of 50 a month in 1,000 months: t = 1,600 with 999 degrees of freedom.
    const sure = series(
      'monthly',
      Array.from({ length: 1000 }, (_, row) => 0.05 + (row % 2 === 0 ? 0.001 : -0.001)),
    );
    const found = haircutSharpeRatio(sure, { method: 'bonferroni', trials: 20 });
    expect(found).toMatchObject({ p: 0, adjustedP: 0, haircut: 0, haircutSharpe: found.sharpe });
    expect(String(found)).toContain('< 0.0001');
    expectInputError('option.type', ['otherSharpeRatios[0]'], () =>
      haircutSharpeRatio(months, { method: 'holm', otherSharpeRatios: [NaN] }),
    );
  });

  it('asks for what a method needs', () => {
    expectInputError('option.range', ['"trials" is 5', '2 other ratios'], () =>
      haircutSharpeRatio(months, { method: 'holm', trials: 5, otherSharpeRatios: [0.1, 0.2] }),
    );
    expectInputError('option.missing', ["'holm'", 'otherSharpeRatios'], () =>
      haircutSharpeRatio(months, { method: 'holm', trials: 5 }),
    );
    expectInputError('option.missing', ['"trials"'], () => haircutSharpeRatio(months, { method: 'sidak' }));
    expectInputError('option.range', ['"method"', "'holm'"], () =>
      haircutSharpeRatio(months, { method: 'bh' as never, trials: 5 }),
    );
  });
});
