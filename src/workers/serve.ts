import { type ChunkRunner, makeChunkRunner } from '../engine/index.js';
import { errorToParts } from './error-parts.js';
import { loadFactory } from './load-factory.js';
import type { Answer, Order } from './messages.js';

/** How a thread answers: numbers may be handed over instead of copied. */
export type Tell = (answer: Answer, handedOver: readonly ArrayBuffer[]) => void;

/** What a thread does with its orders, one after the other. */
export function serve(tell: Tell): (order: Order) => void {
  let current: { readonly job: number; readonly runner: ChunkRunner } | undefined;
  const follow = async (order: Order): Promise<void> => {
    if (order.kind === 'job') {
      const { job, parts } = order;
      const runner = makeChunkRunner(parts, await loadFactory(parts.strategy));
      current = { job, runner };
      tell({ kind: 'ready', job, chunk: runner.chunk }, []);
      return;
    }
    const { job, from, to, params } = order;
    if (current?.job !== job) return;
    const columns = current.runner.run(from, to, params);
    const buffers = columns.map(({ buffer }) => buffer as ArrayBuffer);
    tell({ kind: 'done', job, from, columns }, buffers);
  };
  let turn: Promise<void> = Promise.resolve();
  return (order) => {
    turn = turn
      .then(() => follow(order))
      .catch((error: unknown) => {
        const from = order.kind === 'job' ? -1 : order.from;
        tell({ kind: 'failed', job: order.job, from, error: errorToParts(error) }, []);
      });
  };
}
