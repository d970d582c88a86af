import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { faultsOfChangesets } from '../../scripts/release/changeset-files.js';
import { root } from '../support/source-files.js';

// A copy of what changesets look at, as a repository of its own.
const folder = mkdtempSync(join(tmpdir(), 'changesets-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const git = (...words: string[]): void => {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...words], { cwd: folder, stdio: 'pipe' });
};
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const changesetCli = `${root}node_modules/@changesets/cli/bin.js`;
const status = (): number | null =>
  spawnSync(process.execPath, [changesetCli, 'status', '--since=main'], { cwd: folder }).status;

cpSync(`${root}.changeset`, join(folder, '.changeset'), { recursive: true });
for (const name of readdirSync(join(folder, '.changeset'))) {
  if (name.endsWith('.md') && name !== 'README.md') rmSync(join(folder, '.changeset', name));
}
write('package.json', '{\n  "name": "backtilt",\n  "version": "0.4.0"\n}\n');
write(
  'package-lock.json',
  '{\n  "name": "backtilt",\n  "version": "0.4.0",\n  "packages": {\n    "": {\n      "version": "0.4.0"\n    }\n  }\n}\n',
);
write('src/core/library-version.ts', "export const libraryVersion = '0.4.0';\n");
write(
  'CHANGELOG.md',
  '# Changelog\n\nAll notable changes, newest first.\n\n## 0.4.0 (2026-11-21)\n\n- Old.\n\n### Changed numbers\n\n- None.\n',
);
git('init', '--quiet', '--initial-branch=main');
git('add', '.');
git('commit', '--quiet', '-m', 'a');
git('checkout', '--quiet', '-b', 'change');

it('a change of the docs needs no changeset; one of the source fails without, and passes with one, an empty one too', () => {
  write('docs/page.md', 'A page.\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'b');
  expect(status()).toBe(0);
  write('src/a.ts', 'export const a = 1;\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'c');
  expect(status()).toBe(1);
  write('.changeset/unseen.md', '---\n---\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'unseen');
  expect([status(), faultsOfChangesets(folder)]).toEqual([0, []]);
  rmSync(join(folder, '.changeset/unseen.md'));
  write(
    '.changeset/one.md',
    "---\n'backtilt': minor\n---\n\n### Added\n\n- `a` is 1,\n  and stays it.\n\n### Changed numbers\n\n- None.\n",
  );
  git('add', '.');
  git('commit', '--quiet', '-m', 'd');
  expect(status()).toBe(0);
});

it('the version step writes the section of the changelog under our headings, and the version everywhere', () => {
  write(
    '.changeset/two.md',
    "---\n'backtilt': patch\n---\n\n### Fixed\n\n- `cagr` counted leap days twice.\n\n### Changed numbers\n\n- what: `cagr`\n  by: 8.50 % to 8.49 % of SPY\n  why: leap days count once\n",
  );
  git('add', '.');
  git('commit', '--quiet', '-m', 'e');
  const tsx = `${root}node_modules/tsx/dist/cli.mjs`;
  execFileSync(process.execPath, [tsx, `${root}scripts/release/version.ts`], { cwd: folder, stdio: 'pipe' });
  const today = /\((\d{4}-\d\d-\d\d)\)/.exec(read('CHANGELOG.md'))![1]!;
  expect(read('CHANGELOG.md')).toBe(
    [
      '# Changelog\n\nAll notable changes, newest first.\n',
      `## 0.5.0 (${today})\n`,
      '### Added\n\n- `a` is 1,\n  and stays it.\n',
      '### Fixed\n\n- `cagr` counted leap days twice.\n',
      '### Changed numbers\n\n- `cagr`: 8.50 % to 8.49 % of SPY. Why: leap days count once.\n',
      '## 0.4.0 (2026-11-21)\n\n- Old.\n\n### Changed numbers\n\n- None.\n',
    ].join('\n'),
  );
  expect(JSON.parse(read('package.json'))).toHaveProperty('version', '0.5.0');
  expect(JSON.parse(read('package-lock.json'))).toMatchObject({
    version: '0.5.0',
    packages: { '': { version: '0.5.0' } },
  });
  expect(read('src/core/library-version.ts')).toBe("export const libraryVersion = '0.5.0';\n");
  expect(readdirSync(join(folder, '.changeset')).sort()).toEqual(['README.md', 'config.json', 'keep-text.cjs']);
});

it('a bare "changeset version" loses nothing: what it laid down is arranged afterwards', () => {
  write(
    '.changeset/three.md',
    "---\n'backtilt': patch\n---\n\n### Changed\n\n- The words of an error.\n\n### Changed numbers\n\n- None.\n",
  );
  execFileSync(process.execPath, [changesetCli, 'version'], { cwd: folder, stdio: 'pipe' });
  expect(read('CHANGELOG.md')).toContain('### Patch Changes');
  const tsx = `${root}node_modules/tsx/dist/cli.mjs`;
  execFileSync(process.execPath, [tsx, `${root}scripts/release/version.ts`, '--arrange'], {
    cwd: folder,
    stdio: 'pipe',
  });
  expect(read('CHANGELOG.md')).toMatch(
    /^# Changelog\n\nAll notable changes, newest first\.\n\n## 0\.5\.1 \(\S+\)\n\n### Changed\n\n- The words of an error\.\n\n### Changed numbers\n\n- None\.\n\n## 0\.5\.0/,
  );
});

it('a changeset that cannot be read stops the version step before anything is written', () => {
  write('.changeset/four.md', "---\n'backtilt': minor\n---\n\nSome news.\n");
  const tsx = `${root}node_modules/tsx/dist/cli.mjs`;
  const before = read('CHANGELOG.md');
  const done = spawnSync(process.execPath, [tsx, `${root}scripts/release/version.ts`], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([done.status, done.stderr.trim()]).toEqual([
    1,
    'four.md: text before the first heading; every point stands under Added, Changed, Fixed, Changed numbers',
  ]);
  expect([read('CHANGELOG.md'), read('.changeset/four.md')]).toEqual([
    before,
    "---\n'backtilt': minor\n---\n\nSome news.\n",
  ]);
});
