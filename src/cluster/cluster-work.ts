import { createHash } from 'node:crypto';
import { jobToParts, type SweepJob } from '../engine/index.js';
import type { KnownJob, SplitJob } from '../inference/index.js';
import type { RunSpec } from './messages.js';
import { moduleAddress, moduleHash, sha256 } from './module-hash.js';
import { pack } from './pack.js';
import { ownVersions } from './versions.js';

/** A run that can be handed out in pieces. */
export interface ClusterWork {
  readonly what: 'sweep' | 'bootstrap' | 'overfitting check';
  /** The digest of the run: of the job, the data and the versions. Whoever starts the same run again finds what is done. */
  readonly id: string;
  readonly spec: Uint8Array;
  readonly data: Uint8Array;
  readonly dataHash: string;
  /** Variants, replications or pairs of divisions. */
  readonly count: number;
  /** How many of them belong together; undefined where a worker must be asked. */
  readonly unit: number | undefined;
  /** The first pieces. */
  readonly first: number;
  /** The longest piece. */
  readonly most: number;
  /** Packed parameters of variants that follow from no grid. */
  params(this: void, from: number, to: number): Uint8Array | undefined;
  /** The parameters of a variant; undefined where there are none. */
  variant(this: void, index: number): object | undefined;
}

/** Variants of a list that are hashed, and at most sent, together. */
const LIST_PIECE = 4096;

/** The longest piece of a grid, so that an answer has a few megabytes. */
const LONGEST = 65_536;

/**
 * A sweep as work for a cluster.
 *
 * @throws InputError `option.type` for what cannot travel, `option.range` and `file.missing` for modules.
 */
export async function sweepWork(job: SweepJob): Promise<ClusterWork> {
  const { count, grid, variants } = job;
  const { store, strategy, ...rest } = jobToParts(job);
  let hash: string | undefined;
  let source = strategy;
  if ('module' in strategy) {
    const address = moduleAddress(String(strategy.module));
    hash = await moduleHash(address, 'cluster, strategy');
    source = { ...strategy, module: address };
  }
  const params = (from: number, to: number): Uint8Array | undefined =>
    grid === undefined ? pack(variants(from, to)) : undefined;
  return made('sweep', 'sweep', { ...rest, strategy: source }, ['store', store], hash, {
    ...{ count, unit: undefined, first: 1, most: grid === undefined ? LIST_PIECE : LONGEST, params },
    variant: (index) => variants(index, index + 1)[0],
  });
}

/** A bootstrap as work for a cluster. */
export function bootstrapWork({ returns, ...rest }: KnownJob, replications: number): ClusterWork {
  return made('bootstrap', 'bootstrap', rest, ['returns', returns], undefined, {
    ...{ count: replications, unit: 1, first: 500, most: LONGEST, params: () => undefined },
    variant: () => undefined,
  });
}

/** The divisions of an overfitting check as work for a cluster. */
export function splitWork({ columns, ...rest }: SplitJob, pairs: number): ClusterWork {
  // About the additions that take a tenth of a second.
  const first = Math.max(1, Math.ceil(2e7 / (columns.length * rest.blocks)));
  return made('overfitting check', 'divisions', rest, ['columns', columns], undefined, {
    ...{ count: pairs, unit: 1, first, most: LONGEST, params: () => undefined },
    variant: () => undefined,
  });
}

type Sizes = Pick<ClusterWork, 'count' | 'unit' | 'first' | 'most' | 'params' | 'variant'>;

function made(
  what: ClusterWork['what'],
  kind: RunSpec['kind'],
  rest: RunSpec['rest'] | object,
  [dataKey, given]: readonly [string, unknown],
  hash: string | undefined,
  sizes: Sizes,
): ClusterWork {
  const data = pack(given);
  const dataHash = sha256(data);
  const spec = pack({ kind, rest, dataKey, dataHash, moduleHash: hash } satisfies Record<keyof RunSpec, unknown>);
  const digest = createHash('sha256').update(`${ownVersions()}\n${sizes.count}\n`).update(spec);
  for (let from = 0; from < sizes.count; from += LIST_PIECE) {
    const params = sizes.params(from, Math.min(from + LIST_PIECE, sizes.count));
    if (params === undefined) break;
    digest.update(params);
  }
  return { what, id: digest.digest('hex'), spec, data, dataHash, ...sizes };
}
