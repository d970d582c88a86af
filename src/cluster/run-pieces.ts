import { errorToParts, InputError, isInputError, describeValue } from '../core/index.js';
import { loadFactory, makeChunkRunner, type StrategySource, type SweepJobParts } from '../engine/index.js';
import { type KnownJob, makeReplicator, makeSplitter, type SplitJob } from '../inference/index.js';
import type { PieceRecord, RunSpec } from './messages.js';
import { checkedModule } from './module-hash.js';
import { unpack } from './pack.js';
import { pieceOf } from './piece-plan.js';

type Run = (from: number, to: number, params: readonly object[] | undefined) => readonly Float64Array[];

/** A run that is ready for its pieces. */
export interface ReadyRun {
  /** How many variants belong together. */
  readonly unit: number;
  readonly run: Run;
  /** Whether a piece is of units that are run one after the other. */
  readonly inUnits: boolean;
}

/**
 * Makes a run ready.
 *
 * @throws InputError `cluster.mismatch` and `file.missing` for a strategy's file, and whatever loading it throws.
 */
export async function readyRun(packedSpec: Uint8Array, data: Uint8Array, host: string): Promise<ReadyRun> {
  const { kind, rest, dataKey, moduleHash: hash } = unpack(packedSpec) as RunSpec;
  const parts = { ...rest, [dataKey]: unpack(data) };
  if (kind === 'bootstrap') return { unit: 1, inUnits: false, run: makeReplicator(parts as unknown as KnownJob) };
  if (kind === 'divisions') return { unit: 1, inUnits: false, run: makeSplitter(parts as unknown as SplitJob) };
  const job = parts as unknown as SweepJobParts;
  const { chunk, run } = makeChunkRunner(job, await factoryOf(job.strategy, hash, host));
  return { unit: chunk, inUnits: true, run };
}

async function factoryOf(
  strategy: StrategySource,
  hash: string | undefined,
  host: string,
): Promise<((params: object) => unknown) | undefined> {
  if ('builtIn' in strategy) return undefined;
  const module = await checkedModule(String(strategy.module), String(hash), host);
  return loadFactory({ ...strategy, module });
}

/** Works out a piece. What goes wrong in it is an answer too. */
export function runPiece({ unit, inUnits, run }: ReadyRun, name: string, packed: Uint8Array | undefined): PieceRecord {
  const piece = pieceOf(name);
  if (piece === undefined) return { kind: 'ready', unit };
  const { from, to } = piece;
  const params = packed === undefined ? undefined : (unpack(packed) as readonly object[]);
  const part = (a: number, b: number): readonly Float64Array[] => run(a, b, params?.slice(a - from, b - from));
  const start = performance.now();
  try {
    const columns = inUnits ? joined(from, to, unit, part) : part(from, to);
    return { kind: 'done', columns, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    return { kind: 'failed', error: errorToParts(error) };
  }
}

/** Unit by unit, as one thread does it: then every figure is the same to the last bit. */
function joined(from: number, to: number, unit: number, part: (a: number, b: number) => readonly Float64Array[]) {
  const columns: Float64Array[] = [];
  for (let a = from; a < to; a += unit) {
    const b = Math.min(a + unit, to);
    partOrName(a, b, part).forEach((column, place) => {
      (columns[place] ??= new Float64Array(to - from)).set(column, a - from);
    });
  }
  return columns;
}

/** The library's own errors say which variant they are about. Where another one stops a unit, it is halved until one variant is left. */
function partOrName(
  a: number,
  b: number,
  part: (a: number, b: number) => readonly Float64Array[],
): readonly Float64Array[] {
  try {
    return part(a, b);
  } catch (error) {
    if (isInputError(error)) throw error;
    let [first, last] = [a, b];
    while (last - first > 1) {
      const middle = Math.floor((first + last) / 2);
      if (fails(part, first, middle)) last = middle;
      else first = middle;
    }
    throw fails(part, first, last) ? named(error, first) : error;
  }
}

function fails(part: (a: number, b: number) => unknown, a: number, b: number): boolean {
  try {
    part(a, b);
    return false;
  } catch {
    return true;
  }
}

function named(error: unknown, variant: number): InputError {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : describeValue(error);
  const failure = new InputError('strategy.failed', `sweep, variant ${variant}: ${said}`, { variant });
  failure.cause = error;
  return failure;
}
