import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Tests that put something else in the place of a module or a global: each has a copy of the source of its own. */
const replacesModules = [
  'test/budgets/operation-counts.test.ts',
  'test/engine/lean-and-general.test.ts',
  'test/engine/sweep/wasm-fallback.test.ts',
];

/**
 * Tests in which no date is read or written, or which start other programs: a browser, a Redis server, threads, bundlers. One time zone is enough for them; with
 * ZONE=again they are left out.
 */
const sameInEveryZone = [
  'test/api-surface.test.ts',
  'test/bench/**',
  'test/browser/**',
  'test/budgets/**',
  'test/cluster/**',
  'test/engine/lean-and-general.test.ts',
  'test/engine/sweep/wasm-*.test.ts',
  'test/notebooks/**',
  'test/release/**',
  'test/stats/long-paths.test.ts',
  'test/table/display-registry.test.ts',
  'test/workers/**',
];
const leftOut = process.env['ZONE'] === 'again' ? sameInEveryZone : [];

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
        test: {
          name: 'shared',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...replacesModules, ...leftOut],
        },
      },
      { extends: true, test: { name: 'own', include: replacesModules, exclude: leftOut } },
    ],
  },
});
