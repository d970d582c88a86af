import { assertFilledArray, assertNumber, InputError, type ReadonlyFloat64Array } from '../../core/index.js';
import { sampleVariance } from '../../stats/index.js';

/** What else was tried before a strategy was chosen. */
export interface TrialOptions {
  /** How many independent variants were tried, this one included; the length of `trialSharpeRatios` when absent. */
  readonly trials?: number | undefined;
  /** The variance of the trials' Sharpe ratios per year; that of `trialSharpeRatios` when absent. */
  readonly trialVariance?: number | undefined;
  /** The Sharpe ratios per year of all variants, this one included, as `sharpeRatio` gives them: `swept.metrics.sharpeRatio`. */
  readonly trialSharpeRatios?: Figures | undefined;
}

/** Numbers in a list: also a column of a sweep. */
export type Figures = readonly number[] | ReadonlyFloat64Array;

/** Checked {@link TrialOptions}. */
export interface Trials {
  readonly trials: number;
  readonly variance: number;
  /** The ratios, where they were given. */
  readonly list: readonly number[];
}

/** Checks what was tried: a list, or a number and a variance; a number beside a list replaces its length where trials are alike. */
export function trialsOf(where: string, options: TrialOptions): Trials {
  const list =
    options.trialSharpeRatios === undefined
      ? undefined
      : sharpeRatiosOf(where, 'trialSharpeRatios', options.trialSharpeRatios);
  const { trials = list?.length, trialVariance = trials === 1 ? 0 : varianceOf(list) } = options;
  if (trials === undefined || trialVariance === undefined) {
    const option = trials === undefined ? 'trials' : 'trialVariance';
    throw new InputError(
      'option.missing',
      `${where}: "${option}" is missing. Give the Sharpe ratios per year of all variants that were tried as "trialSharpeRatios", or "trials" (how many) ` +
        'and "trialVariance" (the variance of their Sharpe ratios per year)' +
        (list?.length === 1 ? '; the one ratio of "trialSharpeRatios" has no variance.' : '.'),
      { where, option },
    );
  }
  assertTrials(where, trials);
  assertNumber(where, 'trialVariance', trialVariance, {
    min: 0,
    allowed: 'a finite variance, 0 or more, of two or more trials',
  });
  return { trials, variance: trialVariance, list: list ?? [] };
}

const varianceOf = (list: readonly number[] | undefined): number | undefined =>
  list === undefined || list.length < 2 ? undefined : sampleVariance(list);

/** Refuses what is no number of trials. */
export function assertTrials(where: string, trials: unknown): asserts trials is number {
  assertNumber(where, 'trials', trials, { min: 1, integer: true });
}

/** Ratios as a plain list, one or more; refuses what is no finite number, by place. */
export function sharpeRatiosOf(where: string, option: string, given: Figures): readonly number[] {
  const list: unknown = ArrayBuffer.isView(given) ? Array.from(given) : given;
  assertFilledArray(where, `"${option}"`, list);
  return list.map((value, index) => {
    assertNumber(where, `${option}[${index}]`, value);
    return value;
  });
}
