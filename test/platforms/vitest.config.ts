import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The packed library on other platforms: apart from the suite, because it needs a build. With BUILT=1 the present dist/ is taken as it is. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/platforms/**/*.test.ts'],
    globalSetup: ['test/platforms/stranger.ts'],
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
