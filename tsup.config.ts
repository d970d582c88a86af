import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

const doors = {
  index: 'src/index.ts',
  data: 'src/data/index.ts',
  report: 'src/report/index.ts',
  io: 'src/io/index.ts',
  testing: 'src/testing/index.ts',
};

const shared: Options = {
  target: 'node20',
  // The doors share their code in chunks, so a panel made behind one is the panel that another knows.
  splitting: true,
  sourcemap: true,
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
    { ...shared, name: 'esm', entry: { ...doors, cli: 'src/cli/main.ts' }, format: 'esm' },
    // No maps here: those of split CommonJS lead no further than the built file itself, by its absolute path.
    { ...shared, name: 'cjs', entry: doors, format: 'cjs', sourcemap: false },
    { ...shared, name: 'types', entry: doors, format: ['esm', 'cjs'], dts: { only: true } },
  ];
});
