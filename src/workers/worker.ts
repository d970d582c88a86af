import type { Order } from './messages.js';
import { isNode } from './is-node.js';
import { serve } from './serve.js';

interface Scope {
  onmessage: ((event: { readonly data: Order }) => void) | null;
  postMessage(message: unknown, handedOver: readonly ArrayBuffer[]): void;
}

/** The file that a thread runs: listens for orders, and says so. */
async function listen(): Promise<void> {
  if (isNode()) {
    const { parentPort } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:worker_threads');
    if (parentPort !== null) {
      parentPort.on(
        'message',
        serve((answer, handedOver) => {
          parentPort.postMessage(answer, handedOver);
        }),
      );
      parentPort.postMessage({ kind: 'listening' });
      return;
    }
  }
  const scope = globalThis as unknown as Scope;
  const follow = serve((answer, handedOver) => {
    scope.postMessage(answer, handedOver);
  });
  scope.onmessage = ({ data }) => {
    follow(data);
  };
  scope.postMessage({ kind: 'listening' }, []);
}

void listen();
