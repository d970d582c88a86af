import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../support/source-files.js';

/** What a page would load: minified and gzipped, dependencies left outside. */
export interface Bundled {
  readonly bytes: number;
  /** Packages that it still asks for. */
  readonly packages: readonly string[];
  /** Files that are in it, the largest first. */
  readonly parts: readonly { readonly path: string; readonly bytes: number }[];
}

/** Bundles what is written in one line of code. */
export async function bundled(code: string): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    packages: 'external',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  const parts = Object.entries(output!.inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }));
  return {
    bytes: gzipSync(outputFiles[0]!.contents, { level: 9 }).length,
    packages: output!.imports.map(({ path }) => path),
    parts: parts.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes),
  };
}
