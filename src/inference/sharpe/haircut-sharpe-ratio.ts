import { assertOneOf, inPercent, InputError } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { ratio } from '../../stats/index.js';
import { countCell, percentCell } from '../../table/index.js';
import { studentCdf } from '../distributions/student-cdf.js';
import { studentQuantile } from '../distributions/student-quantile.js';
import { pCell } from '../regression/factor-regression-table.js';
import { type Tabled, withTable } from '../with-table.js';
import { adjustByNumber, adjustPValues, type PValueMethod, pValueMethods } from './adjust-p-values.js';
import { type SharpeFigures, type SharpeOptions, sharpeSample } from './sharpe-figures.js';
import { sharpeTable } from './sharpe-table.js';
import { assertTrials, type Figures, sharpeRatiosOf } from './trial-options.js';

/** Options of {@link haircutSharpeRatio}. */
export interface HaircutSharpeRatioOptions extends SharpeOptions {
  /** How the p-value pays for the trials. */
  readonly method: PValueMethod;
  /** How many variants were tried, this one included: enough for 'bonferroni' and 'sidak'. */
  readonly trials?: number | undefined;
  /** The Sharpe ratios per year of the other variants over the same periods: what the stepwise methods need. */
  readonly otherSharpeRatios?: Figures | undefined;
}

/** What a Sharpe ratio is worth after the search is paid for. Prints itself. */
export interface HaircutSharpeRatio extends SharpeFigures, Tabled {
  readonly method: PValueMethod;
  readonly trials: number;
  /** Two-sided p-value of the ratio taken alone, and with the trials paid for. */
  readonly p: number;
  readonly adjustedP: number;
  /** The Sharpe ratio per year that, taken alone, has the adjusted p-value. */
  readonly haircutSharpe: number;
  /** 1 − haircutSharpe / sharpe. */
  readonly haircut: number;
}

/**
 * A Sharpe ratio cut down to what it would be worth without the search that found it.
 *
 * Its t = S √n per period has a two-sided p-value of Student's t with n − 1 degrees of freedom; the p-value is adjusted for the trials
 * (`adjustPValues`) and turned back: the haircut ratio is the one that has the adjusted p-value as a single test. The haircut is not
 * proportional: good ratios lose little, middling ones nearly all.
 *
 * *Undefined (NaN):* where `sharpeRatio` is; the haircut of a ratio that is 0. A negative ratio is cut towards 0. Nothing is cut where the
 * p-value is too small for a number (0).
 *
 * @throws InputError `series.invalid`, `calendar.mismatch`, `option.missing` (neither trials nor other ratios; the latter for the stepwise methods), `option.range`, `option.type`, `option.unknown`.
 * @see Harvey, C. R. and Liu, Y. (2015), "Backtesting", Journal of Portfolio Management 42(1), 13–28.
 * @example
 * const { haircut, trials } = haircutSharpeRatio(usFunds().returns('SPY'), { method: 'bonferroni', trials: 20, riskFree: usTreasuryBill() });
 * console.log(trials, haircut > 0.2 && haircut < 0.8); // 20 true
 */
export function haircutSharpeRatio(series: ReturnSeries, options: HaircutSharpeRatioOptions): HaircutSharpeRatio {
  const where = 'haircutSharpeRatio';
  const { figures, notes } = sharpeSample(where, series, options, ['method', 'trials', 'otherSharpeRatios']);
  const { method } = options;
  assertOneOf(where, 'method', method, pValueMethods);
  const others = othersOf(where, options);
  const pOf = (sharpe: number): number => pOfSharpe(sharpe / Math.sqrt(figures.periodsPerYear), figures.n);
  const p = pOf(figures.sharpe);
  const adjusted = (): number =>
    'list' in others
      ? adjustPValues([p, ...others.list.map(pOf)], method)[0]!
      : adjustByNumber(p, others.trials, others.method);
  const adjustedP = Number.isNaN(p) ? NaN : adjusted();
  // A p-value too small for a number stays 0 however often it is multiplied: nothing is cut off.
  const haircutSharpe =
    adjustedP === 0
      ? figures.sharpe
      : sharpeOfP(adjustedP, figures.n) * Math.sign(figures.sharpe) * Math.sqrt(figures.periodsPerYear);
  const haircut = 1 - ratio(haircutSharpe, figures.sharpe);
  const trials = 'list' in others ? others.list.length + 1 : others.trials;
  const assumptions = [
    ...figures.assumptions,
    `The p-value of one test is adjusted for ${trials}: at ${inPercent(1 - figures.level)} it counts if it stays below.`,
  ];
  const table = sharpeTable(
    `${figures.name}: Sharpe ratio after ${trials} trials (${method})`,
    { ...figures, assumptions },
    notes,
    [
      ['Trials', countCell(trials)],
      ['p-value alone', pCell(p, 4)],
      ['p-value adjusted', pCell(adjustedP, 4)],
      ['Haircut Sharpe ratio a year', haircutSharpe],
      ['Haircut', percentCell(haircut, 0)],
    ],
  );
  return withTable({ ...figures, assumptions, method, trials, p, adjustedP, haircutSharpe, haircut }, table);
}

/** The two-sided p-value of a Sharpe ratio per period of n returns. */
export function pOfSharpe(sharpe: number, n: number): number {
  return 2 * studentCdf(-Math.abs(sharpe) * Math.sqrt(n), n - 1);
}

/** The Sharpe ratio per period, 0 or more, that has a two-sided p-value in n returns. */
export function sharpeOfP(p: number, n: number): number {
  return -studentQuantile(p / 2, n - 1) / Math.sqrt(n);
}

/** The other trials: their ratios, or how many there are with this one, for the methods that need no more. */
type Others =
  { readonly list: readonly number[] } | { readonly trials: number; readonly method: 'bonferroni' | 'sidak' };

function othersOf(where: string, { method, trials, otherSharpeRatios }: HaircutSharpeRatioOptions): Others {
  if (otherSharpeRatios !== undefined) {
    const list = otherSharpeRatios.length > 0 ? sharpeRatiosOf(where, 'otherSharpeRatios', otherSharpeRatios) : [];
    if (trials !== undefined && trials !== list.length + 1) {
      throw new InputError(
        'option.range',
        `${where}: "trials" is ${trials}, but there are ${list.length} other ratios and this one. Leave "trials" out.`,
        { where, option: 'trials', found: trials },
      );
    }
    return { list };
  }
  if (trials !== undefined && (method === 'bonferroni' || method === 'sidak')) {
    assertTrials(where, trials);
    return { trials, method };
  }
  const byNumber = method === 'bonferroni' || method === 'sidak';
  throw new InputError(
    'option.missing',
    `${where}: ${byNumber ? '"trials" is missing: how many variants were tried, this one included' : `method '${method}' needs "otherSharpeRatios", the Sharpe ratios per year of the other variants`}.`,
    { where, option: byNumber ? 'trials' : 'otherSharpeRatios' },
  );
}
