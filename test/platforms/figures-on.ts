import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Figures } from './programs/figures.js';
import type { Platform } from './programs-of.js';

const home = inject('home');
/** The Node that runs the tests. */
export const own: Platform = { program: process.execPath, words: [] };

const known = new Map<string, Figures>();

/** What a platform works out, once for all tests. */
export function figuresOn(platform: Platform): Figures {
  const figures = known.get(platform.program) ?? workedOut(platform);
  known.set(platform.program, figures);
  return figures;
}

/** What a platform works out, by the program that uses every door of the packed library. */
function workedOut({ program, words }: Platform): Figures {
  const env = { ...process.env, DENO_DIR: join(home, '.deno'), DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };
  const text = execFileSync(program, [...words, join(home, 'every-door.js')], {
    cwd: home,
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  });
  return JSON.parse(text) as Figures;
}

/** Figures that a power is in: its last bit is the platform's. */
export const ofPowers = ['sweep, cagr', 'bootstrap, cagr', 'threads: sweep, cagr', 'threads: bootstrap, cagr'];
