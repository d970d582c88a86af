import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../src/cli/program.js';

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Lines of both. */
  readonly lines: readonly string[];
}

/** Runs the command line on words, as typed. */
export function run(...words: readonly string[]): Ran {
  const [out, err]: [string[], string[]] = [[], []];
  const code = runProgram(words, { out: (text) => out.push(text), err: (text) => err.push(text) });
  if (typeof code !== 'number') throw new Error('this command ends later: runLater(…)');
  return { code, out: out.join('\n'), err: err.join('\n'), lines: [...out, ...err].join('\n').split('\n') };
}

/** The same of a command that other threads work for. */
export async function runLater(...words: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runProgram(words, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n'), lines: [...out, ...err].join('\n').split('\n') };
}

/** Runs a piece of work inside a new empty folder, which is the working directory meanwhile. */
export function inEmptyFolder<Answer>(work: (folder: string) => Answer): Answer {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  process.chdir(folder);
  try {
    return work(folder);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}
