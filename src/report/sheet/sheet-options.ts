import { assertFilledArray, assertKnownOptions, assertName, assertNumber, assertOneOf } from '../../core/index.js';
import type { Factors, TrialOptions } from '../../inference/index.js';
import { assertReturnSeries, type ReturnSeries } from '../../panel/index.js';
import type { BandsInput } from '../charts/bands.js';
import type { SheetTheme } from './page-style.js';

/** Options of {@link tearSheet} and {@link compareSheet}. */
export interface SheetOptions {
  /** What the series is measured against. */
  readonly benchmark?: ReturnSeries | undefined;
  /** Cash, for Sharpe ratios, alpha, beta and the tests of them; 0 when absent, and the page says so. */
  readonly riskFree?: ReturnSeries | undefined;
  /** Factors to explain the returns with, such as `frenchFactors().five`; of the frequency of the series. */
  readonly factors?: Factors | undefined;
  /** What else was tried before this one was chosen: the Sharpe ratios per year of all variants (`swept.metrics.sharpeRatio`), or how many and their variance. */
  readonly trials?: TrialOptions | Required<TrialOptions>['trialSharpeRatios'] | undefined;
  readonly title?: string | undefined;
  /** What to shade in charts over time and, where it is a regime, to give figures for: `usRecessions()`, `rateRegime` masks, `firstCuts(…)`, spans, days. */
  readonly bands?: BandsInput | undefined;
  /** 'auto' when absent: light or dark as the reader's system asks for. Paper is always light. */
  readonly theme?: SheetTheme | undefined;
  /** Of the bootstrap; 1 when absent. */
  readonly seed?: number | undefined;
}

/** The options, with the defaults in place. */
export interface CheckedSheetOptions extends Omit<SheetOptions, 'trials'> {
  readonly theme: SheetTheme;
  readonly seed: number;
  readonly trials: TrialOptions | undefined;
}

const NAMES = ['benchmark', 'riskFree', 'factors', 'trials', 'title', 'bands', 'theme', 'seed'] as const;

/** Checks the options and the series; what charts and tests take is checked by them. */
export function checkedSheetOptions(
  where: string,
  given: readonly unknown[],
  options: SheetOptions,
): CheckedSheetOptions {
  assertKnownOptions(where, options, NAMES);
  assertFilledArray(where, 'the series', given);
  given.forEach((one, index) => {
    assertReturnSeries(where, given.length === 1 ? 'the series' : `series ${index}`, one);
  });
  const { benchmark, riskFree, title, theme = 'auto', seed = 1, trials } = options;
  if (benchmark !== undefined) assertReturnSeries(where, '"benchmark"', benchmark);
  if (riskFree !== undefined) assertReturnSeries(where, '"riskFree"', riskFree);
  if (title !== undefined) assertName(where, 'title', title);
  assertOneOf(where, 'theme', theme, ['auto', 'light', 'dark']);
  assertNumber(where, 'seed', seed, { min: 0, max: 4_294_967_295, integer: true });
  return { ...options, theme, seed, trials: trialsOf(trials) };
}

function trialsOf(trials: SheetOptions['trials']): TrialOptions | undefined {
  if (trials === undefined) return undefined;
  return isList(trials) ? { trialSharpeRatios: trials } : trials;
}

const isList = (trials: Required<SheetOptions>['trials']): trials is Required<TrialOptions>['trialSharpeRatios'] =>
  Array.isArray(trials) || ArrayBuffer.isView(trials);
