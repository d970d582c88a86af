import { deepFreeze } from '../core/index.js';
import { type ReturnSeries } from '../panel/index.js';
import { type Frequency, type IsoDate } from '../time/index.js';
import { correlation } from './correlation.js';
import { pairOf } from './pair-of.js';
import { mean } from './sample-statistics.js';
import { trackingError } from './tracking-error.js';

/** How a fund and its proxy, fee and scale applied, compare on the rows where both have a return. What is undefined is NaN. */
export interface SpliceOverlap {
  readonly rows: number;
  /** First and last common day; null where there is none. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly correlation: number;
  /** Sample standard deviation of actual − proxy × √P, a fraction per year. */
  readonly trackingError: number;
  /** Mean of actual − proxy × P, a fraction per year: what the splice does not explain. */
  readonly meanDifference: number;
}

/** The facts of the common rows. */
export function spliceOverlap(proxy: ReturnSeries, actual: ReturnSeries): SpliceOverlap {
  const { a, b, rows, calendar } = pairOf(actual, proxy, 'splice');
  return deepFreeze({
    rows: rows.length,
    from: rows.length === 0 ? null : calendar.date(rows[0]!),
    to: rows.length === 0 ? null : calendar.date(rows.at(-1)!),
    correlation: correlation(actual, proxy),
    trackingError: trackingError(actual, proxy),
    meanDifference: mean(a.map((value, row) => value - b[row]!)) * calendar.periodsPerYear,
  });
}

const UNITS: Readonly<Record<Frequency, string>> = {
  daily: 'days',
  weekly: 'weeks',
  monthly: 'months',
  quarterly: 'quarters',
  annual: 'years',
};

/** The facts in a few words, as they stand in every note of the spliced series. */
export function overlapInWords(
  { rows, correlation: rho, trackingError: error }: SpliceOverlap,
  frequency: Frequency,
): string {
  if (rows === 0) return 'no overlap to compare it with';
  const figures = Number.isNaN(rho)
    ? 'too little to compare'
    : `correlation ${rho.toFixed(2)}, tracking error ${(100 * error).toFixed(2)} %`;
  return `overlap of ${rows} ${UNITS[frequency]}: ${figures}`;
}
