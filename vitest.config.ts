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
 * Tests in which no date is read or written, or which start other programs: a browser, a Redis server, threads, bundlers; the pages of docs. One time zone is enough for them; with
 * ZONE=again they are left out.
 */
const sameInEveryZone = [
  'test/api-surface.test.ts',
  'test/bench/**',
  'test/browser/**',
  'test/budgets/**',
  'test/cluster/**',
  'test/doc-examples.test.ts',
  'test/engine/lean-and-general.test.ts',
  'test/engine/sweep/wasm-*.test.ts',
  'test/inference/bootstrap/bootstrap.test.ts',
  'test/inference/bootstrap/kernels.test.ts',
  'test/inference/distributions/**',
  'test/inference/overfitting/data-snooping.test.ts',
  'test/inference/overfitting/null-experiment.test.ts',
  'test/inference/regression/least-squares.test.ts',
  'test/inference/resampling/block-indices.test.ts',
  'test/inference/sharpe/sharpe-difference.test.ts',
  'test/markdown.test.ts',
  'test/mutation/**',
  'test/notebooks/**',
  'test/release/**',
  'test/stats/long-paths.test.ts',
  'test/stats/precision.test.ts',
  'test/table/display-registry.test.ts',
  'test/workers/**',
];
/**
 * What of it rests most on the version of Node: threads, WebAssembly, how things print. (`npm run platforms` runs everything on each version.) With NODE_VERSION=other these run
 * although ZONE=again leaves them out.
 */
const restsOnNode = [
  'test/engine/lean-and-general.test.ts',
  'test/engine/sweep/wasm-*.test.ts',
  'test/table/display-registry.test.ts',
  'test/workers/**',
];
const again = process.env['ZONE'] === 'again';
const newNode = process.env['NODE_VERSION'] === 'other';
const leftOut = sameInEveryZone.filter((one) => again && !(newNode && restsOnNode.includes(one)));
/** The packed library on other platforms needs a build: test/platforms/vitest.config.ts. */
const needsBuild = 'test/platforms/**';

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
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'out/coverage',
      // What runs in processes of its own (workers of a cluster, threads, the command) is not seen, and counts as missed.
      thresholds: { lines: 95, branches: 90 },
    },
    projects: [
      // The source is read once per process, not once per file.
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...replacesModules, ...leftOut, needsBuild],
        },
      },
      { extends: true, test: { name: 'own', include: replacesModules, exclude: leftOut } },
    ],
  },
});
