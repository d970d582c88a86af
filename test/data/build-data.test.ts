import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildFiles } from '../../scripts/build-data/build-files.js';
import { bundledSets, type Provenance } from '../../src/data/index.js';

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const source = pathOf('../shared/data');
const modules = readdirSync(pathOf('data')).filter((name) => name.endsWith('.ts'));
const load = (name: string) =>
  import(pathOf(`data/${name}`)) as Promise<{ readonly encoded: string; readonly provenance: Provenance }>;

describe('the generated modules', () => {
  it.each(modules)('%s holds the string that its checksum was made of', async (name) => {
    const { encoded, provenance } = await load(name);
    expect(createHash('sha256').update(encoded).digest('hex')).toBe(provenance.checksum);
  });

  it('say publisher, units, span, vintage, transformation and terms of every set', () => {
    const sets = bundledSets();
    expect(sets).toHaveLength(modules.length);
    for (const set of sets) {
      for (const text of [set.title, set.publisher, set.units, set.vintage, set.transformation, set.terms])
        expect(text).not.toBe('');
      expect(set.span.from < set.span.to).toBe(true);
    }
  });

  it('stand in the manifest as they are', async () => {
    const manifest = JSON.parse(readFileSync(pathOf('data/manifest.json'), 'utf8')) as (Provenance & {
      file: string;
      bytes: number;
    })[];
    expect(manifest.map(({ file }) => file).sort()).toEqual([...modules].sort());
    for (const { file, bytes, ...provenance } of manifest) {
      const module = await load(file);
      expect(provenance).toEqual(module.provenance);
      expect(bytes).toBe(module.encoded.length);
    }
  });

  it('stay small: 1.6 million characters for everything', async () => {
    const sizes = await Promise.all(modules.map(async (name) => (await load(name)).encoded.length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1.6e6);
  });

  it('need no escape and no character beyond ASCII', async () => {
    for (const name of modules) {
      const { encoded } = await load(name);
      // fund-facts is JSON; the others are figures.
      expect(name === 'fund-facts.ts' || /^\d+\|[^|\\"']+\|[A-Za-z0-9_~-]+$/.test(encoded)).toBe(true);
    }
  });

  it('decode to the same figures in every time zone', () => {
    const program = `
      import { shiller, usFunds, usPolicyRate, usRecessions } from ${JSON.stringify(pathOf('src/data/index.ts'))};
      const { calendar } = usFunds();
      console.log(calendar.date(-1), calendar.date(0), calendar.date(401), usPolicyRate().observations[0].knownOn,
        usRecessions().turningPoints.at(-1).announced, shiller().cpi.observations[0].knownOn);`;
    for (const zone of ['America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Auckland']) {
      const printed = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        cwd: pathOf('.'),
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(printed.trim()).toBe('1993-01-31 1993-02-28 2026-07-31 1982-10-04 2021-07-19 1871-02-28');
    }
  });
});

describe.skipIf(!existsSync(source))('build-data (skipped where the source files are absent)', () => {
  it('writes data/ again, byte for byte', () => {
    const files = buildFiles(source);
    expect([...files.keys()].sort()).toEqual(readdirSync(pathOf('data')).sort());
    for (const [name, text] of files) expect(text === readFileSync(pathOf(`data/${name}`), 'utf8'), name).toBe(true);
  });
});
