import { describeValue, InputError, isSparse, type ReadonlyFloat64Array } from '../../core/index.js';
import { assertReturnSeries, pairWith, type ReturnSeries } from '../../panel/index.js';
import { mixedKindsWarning } from '../doubt-words.js';
import type { IsoDate } from '../../time/index.js';

/** The returns of everything that was tried: return series, or a matrix as one array of numbers for each trial. */
export type Trials = readonly ReturnSeries[] | readonly (readonly number[] | ReadonlyFloat64Array)[];

/** Trials on the rows on which all of them have a return. */
export interface TrialMatrix {
  readonly names: readonly string[];
  /** One column for each trial, all of one length. */
  readonly columns: readonly Float64Array[];
  readonly rows: number;
  /** Rows between the first and the last common one that are left out: a return is missing. */
  readonly holes: number;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Lays trials side by side on their common rows. */
export function trialMatrix(where: string, trials: Trials, fewest: number): TrialMatrix {
  const given: unknown = trials;
  if (!Array.isArray(given) || isSparse(given) || given.length < fewest) {
    const found = Array.isArray(given) ? `${given.length} of them` : describeValue(given);
    throw new InputError(
      'option.type',
      `${where}: the trials must be an array of at least ${fewest} return series, or of as many arrays of returns; found ${found}.`,
      { where, found },
    );
  }
  const list: readonly unknown[] = given;
  const plain = list.every((one) => Array.isArray(one) || (ArrayBuffer.isView(one) && 'length' in one));
  const matrix = plain ? fromNumbers(where, list as readonly ArrayLike<unknown>[]) : fromSeries(where, list);
  if (matrix.rows > 0) return matrix;
  throw new InputError(
    'panel.empty-window',
    `${where}: the ${list.length} trials have no row on which all of them have a return. Compare what lived at the same time.`,
    { where },
  );
}

function fromNumbers(where: string, list: readonly ArrayLike<unknown>[]): TrialMatrix {
  const rows = list[0]!.length;
  const columns = list.map((one, trial) => {
    if (one.length !== rows) {
      throw new InputError(
        'panel.ragged',
        `${where}: trial ${trial} has ${one.length} returns, trial 0 has ${rows}; all need as many.`,
        { where, trial },
      );
    }
    const bad = Array.from(one).findIndex((value) => !Number.isFinite(value));
    if (bad < 0) return Float64Array.from(one as ArrayLike<number>);
    throw new InputError(
      'panel.value',
      `${where}: trial ${trial}, row ${bad} is ${describeValue(one[bad])}; returns are finite numbers. Series may have holes, a matrix may not.`,
      { where, trial, row: bad },
    );
  });
  const names = columns.map((_, trial) => `trial ${trial}`);
  return { names, columns, rows, holes: 0, from: null, to: null };
}

function fromSeries(where: string, list: readonly unknown[]): TrialMatrix {
  const series = list.map((one, trial) => {
    assertReturnSeries(where, `trial ${trial}`, one);
    return one;
  });
  const first = series[0]!;
  const columns = series.map((one) => pairWith(first, one, where));
  const complete = (row: number): boolean => columns.every((one) => !Number.isNaN(one[row]!));
  const rows = Array.from({ length: first.values.length }, (_, row) => row).filter(complete);
  return {
    names: series.map(({ name }) => name),
    columns: columns.map((one) => Float64Array.from(rows, (row) => one[row]!)),
    rows: rows.length,
    holes: rows.at(-1)! - rows[0]! + 1 - rows.length,
    from: rows.length === 0 ? null : first.calendar.date(rows[0]! - 1),
    to: rows.length === 0 ? null : first.calendar.date(rows.at(-1)!),
  };
}

/** What is said where trials that are series are of different kinds. */
export function mixedKindsOf(trials: Trials): string[] {
  return mixedKindsWarning([...trials].filter((one): one is ReturnSeries => 'meta' in one));
}
