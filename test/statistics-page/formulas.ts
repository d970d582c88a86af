// The formulas of other tools, written out, over plain numbers.
import { samples } from '../../scripts/statistics-page/samples.js';
import { series } from '../stats/support.js';

const fractions = (percents: readonly number[]): number[] => percents.map((percent) => Number(`${percent}e-2`));

/** Bacon's portfolio and benchmark, the four quarters and their cash, the turned quarters. */
export const r = fractions(samples.bacon.portfolio);
export const b = fractions(samples.bacon.benchmark);
export const q = fractions(samples.quarters.portfolio);
export const f = fractions(samples.quarters.cash);
export const turned = fractions(samples.turned.portfolio);
/** What the quarters earned over cash. */
export const e = q.map((value, row) => value - f[row]!);

/** The same as return series. */
export const bacon = series('monthly', r, 'Portfolio');
export const benchmark = series('monthly', b, 'Benchmark');
export const quarters = series('quarterly', q, 'Quarters');
export const riskFree = series('quarterly', f, 'Cash');
export const turnedQuarters = series('quarterly', turned, 'Turned');

/** A figure as it is computed here and, in the order of the table, by the formulas of others. */
export interface Computed {
  readonly here: number;
  readonly elsewhere: readonly number[];
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;
export const growth = (values: readonly number[]): number => values.reduce((wealth, value) => wealth * (1 + value), 1);

/** The compounded return per year, by count. */
export const yearly = (values: readonly number[], perYear: number): number =>
  growth(values) ** (perYear / values.length) - 1;

/** Mean of the products of deviations, divided by n − `lost`. */
export function covariance(x: readonly number[], y: readonly number[], lost: number): number {
  const [meanOfX, meanOfY] = [mean(x), mean(y)];
  return sum(x.map((value, row) => (value - meanOfX) * (y[row]! - meanOfY))) / (x.length - lost);
}

export const deviation = (values: readonly number[], lost: number): number =>
  Math.sqrt(covariance(values, values, lost));
export const slope = (y: readonly number[], x: readonly number[]): number => covariance(x, y, 0) / covariance(x, x, 0);
export const correlationOf = (x: readonly number[], y: readonly number[]): number =>
  covariance(x, y, 0) / (deviation(x, 0) * deviation(y, 0));

/** The central moment of some order over the power of the population deviation. */
export function moment(values: readonly number[], order: number): number {
  const average = mean(values);
  return mean(values.map((value) => (value - average) ** order)) / deviation(values, 0) ** order;
}

/** Portfolio and benchmark in the months that a condition on the benchmark picks. */
export function picked(condition: (value: number) => boolean): { r: number[]; b: number[] } {
  return { r: r.filter((_, row) => condition(b[row]!)), b: b.filter(condition) };
}

/** The drawdown at the end of each period, the starting 1 being a peak. */
export function falls(values: readonly number[]): number[] {
  let [wealth, peak] = [1, 1];
  return values.map((value) => {
    wealth *= 1 + value;
    peak = Math.max(peak, wealth);
    return wealth / peak - 1;
  });
}

/** The drawdowns of PerformanceAnalytics' DrawdownPeak, which took fractions for percent: nearly sums of returns. */
export function fallsTakenForPercent(values: readonly number[]): number[] {
  let level = 1;
  return values.map((value) => {
    level = Math.min(1, level * (1 + value / 100));
    return (level - 1) * 100;
  });
}

export const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value ** 2)));
export const ascending = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);

/** R² of the line through points one unit apart. */
export const fit = (points: readonly number[]): number =>
  correlationOf(
    points.map((_, row) => row),
    points,
  ) ** 2;

/** log wealth after each period. */
export const logWealth = (values: readonly number[]): number[] =>
  values.map((_, row) => Math.log(growth(values.slice(0, row + 1))));

/** The quantile of type 7, the slow way. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  const position = (sorted.length - 1) * share;
  const low = Math.floor(position);
  return sorted[low]! + (position - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}
