import { fork } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadOrder } from './messages.js';

/** What works pieces out beside the program that answers the server: a thread of it, or a process of its own. */
export interface PieceHost {
  tell(order: ThreadOrder): void;
  /** Ends it at once, whatever it does. */
  end(): Promise<void>;
}

/** What is heard of a host. */
export interface HostListener {
  answer(this: void, answer: ThreadAnswer): void;
  /** It is gone. */
  fault(this: void, said: string): void;
}

/** The file that both run. CommonJS has a path where modules have an address. */
const file = (): URL =>
  new URL(
    './cluster-thread.js',
    import.meta.url.startsWith('file:') ? import.meta.url : pathToFileURL(import.meta.url).href,
  );

/** What connects to the server is no business of strategies. */
function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env['BACKTILT_REDIS'];
  return env;
}

/** A thread: starts fast and shares the memory of the data, but what ends the process ends all. */
export function startThreadHost({ answer, fault }: HostListener): PieceHost {
  const worker = new Worker(file(), { env: environment() });
  worker.on('message', answer);
  worker.on('error', ({ message }) => {
    fault(`the thread ended: ${message}`);
  });
  worker.on('messageerror', ({ message }) => {
    fault(`the thread could not be understood: ${message}`);
  });
  worker.on('exit', (code) => {
    fault(`the thread ended with code ${code}`);
  });
  return {
    tell: (order) => {
      worker.postMessage(order);
    },
    end: async () => {
      await worker.terminate();
    },
  };
}

/** A process: whatever ends it leaves the worker alive, which sees how it ended. */
export function startProcessHost({ answer, fault }: HostListener): PieceHost {
  const child = fork(fileURLToPath(file()), [], {
    env: environment(),
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let known: string | undefined;
  let over = false;
  const gone = new Promise<void>((resolve) => {
    const end = (said: string): void => {
      over = true;
      fault(said);
      resolve();
    };
    child.once('error', ({ message }) => {
      end(`the process could not be used: ${message}`);
    });
    child.once('exit', (code, signal) => {
      end(`the process ended with ${signal === null ? `code ${code}` : `signal ${signal}`}`);
    });
  });
  child.on('message', answer);
  return {
    tell: (order) => {
      const { run, spec, data } = order;
      // Memory is not shared between processes: a run is sent once.
      const sent = known === run ? { spec: undefined, data: undefined } : { spec: own(spec), data: own(data) };
      known = run;
      child.send({ ...order, ...sent }, (error) => {
        if (error !== null && !over) child.kill('SIGKILL');
      });
    },
    end: async () => {
      if (!over) child.kill('SIGKILL');
      await gone;
    },
  };
}

/** A copy in memory that is not shared: that cannot be sent. */
const own = (bytes: Uint8Array | undefined): Uint8Array | undefined =>
  bytes === undefined ? undefined : new Uint8Array(bytes);
