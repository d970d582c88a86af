import { assertOneOf } from '../../core/index.js';
import type { TextDateFormat } from '../day-cell.js';

/** Which columns are to be read as what, by their positions. */
export interface Wanted {
  /** Columns of days, with how texts in them are written; a day may be absent where it is not `required`. */
  readonly days: ReadonlyMap<number, { readonly format: TextDateFormat; readonly required: boolean }>;
  /** Columns of names. */
  readonly names: readonly number[];
  /** Columns of numbers. */
  readonly numbers: readonly number[];
  /** Texts for "no value" beside the usual ones; in columns of numbers those that are numbers count. */
  readonly missing: readonly string[];
  /** Whether moments with a time zone stand for their day in UTC. */
  readonly zone?: TimeZone;
}

/** The one zone that can be declared. */
export type TimeZone = 'UTC';

/** Names as positions in a list, in the order of first appearance. */
export interface Names {
  readonly of: Int32Array;
  readonly list: readonly string[];
}

/** The columns that were wanted, as numbers. */
export interface ReadColumns {
  readonly where: string;
  readonly length: number;
  readonly days: ReadonlyMap<number, Int32Array>;
  readonly names: ReadonlyMap<number, Names>;
  readonly numbers: ReadonlyMap<number, Float64Array>;
}

/** Refuses a zone that is none. */
export function assertZone(where: string, zone: unknown): asserts zone is TimeZone | undefined {
  if (zone !== undefined) assertOneOf(where, 'zone', zone, ['UTC']);
}
