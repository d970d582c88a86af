import type * as backtilt from 'backtilt';

/** The public functions of the library, as the measured bundle exports them. */
export type Library = typeof backtilt;

/** A figure of ours beside the same one from elsewhere. */
export interface Check {
  readonly what: string;
  readonly found: number;
  readonly expected: number;
  /** How far apart they may be, relative to the expected one. */
  readonly within: number;
}

/** The other implementations: kernels in `bench/native`. */
export type Peer = 'C' | 'numba';

/** What a job may take: so many times another's time, or so many milliseconds. */
export type Target = { readonly of: Peer | 'J6'; readonly times: number } | { readonly milliseconds: number };

/** A job with its data in place. */
export interface Prepared {
  /** Everything that must be right before anything is timed. */
  readonly checks: () => readonly Check[];
  /** What is timed. */
  readonly run: () => unknown;
}

/** One of the measured jobs. */
export interface Job {
  readonly name: string;
  readonly title: string;
  /** The job of `bench/native` that it is compared with, and the programs that have it. */
  readonly native?: { readonly job: string; readonly peers: readonly Peer[] };
  readonly target: Target;
  /** What the other implementations must have found. */
  readonly nativeChecks?: (figures: NativeFigures) => readonly Check[];
  readonly prepare: (library: Library) => Prepared;
}

/** Figures as the kernels print them. */
export type NativeFigures = Readonly<Record<string, number | readonly number[]>>;

/** A check of a figure that is known to some digits. */
export const check = (what: string, found: number, expected: number, within = 1e-11): Check => ({
  what,
  found,
  expected,
  within,
});

/** Whether a check holds; what is not a number never does. */
export const holds = ({ found, expected, within }: Check): boolean =>
  Math.abs(found - expected) <= within * Math.abs(expected);

/** One number of a kernel's figures. */
export function nativeFigure(figures: NativeFigures, name: string, place?: number): number {
  const value = figures[name];
  const number = typeof value === 'object' ? value[place ?? 0] : value;
  return number ?? NaN;
}
