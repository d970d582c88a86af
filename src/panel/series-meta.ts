import type { IsoDate } from '../time/index.js';

/** What kind of return a number is. Different kinds are never compared without a warning. */
export type ReturnKind =
  /** With dividends reinvested. */
  | 'total'
  /** Prices only: dividends are missing. */
  | 'price'
  /** Already a difference of two returns (a factor, or a return over cash): nothing is to be subtracted again. */
  | 'excess';

/** Rows of a series that come from another source than the rest. */
export interface SeriesJoin {
  /** First row of the other source. */
  readonly from: IsoDate;
  readonly source: string;
}

/** What the numbers of a series are and where they come from. */
export interface SeriesMeta {
  readonly kind: ReturnKind;
  /** Whether fund fees are already deducted. */
  readonly net: boolean;
  /** Publisher and data set. */
  readonly source?: string;
  /** The state of the source: a release, or the last day it covers. */
  readonly vintage?: string;
  /** Whether the numbers are returns of research portfolios whose own reconstitution is not charged. */
  readonly researchPortfolio?: boolean;
  /** Whether the numbers come from choices made with knowledge of what came later; false when absent. */
  readonly usesHindsight?: boolean;
  /** The day on which the thing ended inside its last period, set by `resample`: that last return is of a part of a period. */
  readonly endsOn?: IsoDate;
  /** Where the source changes inside the series. */
  readonly joins?: readonly SeriesJoin[];
}

/** What is assumed of numbers that come without a description. */
export const plainMeta: SeriesMeta = Object.freeze({ kind: 'total', net: false });
