// Writes the bill of materials of what is installed with the library, in CycloneDX: npm run sbom [-- FILE]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { productionTree } from './production-tree.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = process.argv[2] ?? join(root, 'out', 'sbom.json');
const above = mkdtempSync(join(tmpdir(), 'sbom-'));
try {
  // npm calls the component after its folder.
  const folder = join(above, 'backtilt');
  mkdirSync(folder);
  const { manifest, lock } = productionTree(
    readFileSync(`${root}package.json`, 'utf8'),
    readFileSync(`${root}package-lock.json`, 'utf8'),
  );
  writeFileSync(join(folder, 'package.json'), manifest);
  writeFileSync(join(folder, 'package-lock.json'), lock);
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'];
  const bill = execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bill);
} finally {
  rmSync(above, { recursive: true, force: true });
}
console.log(`bill of materials: ${target}`);
