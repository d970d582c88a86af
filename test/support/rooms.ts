/** The rooms of src/ by rank: a room imports only rooms of lower rank. */
export const rank: Readonly<Record<string, number>> = {
  core: 0,
  time: 1,
  table: 1,
  panel: 2,
  stats: 3,
  signals: 3,
  inference: 4,
  strategy: 4,
  engine: 5,
  report: 6,
  workers: 6,
  cluster: 6,
};

const ranked = (highest: number): string[] => Object.keys(rank).filter((room) => rank[room]! <= highest);

/** Rooms with a door of their own beside the ranks: what each may use. Only the command line uses them. */
const beside: Readonly<Record<string, readonly string[]>> = {
  io: ranked(5),
  data: ranked(2),
  testing: ranked(5),
  cli: [...ranked(6), 'io', 'data', 'testing'],
};

/** The rooms that a room may import; `undefined` for a room that the plan does not know. '' is the front door, src/index.ts. */
export function mayUse(room: string): readonly string[] | undefined {
  if (room === '') return ranked(5);
  return beside[room] ?? (rank[room] === undefined ? undefined : ranked(rank[room] - 1));
}

/** External packages and the rooms that may see them. `node:` stands for all of Node's own modules. */
export const seenOnlyIn: Readonly<Record<string, readonly string[]>> = {
  luxon: ['time'],
  'simple-statistics': ['stats', 'inference'],
  'fastest-levenshtein': ['core'],
  zod: ['io', 'cli', 'workers', 'cluster'],
  'node:': ['io', 'cli', 'workers', 'cluster'],
  commander: ['cli'],
  papaparse: ['io'],
  '@duckdb/node-api': ['io'],
  hyparquet: ['io'],
  vega: ['report'],
  'vega-lite': ['report'],
  '@noble/hashes': ['engine'],
  bullmq: ['cluster'],
  ioredis: ['cluster'],
};

/** Packages that one single file of a room adapts. */
export const adaptedOnce: readonly string[] = ['simple-statistics'];
