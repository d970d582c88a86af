import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type AnyPanel, backtest, type BacktestResult, fixedMix, fromReturns } from '../../src/index.js';
import { loadReturns, readPanel, readResult, writePanel, writeParquet, writeResult } from '../../src/io/index.js';
import { faultOfError } from './fault-of.js';

/** A file that is written, and read again after some of its bytes were changed. */
interface BinaryFile {
  readonly write: (path: string) => unknown;
  /** The numbers that were read. */
  readonly read: (path: string) => unknown;
  /** Whether anything but what was written must be refused; a page of Parquet holds no checksum, and JSON of a panel none either. */
  readonly sealed: boolean;
}

const dates = Array.from(
  { length: 24 },
  (_, row) => `20${22 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}`,
);
const panel = fromReturns({
  frequency: 'monthly',
  dates,
  returns: {
    A: dates.map((_, row) => Math.sin(row) / 20),
    B: dates.map((_, row) => (row < 3 ? NaN : Math.cos(row) / 20)),
  },
});
const run = backtest(panel, fixedMix({ weights: { A: 0.6, B: 0.4 } }), { costs: { tradingBps: 5 } });
const how = { frequency: 'monthly', units: 'fraction', dateFormat: 'YYYY-MM-DD' } as const;

const numbersOf = (read: AnyPanel): unknown => JSON.stringify(read);
const figuresOf = (read: BacktestResult): unknown => JSON.stringify(read);

export const binaryFiles: Readonly<Record<string, BinaryFile>> = {
  'a result': {
    write: (path) => {
      writeResult(path, run);
    },
    read: (path) => figuresOf(readResult(path)),
    sealed: true,
  },
  'a panel': {
    write: (path) => {
      writePanel(path, panel);
    },
    read: (path) => numbersOf(readPanel(path)),
    sealed: false,
  },
  'Parquet, hyparquet': {
    write: (path) => writeParquet(path, panel),
    read: async (path) => numbersOf(await loadReturns(path, { ...how, engine: 'hyparquet' })),
    sealed: false,
  },
  'Parquet, DuckDB': {
    write: (path) => writeParquet(path, panel),
    read: async (path) => numbersOf(await loadReturns(path, { ...how, engine: 'duckdb' })),
    sealed: false,
  },
};

const accident = fc.record({
  kind: fc.constantFrom('bit', 'byte', 'cut', 'end', 'repeat', 'zeros'),
  at: fc.nat({ max: 2 ** 20 }),
  size: fc.nat({ max: 255 }),
});

type Accident = typeof accident extends fc.Arbitrary<infer One> ? One : never;

function mutated(bytes: Uint8Array, { kind, at, size }: Accident): Uint8Array {
  const place = at % Math.max(1, bytes.length);
  const [before, after] = [bytes.slice(0, place), bytes.slice(place)];
  if (kind === 'end') return before;
  if (kind === 'cut') return Buffer.concat([before, after.slice(1 + (size % 16))]);
  if (kind === 'repeat') return Buffer.concat([before, after.slice(0, size), after]);
  if (kind === 'zeros') new Uint8Array(after).subarray(0, 1 + (size % 16)).forEach((_, index) => (after[index] = 0));
  else if (after.length > 0) after[0] = kind === 'bit' ? after[0]! ^ (1 << (size % 8)) : size;
  return Buffer.concat([before, after]);
}

/** Reads files of which some bytes were changed; answers the smallest change that is neither refused by name nor harmless. */
export async function fuzzBytes(
  name: string,
  seed: number,
  runs: number,
): Promise<{ readonly fault: string; readonly accidents: unknown } | undefined> {
  const { write, read, sealed } = binaryFiles[name]!;
  const path = join(mkdtempSync(join(tmpdir(), 'fuzz-bytes-')), 'file.bin');
  await write(path);
  const bytes = new Uint8Array(readFileSync(path));
  const good = await read(path);
  const faultAfter = async (list: readonly Accident[]): Promise<string | undefined> => {
    writeFileSync(path, list.reduce(mutated, bytes));
    const began = process.cpuUsage();
    try {
      const found = await read(path);
      if (sealed && found !== good) return `read other figures: ${String(found).slice(0, 300)}`;
    } catch (error) {
      const fault = faultOfError(error);
      if (fault !== undefined) return fault;
    }
    const { user } = process.cpuUsage(began);
    return user > 5e6 ? `took ${(user / 1e6).toFixed(1)} s` : undefined;
  };
  const property = fc.asyncProperty(fc.array(accident, { minLength: 1, maxLength: 3 }), async (list) => {
    return (await faultAfter(list)) === undefined;
  });
  const { counterexample } = await fc.check(property, { seed, numRuns: runs });
  if (counterexample === null) return undefined;
  return { fault: (await faultAfter(counterexample[0])) ?? 'gone when tried again', accidents: counterexample[0] };
}
