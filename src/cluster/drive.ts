import type { Redis } from 'ioredis';
import { errorFromParts, InputError, nameList } from '../core/index.js';
import { READY } from './keys.js';
import { killedError } from './killed-error.js';
import type { PieceRecord } from './messages.js';
import { disjoint, nameOf, type Piece, PiecePlan, pieceOf } from './piece-plan.js';
import type { RunStore } from './run-store.js';

export type Done = (from: number, columns: readonly Float64Array[]) => void;

/** Pieces in the queue for each thread: while one is worked on, the next is there already. */
const AHEAD = 3;

/** Pieces that are looked after in one go; among many they take turns. */
const LOOKED_AFTER = 64;

/** How often it is looked whether something was lost. */
const LOOK_SECONDS = 1;

const now = (): number => performance.now() / 1000;

/**
 * Hands out a run and takes what comes, until all is there. What the server holds is the truth, messages are hints: a message that is lost, a piece that is lost or a
 * server that was started anew without its memory are found by looking, and what is not there is handed out again. What was taken is never taken twice.
 */
export class Drive {
  readonly #store: RunStore;
  readonly #done: Done;
  readonly #patience: number;
  /** Pieces handed out and not taken. */
  readonly #open = new Set<string>();
  readonly #bad: string[] = [];
  #known: Piece[] = [];
  #plan: PiecePlan | undefined;
  #failure: { readonly from: number; readonly error: Error } | undefined;
  #over = false;
  #threads = 0;
  #taken = 0;
  #heard = now();
  #looked = 0;

  constructor(store: RunStore, done: Done, patience: number) {
    this.#store = store;
    this.#done = done;
    this.#patience = patience;
  }

  /** @throws what the first variant that fails throws, as on one thread; `cluster.*`. */
  async run(blocking: Redis): Promise<void> {
    await this.#begin();
    while (this.#taken < this.#store.work.count && !this.#over) {
      if (now() - this.#looked > LOOK_SECONDS) await this.#look();
      await this.#fill();
      await this.#take(await this.#store.listen(blocking));
      if (this.#failure !== undefined && !this.#earlier(this.#failure.from)) throw this.#failure.error;
    }
    if (!this.#over) await this.#store.forget();
  }

  /** Leaves the server in order after a failure: what is done stays for the next attempt. */
  async leave(): Promise<void> {
    this.#over = true;
    await this.#store.drop(this.#open, this.#bad);
  }

  /** What an earlier program, that ended before its time, left behind is taken; what it had handed out is waited for. */
  async #begin(): Promise<void> {
    const { work } = this.#store;
    await this.#store.put();
    const { open, done } = await this.#store.known();
    const ranges = (names: readonly string[]): Piece[] => names.flatMap((name) => pieceOf(name) ?? []);
    this.#known = disjoint([...ranges(done), ...ranges(open)].filter(({ to }) => to <= work.count));
    for (const piece of this.#known) this.#open.add(nameOf(piece));
    if (work.unit === undefined) this.#open.add(READY);
    else this.#plan = new PiecePlan({ ...work, unit: work.unit }, this.#known);
    await this.#take(done);
    await this.#store.handOut([...this.#open]);
  }

  async #fill(): Promise<void> {
    const names: string[] = [];
    const threads = Math.max(1, this.#threads);
    const below = this.#failure?.from ?? Infinity;
    while (this.#plan !== undefined && this.#open.size < AHEAD * threads + 2) {
      const piece = this.#plan.next(threads, below);
      if (piece === undefined) break;
      names.push(nameOf(piece));
      this.#open.add(nameOf(piece));
    }
    await this.#store.handOut(names);
  }

  /** Takes pieces that are said to be done, each once. */
  async #take(said: readonly string[]): Promise<void> {
    const names = [...new Set(said)].filter((name) => this.#open.has(name));
    // A few at a time: each may have megabytes.
    for (let at = 0; at < names.length; at += LOOKED_AFTER) {
      const some = names.slice(at, at + LOOKED_AFTER);
      (await this.#store.records(some)).forEach((record, place) => {
        if (record !== undefined) this.#enter(some[place]!, record);
      });
    }
  }

  #enter(name: string, record: PieceRecord): void {
    if (this.#over) return;
    this.#open.delete(name);
    this.#heard = now();
    const piece = pieceOf(name) ?? { from: -1, to: -1 };
    switch (record.kind) {
      case 'ready':
        this.#plan = new PiecePlan(
          { ...this.#store.work, unit: record.unit, first: record.unit * this.#store.work.first },
          this.#known,
        );
        return;
      case 'done':
        this.#plan?.learn(piece, record.seconds);
        this.#taken += piece.to - piece.from;
        this.#done(piece.from, record.columns);
        return;
      case 'failed':
        this.#bad.push(name);
        this.#fail(piece.from, errorFromParts(record.error));
        return;
      case 'killed':
        this.#bad.push(name);
        this.#fail(record.from, killedError(this.#store.work, record));
        return;
      case 'refused':
        this.#bad.push(name);
        throw errorFromParts(record.error);
    }
  }

  /** Of several failures the first one in the order of variants is told, as one thread would have met it. */
  #fail(from: number, error: Error): void {
    if (this.#failure === undefined || from < this.#failure.from) this.#failure = { from, error };
  }

  #earlier(from: number): boolean {
    if ((this.#plan?.first ?? -1) < from) return true;
    for (const name of this.#open) if ((pieceOf(name)?.from ?? -1) < from) return true;
    return false;
  }

  /** Looks after pieces of which nothing is heard. */
  async #look(): Promise<void> {
    this.#looked = now();
    const store = this.#store;
    this.#threads = await store.threads();
    await this.#assertSomeoneWorks();
    if (await store.lost()) {
      await store.put();
      await this.#take([...this.#open]);
      await store.handOut([...this.#open]);
      return;
    }
    const some = [...this.#open].slice(0, LOOKED_AFTER);
    const fates = await Promise.all(some.map((name) => store.fate(name)));
    // Asked after the fates: what has left the queue as done has its record by now.
    await this.#take(some);
    const again: string[] = [];
    some.forEach((name, place) => {
      if (!this.#open.has(name)) return;
      // To the end of the line: others are looked after next time.
      this.#open.delete(name);
      this.#open.add(name);
      const fate = fates[place];
      if (fate === '') again.push(name);
      else if (fate !== undefined) this.#givenUp(name, fate);
    });
    await store.handOut(again);
  }

  /** The queue itself has given a piece up. */
  #givenUp(name: string, said: string): void {
    const { from, to } = pieceOf(name) ?? { from: -1, to: -1 };
    this.#fail(from, killedError(this.#store.work, { from, to, said, late: false }));
  }

  async #assertSomeoneWorks(): Promise<void> {
    if (this.#threads > 0) {
      this.#heard = now();
      return;
    }
    if (now() - this.#heard < this.#patience) return;
    const begun = await this.#store.begun();
    const last =
      begun.length === 0
        ? ''
        : ` The last ones had begun ${nameList(begun)} when they ended, and may have ended over it.`;
    throw new InputError(
      'cluster.no-workers',
      `${this.#store.work.what}: no worker has been heard of for ${this.#patience} s.${last} Start one: backtilt worker --redis <address> (with the same --prefix, if one was given). Started again, the same run goes on where it stopped.`,
      { seconds: this.#patience, begun },
    );
  }
}
