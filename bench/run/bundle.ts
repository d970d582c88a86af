import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where everything goes that a run leaves behind. */
export const workplace = `${root}out/bench/`;

/** The bundle that is measured, and where it is from. */
export interface Bundle {
  readonly path: string;
  readonly what: string;
}

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => statSync(`${folder}/${name}`).mtimeMs),
  );

/** The published bundle where it is up to date, otherwise one made like it: one file for the root, dependencies left outside. */
export async function bundleOf(): Promise<Bundle> {
  const published = `${root}dist/index.js`;
  if (existsSync(published) && statSync(published).mtimeMs > newest(`${root}src`)) {
    // A copy: whoever builds anew while this runs empties dist/ first.
    rmSync(`${workplace}dist`, { recursive: true, force: true });
    cpSync(`${root}dist`, `${workplace}dist`, {
      recursive: true,
      filter: (path) => !/\.c?ts$|\.cjs$|\.map$/.test(path),
    });
    return { path: `${workplace}dist/index.js`, what: 'dist/index.js as `npm run build` made it' };
  }
  const path = `${workplace}library.mjs`;
  await bundle(`${root}src/index.ts`, path);
  return { path, what: 'src/index.ts bundled as for dist/, which is older than the sources' };
}

/** The program that runs in a process of its own: plain JavaScript, so that nothing translates it while it runs. */
export async function bundleChild(): Promise<string> {
  const path = `${workplace}child.mjs`;
  await bundle(`${root}bench/run/child.ts`, path);
  return path;
}

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
}
