import { InputError } from '../core/index.js';
import { wordsFor } from '../engine/index.js';
import type { ClusterWork } from './cluster-work.js';

/** Who ended processes, or took too long; `from` is -1 for the making ready. */
export interface Killed {
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly late: boolean;
}

/** What one number of a kind of work is called. */
const ONE = { sweep: 'variant', bootstrap: 'replication', 'overfitting check': 'pair of divisions' } as const;

/** Names what ends processes, as a variant that throws is named. */
export function killedError({ what, variant }: ClusterWork, { from, to, said, late }: Killed): InputError {
  const params = to - from === 1 ? variant(from) : undefined;
  const given = params === undefined ? '' : ` (${wordsFor(params)})`;
  const which =
    from < 0
      ? "making ready (the strategy's module, and its first variant)"
      : to - from === 1
        ? `${ONE[what]} ${from}${given}`
        : `${ONE[what]}s ${from} to ${to - 1}`;
  const found = late
    ? `${said} ("pieceSeconds"), and was ended. It may never end; if it is only long, raise "pieceSeconds" of cluster(connection, options).`
    : `ended every process that ran it (${said}). Run it alone on one thread: it may end the process by itself, or need more memory than a worker has.`;
  const details = { what, from, to, said, late };
  return new InputError(
    'cluster.killed',
    `${what}, ${which}: ${found}`,
    params === undefined ? details : { ...details, variant: from, params },
  );
}
