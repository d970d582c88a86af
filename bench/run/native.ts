import { execFileSync, spawnSync } from 'node:child_process';
import { writeData } from '../data/write-data.js';
import { root, workplace } from './bundle.js';
import type { NativeFigures, Peer } from './job.js';

/** What a kernel printed. */
export interface NativeRun {
  /** Milliseconds. */
  readonly times: readonly number[];
  readonly figures: NativeFigures;
}

/** A program that has the jobs in another language, or why there is none. */
export interface Program {
  readonly name: string;
  readonly run: (job: string, repetitions: number) => NativeRun;
}

const data = `${workplace}data`;

/** The programs that can be run here. */
export function programs(): Readonly<Record<Peer, Program | string>> {
  writeData(data);
  return { C: compiled(), numba: interpreted() };
}

function compiled(): Program | string {
  const binary = `${workplace}kernels`;
  const version = spawnSync('gcc', ['-dumpfullversion'], { encoding: 'utf8' });
  if (version.status !== 0) return 'no gcc here';
  execFileSync('gcc', ['-O3', '-march=native', '-o', binary, `${root}bench/native/kernels.c`, '-lm']);
  return { name: `C, gcc ${version.stdout.trim()} -O3 -march=native`, run: runner(binary, []) };
}

function interpreted(): Program | string {
  const script = `${root}bench/native/kernels.py`;
  for (const python of ['python3', '/usr/bin/python3']) {
    const version = spawnSync(python, ['-c', 'import numba; print(numba.__version__)'], { encoding: 'utf8' });
    if (version.status === 0) return { name: `numba ${version.stdout.trim()}`, run: runner(python, [script]) };
  }
  return 'no numba here';
}

const runner =
  (program: string, words: readonly string[]): Program['run'] =>
  (job, repetitions) => {
    const printed = execFileSync(program, [...words, data, job, String(repetitions)], {
      encoding: 'utf8',
      env: { ...process.env, NUMBA_CACHE_DIR: `${workplace}numba` },
    });
    const { seconds, figures } = JSON.parse(printed) as { seconds: number[]; figures: NativeFigures };
    return { times: seconds.map((second) => second * 1000), figures };
  };
