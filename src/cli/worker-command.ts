import { startClusterWorker } from '../cluster/index.js';
import { InputError } from '../core/index.js';

/** Options of `backtilt worker` as the command line gives them. */
export interface WorkerCommandOptions {
  readonly redis?: string;
  readonly concurrency?: string;
  readonly prefix?: string;
  readonly silence?: string;
}

/** `backtilt worker --redis redis://host`: works for whoever hands out work, until it is told to end. The address may stand in BACKTILT_REDIS: command lines can be read by others. */
export async function workerCommand(options: WorkerCommandOptions, print: (text: string) => void): Promise<void> {
  const { redis = process.env['BACKTILT_REDIS'], concurrency, prefix, silence } = options;
  if (redis === undefined) {
    throw new InputError(
      'option.missing',
      'worker: no server was named. Give --redis redis://host:6379, or set BACKTILT_REDIS.',
    );
  }
  const worker = await startClusterWorker(redis, {
    ...(concurrency === undefined ? {} : { concurrency: Number(concurrency) }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(silence === undefined ? {} : { silenceSeconds: Number(silence) }),
  });
  print(`Working for ${worker.place} on ${worker.concurrency} threads. Ctrl+C ends it once what was begun is done.`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await worker.close();
}
