import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

const doors = {
  index: 'src/index.ts',
  data: 'src/data/index.ts',
  report: 'src/report/index.ts',
  io: 'src/io/index.ts',
  testing: 'src/testing/index.ts',
  workers: 'src/workers/index.ts',
  cluster: 'src/cluster/index.ts',
};

/** Started, not imported; threads of both builds run the same file. */
const started = {
  cli: 'src/cli/main.ts',
  worker: 'src/workers/worker.ts',
  'cluster-thread': 'src/cluster/cluster-thread.ts',
};

const shared: Options = {
  target: 'node20',
  // The doors share their code in chunks, so a panel made behind one is the panel that another knows.
  splitting: true,
  sourcemap: true,
  // Without the "node:" nobody could see that a file needs Node.
  removeNodeProtocol: false,
  // The builds below run side by side: with `clean` one of them would delete what another has just written.
  clean: false,
  // Source maps name the files but do not carry them: with their contents the bundled data would be shipped twice.
  esbuildOptions: (options) => {
    options.sourcesContent = false;
  },
};

export default defineConfig(() => {
  rmSync('dist', { recursive: true, force: true });
  return [
    { ...shared, name: 'esm', entry: { ...doors, ...started }, format: 'esm' },
    // No maps here: those of split CommonJS lead no further than the built file itself, by its absolute path.
    {
      ...shared,
      name: 'cjs',
      entry: doors,
      format: 'cjs',
      sourcemap: false,
      // CommonJS has a path where modules have an address; what asks for one reads both.
      define: { 'import.meta.url': '__filename' },
    },
    { ...shared, name: 'types', entry: doors, format: ['esm', 'cjs'], dts: { only: true } },
  ];
});
