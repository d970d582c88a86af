import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/source-files.js';
import { ended } from './redis-server.js';

/** The command line, the thread of a worker and the doors, built as they are published. */
export interface BuiltCluster {
  readonly folder: string;
  /** Starts `backtilt worker` and waits until it works. */
  worker(url: string, ...words: string[]): Promise<StartedProcess>;
  /** The same, with variables of its environment. */
  workerWith(env: NodeJS.ProcessEnv, url: string, ...words: string[]): Promise<StartedProcess>;
  /** Starts a program that imports what it needs from './doors.js'. */
  program(text: string): StartedProcess;
  end(): Promise<void>;
}

/** A process of a test. */
export interface StartedProcess {
  readonly child: ChildProcess;
  /** All that it has written so far. */
  said(): string;
  /** Waits until it has written something that matches. */
  until(pattern: RegExp): Promise<void>;
}

/** @param copied a folder where all was built, to be copied. */
export async function buildCluster(copied?: string): Promise<BuiltCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'built-cluster-'));
  const started: ChildProcess[] = [];
  if (copied === undefined) await bundle(folder);
  else
    for (const name of readdirSync(copied))
      if (name.endsWith('.js')) copyFileSync(join(copied, name), join(folder, name));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const start = (words: readonly string[], env: NodeJS.ProcessEnv = {}): StartedProcess => {
    const child = spawn(process.execPath, words, { cwd: folder, env: { ...process.env, ...env } });
    started.push(child);
    let text = '';
    let heard = (): void => undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (some: Buffer) => {
        text += some.toString();
        heard();
      });
    }
    return {
      child,
      said: () => text,
      until: (pattern) =>
        new Promise((resolve, reject) => {
          heard = () => {
            if (pattern.test(text)) resolve();
          };
          child.once('exit', (code) => {
            reject(new Error(`ended with ${code}: ${text}`));
          });
          heard();
        }),
    };
  };
  let programs = 0;
  const workerWith: BuiltCluster['workerWith'] = async (env, url, ...words) => {
    const one = start(['cli.js', 'worker', '--silence', '1', ...words], { ...env, BACKTILT_REDIS: url });
    await one.until(/Working for/);
    return one;
  };
  return {
    folder,
    workerWith,
    worker: (url, ...words) => workerWith({}, url, ...words),
    program: (text) => {
      const name = `program-${programs++}.js`;
      writeFileSync(join(folder, name), text);
      return start([name]);
    },
    end: async () => {
      await Promise.all(started.map((child) => ended(child, 'SIGKILL')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function bundle(folder: string): Promise<void> {
  const doors =
    "export * from './src/index.ts'; export * from './src/testing/index.ts'; export * from './src/cluster/index.ts';";
  await build({
    entryPoints: {
      cli: `${root}src/cli/main.ts`,
      'cluster-thread': `${root}src/cluster/cluster-thread.ts`,
      doors: 'doors',
    },
    plugins: [
      {
        name: 'doors',
        setup: (all) => {
          all.onResolve({ filter: /^doors$/ }, () => ({ path: 'doors', namespace: 'doors' }));
          all.onLoad({ filter: /.*/, namespace: 'doors' }, () => ({ contents: doors, resolveDir: root, loader: 'ts' }));
        },
      },
    ],
    ...{ outdir: folder, bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20' },
    ...{ packages: 'external', logLevel: 'silent' },
  });
}
