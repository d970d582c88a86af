import { assertNumber } from '../core/index.js';
import { checkOptions } from './check-options.js';

/** Options of the statistics that look at the worst returns. */
export interface ConfidenceLevelOption {
  /** The share of periods that is expected to do better, from 0.5 up to but not including 1; 0.95 when absent. */
  readonly level?: number | undefined;
}

/** The checked `level` option. A level under one half is the tail's share by mistake: it is refused, not turned round. */
export function confidenceLevelOf(where: string, options: ConfidenceLevelOption): number {
  checkOptions(where, options, ['level']);
  const { level = 0.95 } = options;
  const allowed = 'a confidence level from 0.5 up to but not including 1, such as 0.95 for the worst 5 % of periods';
  assertNumber(where, 'level', level, { min: 0.5, max: 1 - Number.EPSILON / 2, allowed });
  return level;
}
