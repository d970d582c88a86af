import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arrangeChangelog } from '../../scripts/release/arrange-changelog.js';
import { faultsOfChangesets } from '../../scripts/release/changeset-files.js';
import { readChangeset } from '../../scripts/release/changeset.js';
import { releaseNotes } from '../../scripts/release/release-notes.js';
import { whatToPublish } from '../../scripts/release/what-to-publish.js';
import { withVersion } from '../../scripts/release/with-version.js';
import { root } from '../support/source-files.js';

const changelog = readFileSync(`${root}CHANGELOG.md`, 'utf8');
const none = '### Changed numbers\n\n- None.\n';

describe('a changeset', () => {
  it('is read by headings; what is indented belongs to the point above', () => {
    const text = `### Added\n\n- \`a\` does\n  this.\n- \`b\`.\n\n${none}`;
    expect(readChangeset(text, 'minor', 'x.md')).toEqual({
      Added: ['`a` does\nthis.', '`b`.'],
      Changed: [],
      Fixed: [],
      numbers: [],
    });
  });

  it('that changes a number says which, by how much and why', () => {
    const text = '### Changed numbers\n\n- what: `cagr`\n  by: 0.01 to 0.02 of\n    a case\n  why: leap days\n';
    expect(readChangeset(text, 'minor', 'x.md').numbers).toEqual([
      { what: '`cagr`', by: '0.01 to 0.02 of a case', why: 'leap days' },
    ]);
  });

  it.each([
    ['without a word on numbers', '### Added\n\n- A.\n', 'minor', 'x.md: "Changed numbers" is missing'],
    ['with a number but no reason', '### Changed numbers\n\n- what: a\n  by: 1\n', 'minor', 'each in a line; found'],
    [
      'with a size but no figure',
      '### Changed numbers\n\n- what: a\n  by: much\n  why: b\n',
      'minor',
      'gives no figure',
    ],
    ['under a heading of its own', `### News\n\n- A.\n\n${none}`, 'minor', 'heading "News"; allowed are Added'],
    ['with text under no heading', `A.\n\n${none}`, 'minor', 'text before the first heading'],
    ['with a heading twice', `### Added\n\n- A.\n\n### Added\n\n- B.\n\n${none}`, 'minor', 'stands there twice'],
    ['with nothing under a heading', `### Added\n\n${none}`, 'minor', 'nothing under "Added"'],
    ['in prose', `### Added\n\nA.\n\n${none}`, 'minor', '"A." is neither a point'],
    ['that says nothing', none, 'patch', 'says nothing'],
    [
      'that changes numbers in a patch without a fault',
      '### Changed numbers\n\n- what: a\n  by: 1\n  why: b\n',
      'patch',
      'name it under "Fixed"',
    ],
  ])('%s is refused', (_, text, bump, sentence) => {
    expect(() => readChangeset(text, bump, 'x.md')).toThrow(sentence);
  });
});

it('every changeset that waits can be read', () => {
  expect(faultsOfChangesets(root)).toEqual([]);
});

describe('CHANGELOG.md', () => {
  it('stands under our headings: nothing in it is as changesets laid it there (npm run release:arrange)', () => {
    expect(changelog).not.toMatch(/^### (?:Major|Minor|Patch) Changes|<!-- changeset -->/m);
    expect(arrangeChangelog(changelog, '2030-01-01')).toBe(changelog);
  });

  it('has a dated section with "Changed numbers" of each version, newest first, of which package.json has the newest', () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    const versions = [...changelog.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading!);
    for (const heading of versions) expect(heading).toMatch(/^\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)$/);
    expect(versions[0]!.split(' ')[0]).toBe(version);
    const order = versions.map((heading) =>
      heading
        .split(' ')[0]!
        .split('.')
        .reduce((sum, part) => sum * 1000 + Number(part), 0),
    );
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(changelog.match(/^### Changed numbers$/gm)).toHaveLength(versions.length);
  });
});

it('the notes of a release are its section without the heading', () => {
  const text = '# Changelog\n\nAll.\n\n## 0.2.0 (2026-02-01)\n\n- B.\n\n## 0.1.0 (2026-01-01)\n\n- A.\n';
  expect(releaseNotes(text, '0.2.0')).toBe('- B.\n');
  expect(() => releaseNotes(text, '0.3.0')).toThrow('no section "## 0.3.0 (date)"');
});

it('lock and source take the version of package.json, and lose nothing else', () => {
  const lock = readFileSync(`${root}package-lock.json`, 'utf8');
  const source = readFileSync(`${root}src/core/library-version.ts`, 'utf8');
  const { version } = JSON.parse(lock) as { version: string };
  expect(withVersion.lock(lock, version)).toBe(lock);
  expect(withVersion.source(source, version)).toBe(source);
  expect(withVersion.source(source, '9.8.7')).toContain("libraryVersion = '9.8.7'");
});

describe('what is to be published', () => {
  const manifest = '{"name":"a","version":"0.2.0","repository":{"url":"git+https://example.org/b/a.git"}}';
  const here = 'https://example.org/b/a';

  it('is the version that npm does not have', () => {
    expect(whatToPublish(manifest, () => '["0.1.0"]', here)).toBe('version=0.2.0\npublished=false');
    expect(whatToPublish(manifest, () => '"0.1.0"', here)).toBe('version=0.2.0\npublished=false');
    expect(whatToPublish(manifest, () => '["0.1.0","0.2.0"]', here)).toBe('version=0.2.0\npublished=true');
    expect(whatToPublish(manifest, () => '{"error":{"code":"E404"}}', here)).toBe('version=0.2.0\npublished=false');
  });

  it('is nothing where npm does not answer, or the package names another repository than the one that signs', () => {
    expect(() => whatToPublish(manifest, () => '', here)).toThrow('did not say');
    expect(() => whatToPublish(manifest, () => '{"error":{"code":"E500"}}', here)).toThrow('did not say');
    expect(() => whatToPublish(manifest, () => '[]', 'https://example.org/c/a')).toThrow(
      'provenance needs https://example.org/c/a',
    );
    expect(() => whatToPublish('{"name":"a","version":"0.2.0"}', () => '[]', here)).toThrow('"repository" is missing');
  });
});
