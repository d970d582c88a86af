import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { productionTree } from '../../scripts/release/production-tree.js';
import { root } from '../support/source-files.js';

type Component = {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  purl: string;
  licenses?: { license?: { id?: string }; expression?: string }[];
  hashes?: { alg: string; content: string }[];
};
type Bill = {
  bomFormat: string;
  specVersion: string;
  serialNumber: string;
  version: number;
  metadata: { timestamp: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
};
type Lock = { packages: Record<string, { version: string; license?: string; dev?: boolean; dependencies?: object }> };

const folder = mkdtempSync(join(tmpdir(), 'sbom-test-'));
const target = join(folder, 'sbom.json');
execFileSync(process.execPath, [`${root}node_modules/tsx/dist/cli.mjs`, 'scripts/release/sbom.ts', target], {
  cwd: root,
});
const text = readFileSync(target, 'utf8');
const bill = JSON.parse(text) as Bill;
const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string; dependencies: object };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What is reached from the dependencies of the library by way of theirs; all lie at the top of the tree. */
const reached = (): string[] => {
  const names = new Set(Object.keys(manifest.dependencies));
  for (const name of names) {
    for (const next of Object.keys(lock.packages[`node_modules/${name}`]!.dependencies ?? {})) names.add(next);
  }
  return [...names].sort();
};

describe('the bill of materials', () => {
  it('names what is installed with the library, by name and version of the lock, and nothing else', () => {
    expect(bill.components.map(({ name }) => name).sort()).toEqual(reached());
    for (const { name, version } of bill.components)
      expect(version).toBe(lock.packages[`node_modules/${name}`]!.version);
  });

  it('gives the licence and the hash of each', () => {
    for (const { name, licenses, hashes } of bill.components) {
      expect(licenses, name).toEqual([{ license: { id: lock.packages[`node_modules/${name}`]!.license } }]);
      expect(hashes?.[0]?.alg, name).toBe('SHA-512');
      expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
    }
  });

  it('names no package that only development needs', () => {
    const names = new Set(bill.components.map(({ name }) => name));
    const development = Object.entries(lock.packages).filter(([, { dev }]) => dev);
    expect(development.length).toBeGreaterThan(100);
    for (const [path] of development) {
      if (path.startsWith('node_modules/') && path.lastIndexOf('node_modules/') === 0) {
        expect(names, path).not.toContain(path.slice('node_modules/'.length));
      }
    }
  });

  it('has the fields that CycloneDX 1.5 demands, and is about this version of backtilt', () => {
    expect([bill.bomFormat, bill.specVersion, bill.version]).toEqual(['CycloneDX', '1.5', 1]);
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(bill.metadata.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
    const all = [bill.metadata.component, ...bill.components];
    expect(bill.metadata.component).toMatchObject({ name: 'backtilt', version: manifest.version, type: 'library' });
    for (const { type, name, version, purl } of all) {
      expect(type).toBe('library');
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
    }
    const refs = all.map((component) => component['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bill.dependencies.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
    for (const { dependsOn } of bill.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
  });

  it('names no machine: no address but that of the schema, no path, no host', () => {
    const addresses = [...text.matchAll(/https?:\/\/[^/"]+/g)].map(([address]) => address);
    expect(new Set(addresses)).toEqual(new Set(['http://cyclonedx.org']));
    expect(text).not.toContain(root);
    expect(text).not.toContain(tmpdir());
    expect(text).not.toContain(`"${hostname()}"`);
  });
});

it('a package that development needs too stays in the tree; one that only development needs leaves it', () => {
  const made = productionTree(
    '{"name":"a","dependencies":{"b":"1"},"devDependencies":{"c":"1"}}',
    '{"packages":{"":{"dependencies":{"b":"1"},"devDependencies":{"c":"1"}},"node_modules/b":{"version":"1.0.0"},"node_modules/c":{"version":"1.0.0","dev":true,"dependencies":{"b":"1"}}}}',
  );
  expect(JSON.parse(made.manifest)).toEqual({ name: 'a', dependencies: { b: '1' } });
  expect(Object.keys((JSON.parse(made.lock) as Lock).packages)).toEqual(['', 'node_modules/b']);
});
