import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/source-files.js';
import type { HeapFound } from './heap-of-sweep.js';

/** Inside the repository, so that the program finds its packages. */
let folder = '';
let found: HeapFound;

beforeAll(async () => {
  mkdirSync(join(root, 'out'), { recursive: true });
  folder = mkdtempSync(join(root, 'out', 'heap-'));
  const program = join(folder, 'program.mjs');
  await build({
    entryPoints: [join(root, 'test/budgets/heap-of-sweep.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  found = JSON.parse(execFileSync(process.execPath, ['--expose-gc', program], { encoding: 'utf8' })) as HeapFound;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('memory of a sweep does not grow with its variants', () => {
  it('10,000 variants more hold a quarter of a megabyte more at most: 26 bytes a variant, less than its figures', () => {
    expect(found.variants).toBe(20_000);
    expect(found.late - found.early).toBeLessThan(256 * 1024);
  });

  it('a sweep that keeps all its figures holds 8 bytes per figure and variant, and less than two megabytes beside, the kernels among them', () => {
    const figures = 20_000 * 4 * 8;
    expect(found.kept).toBeGreaterThanOrEqual(figures);
    expect(found.kept).toBeLessThan(figures + 2 * 1024 * 1024);
  });
});
