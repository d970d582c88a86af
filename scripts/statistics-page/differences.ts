import type { Difference } from './difference.js';
import { differencesOfBenchmark } from './differences-of-benchmark.js';
import { differencesOfRatios } from './differences-of-ratios.js';
import { differencesOfRisk } from './differences-of-risk.js';

/** What other tools do differently, and by how much: kept by hand, computed by test/statistics-page.test.ts. */
export const differences: readonly Difference[] = [
  ...differencesOfRisk,
  ...differencesOfRatios,
  ...differencesOfBenchmark,
];
