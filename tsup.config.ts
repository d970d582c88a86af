import { defineConfig } from 'tsup';

const doors = {
  index: 'src/index.ts',
  data: 'src/data/index.ts',
  report: 'src/report/index.ts',
  io: 'src/io/index.ts',
  testing: 'src/testing/index.ts',
};

// Source maps name the files but do not carry them: with their contents the bundled data would be shipped twice.
const shared = {
  target: 'node20',
  sourcemap: true,
  splitting: true,
  clean: false,
  esbuildOptions: (options: { sourcesContent?: boolean }): void => {
    options.sourcesContent = false;
  },
} as const;

export default defineConfig([
  { ...shared, entry: doors, format: ['esm', 'cjs'], dts: true, clean: true },
  { ...shared, entry: { cli: 'src/cli/main.ts' }, format: ['esm'], dts: false },
]);
