import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraryVersion } from '../../src/core/index.js';
import { filesBelow, root } from '../support/source-files.js';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

describe('the version', () => {
  it('is that of the package', () => {
    expect(libraryVersion).toBe(version);
  });

  it('stands in one file of the source', () => {
    const files = filesBelow('src', '.ts').filter(({ text }) => text.includes(`'${version}'`));
    expect(files.map(({ path }) => path)).toEqual(['src/core/library-version.ts']);
  });
});
