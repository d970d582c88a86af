import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { root } from '../support/source-files.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder where the packed library is installed, with the programs of this folder beside it. */
    home: string;
    /** The same with the two packages beside it that draw pictures. */
    charts: string;
  }
}

const programs = ['figures', 'every-door', 'page'];

function run(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Installs the packed library as a user would, once for all tests. */
export default function setup(project: TestProject): () => void {
  if (process.env['BUILT'] !== '1') run('npm', ['run', 'build'], root);
  if (!existsSync(join(root, 'test/platforms/node_modules'))) installOthers('test/platforms', '--ignore-scripts');
  if (!existsSync(join(root, 'test/notebooks/node_modules'))) installOthers('test/notebooks');
  const folder = mkdtempSync(join(tmpdir(), 'platforms-'));
  const home = join(folder, 'home');
  mkdirSync(home);
  const packed = run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], root);
  writeFileSync(join(home, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  const tarball = join(folder, packed.trim().split('\n').at(-1)!);
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', tarball], home);
  for (const name of programs) {
    const { code } = transformSync(readFileSync(join(root, `test/platforms/programs/${name}.ts`), 'utf8'), {
      loader: 'ts',
      format: 'esm',
      target: 'es2022',
    });
    writeFileSync(join(home, `${name}.js`), code);
  }
  const charts = join(folder, 'charts');
  cpSync(home, charts, { recursive: true });
  linkVega(charts);
  project.provide('home', home);
  project.provide('charts', charts);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The other runtimes; without a network the tests that need them say that they are missing. */
function installOthers(folder: string, ...more: readonly string[]): void {
  try {
    run('npm', ['ci', '--prefix', join(root, folder), '--no-audit', '--no-fund', '--prefer-offline', ...more], root);
  } catch (error) {
    console.warn(`npm ci --prefix ${folder} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The two packages that draw pictures, which a user installs himself. */
function linkVega(home: string): void {
  for (const name of ['vega', 'vega-lite']) {
    symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
  }
}
