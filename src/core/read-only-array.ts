/**
 * A `Float64Array` that cannot be written through this type. Typed arrays cannot be frozen, so the library copies numbers
 * in at its boundary, keeps them private, shows them as this type, and copies them out with `slice()`.
 */
export interface ReadonlyFloat64Array extends Iterable<number> {
  readonly length: number;
  readonly [row: number]: number;
  at(row: number): number | undefined;
  /** A copy, which may be written. */
  slice(start?: number, end?: number): Float64Array;
  forEach(visit: (value: number, row: number) => void): void;
  map(change: (value: number, row: number) => number): Float64Array;
  filter(keep: (value: number, row: number) => boolean): Float64Array;
  reduce(combine: (total: number, value: number, row: number) => number): number;
  reduce<Total>(combine: (total: Total, value: number, row: number) => Total, initial: Total): Total;
  some(holds: (value: number, row: number) => boolean): boolean;
  every(holds: (value: number, row: number) => boolean): boolean;
  findIndex(holds: (value: number, row: number) => boolean): number;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
}

/** An `Int32Array` that cannot be written through this type. */
export interface ReadonlyInt32Array extends Iterable<number> {
  readonly length: number;
  readonly [row: number]: number;
  at(row: number): number | undefined;
  /** A copy, which may be written. */
  slice(start?: number, end?: number): Int32Array;
  forEach(visit: (value: number, row: number) => void): void;
  map(change: (value: number, row: number) => number): Int32Array;
  filter(keep: (value: number, row: number) => boolean): Int32Array;
  reduce(combine: (total: number, value: number, row: number) => number): number;
  reduce<Total>(combine: (total: Total, value: number, row: number) => Total, initial: Total): Total;
  some(holds: (value: number, row: number) => boolean): boolean;
  every(holds: (value: number, row: number) => boolean): boolean;
  findIndex(holds: (value: number, row: number) => boolean): number;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
}
