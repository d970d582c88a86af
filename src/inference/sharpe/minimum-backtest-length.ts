import { assertKnownOptions, assertNumber, assertObject } from '../../core/index.js';
import { numberCell } from '../../table/index.js';
import { type Tabled, withTable } from '../with-table.js';
import { expectedMaximum } from './expected-maximum.js';
import { figureTable } from './sharpe-table.js';
import { assertTrials } from './trial-options.js';

/** Options of {@link minimumBacktestLength}. */
export interface MinimumBacktestLengthOptions {
  /** How many independent variants are tried. */
  readonly trials: number;
  /** The Sharpe ratio per year that the best of them shall not reach by luck. */
  readonly sharpe: number;
}

/** How many years a backtest must have. Prints itself. */
export interface MinimumBacktestLength extends Tabled {
  readonly trials: number;
  readonly sharpe: number;
  /** Years in which the best of the trials reaches the Sharpe ratio by luck, on average; 0 for one trial. */
  readonly years: number;
  /** 2 ln N / S²: a simple bound from above. */
  readonly yearsAtMost: number;
  readonly assumptions: readonly string[];
}

/**
 * How many years of data a search needs, so that the best of N variants without skill does not show a given Sharpe ratio by luck.
 *
 * MinBTL ≈ (E[max N] / S)² years < 2 ln N / S², where E[max N] is that of N independent standard normal figures: the error of a Sharpe ratio per year is
 * about 1/√years when the true one is 0. Five years allow 45 variants before a Sharpe ratio of 1 means nothing.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`.
 * @see Bailey, D. H., Borwein, J. M., López de Prado, M. and Zhu, Q. J. (2014), "Pseudo-Mathematics and Financial Charlatanism", Notices of the American
 *   Mathematical Society 61(5), 458–471.
 * @example
 * console.log(minimumBacktestLength({ trials: 45, sharpe: 1 }).years.toFixed(1)); // 5.0
 */
export function minimumBacktestLength(options: MinimumBacktestLengthOptions): MinimumBacktestLength {
  const where = 'minimumBacktestLength';
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, given, ['trials', 'sharpe']);
  const { trials, sharpe } = options;
  assertTrials(where, trials);
  assertNumber(where, 'sharpe', sharpe, { min: Number.MIN_VALUE, allowed: 'a Sharpe ratio per year above 0' });
  const years = (expectedMaximum(trials) / sharpe) ** 2;
  const yearsAtMost = (2 * Math.log(trials)) / sharpe ** 2;
  const assumptions = [
    'The trials are independent of each other and have no skill; returns are independent over time.',
  ];
  const table = figureTable(
    `Minimum backtest length: ${trials} trials, Sharpe ratio ${numberCell(sharpe).text} a year`,
    [
      ['Years', years],
      ['Years, at most', yearsAtMost],
    ],
    assumptions,
  );
  return withTable({ trials, sharpe, years, yearsAtMost, assumptions }, table);
}
