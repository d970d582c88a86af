import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from './support/source-files.js';

const page = readFileSync(`${root}docs/dependencies.md`, 'utf8');
const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
) as {
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional?: boolean }>;
};

/** The packages in the first column of a table, several to a row divided by commas. */
const packagesOf = (table: string): string[] =>
  [...table.matchAll(/^\| (?!package|---)([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', ')).sort();

describe('docs/dependencies.md', () => {
  const [required = '', optional = ''] = page.split('Optional packages');

  it('gives a reason for each package that is installed with the library, and for no other', () => {
    expect(packagesOf(required)).toEqual(Object.keys(dependencies).sort());
  });

  it('names each optional package, all of which npm may leave out', () => {
    expect(packagesOf(optional)).toEqual(Object.keys(peerDependencies).sort());
    for (const name of Object.keys(peerDependencies)) expect(peerDependenciesMeta[name]?.optional, name).toBe(true);
  });
});

describe('the package', () => {
  it('runs nothing when it is installed', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
  });
});
