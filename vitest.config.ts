import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Tests that put something else in the place of a module or a global: each has a copy of the source of its own. */
const replacesModules = [
  'test/budgets/operation-counts.test.ts',
  'test/engine/lean-and-general.test.ts',
  'test/engine/sweep/wasm-fallback.test.ts',
];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^backtilt$/, replacement: source('index.ts') },
      { find: /^backtilt\/(data|report|io|testing|workers|cluster)$/, replacement: `${source('')}$1/index.ts` },
    ],
  },
  test: {
    // All cores: left to itself the runner keeps one of them free, which of two is half.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // The source is read once per process, not once per file.
      {
        extends: true,
        test: { name: 'shared', isolate: false, include: ['test/**/*.test.ts'], exclude: replacesModules },
      },
      { extends: true, test: { name: 'own', include: replacesModules } },
    ],
  },
});
