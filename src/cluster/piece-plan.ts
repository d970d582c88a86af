/** A range of variants, replications or pairs: `from` to `to` − 1. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

export const nameOf = ({ from, to }: Piece): string => `${from}-${to}`;

/** The range of a name; undefined where it is none. */
export function pieceOf(name: string): Piece | undefined {
  const found = /^(\d+)-(\d+)$/.exec(name);
  return found === null ? undefined : { from: Number(found[1]), to: Number(found[2]) };
}

/** What a piece should take: long beside a message, short beside the patience of whoever waits. */
const AIM_SECONDS = 0.7;

/** Pieces that one server and one program can well follow in a second: with more than 280 threads pieces take longer. */
const MOST_PER_SECOND = 400;

/** A piece is at most so many times the longest that was measured: the first ones may have been the easy ones. */
const MOST_GROWTH = 8;

/** What sizes are chosen by. */
export interface PlanSizes {
  readonly count: number;
  readonly unit: number;
  readonly first: number;
  readonly most: number;
}

/**
 * Divides work into pieces, small at first, then of the size that takes about 0.7 s by what was measured. No figure depends on it: every piece is of whole
 * units, which are what one thread looks at together.
 */
export class PiecePlan {
  readonly #sizes: PlanSizes;
  /** What nobody has been given, in order. */
  readonly #left: { from: number; readonly to: number }[];
  #seconds = 0;
  #longest: number;

  /** @param known pieces that were handed out before: their bounds stay. */
  constructor(sizes: PlanSizes, known: readonly Piece[]) {
    this.#sizes = sizes;
    this.#longest = sizes.first / MOST_GROWTH;
    this.#left = gapsOf(known, sizes.count);
  }

  /** Where that begins which nobody has been given. */
  get first(): number {
    return this.#left[0]?.from ?? Infinity;
  }

  /** Takes the cost of a piece that was done: recent ones count more. */
  learn({ from, to }: Piece, seconds: number): void {
    const each = seconds / (to - from);
    this.#seconds = this.#seconds === 0 ? each : 0.8 * this.#seconds + 0.2 * each;
    this.#longest = Math.max(this.#longest, to - from);
  }

  /**
   * The next piece; undefined where nothing is left.
   *
   * @param threads how many share what is left.
   * @param below nothing from here on.
   */
  next(threads: number, below: number): Piece | undefined {
    const [span] = this.#left;
    if (span === undefined || span.from >= below) return undefined;
    const { from } = span;
    const to = Math.min(from + this.#size(threads), span.to);
    if (to === span.to) this.#left.shift();
    else span.from = to;
    return { from, to };
  }

  #size(threads: number): number {
    const { unit, first, most } = this.#sizes;
    const grown = this.#longest * MOST_GROWTH;
    const seconds = Math.max(AIM_SECONDS, threads / MOST_PER_SECOND);
    const aimed = this.#seconds === 0 ? first : Math.min(seconds / this.#seconds, grown);
    const left = this.#left.reduce((sum, { from, to }) => sum + to - from, 0);
    // Towards the end shorter, so that all are done at about the same time.
    const shared = Math.max(left / (2 * threads), Math.min(first, aimed));
    return Math.max(1, Math.round(Math.min(aimed, shared, most) / unit)) * unit;
  }
}

/** What lies between ranges. */
function gapsOf(known: readonly Piece[], count: number): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let next = 0;
  for (const { from, to } of [...known].sort((a, b) => a.from - b.from)) {
    if (from > next) gaps.push({ from: next, to: from });
    next = Math.max(next, to);
  }
  if (next < count) gaps.push({ from: next, to: count });
  return gaps;
}

/** Ranges of which none overlaps another; of two that do, the one that begins earlier, or was named first. */
export function disjoint(pieces: readonly Piece[]): Piece[] {
  let next = 0;
  return [...pieces]
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < next || to <= from) return false;
      next = to;
      return true;
    });
}
