import { blockPerformance, type TrialPerformance } from './half-performance.js';
import { halves } from './halves.js';
import { type Split, splitOf } from './overfitting-splits.js';

/** The divisions of trials into halves, as plain numbers: a worker needs nothing else. */
export interface SplitJob {
  /** One column of returns for each trial, blocks × rowsPerBlock long. */
  readonly columns: readonly Float64Array[];
  readonly blocks: number;
  readonly rowsPerBlock: number;
  readonly performance: Exclude<TrialPerformance, (returns: Float64Array) => number>;
}

/** A job of this thread, which may have a measure of its own. */
export interface LocalSplitJob extends Omit<SplitJob, 'performance'> {
  readonly performance: TrialPerformance;
}

/** Numbers of a division in the columns of a piece. */
const FIELDS = ['best', 'logit', 'inSample', 'outOfSample'] as const;

/** How many pairs of divisions there are: each has a mirrored one, whose halves have changed their places. */
export const pairCount = (blocks: number): number => halves(blocks).length / 2;

/**
 * Works out pairs of divisions `from` to `to` (exclusive): four columns for the divisions themselves, four for the mirrored ones, and one with a 1 for each
 * trial whose performance was undefined in some half. What a pair gives does not depend on the range.
 */
export function makeSplitter(
  { columns, blocks, rowsPerBlock, performance }: LocalSplitJob,
  checked: (value: unknown) => number = Number,
): (from: number, to: number) => Float64Array[] {
  const choices = halves(blocks);
  const measured = columns.map((column) => blockPerformance(column, rowsPerBlock, performance));
  return (from, to) => {
    const found = Array.from({ length: 2 * FIELDS.length }, () => new Float64Array(to - from));
    const unknown = new Float64Array(columns.length);
    // The performance of every trial in one half and in the other.
    const pair = columns.map(() => new Float64Array(2));
    for (let place = from; place < to; place++) {
      const [half, other] = [choices[place]!, choices[choices.length - 1 - place]!];
      for (let trial = 0; trial < measured.length; trial++) {
        const [own, mirrored] = [checked(measured[trial]!(half)), checked(measured[trial]!(other))];
        pair[trial]![0] = own;
        pair[trial]![1] = mirrored;
        if (Number.isNaN(own + mirrored)) unknown[trial] = 1;
      }
      [splitOf(pair, 0), splitOf(pair, 1)].forEach((split, side) => {
        FIELDS.forEach((field, index) => (found[side * FIELDS.length + index]![place - from] = split[field]));
      });
    }
    return [...found, unknown];
  };
}

/** All divisions in their order, and the places of the trials that are undefined somewhere. */
export interface AllSplits {
  readonly splits: readonly Split[];
  readonly undefinedTrials: ReadonlySet<number>;
}

/** Puts pieces together, in any order of theirs. */
export class SplitGather {
  readonly #splits: Split[];
  readonly #undefined = new Set<number>();
  /** Pairs that have come. */
  taken = 0;

  constructor(readonly pairs: number) {
    this.#splits = new Array<Split>(2 * pairs);
  }

  add(from: number, columns: readonly Float64Array[]): void {
    const count = columns[0]!.length;
    for (let index = 0; index < count; index++) {
      const place = from + index;
      this.#splits[place] = splitFrom(columns, 0, index);
      this.#splits[this.#splits.length - 1 - place] = splitFrom(columns, FIELDS.length, index);
    }
    columns[2 * FIELDS.length]!.forEach((one, trial) => {
      if (one === 1) this.#undefined.add(trial);
    });
    this.taken += count;
  }

  finish(): AllSplits {
    return { splits: this.#splits, undefinedTrials: this.#undefined };
  }
}

function splitFrom(columns: readonly Float64Array[], first: number, index: number): Split {
  const [best, logit, inSample, outOfSample] = FIELDS.map((_, field) => columns[first + field]![index]!);
  return { best: best!, logit: logit!, inSample: inSample!, outOfSample: outOfSample! };
}
