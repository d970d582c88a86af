import { assertKnownOptions, assertNumber, assertObject } from '../core/index.js';
import type { DateWindow, ReturnSeries } from '../panel/index.js';
import { backtestOptionNames } from './backtest-option-names.js';
import type { Costs } from './costs-options.js';
import type { Flows } from './flows-options.js';
import type { Rules } from './rules-options.js';

/** Options of `backtest`. */
export interface BacktestOptions<Asset extends string = string> {
  /** Trading costs, fees. None when absent, and every report says so. */
  readonly costs?: Costs<Asset> | undefined;
  /** What uninvested wealth earns: an asset of the panel, a return series, or another result. Nothing when absent, and every report says so. */
  readonly cash?: Asset | ReturnSeries | undefined;
  /** Rows between a decision and its trade: 0 (default) trades at the close that was seen and earns from the next row on; 1 trades a row later. */
  readonly executionLag?: number | undefined;
  /**
   * The rows to run over. Absent: the rows on which all assets that the strategy names are listed (with a `rules.missing` policy: at least
   * one). History before it may be read.
   */
  readonly window?: DateWindow | undefined;
  /** Money that the investor brings and takes. Wealth starts at 1 and nothing comes or goes when absent. */
  readonly flows?: Flows | undefined;
  /** Leverage, limits, and what happens where returns are missing. Without them weights are 0 to 1, and a missing return is an error. */
  readonly rules?: Rules<Asset> | undefined;
}

/** Refuses misspelt options. What is inside `costs`, `flows` and `rules` is checked where it is read. */
export function assertBacktestOptions(options: BacktestOptions): void {
  const given: unknown = options;
  assertObject('backtest', 'the options', given);
  assertKnownOptions('backtest', options, backtestOptionNames);
  if (options.executionLag !== undefined)
    assertNumber('backtest', 'executionLag', options.executionLag, { min: 0, integer: true });
  for (const key of ['costs', 'window', 'flows', 'rules'] as const) {
    const part: unknown = options[key];
    if (part !== undefined) assertObject('backtest', `"${key}"`, part);
  }
}
