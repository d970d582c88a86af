import { errorToParts } from '../core/index.js';
import { loadFactory, makeChunkRunner } from '../engine/index.js';
import { makeReplicator, makeSplitter } from '../inference/index.js';
import type { Answer, Order } from './messages.js';

/** How a thread answers: numbers may be handed over instead of copied. */
export type Tell = (answer: Answer, handedOver: readonly ArrayBuffer[]) => void;

/** What a thread has made ready for. */
interface Ready {
  readonly chunk: number | undefined;
  run(this: void, from: number, to: number, params: readonly object[] | undefined): readonly Float64Array[];
}

/** What a thread does with its orders, one after the other. */
export function serve(tell: Tell): (order: Order) => void {
  let current: { readonly job: number; readonly ready: Ready } | undefined;
  const follow = async (order: Order): Promise<void> => {
    if (order.kind !== 'piece') {
      const { job } = order;
      current = undefined;
      const ready = await readyFor(order);
      current = { job, ready };
      tell({ kind: 'ready', job, chunk: ready.chunk }, []);
      return;
    }
    const { job, from, to, params } = order;
    if (current?.job !== job) return;
    const columns = current.ready.run(from, to, params);
    const buffers = columns.map(({ buffer }) => buffer as ArrayBuffer);
    tell({ kind: 'done', job, from, columns }, buffers);
  };
  let turn: Promise<void> = Promise.resolve();
  return (order) => {
    turn = turn
      .then(() => follow(order))
      .catch((error: unknown) => {
        const from = order.kind === 'piece' ? order.from : -1;
        tell({ kind: 'failed', job: order.job, from, error: errorToParts(error) }, []);
      });
  };
}

async function readyFor(order: Exclude<Order, { readonly kind: 'piece' }>): Promise<Ready> {
  if (order.kind === 'bootstrap') return { chunk: undefined, run: makeReplicator(order.parts) };
  if (order.kind === 'divisions') return { chunk: undefined, run: makeSplitter(order.parts) };
  return makeChunkRunner(order.parts, await loadFactory(order.parts.strategy));
}
