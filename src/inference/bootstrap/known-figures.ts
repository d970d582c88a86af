import { type ReturnSeries } from '../../panel/index.js';
import {
  arithmeticMean,
  cagr,
  maxDrawdown,
  ROUNDING,
  sharpeRatio,
  totalReturn,
  volatility,
} from '../../stats/index.js';

/** The statistics that follow from growth, deepest fall, mean and deviation of a path, and so can be had block by block. */
export type KnownFigure = 'cagr' | 'totalReturn' | 'maxDrawdown' | 'arithmeticMean' | 'volatility' | 'sharpeRatio';

const known: readonly (readonly [statistic: (series: ReturnSeries) => number, figure: KnownFigure])[] = [
  [cagr, 'cagr'],
  [totalReturn, 'totalReturn'],
  [maxDrawdown, 'maxDrawdown'],
  [arithmeticMean, 'arithmeticMean'],
  [volatility, 'volatility'],
  [sharpeRatio, 'sharpeRatio'],
];

/** Their names. */
export const knownNames: readonly KnownFigure[] = known.map(([, figure]) => figure);

/** Which of them a function is, by identity; none for any other function. */
export const knownFigure = (statistic: unknown): KnownFigure | undefined =>
  known.find(([one]) => one === statistic)?.[1];

/** What is known of one path. */
export interface PathFigures {
  /** Final wealth of 1. */
  wealth: number;
  /** The lowest ratio of wealth to its peak, 1 where it never fell. */
  deepest: number;
  /** Mean return of a period. */
  mean: number;
  /** Sample standard deviation of the returns. */
  deviation: number;
}

/** Wealth this near to its peak is at its peak, as in `drawdownSeries`. */
const AT_PEAK = 1e-12;

/** A statistic of a path: by the definitions of the statistics themselves, per year where they are. NaN years make NaN rates. */
export function figureOf(
  figure: KnownFigure,
  { wealth, deepest, mean, deviation }: PathFigures,
  periodsPerYear: number,
  years: number,
): number {
  switch (figure) {
    case 'cagr':
      return wealth ** (1 / years) - 1;
    case 'totalReturn':
      return wealth - 1;
    case 'maxDrawdown':
      return deepest >= 1 - AT_PEAK ? 0 : deepest - 1;
    case 'arithmeticMean':
      return mean * periodsPerYear;
    case 'volatility':
      return deviation * Math.sqrt(periodsPerYear);
    case 'sharpeRatio':
      return deviation === 0 ? NaN : (mean / deviation) * Math.sqrt(periodsPerYear);
  }
}

/** A deviation that is rounding and nothing else is 0, as in the statistics. */
export const withoutRounding = (deviation: number, largest: number): number =>
  deviation <= ROUNDING * Math.max(1, largest) ? 0 : deviation;
