import { describe, expect, it } from 'vitest';
import {
  adjustPValues,
  deflatedSharpeRatio,
  haircutSharpeRatio,
  minimumBacktestLength,
  minimumTrackRecordLength,
  sharpeDifference,
} from '../../../src/inference/index.js';
import { series } from '../../stats/support.js';
import { saidBy } from '../whole.js';

const a = series('monthly', [0.01, 0.03, 0.02, 0.05, -0.01, 0.02], 'A');
const b = series('monthly', [0.02, 0.01, 0.05, 0.01, 0.02, 0.04], 'B');
const twice = ({ values, name }: typeof a): typeof a => series('monthly', [...values, ...values], name);
const drawn = { method: 'ledoitWolf' } as const;
const missing = (option: string): string =>
  `deflatedSharpeRatio: "${option}" is missing. Give the Sharpe ratios per year of all variants that were tried as "trialSharpeRatios", or "trials" (how many) ` +
  'and "trialVariance" (the variance of their Sharpe ratios per year)';

type Refusal = readonly [title: string, act: () => unknown, code: string, message: string, details: object];

const refusals: readonly Refusal[] = [
  [
    'no list of p-values',
    () => adjustPValues('0.1' as never, 'holm'),
    'option.type',
    'adjustPValues: found "0.1" where an array of p-values belongs.',
    { where: 'adjustPValues', found: '"0.1"' },
  ],
  [
    'a p-value below 0',
    () => adjustPValues([0.1, -0.1], 'holm'),
    'option.range',
    'adjustPValues: "pValues[1]" is -0.1; it must be a p-value from 0 to 1.',
    { where: 'adjustPValues', option: 'pValues[1]', found: -0.1 },
  ],
  [
    'a variance without a number of trials',
    () => deflatedSharpeRatio(a, { trialVariance: 1 }),
    'option.missing',
    `${missing('trials')}.`,
    { where: 'deflatedSharpeRatio', option: 'trials' },
  ],
  [
    'a number of trials without a variance',
    () => deflatedSharpeRatio(a, { trials: 4 }),
    'option.missing',
    `${missing('trialVariance')}.`,
    { where: 'deflatedSharpeRatio', option: 'trialVariance' },
  ],
  [
    'one ratio for several trials',
    () => deflatedSharpeRatio(a, { trials: 4, trialSharpeRatios: [0.5] }),
    'option.missing',
    `${missing('trialVariance')}; the one ratio of "trialSharpeRatios" has no variance.`,
    { where: 'deflatedSharpeRatio', option: 'trialVariance' },
  ],
  [
    'a variance below 0',
    () => deflatedSharpeRatio(a, { trials: 2, trialVariance: -1 }),
    'option.range',
    'deflatedSharpeRatio: "trialVariance" is -1; it must be a finite variance, 0 or more, of two or more trials.',
    { where: 'deflatedSharpeRatio', option: 'trialVariance', found: -1 },
  ],
  [
    'half a trial',
    () => deflatedSharpeRatio(a, { trials: 2.5, trialVariance: 1 }),
    'option.range',
    'deflatedSharpeRatio: "trials" is 2.5; it must be a whole number, 1 or more.',
    { where: 'deflatedSharpeRatio', option: 'trials', found: 2.5 },
  ],
  [
    'an empty list of ratios',
    () => deflatedSharpeRatio(a, { trialSharpeRatios: [] }),
    'option.type',
    'deflatedSharpeRatio: "trialSharpeRatios" must be an array with at least one entry, found an array of 0.',
    { where: 'deflatedSharpeRatio', found: 'an array of 0' },
  ],
  [
    'a number of trials that the list contradicts',
    () => haircutSharpeRatio(a, { method: 'holm', trials: 5, otherSharpeRatios: [0.1, 0.2] }),
    'option.range',
    'haircutSharpeRatio: "trials" is 5, but there are 2 other ratios and this one. Leave "trials" out.',
    { where: 'haircutSharpeRatio', option: 'trials', found: 5 },
  ],
  ...(['bonferroni', 'sidak'] as const).map((method): Refusal => [
    `${method} without a number of trials`,
    () => haircutSharpeRatio(a, { method }),
    'option.missing',
    'haircutSharpeRatio: "trials" is missing: how many variants were tried, this one included.',
    { where: 'haircutSharpeRatio', option: 'trials' },
  ]),
  ...(['holm', 'benjaminiHochberg'] as const).map((method): Refusal => [
    `${method} with a number alone`,
    () => haircutSharpeRatio(a, { method, trials: 3 }),
    'option.missing',
    `haircutSharpeRatio: method '${method}' needs "otherSharpeRatios", the Sharpe ratios per year of the other variants.`,
    { where: 'haircutSharpeRatio', option: 'otherSharpeRatios' },
  ]),
  [
    'a haircut by a method that there is not',
    () => haircutSharpeRatio(a, { method: 'by' as never }),
    'option.range',
    `haircutSharpeRatio: "method" is "by"; it must be one of 'bonferroni', 'sidak', 'holm', 'benjaminiHochberg', 'benjaminiYekutieli'.`,
    {
      where: 'haircutSharpeRatio',
      option: 'method',
      found: 'by',
      allowed: ['bonferroni', 'sidak', 'holm', 'benjaminiHochberg', 'benjaminiYekutieli'],
    },
  ],
  [
    'a backtest length without options',
    () => minimumBacktestLength(3 as never),
    'option.type',
    'minimumBacktestLength: the options must be an object, found 3.',
    { where: 'minimumBacktestLength', found: '3' },
  ],
  [
    'a ratio of 0 that is not to be reached',
    () => minimumBacktestLength({ trials: 3, sharpe: 0 }),
    'option.range',
    'minimumBacktestLength: "sharpe" is 0; it must be a Sharpe ratio per year above 0.',
    { where: 'minimumBacktestLength', option: 'sharpe', found: 0 },
  ],
  [
    'an option that a backtest length has not',
    () => minimumBacktestLength({ trials: 3, sharpe: 1, years: 2 } as never),
    'option.unknown',
    'minimumBacktestLength: unknown option "years". Known: trials, sharpe.',
    { where: 'minimumBacktestLength', option: 'years', known: ['trials', 'sharpe'] },
  ],
  [
    'an infinite threshold',
    () => minimumTrackRecordLength(a, { threshold: Infinity }),
    'option.type',
    'minimumTrackRecordLength: "threshold" is Infinity; it must be a finite number.',
    { where: 'minimumTrackRecordLength', option: 'threshold', found: Infinity },
  ],
  [
    'draws beside a formula',
    () => sharpeDifference(a, b, { replications: 200 }),
    'option.range',
    `sharpeDifference: "replications" is of the bootstrap, and method 'memmel' draws nothing. Give method: 'ledoitWolf', or leave it out.`,
    { where: 'sharpeDifference', option: 'replications', found: 200 },
  ],
  [
    'blocks of a row and a half',
    () => sharpeDifference(twice(a), twice(b), { ...drawn, blockLength: 1.5 }),
    'option.range',
    'sharpeDifference: "blockLength" is 1.5; it must be a whole number of rows from 1 to 2, so that the 12 rows make at least 5 blocks.',
    { where: 'sharpeDifference', option: 'blockLength', found: 1.5 },
  ],
  [
    'half a draw',
    () => sharpeDifference(a, b, { ...drawn, replications: 100.5 }),
    'option.range',
    'sharpeDifference: "replications" is 100.5; it must be a whole number from 100 to 1000000.',
    { where: 'sharpeDifference', option: 'replications', found: 100.5 },
  ],
  [
    'a seed that is not whole',
    () => sharpeDifference(a, b, { ...drawn, seed: 1.5 }),
    'option.range',
    'sharpeDifference: "seed" is 1.5; it must be a whole number.',
    { where: 'sharpeDifference', option: 'seed', found: 1.5 },
  ],
  [
    'a second series that is none',
    () => sharpeDifference(a, 3 as never),
    'series.invalid',
    "sharpeDifference: the second series must be a return series, such as panel.returns('SPY') or the result of a backtest; found 3.",
    { where: 'sharpeDifference', found: '3' },
  ],
  [
    'an option that the difference has not',
    () => sharpeDifference(a, b, { draws: 5 } as never),
    'option.unknown',
    'sharpeDifference: unknown option "draws". Known: riskFree, method, level, blockLength, replications, seed.',
    {
      where: 'sharpeDifference',
      option: 'draws',
      known: ['riskFree', 'method', 'level', 'blockLength', 'replications', 'seed'],
    },
  ],
];

describe('what is said about Sharpe ratios refuses, in whole sentences,', () => {
  it.each(refusals)('%s', (_, act, code, message, details) => {
    expect(saidBy(act)).toEqual({ code, message, details });
  });
});
