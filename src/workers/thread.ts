import type { Answer, Order } from './messages.js';

/** Where the answers of a thread go. One listener at a time: a thread works on one sweep or bootstrap. */
export interface ThreadListener {
  answer(this: void, answer: Answer): void;
  /** The thread has ended: it could not be started, or something inside it brought it down. */
  fault(this: void, cause: unknown): void;
}

/** A thread, on whatever platform. */
export interface Thread {
  /** @throws a `DataCloneError` for what cannot cross. */
  tell(this: void, order: Order): void;
  listen(this: void, listener: ThreadListener): void;
  /** Keeps the program running while the thread works, or lets it end. */
  hold(this: void, working: boolean): void;
  end(this: void): Promise<void>;
}
