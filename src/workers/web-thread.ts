import type { Answer } from './messages.js';
import type { Thread } from './thread.js';

interface WebWorker {
  onmessage: ((event: { readonly data: Answer }) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?: () => void }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

declare const Worker: new (url: URL, options: { readonly type: 'module' }) => WebWorker;

/** A thread of a browser's. */
export function startWebThread(given: URL | undefined): Thread {
  // Bundlers look for this very expression: it is how the file of the thread gets into a bundle.
  const worker =
    given === undefined
      ? new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
      : new Worker(given, { type: 'module' });
  return {
    tell: (order) => {
      worker.postMessage(order);
    },
    listen({ answer, fault }) {
      worker.onmessage = ({ data }) => {
        answer(data);
      };
      worker.onmessageerror = fault;
      worker.onerror = (event) => {
        event.preventDefault?.();
        fault(new Error(event.message ?? 'The file of the thread could not be loaded.'));
      };
    },
    // A page lives on anyway.
    hold: () => undefined,
    end: () => {
      worker.terminate();
      return Promise.resolve();
    },
  };
}
