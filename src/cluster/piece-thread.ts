import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadOrder } from './messages.js';

/** A thread of a worker, that can be asked for one piece after the other. Where it ends, the next piece starts another. */
export class PieceThread {
  readonly #file: URL;
  #worker: Worker | undefined;
  #waiting: Waiting | undefined;
  #order = 0;

  constructor() {
    // CommonJS has a path where modules have an address.
    const here = import.meta.url.startsWith('file:') ? import.meta.url : pathToFileURL(import.meta.url).href;
    this.#file = new URL('./cluster-thread.js', here);
  }

  /** The packed record of a piece; rejects where the thread ended over it. */
  ask(asked: Omit<ThreadOrder, 'order'>): Promise<Uint8Array> {
    this.#order++;
    const order: ThreadOrder = { ...asked, order: this.#order };
    return new Promise((resolve, reject) => {
      this.#waiting = { order: order.order, resolve, reject };
      (this.#worker ??= this.#start()).postMessage(order);
    });
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    // What connects to the server is no business of strategies.
    const env = { ...process.env };
    delete env['BACKTILT_REDIS'];
    const worker = new Worker(this.#file, { env });
    const fault = (error: Error): void => {
      // Of a thread that was given up nothing is heard.
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      void worker.terminate();
      this.#waiting?.reject(error);
    };
    worker.on('message', ({ order, record }: ThreadAnswer) => {
      if (this.#waiting?.order === order) this.#waiting.resolve(record);
    });
    worker.on('error', fault);
    worker.on('messageerror', fault);
    worker.on('exit', (code) => {
      fault(new Error(`the thread ended with code ${code}`));
    });
    return worker;
  }
}

interface Waiting {
  readonly order: number;
  readonly resolve: (record: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}
