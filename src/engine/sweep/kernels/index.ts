// Written by scripts/build-kernels.ts: change it there.
import type { FusedInput } from '../fused-input.js';
import { fused1 } from './fused-1.js';
import { fused2 } from './fused-2.js';
import { fused3 } from './fused-3.js';
import { fused4 } from './fused-4.js';
import { fused5 } from './fused-5.js';
import { fused6 } from './fused-6.js';
import { fused7 } from './fused-7.js';
import { fused8 } from './fused-8.js';

/** Variants that a kernel carries at once: it reads and writes as far as the last of them, past the number of variants that it is given. */
export const LANES = 3;

/** The kernel for some columns, by their number; none for 0. */
export const kernels: readonly (((input: FusedInput, variants: number) => void) | undefined)[] = [
  undefined,
  fused1,
  fused2,
  fused3,
  fused4,
  fused5,
  fused6,
  fused7,
  fused8,
];
