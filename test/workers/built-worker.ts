import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsup';
import { afterAll, beforeAll } from 'vitest';
import { threads, type Threads } from 'backtilt/workers';
import { root } from '../support/source-files.js';

/**
 * Threads of one bundled file, as an application has them that bundles the library: they start faster than from the source tree. The file lies inside the repository,
 * where its packages are found.
 */
export function builtThreads(): (count: number) => Threads {
  let folder = '';
  const made: Threads[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'built-worker-'));
    await build({
      config: false,
      entry: { worker: `${root}src/workers/worker.ts` },
      outDir: folder,
      format: 'esm',
      target: 'node20',
      noExternal: [/.*/],
      outExtension: () => ({ js: '.mjs' }),
      silent: true,
    });
  });
  afterAll(async () => {
    await Promise.all(made.map((one) => one.close()));
    rmSync(folder, { recursive: true, force: true });
  });
  return (count) => {
    const one = threads(count, { url: pathToFileURL(join(folder, 'worker.mjs')) });
    made.push(one);
    return one;
  };
}
