import { storeFromParts } from '../../panel/index.js';
import { type SweepJobParts, optionsFromParts } from './job-parts.js';
import { gridSpace } from './parameter-space.js';
import { type ChunkInput, chunkOf, runChunk } from './run-chunk.js';
import { Setups } from './setup.js';
import { readSource } from './strategy-source.js';
import { noPathsYet } from './sweep-diagnostics.js';
import { readMetrics } from './sweep-metrics.js';

/** Runs pieces of one sweep, on whatever thread it was made. */
export interface ChunkRunner {
  /** Variants of a piece. Whole pieces only: then every figure is the same to the last bit as on one thread. */
  readonly chunk: number;
  /**
   * The figures of the variants `from` to `to` − 1, one column per metric.
   *
   * @param params the variants themselves, where the sweep is no grid.
   */
  run(this: void, from: number, to: number, params: readonly object[] | undefined): Float64Array[];
}

/**
 * Makes a sweep that was taken apart ready to run.
 *
 * @param factory the function that makes strategies, where it came from a module.
 */
export function makeChunkRunner(parts: SweepJobParts, factory: ((params: object) => unknown) | undefined): ChunkRunner {
  const { strategyOf } = readSource(factory ?? parts.strategy, 'sweep');
  const metrics = readMetrics(parts.metrics, 'sweep');
  const options = optionsFromParts(parts);
  const setups = new Setups(storeFromParts(parts.store), options);
  const grid = parts.grid === undefined ? undefined : gridSpace(parts.grid, 'sweep');
  const step = (): void => undefined;
  const inputOf = (from: number, params: readonly object[]): ChunkInput => ({
    space: grid ?? { count: params.length, names: [], variant: (index) => params[index - from]! },
    strategyOf,
    metrics,
    options,
    setups,
    step,
    paths: noPathsYet(),
  });
  return {
    chunk: chunkOf(inputOf(0, [parts.first])),
    run(from, to, params = []) {
      const columns = metrics.map(() => new Float64Array(to - from));
      runChunk(inputOf(from, params), from, to, columns);
      return columns;
    },
  };
}
