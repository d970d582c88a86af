// The whole suite on every version of Node that is supported, one after the other: npm run platforms [-- 22 24] [-- --built]
// With versions only those. At the end the packed library in Deno, Bun, bundles and a browser, unless versions were given; with --built from the
// present dist/.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from '../test/support/source-files.js';

const others = join(root, 'test/platforms/node_modules');
const asked = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const folder = mkdtempSync(join(tmpdir(), 'suite-'));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly success: boolean;
}

/** A version of Node: where it is, and what it calls itself. */
interface Version {
  readonly program: string;
  readonly name: string;
}

/** The Node that runs this, and those of test/platforms, oldest first. */
function versions(): Version[] {
  if (!existsSync(others)) {
    execFileSync('npm', [
      'ci',
      '--prefix',
      join(root, 'test/platforms'),
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ]);
  }
  const programs = [process.execPath, ...['node22', 'node24'].map((name) => join(others, name, 'bin/node'))];
  return programs
    .filter((program) => {
      if (!existsSync(program)) console.warn(`${program} is not there: npm has it for Linux on x64 only`);
      return existsSync(program);
    })
    .map((program) => ({ program, name: execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().slice(1) }))
    .filter(({ name }) => asked.length === 0 || asked.includes(name.split('.')[0]!));
}

/** Runs tests on a version of Node, which is the first in the path for what they start; answers a line of counts. */
function counts({ program, name }: Version, words: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const report = join(folder, `${name}-${words.length}.json`);
  const path = [dirname(program), process.env['PATH'] ?? ''].join(delimiter);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(program, [vitest, 'run', ...words, ...reporters], {
    cwd: root,
    env: { ...process.env, ...env, PATH: path },
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
  if (!existsSync(report)) return 'no report';
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8')) as Counts;
  return `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`;
}

const lines: string[] = [];
try {
  for (const version of versions()) lines.push(`Node ${version.name}: ${counts(version, [])}`);
  if (asked.length === 0) {
    const own = { program: process.execPath, name: process.versions.node };
    const built = process.argv.includes('--built') ? { BUILT: '1' } : {};
    lines.push(`packed library: ${counts(own, ['--config', 'test/platforms/vitest.config.ts'], built)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (lines.length === 0) process.exitCode = 1;
console.log(lines.length === 0 ? `no Node of version ${asked.join(', ')}` : lines.join('\n'));
