import { makeReturnSeries } from '../../panel/index.js';
import { compounded, coversYear, yearsOfLife } from '../../stats/index.js';
import type { Calendar } from '../../time/index.js';

/** What one pass over a path of returns gives, flat: four numbers a variant. */
export const MOMENTS = 4;

/** Growth of 1. */
export const GROWTH = 0;
/** Σ(x − shift) and Σ(x − shift)² over the returns. */
export const SUM = 1;
export const SQUARES = 2;
/** Wealth over its running peak where it was lowest, the starting wealth among the peaks. */
export const LOWEST = 3;

/** Drawdowns up to this are rounding, as in `drawdownSeries`. */
const AT_PEAK = 1e-12;
/** Below this wealth, or this deviation per period, the figures are worked out from the returns themselves: rounding of 1e-16 would show in them. */
const LOST = 1e-10;
const STILL = 1e-4;
/** The same where the squares are so much more than the variance that their difference has lost three digits. */
const FAR = 1e3;

/** What the figures need to know about the window, the same for all variants of it. */
export interface Span {
  readonly rows: number;
  readonly periodsPerYear: number;
  /** By elapsed time, NaN under one. */
  readonly years: number;
}

/** The window of a run in numbers. */
export function spanOf(calendar: Calendar): Span {
  const life = makeReturnSeries('', calendar, new Float64Array(calendar.length));
  return {
    rows: calendar.length,
    periodsPerYear: calendar.periodsPerYear,
    years: coversYear(life) ? yearsOfLife(life) : NaN,
  };
}

/** The moments of one path of returns, and the shift that its sums are measured from. */
export function momentsOf(returns: Float64Array, out: Float64Array): number {
  let [growth, peak, lowest, sum, squares] = [1, 1, 1, 0, 0];
  const shift = returns.length === 0 ? 0 : returns[0]!;
  for (let row = 0; row < returns.length; row++) {
    const value = returns[row]!;
    growth *= 1 + value;
    if (growth > peak) peak = growth;
    else if (growth < lowest * peak) lowest = growth / peak;
    sum += value - shift;
    squares += (value - shift) * (value - shift);
  }
  out[GROWTH] = growth;
  out[SUM] = sum;
  out[SQUARES] = squares;
  out[LOWEST] = lowest;
  return shift;
}

/** Whether the moments are good to the last digits: not for a path without variation, or one that was lost. */
export function areSound(moments: Float64Array, at: number, rows: number): boolean {
  const variance = varianceOf(moments, at, rows);
  const near = moments[at + SQUARES]! < FAR * variance * (rows - 1);
  return moments[at + GROWTH]! > LOST && variance > STILL * STILL && variance < Infinity && near;
}

const varianceOf = (moments: Float64Array, at: number, rows: number): number =>
  (moments[at + SQUARES]! - (moments[at + SUM]! * moments[at + SUM]!) / rows) / (rows - 1);

/** Figures from moments, as the functions of their names give them. */
export const fromMoments = {
  totalReturn: (moments: Float64Array, at: number) => moments[at + GROWTH]! - 1,
  cagr: (moments: Float64Array, at: number, _shift: number, { years }: Span) =>
    compounded(moments[at + GROWTH]!, years),
  cagrByPeriods: (moments: Float64Array, at: number, _shift: number, { rows, periodsPerYear }: Span) =>
    rows < periodsPerYear ? NaN : compounded(moments[at + GROWTH]!, rows / periodsPerYear),
  arithmeticMean: (moments: Float64Array, at: number, shift: number, { rows, periodsPerYear }: Span) =>
    (shift + moments[at + SUM]! / rows) * periodsPerYear,
  volatility: (moments: Float64Array, at: number, _shift: number, { rows, periodsPerYear }: Span) =>
    Math.sqrt(varianceOf(moments, at, rows) * periodsPerYear),
  sharpeRatio: (moments: Float64Array, at: number, shift: number, { rows, periodsPerYear }: Span) =>
    ((shift + moments[at + SUM]! / rows) / Math.sqrt(varianceOf(moments, at, rows))) * Math.sqrt(periodsPerYear),
  maxDrawdown: (moments: Float64Array, at: number) => {
    const fall = moments[at + LOWEST]! - 1;
    return fall >= -AT_PEAK ? 0 : fall;
  },
} as const satisfies Readonly<
  Record<FusedName, (moments: Float64Array, at: number, shift: number, span: Span) => number>
>;

/** Figures that a sweep works out while it runs, without a path of returns. */
export type FusedName =
  'totalReturn' | 'cagr' | 'cagrByPeriods' | 'arithmeticMean' | 'volatility' | 'sharpeRatio' | 'maxDrawdown';
