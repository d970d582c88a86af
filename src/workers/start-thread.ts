import { InputError } from '../core/index.js';
import { isNode } from './is-node.js';
import { startNodeThread } from './node-thread.js';
import type { Thread } from './thread.js';
import { startWebThread } from './web-thread.js';

/** Starts a thread and waits until it listens. */
export async function startThread(url: URL | undefined): Promise<Thread> {
  try {
    const thread = await (isNode() ? startNodeThread(url) : startWebThread(url));
    await new Promise<void>((resolve, reject) => {
      thread.listen({
        answer: () => {
          resolve();
        },
        fault: reject,
      });
    });
    return thread;
  } catch (cause) {
    throw threadFailure('could not be started', cause);
  }
}

/** The error of a thread that is no more. */
export function threadFailure(what: string, cause: unknown): InputError {
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const failure = new InputError(
    'thread.failed',
    `threads: a thread ${what} (${said}). Fewer threads need less memory; where a bundler moved the library, say where the thread's file lies: threads(2, { url }). Without "on" no threads are needed.`,
    { cause: said },
  );
  failure.cause = cause;
  return failure;
}
