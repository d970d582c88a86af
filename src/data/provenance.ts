import type { Frequency } from '../time/index.js';

/** Where a bundled set comes from and what was done to it: enough to find the figures again and to cite them. */
export interface Provenance {
  /** The function of 'backtilt/data' that gives the set. */
  readonly name: string;
  /** The member of the function's answer, where it gives several sets. */
  readonly part?: string;
  readonly title: string;
  readonly publisher: string;
  /** 'irregular' where the rows are events, not periods. */
  readonly frequency: Frequency | 'irregular';
  /** How many series (columns) the set has. */
  readonly series: number;
  /** First and last row, as the publisher labels them. */
  readonly span: { readonly from: string; readonly to: string };
  /** The units of the answer. */
  readonly units: string;
  /** The state of the source: a release, or the last day it covers. */
  readonly vintage: string;
  /** What was computed between the publisher's figures and the answer. */
  readonly transformation: string;
  /** Errors of the source that were put right, each with the reason. */
  readonly corrections?: readonly string[];
  readonly terms: string;
  /** SHA-256 of the encoded string, in hexadecimal. */
  readonly checksum: string;
}
