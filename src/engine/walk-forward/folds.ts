import { assertKnownOptions, assertNumber, assertObject, describeValue, InputError } from '../../core/index.js';

/** How history is divided: lengths in rows of the panel. */
export interface WalkWindows {
  /** Rows of a training window; of the first one, where it is anchored. */
  readonly train: number;
  /** Rows of a test window; each begins where the one before ended. */
  readonly test: number;
  /** Every training window begins with the first row and grows; otherwise it rolls. */
  readonly anchored?: boolean;
  /** Rows at the end of training that are left out because what was decided on them is still held in the test. */
  readonly purge?: number;
  /** More rows between training and test that are left out because returns remember each other. */
  readonly embargo?: number;
}

/** Rows of one training and one test window, all included. */
export interface Fold {
  readonly trainFirst: number;
  readonly trainLast: number;
  readonly testFirst: number;
  readonly testLast: number;
}

/** Divides rows into folds; what is left over after the last whole test window is left out. */
export function makeFolds(windows: WalkWindows, first: number, last: number, where: string): Fold[] {
  const place = `${where}, windows`;
  assertObject(place, 'the options', windows);
  assertKnownOptions(place, windows, ['train', 'test', 'anchored', 'purge', 'embargo']);
  const { train, test, anchored = false, purge = 0, embargo = 0 } = windows;
  assertNumber(place, 'train', train, { min: 2, integer: true });
  assertNumber(place, 'test', test, { min: 1, integer: true });
  assertNumber(place, 'purge', purge, { min: 0, max: train - 2, integer: true });
  assertNumber(place, 'embargo', embargo, { min: 0, integer: true });
  assertFlag(place, 'anchored', anchored);
  const folds: Fold[] = [];
  for (let testFirst = first + train + embargo; testFirst + test - 1 <= last; testFirst += test) {
    const end = testFirst - embargo - 1;
    folds.push({
      trainFirst: anchored ? first : end - train + 1,
      trainLast: end - purge,
      testFirst,
      testLast: testFirst + test - 1,
    });
  }
  if (folds.length > 0) return folds;
  const rows = Math.max(0, last - first + 1);
  throw new InputError(
    'option.range',
    `${place}: ${train} training rows, ${embargo} of embargo and ${test} test rows do not fit into the ${rows} rows there are. Shorten the windows or bring more data.`,
    { train, test, embargo, rows },
  );
}

/** Refuses what is neither true nor false. */
export function assertFlag(where: string, option: string, value: unknown): void {
  if (typeof value === 'boolean') return;
  throw new InputError('option.type', `${where}: "${option}" is ${describeValue(value)}; it must be true or false.`, {
    where,
    option,
    found: describeValue(value),
  });
}
