import { fivePanel } from '../jobs/panels.js';
import { sweepTilts } from '../jobs/tilt-sweep.js';
import { holds, check, type Library } from './job.js';
import { memoryHeld } from './measure.js';

/** A sweep too large to be kept: its time and the most memory that the process held. */
export interface LargeSweep {
  readonly variants: number;
  /** Of a tenth of the variants, and of all. */
  readonly seconds: readonly [number, number];
  /** MB before the sweep, after a tenth of it, and at most. */
  readonly memory: readonly [number, number, number];
}

/** Sweeps a tenth of the variants and then all, keeping the best hundred. */
export function millionVariants(library: Library, variants: number): LargeSweep {
  const panel = fivePanel(library);
  const before = memoryHeld();
  const run = (count: number): number => {
    const start = performance.now();
    const found = sweepTilts(library, panel, count / 2, undefined, { keep: { best: 100, by: 'sharpeRatio' } });
    if (!holds(check('variants', found.trials, count, 0)))
      throw new Error(`${found.trials} variants instead of ${count}`);
    return (performance.now() - start) / 1000;
  };
  const tenth = run(variants / 10);
  const between = memoryHeld();
  const all = run(variants);
  return { variants, seconds: [tenth, all], memory: [before, between, memoryHeld()] };
}
