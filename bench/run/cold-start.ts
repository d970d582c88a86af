import { fixedMixRun } from '../jobs/one-mix.js';
import { fivePanel } from '../jobs/panels.js';
import type { Library } from './job.js';

/** The first steps of a process, in milliseconds. */
export interface ColdStart {
  /** Importing the root, with the packages that it uses. */
  readonly loading: number;
  /** The first backtest and its summary. */
  readonly firstCall: number;
}

/** What a user waits for at the very beginning. */
export function coldStart(library: Library, loading: number): ColdStart {
  const panel = fivePanel(library);
  const start = performance.now();
  fixedMixRun(library, panel);
  return { loading, firstCall: performance.now() - start };
}
