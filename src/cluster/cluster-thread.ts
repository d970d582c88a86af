import { hostname } from 'node:os';
import { errorToParts } from '../core/index.js';
import type { PieceRecord, ThreadAnswer, ThreadOrder } from './messages.js';
import { pack } from './pack.js';
import { type ReadyRun, readyRun, runPiece } from './run-pieces.js';

/** Runs that a thread keeps ready: programs may take turns. */
const MOST_READY = 4;

/** The file that a thread of a worker runs: one piece after the other. */
async function listen(): Promise<void> {
  const { parentPort } = await import('node:worker_threads');
  const ready = new Map<string, Promise<ReadyRun>>();
  const follow = async ({ run, piece, params, spec, data }: ThreadOrder): Promise<PieceRecord> => {
    let found = ready.get(run);
    if (found === undefined) {
      if (ready.size >= MOST_READY) ready.delete([...ready.keys()][0]!);
      ready.set(run, (found = readyRun(spec, data, hostname())));
    }
    try {
      return runPiece(await found, piece, params);
    } catch (error) {
      ready.delete(run);
      return { kind: 'refused', error: errorToParts(error) };
    }
  };
  parentPort?.on('message', (order: ThreadOrder) => {
    void follow(order).then((found) => {
      const record = pack(found);
      const answer: ThreadAnswer = { order: order.order, record };
      parentPort.postMessage(answer, [record.buffer as ArrayBuffer]);
    });
  });
}

void listen();
