import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { rolldown } from 'rolldown';
import { build as vite, type Rolldown } from 'vite';

/** A bundle for a browser, and what the bundler had to say. */
export interface Bundle {
  readonly warnings: readonly string[];
  /** What is asked for from outside the bundle. */
  readonly asksFor: readonly string[];
}

/** Builds the modules of a folder for a browser, into another. */
export type Bundler = (folder: string, entry: string, into: string) => Promise<Bundle>;

const withEsbuild: Bundler = async (folder, entry, into) => {
  const { warnings, metafile } = await esbuild({
    entryPoints: [join(folder, entry)],
    absWorkingDir: folder,
    outdir: into,
    entryNames: 'main',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    logLevel: 'silent',
  });
  const outputs = Object.values(metafile.outputs);
  return {
    warnings: warnings.map(({ text }) => text),
    asksFor: outputs.flatMap(({ imports }) => imports.filter(({ external }) => external).map(({ path }) => path)),
  };
};

const withRolldown: Bundler = async (folder, entry, into) => {
  const warnings: string[] = [];
  const bundle = await rolldown({
    input: { main: join(folder, entry) },
    cwd: folder,
    platform: 'browser',
    onLog: (_, { code, message }) => {
      if (code !== 'PLUGIN_TIMINGS') warnings.push(message);
    },
  });
  const { output } = await bundle.write({ dir: into, format: 'esm', minify: true, entryFileNames: '[name].js' });
  await bundle.close();
  return { warnings, asksFor: outside(output) };
};

const withVite: Bundler = async (folder, entry, into) => {
  const warnings: string[] = [];
  const built = (await vite({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: into,
      target: 'es2022',
      reportCompressedSize: false,
      rolldownOptions: {
        input: { main: join(folder, entry) },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
        onLog: (_, { code, message }) => {
          if (code !== 'PLUGIN_TIMINGS') warnings.push(message);
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  return { warnings, asksFor: outside(built.output) };
};

interface Output {
  readonly type: string;
  readonly fileName: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

function outside(output: readonly Output[]): string[] {
  const own = new Set(output.map(({ fileName }) => fileName));
  return output
    .flatMap(({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports])
    .filter((name) => !own.has(name));
}

/** The bundlers that are installed here. On a busy machine Rolldown also tells how long it took, which is nothing to be warned of. */
export const bundlers: Readonly<Record<'esbuild' | 'rolldown' | 'vite', Bundler>> = {
  esbuild: withEsbuild,
  rolldown: withRolldown,
  vite: withVite,
};

/** Every script of a bundle, by its name. */
export const scriptsOf = (folder: string): readonly { readonly name: string; readonly text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** Bytes of what a page loads: as they are, and gzipped. */
export const weightOf = (texts: readonly string[]): { readonly bytes: number; readonly gzipped: number } => ({
  bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  gzipped: texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0),
});
