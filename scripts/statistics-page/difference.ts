import type { SampleName } from './samples.js';

/** What others give under the name of a statistic. */
export interface Elsewhere {
  /** On the same sample, by their formula; absent where there is none to print. */
  readonly figure?: string;
  /** Who: a tool, with the function where it has many, or a text. */
  readonly by: string;
  /** What they do. */
  readonly how: string;
}

/** How far a statistic is from what others call so. The figures are text, as printed; a test computes each of them. */
export interface Difference {
  readonly statistic: string;
  readonly sample: SampleName;
  /** Options that both figures need, in words. */
  readonly given?: string;
  /** The figure of the library; absent where only words can be said. */
  readonly here?: string;
  readonly elsewhere: readonly Elsewhere[];
}

/** A figure of others. */
export const as = (figure: string, by: string, how: string): Elsewhere => ({ figure, by, how });
