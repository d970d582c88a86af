import { assertKnownOptions, inPercent } from '../../core/index.js';
import { lived, type ReturnSeries } from '../../panel/index.js';
import { errorOfSharpe, lessCash, sharpeMoments, type SharpeMoments } from '../../stats/index.js';
import { numberCell } from '../../table/index.js';
import type { IsoDate } from '../../time/index.js';
import { assertLevel } from '../assert-level.js';
import { dependenceWarning } from '../doubt-words.js';
import { lagOne } from '../lag-one.js';
import { regressionWindow } from '../regression/regression-window.js';
import { criticalValue } from '../regression/estimate.js';
import { cashWords } from './cash-words.js';

/** Options of what is said about the Sharpe ratio of a series. */
export interface SharpeOptions {
  /** Returns of cash per period; absent: 0. */
  readonly riskFree?: ReturnSeries | undefined;
  /** The level of the interval; 0.95 when absent. */
  readonly level?: number | undefined;
}

/** A Sharpe ratio and how precise it is. */
export interface SharpeFigures {
  readonly name: string;
  /** First and last period; null without a return. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Excess returns. */
  readonly n: number;
  /** As many, taken as independent; `notes` warn where neighbours are correlated. */
  readonly independent: number;
  readonly periodsPerYear: number;
  /** Per year, as `sharpeRatio`. */
  readonly sharpe: number;
  readonly sharpePerPeriod: number;
  /** m₃ / m₂^1.5 of the excess returns. */
  readonly skewness: number;
  /** m₄ / m₂²: 3 for normal returns. */
  readonly kurtosis: number;
  /** Per year, as `sharpeStandardError`. */
  readonly standardError: number;
  /** The normal confidence interval, per year. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly assumptions: readonly string[];
}

/** The figures of a series, its moments per period, and the sentences below them. */
export interface SharpeSample {
  readonly figures: SharpeFigures;
  readonly moments: SharpeMoments;
  readonly notes: readonly string[];
}

/** Computes a Sharpe ratio with its error, and what a reader must know of both. */
export function sharpeSample(
  where: string,
  series: ReturnSeries,
  options: SharpeOptions,
  others: readonly string[],
): SharpeSample {
  assertKnownOptions(where, options, ['riskFree', 'level', ...others]);
  const { riskFree, level = 0.95 } = options;
  assertLevel(where, level);
  const excess = lived(lessCash(series, riskFree, where));
  const { values } = excess;
  const rows = Int32Array.from(values, (_, row) => row).filter((row) => !Number.isNaN(values[row]!));
  const counted = Float64Array.from(rows, (row) => values[row]!);
  const moments = sharpeMoments(counted);
  const { periodsPerYear } = series.calendar;
  const year = Math.sqrt(periodsPerYear);
  const [sharpe, standardError] = [moments.sharpe * year, errorOfSharpe(moments) * year];
  const width = criticalValue(Infinity, level) * standardError;
  const window = rows.length === 0 ? undefined : regressionWindow(excess, rows, [excess], where);
  return {
    moments,
    figures: {
      name: series.name,
      from: window?.from ?? null,
      to: window?.to ?? null,
      n: moments.count,
      independent: moments.count,
      periodsPerYear,
      sharpe,
      sharpePerPeriod: moments.sharpe,
      skewness: moments.skewness,
      kurtosis: moments.kurtosis,
      standardError,
      low: sharpe - width,
      high: sharpe + width,
      level,
      assumptions: [
        cashWords([series], riskFree),
        'Returns of different periods are independent and equally distributed; autocorrelation makes all of this less certain.',
      ],
    },
    notes: [
      window === undefined ? 'There is no return.' : `${window.window}: n = ${moments.count}, taken as independent.`,
      ...dependenceWarning('returns', lagOne(counted, rows), moments.count),
      ...(window?.marks ?? []),
    ],
  };
}

/** "0.85 (95 % interval 0.12 to 1.58)". */
export function sharpeWords({ sharpe, low, high, level }: SharpeFigures): string {
  const two = (value: number): string => numberCell(value).text;
  return `${two(sharpe)} a year (${inPercent(level)} interval ${two(low)} to ${two(high)})`;
}
