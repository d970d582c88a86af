import type { CompositeRank } from './composite-rank.js';

/**
 * One step of a screen, as plain data: it keeps or drops names by a characteristic, or by a composite rank, and never changes a
 * value. Steps run one after the other, each on the quantiles (R type 7) and ranks of what the steps before have left.
 */
export type Screen<Field extends string = string> = QuantileScreen<Field> | CountScreen<Field> | BoundScreen<Field>;

/** A step that cuts at a quantile of what is left. */
export interface QuantileScreen<Field extends string = string> {
  readonly kind: 'bottomFraction' | 'topFraction' | 'dropBottomFraction';
  readonly field: Field | CompositeRank<Field>;
  readonly fraction: number;
  /** The quantile is that of the names for which this field is exactly 1. */
  readonly breakpoints?: Field | undefined;
  /** The wider fraction within which a name that is held stays. */
  readonly keep?: number | undefined;
}

/** A step that keeps a number of names. */
export interface CountScreen<Field extends string = string> {
  readonly kind: 'topCount';
  readonly field: Field | CompositeRank<Field>;
  readonly count: number;
  /** The wider count within which a name that is held stays. */
  readonly keep?: number | undefined;
}

/** A step that cuts at a fixed value. */
export interface BoundScreen<Field extends string = string> {
  readonly kind: 'atLeast' | 'atMost';
  readonly field: Field | CompositeRank<Field>;
  readonly value: number;
}

/** Over which names the quantile of a step is computed. */
export interface BreakpointOptions<Flag extends string = never> {
  /**
   * The name of a field: the quantile is computed over the names for which it is exactly 1 (listed on the NYSE, say; every other number
   * means no) and then applied to all that are left. Otherwise the many micro-caps of a broad universe set it, most of the names
   * and next to nothing of the value (Fama and French 2008, "Dissecting Anomalies", Journal of Finance 63). A fraction of 1 keeps
   * all, also beyond the last breakpoint. A name of which the field is unknown is not eligible. Names left but none with a 1 is an
   * error: there is nothing to compute the quantile from. Absent: over all that are left.
   */
  readonly breakpoints?: Flag | undefined;
}

/** Where the quantile comes from, and how much wider the door out is than the door in. */
export interface QuantileOptions<Flag extends string = never> extends BreakpointOptions<Flag> {
  /**
   * The wider fraction within which a name that is held stays; new ones still enter by the narrower. Held is what the engine says: a
   * drifted weight above 0 at the close of the decision, so a trade that is still on its way (`executionLag`) does not count. A name that
   * an earlier step has dropped is gone, held or not. Absent: none (Novy-Marx and Velikov 2016, the buy/hold spread).
   */
  readonly keep?: number | undefined;
}
