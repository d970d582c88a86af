/** Relative width of a bucket: a quantile is off by no more than half a percent of its value. */
const WIDTH = 1.01;
const LOG_WIDTH = Math.log(WIDTH);
/** Values nearer to 0 than this are 0. */
const SMALLEST = 1e-12;

/**
 * Quantiles of any number of values in little memory: counts of values in buckets whose bounds grow by 1 %. Counting does not depend on the order, so
 * that quantiles of a sweep are the same however it was divided.
 *
 * After Masson, C., Rim, J. E. and Lee, H. K. (2019), "DDSketch", Proceedings of the VLDB Endowment 12(12).
 */
export class QuantileSketch {
  readonly #counts: Map<number, number>;
  #count = 0;
  #lowest: number;
  #highest: number;

  /** @param parts those of another sketch, to go on from. */
  constructor({ counts, lowest, highest }: SketchParts = { counts: [], lowest: null, highest: null }) {
    this.#counts = new Map(counts.map(([bucket, times]) => [read(bucket), times]));
    for (const [, times] of counts) this.#count += times;
    this.#lowest = lowest === null ? Infinity : read(lowest);
    this.#highest = highest === null ? -Infinity : read(highest);
  }

  /** The sketch as plain JSON. */
  toParts(): SketchParts {
    const counts = [...this.#counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([bucket, times]) => [written(bucket), times] as const);
    if (this.#count === 0) return { counts, lowest: null, highest: null };
    return { counts, lowest: written(this.#lowest), highest: written(this.#highest) };
  }

  /** How many values are not NaN. */
  get count(): number {
    return this.#count;
  }

  add(values: Float64Array): void {
    for (const value of values) {
      if (Number.isNaN(value)) continue;
      const bucket = bucketOf(value);
      this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + 1);
      this.#count++;
      if (value < this.#lowest) this.#lowest = value;
      if (value > this.#highest) this.#highest = value;
    }
  }

  /** Type 7, of values known to half a percent; exact for the lowest and the highest. NaN of nothing. */
  quantile(share: number): number {
    if (this.#count === 0) return NaN;
    const rank = share * (this.#count - 1);
    const place = Math.floor(rank);
    const value = this.#valueAt(place);
    return rank === place ? value : value + (rank - place) * (this.#valueAt(place + 1) - value);
  }

  /** The value at a place in their order, from 0. */
  #valueAt(place: number): number {
    if (place <= 0) return this.#lowest;
    if (place >= this.#count - 1) return this.#highest;
    let seen = 0;
    for (const bucket of [...this.#counts.keys()].sort((a, b) => a - b)) {
      seen += this.#counts.get(bucket)!;
      if (seen > place) return Math.min(this.#highest, Math.max(this.#lowest, valueOf(bucket)));
    }
    return this.#highest;
  }
}

/** A sketch as plain JSON: how many values are in each bucket, by the number of the bucket, and the two ends; these are null where there is no value. */
export interface SketchParts {
  readonly counts: readonly (readonly [bucket: number | 'Infinity' | '-Infinity' | '-0', times: number])[];
  readonly lowest: number | 'Infinity' | '-Infinity' | '-0' | null;
  readonly highest: number | 'Infinity' | '-Infinity' | '-0' | null;
}

/** What JSON cannot say. */
type EndWord = 'Infinity' | '-Infinity' | '-0';

function written(value: number): number | EndWord {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : value > 0 ? 'Infinity' : '-Infinity';
}

const read = (value: number | EndWord): number => Number(value);

/** Buckets by number, ascending with the values: 0 around zero, below it the negative ones. */
function bucketOf(value: number): number {
  const size = Math.abs(value);
  if (size < SMALLEST) return 0;
  const step = Math.max(1, Math.ceil(Math.log(size / SMALLEST) / LOG_WIDTH) + 1);
  return value > 0 ? step : -step;
}

/** The middle of a bucket. */
function valueOf(bucket: number): number {
  const size = (SMALLEST * WIDTH ** (Math.abs(bucket) - 1) * 2) / (WIDTH + 1);
  return Math.sign(bucket) * size;
}
