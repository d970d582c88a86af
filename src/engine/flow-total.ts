import { sum } from '../core/index.js';
import type { FlowRecord } from './result.js';

/** All money that came (side 1) or went (side −1), as a number of 0 or more. */
export const flowTotal = (flows: readonly FlowRecord[], side: 1 | -1): number =>
  sum(flows.map(({ amount }) => Math.max(0, amount * side)));
