import { errorFromParts } from '../core/index.js';
import type { Answer } from './messages.js';
import { threadFailure } from './start-thread.js';
import type { Thread } from './thread.js';
import type { Work } from './work.js';

/** Pieces that a thread has before it: while it answers one, the next is there already. */
const AHEAD = 2;

/** What a run over threads needs. */
export interface JobRun {
  readonly number: number;
  readonly work: Work;
  readonly threads: readonly Thread[];
  readonly done: (from: number, columns: readonly Float64Array[]) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Hands the pieces of some work out to threads as they become free. Resolves when all are done; rejects with the error of the first piece (in the order of
 * variants or replications) that has one, as one thread would have met it. Threads that are still busy then are the caller's to end.
 */
export function runJob({ number, work, threads, done, signal }: JobRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = new Set<number>();
    let [next, taken, over] = [0, 0, false];
    let failure: { readonly from: number; readonly error: Error } | undefined;

    const settle = (end: () => void): void => {
      if (over) return;
      over = true;
      signal?.removeEventListener('abort', abort);
      end();
    };
    const stop = (reason: Error): void => {
      settle(() => {
        reject(reason);
      });
    };
    const abort = (): void => {
      stop(signal?.reason as Error);
    };
    const attempt = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        stop(error as Error);
      }
    };
    const fail = (from: number, error: Error): void => {
      if (failure === undefined || from < failure.from) failure = { from, error };
      for (const earlier of open) if (earlier < failure.from) return;
      stop(failure.error);
    };
    const feed = (thread: Thread, chunk: number | undefined): void => {
      if (over || failure !== undefined || next >= work.count) return;
      const from = next;
      const to = work.end(from, chunk);
      next = to;
      open.add(from);
      tellPiece(thread, number, work, from, to);
    };
    const hear = (thread: Thread, answer: Answer, chunk: { size: number | undefined }): void => {
      if (over || answer.kind === 'listening' || answer.job !== number) return;
      switch (answer.kind) {
        case 'ready':
          chunk.size = answer.chunk;
          for (let piece = 0; piece < AHEAD; piece++) feed(thread, chunk.size);
          return;
        case 'failed':
          open.delete(answer.from);
          fail(answer.from, errorFromParts(answer.error));
          return;
        case 'done':
          open.delete(answer.from);
          taken += answer.columns[0]!.length;
          feed(thread, chunk.size);
          done(answer.from, answer.columns);
          if (taken === work.count) settle(resolve);
          else if (failure !== undefined) fail(failure.from, failure.error);
      }
    };

    if (signal?.aborted === true) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort);
    for (const thread of threads) {
      const chunk: { size: number | undefined } = { size: undefined };
      thread.listen({
        answer: (answer) => {
          attempt(() => {
            hear(thread, answer, chunk);
          });
        },
        fault: (cause) => {
          stop(threadFailure(`ended in the middle of a ${work.what}`, cause));
        },
      });
      attempt(() => {
        thread.tell(work.order(number));
      });
    }
  });
}

function tellPiece(thread: Thread, number: number, work: Work, from: number, to: number): void {
  try {
    thread.tell(work.piece(number, from, to));
  } catch (error) {
    work.assertPieceCrosses(from, to);
    throw error;
  }
}
