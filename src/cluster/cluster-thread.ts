import { hostname } from 'node:os';
import { errorToParts } from '../core/index.js';
import type { PieceRecord, ThreadAnswer, ThreadOrder } from './messages.js';
import { pack } from './pack.js';
import { type ReadyRun, readyRun, runPiece } from './run-pieces.js';

/** Runs that a thread keeps ready: programs may take turns. */
const MOST_READY = 4;

type Tell = (answer: ThreadAnswer, handedOver: ArrayBuffer) => void;

/** Works one piece out after the other. */
function follower(tell: Tell): (order: ThreadOrder) => void {
  const ready = new Map<string, Promise<ReadyRun>>();
  let latest: Pick<ThreadOrder, 'spec' | 'data'> | undefined;
  const follow = async ({ run, piece, params, ...given }: ThreadOrder): Promise<PieceRecord> => {
    if (given.spec !== undefined) latest = given;
    let found = ready.get(run);
    if (found === undefined) {
      if (ready.size >= MOST_READY) ready.delete([...ready.keys()][0]!);
      ready.set(run, (found = readyRun(latest!.spec!, latest!.data!, hostname())));
    }
    try {
      return runPiece(await found, piece, params);
    } catch (error) {
      ready.delete(run);
      return { kind: 'refused', error: errorToParts(error) };
    }
  };
  const nothing = new Uint8Array();
  tell({ order: 0, record: nothing }, nothing.buffer);
  return (order) => {
    void follow(order).then((found) => {
      const record = pack(found);
      tell({ order: order.order, record }, record.buffer as ArrayBuffer);
    });
  };
}

/** Ends this process when the worker that started it is gone, also in the middle of a piece. */
async function endWithParent(): Promise<void> {
  const { Worker } = await import('node:worker_threads');
  const watch = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL'); }, 1000);`;
  new Worker(watch, { eval: true }).unref();
}

/** The file that a thread of a worker runs, and the process in which a worker looks for what ends threads. */
async function listen(): Promise<void> {
  const { parentPort } = await import('node:worker_threads');
  if (parentPort !== null) {
    const follow = follower((answer, handedOver) => {
      parentPort.postMessage(answer, [handedOver]);
    });
    parentPort.on('message', follow);
    return;
  }
  await endWithParent();
  process.on(
    'message',
    follower((answer) => process.send?.(answer)),
  );
  process.once('disconnect', () => process.exit());
}

void listen();
