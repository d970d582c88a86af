import type { Answer } from './messages.js';
import type { Thread } from './thread.js';

/** A thread of Node's. */
export async function startNodeThread(given: URL | undefined): Promise<Thread> {
  const { Worker } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:worker_threads');
  const here = await addressOf(import.meta.url);
  const worker =
    given === undefined && here.endsWith('.ts')
      ? new Worker(await sourceProgram(here), { eval: true })
      : new Worker(given ?? new URL('./worker.js', here));
  return {
    tell: (order) => {
      worker.postMessage(order);
    },
    listen({ answer, fault }) {
      worker.removeAllListeners();
      worker.on('message', (message: Answer) => {
        answer(message);
      });
      worker.on('messageerror', fault);
      worker.on('error', fault);
      worker.on('exit', (code) => {
        fault(new Error(`The thread ended with code ${code}.`));
      });
    },
    hold: (working) => {
      if (working) worker.ref();
      else worker.unref();
    },
    end: async () => {
      worker.removeAllListeners();
      // An error on the way out has nobody to tell.
      worker.on('error', () => undefined);
      await worker.terminate();
    },
  };
}

/** The address of a file that may be given by its path, as CommonJS does. */
async function addressOf(file: string): Promise<string> {
  if (file.startsWith('file:')) return file;
  const { pathToFileURL } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:url');
  return pathToFileURL(file).href;
}

/** In the source tree a thread must first learn to read TypeScript. */
async function sourceProgram(here: string): Promise<string> {
  const { createRequire } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:module');
  const reader = await addressOf(
    createRequire(here)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  );
  const file = new URL('./worker.ts', here).href;
  return `import('${reader}').then(({ register }) => { register(); return import('${file}'); });`;
}
