import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildFiles } from './build-data/build-files.js';

// Writes data/ anew from the source files that lie beside the repository.
const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const target = folderOf('../data/');
mkdirSync(target, { recursive: true });
for (const [name, text] of buildFiles(folderOf('../../shared/data/'))) {
  writeFileSync(`${target}${name}`, text);
  console.log(`${name}: ${text.length} characters`);
}
