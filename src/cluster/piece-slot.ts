import { findGuilty } from './find-guilty.js';
import type { RunSpec, ThreadOrder } from './messages.js';
import { startProcessHost, startThreadHost } from './piece-host.js';
import { type Outcome, PieceRunner } from './piece-runner.js';

/** A piece in full. */
export type PieceOrder = Omit<ThreadOrder, 'order'>;

/** Nobody waits for the piece any more. */
export class RunOver extends Error {}

/** How a piece is worked out. */
export interface SlotOptions {
  /** Seconds that it may take. */
  readonly limit: number;
  readonly kind: RunSpec['kind'];
  /** Not on a thread of this process: something of this run has ended one. */
  readonly apart: boolean;
}

/**
 * One piece at a time: on a thread, or, once something of its run has ended a thread or a whole worker, in a process of its own, whose end does no harm. There it is
 * looked for what did it.
 */
export class PieceSlot {
  readonly #thread = new PieceRunner(startThreadHost);
  readonly #process = new PieceRunner(startProcessHost);

  /**
   * The packed record of a piece, whatever it does.
   *
   * @param goesOn called before each step of the search for what ended a thread: whether the run still wants to know.
   * @throws RunOver
   */
  async work(
    order: PieceOrder,
    { limit, kind, apart }: SlotOptions,
    goesOn: () => Promise<boolean>,
  ): Promise<Uint8Array> {
    // Nothing needs it any more.
    if (!apart) await this.#process.end();
    const found = await (apart ? this.#process : this.#thread).ask(order, limit);
    if ('record' in found) return found.record;
    const ask = async (piece: PieceOrder): Promise<Outcome> => {
      if (await goesOn()) return this.#process.ask(piece, limit);
      throw new RunOver();
    };
    return findGuilty(ask, order, kind);
  }

  async end(): Promise<void> {
    await Promise.all([this.#thread.end(), this.#process.end()]);
  }
}
