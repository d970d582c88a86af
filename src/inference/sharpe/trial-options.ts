import { assertFilledArray, assertNumber, InputError } from '../../core/index.js';
import { sampleVariance } from '../../stats/index.js';

/** What else was tried before a strategy was chosen. */
export interface TrialOptions {
  /** How many independent variants were tried, this one included; the length of `trialSharpeRatios` when absent. */
  readonly trials?: number | undefined;
  /** The variance of the trials' Sharpe ratios per year; that of `trialSharpeRatios` when absent. */
  readonly trialVariance?: number | undefined;
  /** The Sharpe ratios per year of all variants, this one included, as `sharpeRatio` gives them. */
  readonly trialSharpeRatios?: readonly number[] | undefined;
}

/** Checked {@link TrialOptions}. */
export interface Trials {
  readonly trials: number;
  readonly variance: number;
}

/** Checks what was tried: a list, or a number and a variance; a number beside a list replaces its length where trials are alike. */
export function trialsOf(where: string, options: TrialOptions): Trials {
  const { trialSharpeRatios: list } = options;
  if (list !== undefined) assertSharpeRatios(where, list);
  const { trials = list?.length, trialVariance = trials === 1 ? 0 : list && sampleVariance(list) } = options;
  if (trials === undefined || trialVariance === undefined) {
    const option = trials === undefined ? 'trials' : 'trialVariance';
    throw new InputError(
      'option.missing',
      `${where}: "${option}" is missing. Give the Sharpe ratios per year of all variants that were tried as "trialSharpeRatios", or "trials" (how many) ` +
        'and "trialVariance" (the variance of their Sharpe ratios per year).',
      { where, option },
    );
  }
  assertTrials(where, trials);
  assertNumber(where, 'trialVariance', trialVariance, {
    min: 0,
    allowed: 'a finite variance, 0 or more, of two or more trials',
  });
  return { trials, variance: trialVariance };
}

/** Refuses what is no number of trials. */
export function assertTrials(where: string, trials: unknown): asserts trials is number {
  assertNumber(where, 'trials', trials, { min: 1, integer: true });
}

/** Refuses a list that holds something else than finite numbers, by place. */
export function assertSharpeRatios(where: string, list: unknown): asserts list is readonly number[] {
  assertFilledArray(where, '"trialSharpeRatios"', list);
  list.forEach((value, index) => {
    assertNumber(where, `trialSharpeRatios[${index}]`, value);
  });
}
