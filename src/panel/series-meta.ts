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

/** A stretch of a series whose returns are those of something else: a proxy that `splice` put before the thing itself. */
export interface ProxyRows {
  /** First and last day of the stretch; both ends belong to it. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** What the proxy is, and what was done to it. */
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
  /**
   * Where the returns are not those of the thing itself; empty when absent. They are days, not rows, and stay what they are in a slice
   * or in coarser periods: `proxyMask` finds the rows that they mean.
   */
  readonly proxyRows?: readonly ProxyRows[];
}

/** What is assumed of numbers that come without a description. */
export const plainMeta: SeriesMeta = Object.freeze({ kind: 'total', net: false });
