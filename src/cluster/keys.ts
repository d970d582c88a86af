/** The names under which a cluster keeps its things, all below one prefix. */
export interface Keys {
  /** Where BullMQ keeps its own. */
  readonly prefix: string;
  /** Workers by the second of their latest sign of life; each as `id:threads`. */
  readonly workers: string;
  /** Data by their SHA-256. */
  data(this: void, hash: string): string;
  run(this: void, id: string): RunKeys;
}

/** The names of one run. */
export interface RunKeys {
  /** What is to be done, without the data. */
  readonly spec: string;
  /** What was found, by piece. */
  readonly done: string;
  /** Pieces that were handed out. */
  readonly open: string;
  /** Pieces that were done lately: what the program that waits listens to. */
  readonly news: string;
  /** How often pieces were begun that have not ended. */
  readonly tries: string;
}

/** The name of the queue. */
export const QUEUE = 'pieces';

/** The piece that makes ready: a worker answers how many variants belong together. */
export const READY = 'ready';

export const keysBelow = (prefix: string): Keys => ({
  prefix,
  workers: `${prefix}:workers`,
  data: (hash) => `${prefix}:data:${hash}`,
  run: (id) => {
    const run = `${prefix}:run:${id}`;
    return {
      ...{ spec: `${run}:spec`, done: `${run}:done`, open: `${run}:open` },
      ...{ news: `${run}:news`, tries: `${run}:tries` },
    };
  },
});
