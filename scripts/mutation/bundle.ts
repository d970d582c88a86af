import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Names under which a bundle asks for what must not be loaded anew with it: Vitest's functions. */
export const testApi = '__testApi';

const doors = /^backtilt(?:\/(data|report|io|testing|workers|cluster))?$/;

const plugin = (root: string): Plugin => ({
  name: 'tests',
  setup(tools) {
    tools.onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'test-api' }));
    tools.onLoad({ filter: /.*/, namespace: 'test-api' }, () => ({
      contents: `module.exports = globalThis.${testApi};`,
    }));
    tools.onResolve({ filter: doors }, ({ path }) => {
      const door = doors.exec(path)?.[1];
      return { path: resolve(root, 'src', door === undefined ? 'index.ts' : `${door}/index.ts`) };
    });
    // A bundle in CommonJS knows no import.meta: every file is told its address.
    tools.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const address = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
});

/** All test files and the instrumented source as one text, whose modules are evaluated when they are first asked for: `(require) => ({ [file]: load })`. */
export const bundleTests = async (root: string, testFiles: readonly string[]): Promise<string> => {
  const entry = testFiles.map(
    (file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(resolve(root, file))}),`,
  );
  const result = await build({
    stdin: { contents: `module.exports = {\n${entry.join('\n')}\n};`, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    external: [
      '@duckdb/*',
      'danfojs-node',
      'bullmq',
      'ioredis',
      'esbuild',
      'typescript',
      'playwright-core',
      'fast-check',
      'luxon',
      'zod',
      'papaparse',
      'simple-statistics',
      'fastest-levenshtein',
      'commander',
      'prettier',
      'tsx',
      'vega',
      'vega-lite',
    ],
    plugins: [plugin(root)],
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error('The bundle of the tests is empty.');
  return output.text;
};

export const requireFrom = (root: string): NodeJS.Require => createRequire(resolve(root, 'package.json'));
