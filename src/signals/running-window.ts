import { assertKnownOptions, assertNumber, InputError } from '../core/index.js';

/** What a figure is measured against: what was known up to it, all or the latest part. Never the whole sample. */
export interface RunningWindow {
  /** How many of the latest values, itself among them; or 'expanding' for all up to it. */
  readonly window: number | 'expanding';
  /** How many values there must be before the first answer, 2 or more; with a number as window that number when absent. */
  readonly minObservations?: number | undefined;
  /** Days by which an answer is known later than its observation; 0 when absent. For figures published after their `knownOn`. */
  readonly lagDays?: number | undefined;
}

/** A window that was checked. */
export interface CheckedWindow {
  /** Infinity for an expanding one. */
  readonly size: number;
  readonly enough: number;
  readonly lagDays: number;
  readonly words: string;
}

export const windowOptions = ['window', 'minObservations', 'lagDays'] as const;

export function checkWindow(
  where: string,
  options: RunningWindow,
  known: readonly string[] = windowOptions,
): CheckedWindow {
  assertKnownOptions(where, options, known);
  const { window, minObservations, lagDays = 0 } = options;
  const given: unknown = window;
  if (typeof given === 'string' && given !== 'expanding') {
    throw new InputError(
      'option.range',
      `${where}: "window" is "${given}"; it must be 'expanding', or how many of the latest values, such as 120.`,
      { where, option: 'window', found: given },
    );
  }
  if (window !== 'expanding') assertNumber(where, 'window', window, { min: 2, integer: true });
  if (window === 'expanding' && minObservations === undefined) {
    throw new InputError(
      'option.missing',
      `${where}: with an expanding window "minObservations" must say how many values are enough for a first answer, such as 120.`,
      { where, option: 'minObservations' },
    );
  }
  const size = window === 'expanding' ? Infinity : window;
  const enough = minObservations ?? size;
  assertNumber(where, 'minObservations', enough, { min: 2, max: size, integer: true });
  assertNumber(where, 'lagDays', lagDays, { min: 0, integer: true });
  return { size, enough, lagDays, words: window === 'expanding' ? 'its history' : `its last ${size} values` };
}
