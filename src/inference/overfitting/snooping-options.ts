import {
  assertKnownOptions,
  assertNumber,
  assertObject,
  InputError,
  type ReadonlyFloat64Array,
} from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import type { IsoDate } from '../../time/index.js';
import { politisWhite } from '../bootstrap/politis-white.js';
import { mixedKindsOf, trialMatrix, type Trials } from './trial-matrix.js';

/** Options of {@link realityCheck} and {@link superiorPredictiveAbility}. */
export interface DataSnoopingOptions {
  /** What the trials are to beat, of the kind of the trials. Absent: the trials are differences already, or cash at 0 is to be beaten. */
  readonly benchmark?: ReturnSeries | readonly number[] | ReadonlyFloat64Array | undefined;
  /** Mean block length of the stationary bootstrap, in rows, at most half of them; with under ten blocks the tests reject too often. When absent the longest that the rule of Politis and White gives for a trial. */
  readonly blockLength?: number | undefined;
  /** A whole number; 1 when absent. */
  readonly seed?: number | undefined;
  /** Resamples; 1,000 when absent. */
  readonly replications?: number | undefined;
}

/** The differences of trials and benchmark, row by row, and how they are to be resampled. */
export interface SnoopingInput {
  readonly names: readonly string[];
  readonly benchmark: string | null;
  readonly differences: readonly Float64Array[];
  readonly n: number;
  readonly holes: number;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly blockLength: number;
  readonly automatic: boolean;
  /** The kinds of the series, where they differ, as a warning. */
  readonly kinds: readonly string[];
  readonly seed: number;
  readonly replications: number;
}

/** Checks trials and options of a test for data snooping. */
export function snoopingInput(where: string, trials: Trials, options: DataSnoopingOptions = {}): SnoopingInput {
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, options, ['benchmark', 'blockLength', 'seed', 'replications']);
  const { benchmark, blockLength, seed = 1, replications = 1000 } = options;
  assertNumber(where, 'seed', seed, { integer: true });
  assertNumber(where, 'replications', replications, { min: 1, max: 10_000_000, integer: true });
  const list: unknown = trials;
  const count = Array.isArray(list) ? list.length : 0;
  const together = benchmark === undefined || count === 0 ? trials : ([...trials, benchmark] as unknown as Trials);
  const { names, columns, rows, ...rest } = trialMatrix(where, together, 1);
  if (rows < 3) {
    throw new InputError('option.range', `${where}: there are ${rows} common rows; at least 3 are needed.`, {
      where,
      rows,
    });
  }
  const other = benchmark === undefined ? undefined : columns.at(-1)!;
  const differences = columns
    .slice(0, count)
    .map((column) => (other === undefined ? column : column.map((value, row) => value - other[row]!)));
  return {
    names: names.slice(0, count),
    benchmark: other === undefined ? null : (names.at(-1) ?? null),
    differences,
    n: rows,
    ...rest,
    blockLength: lengthOf(where, blockLength, differences, rows),
    automatic: blockLength === undefined,
    kinds: mixedKindsOf(together),
    seed,
    replications,
  };
}

function lengthOf(
  where: string,
  blockLength: number | undefined,
  differences: readonly Float64Array[],
  rows: number,
): number {
  const longest = rows / 2;
  if (blockLength !== undefined) {
    const allowed = `a mean number of rows from 1 to ${longest}, so that the ${rows} rows make at least two blocks`;
    assertNumber(where, 'blockLength', blockLength, { min: 1, max: longest, allowed });
    return blockLength;
  }
  const found = differences.map((one) => politisWhite(one).stationary).filter((length) => !Number.isNaN(length));
  if (found.length > 0) return Math.min(longest, Math.max(1, ...found));
  throw new InputError(
    'option.missing',
    `${where}: ${rows} rows are too few to find a block length, or no trial differs from the benchmark. Give "blockLength".`,
    { where, option: 'blockLength' },
  );
}
