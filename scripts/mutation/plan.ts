import { existsSync } from 'node:fs';

/** The rooms that are altered, and the tests that may notice it. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  stats: ['test/stats', 'test/core', 'test/table', 'test/statistics-page'],
  signals: ['test/signals', 'test/core'],
  inference: ['test/inference', 'test/core'],
  engine: ['test/engine', 'test/strategy', 'test/core'],
};

/** Test files that cannot be read together with the others: they put something in the place of a module, or build with programs of their own. */
export const leftOut: readonly string[] = [
  'test/table/display-registry.test.ts',
  'test/engine/lean-and-general.test.ts',
  'test/engine/sweep/wasm-fallback.test.ts',
  'test/engine/sweep/kernels.test.ts',
  'test/engine/sweep/wasm-bytes.test.ts',
  'test/stats/long-paths.test.ts',
];

export interface Plan {
  readonly name: string;
  readonly mutate: string[];
  readonly testFolders: readonly string[];
}

const roomOf = (path: string): string => path.split('/')[1] ?? '';

/** What the words of the command line ask for: rooms, files or folders of src, all four rooms when nothing is named. */
export const planOf = (words: readonly string[]): Plan[] => {
  const asked = words.length === 0 ? Object.keys(rooms) : words;
  return asked.map((word) => {
    const folders = rooms[word];
    if (folders !== undefined) return { name: word, mutate: [`src/${word}/**/*.ts`], testFolders: folders };
    const path = word.replace(/\/$/, '');
    const tests = rooms[roomOf(path)];
    if (tests === undefined || !existsSync(path)) {
      throw new Error(
        `"${word}" is neither a room (${Object.keys(rooms).join(', ')}) nor a file or folder of one, such as src/stats/cagr.ts.`,
      );
    }
    return {
      name: path.replaceAll(/[/.]/g, '-'),
      mutate: [path.endsWith('.ts') ? path : `${path}/**/*.ts`],
      testFolders: tests,
    };
  });
};
