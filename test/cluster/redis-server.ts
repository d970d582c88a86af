import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

const PROGRAM = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/usr/bin/valkey-server'].find((path) =>
  existsSync(path),
);

/** Why these tests are skipped; undefined where they run. */
export const noServer = PROGRAM === undefined ? 'there is no redis-server' : undefined;

/** A server of a test's own, on the loopback address. */
export interface TestServer {
  readonly port: number;
  readonly url: string;
  /** The number of its process. */
  pid(): number;
  /** Ends it at once, and starts it anew on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server. With `persistent` it writes down every change before it says that it was made. */
export async function startServer(given: { password?: string; persistent?: boolean } = {}): Promise<TestServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'cluster-redis-'));
  const { password, persistent = false } = given;
  const words = ['--save', '', '--maxmemory-policy', 'noeviction', '--bind', '127.0.0.1', '--port', String(port)];
  if (persistent) words.push('--appendonly', 'yes', '--appendfsync', 'always');
  if (password !== undefined) words.push('--requirepass', password);
  const begin = async (): Promise<ChildProcess> => {
    const child = spawn(PROGRAM!, [...words, '--dir', folder], { stdio: 'ignore' });
    const probe = new Redis({ port, ...(password === undefined ? {} : { password }), retryStrategy: () => 50 });
    probe.on('error', () => undefined);
    await probe.ping();
    probe.disconnect();
    return child;
  };
  let child = await begin();
  return {
    port,
    pid: () => child.pid!,
    url: `redis://${password === undefined ? '' : `:${encodeURIComponent(password)}@`}127.0.0.1:${port}`,
    restart: async () => {
      await ended(child, 'SIGKILL');
      child = await begin();
    },
    stop: async () => {
      await ended(child, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends a process that a test started, and waits for its end. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
