// The version step of a release: npm run release:version. With --check it only reads the changesets, with --arrange it only arranges CHANGELOG.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arrangeChangelog } from './arrange-changelog.js';
import { faultsOfChangesets } from './changeset-files.js';
import { withVersion } from './with-version.js';

const root = process.cwd();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const rewrite = (path: string, change: (text: string) => string): void => {
  const [before, after] = [read(path), change(read(path))];
  if (after !== before) writeFileSync(join(root, path), after);
};

const only = process.argv[2];
const faults = only === '--arrange' ? [] : faultsOfChangesets(root);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else if (only === '--check') console.log('Every changeset can be read.');
else {
  if (only !== '--arrange') {
    const changeset = fileURLToPath(new URL('../../node_modules/@changesets/cli/bin.js', import.meta.url));
    execFileSync(process.execPath, [changeset, 'version'], { cwd: root, stdio: 'inherit' });
  }
  const { version } = JSON.parse(read('package.json')) as { version: string };
  rewrite('CHANGELOG.md', (text) => arrangeChangelog(text, new Date().toISOString().slice(0, 10)));
  rewrite('package-lock.json', (text) => withVersion.lock(text, version));
  rewrite('src/core/library-version.ts', (text) => withVersion.source(text, version));
}
