import type { SweepKeep } from './sweep-options.js';
import { QuantileSketch } from './quantile-sketch.js';

/** The figures of a sweep as they come in: all of them, or the best and the quantiles of all. */
export class Gather {
  readonly #columns: Float64Array[];
  readonly #sketches: readonly QuantileSketch[] | null;
  readonly #keep: { readonly most: number; readonly column: number; readonly sign: 1 | -1 } | null;
  #indices: number[] = [];
  #rows: number[][] = [];

  constructor(keys: readonly string[], count: number, keep: SweepKeep | undefined) {
    this.#keep =
      keep === undefined
        ? null
        : { most: Math.min(keep.best, count), column: keys.indexOf(keep.by), sign: keep.lowest === true ? -1 : 1 };
    this.#columns = keep === undefined ? keys.map(() => new Float64Array(count)) : [];
    this.#sketches = keep === undefined ? null : keys.map(() => new QuantileSketch());
  }

  /** Takes the figures of the variants from `from` on. */
  add(from: number, columns: readonly Float64Array[]): void {
    if (this.#keep === null) {
      columns.forEach((column, place) => {
        this.#columns[place]!.set(column, from);
      });
      return;
    }
    columns.forEach((column, place) => {
      this.#sketches![place]!.add(column);
    });
    for (let row = 0; row < columns[0]!.length; row++) {
      this.#indices.push(from + row);
      this.#rows.push(columns.map((column) => column[row]!));
    }
    if (this.#indices.length > 4 * this.#keep.most + 4096) this.#drop();
  }

  /** Keeps the best only: the higher figure, of equals the lower number, undefined ones last. */
  #drop(): void {
    const { most, column, sign } = this.#keep!;
    const score = (place: number): number => this.#rows[place]![column]! * sign;
    const places = Array.from(this.#indices.keys());
    places.sort((a, b) => {
      const [one, other] = [score(a), score(b)];
      const undefinedLast = Number(Number.isNaN(one)) - Number(Number.isNaN(other));
      // Of equals, and of two that are infinite or undefined, the lower number.
      return undefinedLast || other - one || this.#indices[a]! - this.#indices[b]!;
    });
    places.length = Math.min(places.length, most);
    [this.#indices, this.#rows] = [
      places.map((place) => this.#indices[place]!),
      places.map((place) => this.#rows[place]!),
    ];
  }

  /** Everything that was kept. */
  finish(): {
    readonly indices: Int32Array | null;
    readonly columns: readonly Float64Array[];
    readonly sketches: readonly QuantileSketch[] | null;
  } {
    if (this.#keep === null) return { indices: null, columns: this.#columns, sketches: null };
    this.#drop();
    const columns = this.#sketches!.map((_, column) => Float64Array.from(this.#rows, (row) => row[column]!));
    return { indices: Int32Array.from(this.#indices), columns, sketches: this.#sketches };
  }
}
