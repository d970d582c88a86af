import type { ThreadOrder } from './messages.js';
import type { HostListener, PieceHost } from './piece-host.js';

/** A host that ended over a piece, or was ended because it took too long. */
export interface Ended {
  readonly said: string;
  /** Whether it took too long. */
  readonly late: boolean;
}

/** The packed record of a piece, or how its host ended. */
export type Outcome = { readonly record: Uint8Array } | { readonly ended: Ended };

/** Asks a thread or a process for one piece after the other. Where it ends, the next piece starts another. */
export class PieceRunner {
  readonly #start: (listener: HostListener) => PieceHost;
  #host: PieceHost | undefined;
  /** Whether the host has said that it is there. */
  #there = false;
  #waiting: Waiting | undefined;
  #order = 0;

  constructor(start: (listener: HostListener) => PieceHost) {
    this.#start = start;
  }

  /** @param limit seconds after which the host is ended; to start one does not count. */
  ask(asked: Omit<ThreadOrder, 'order'>, limit: number): Promise<Outcome> {
    const order = ++this.#order;
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer);
        this.#waiting = undefined;
        resolve(outcome);
      };
      const begin = (): void => {
        timer = setTimeout(() => {
          void this.end();
          settle({ ended: { said: `took longer than ${limit} s`, late: true } });
        }, limit * 1000);
      };
      this.#waiting = { order, settle, begin };
      (this.#host ??= this.#begin()).tell({ ...asked, order });
      if (this.#there) begin();
    });
  }

  async end(): Promise<void> {
    const host = this.#host;
    this.#host = undefined;
    await host?.end();
  }

  #begin(): PieceHost {
    this.#there = false;
    const host = this.#start({
      answer: ({ order, record }) => {
        if (this.#host !== host) return;
        if (order === 0) {
          this.#there = true;
          this.#waiting?.begin();
        } else if (this.#waiting?.order === order) this.#waiting.settle({ record });
      },
      fault: (said) => {
        // Of a host that was given up nothing is heard.
        if (this.#host !== host) return;
        this.#host = undefined;
        void host.end();
        this.#waiting?.settle({ ended: { said, late: false } });
      },
    });
    return host;
  }
}

interface Waiting {
  readonly order: number;
  readonly settle: (outcome: Outcome) => void;
  /** The host begins with it. */
  readonly begin: () => void;
}
