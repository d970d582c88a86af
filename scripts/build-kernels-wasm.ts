/** The WebAssembly half of `npm run build:kernels`: assembly/fused.ts, compiled, as a module of text that any bundler can carry. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the text lies in the source. */
export const wasmBytesPath = 'src/engine/sweep/wasm-bytes.ts';

/** Pages of 64 kB that the kernels may hold: a million rows of eight columns do not fit, and run in JavaScript. */
const MOST_PAGES = 1024;

// No garbage collector and no checks: the kernels read and write where they are told to.
const OPTIONS = `-O3 --runtime stub --noAssert --enable simd --maximumMemory ${MOST_PAGES}`.split(' ');

/** The program of the compiler; undefined where it is not installed. */
export function compilerPath(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin/asc.js');
  } catch {
    return undefined;
  }
}

/** The module of the text, formatted. */
export async function wasmBytesFile(): Promise<string> {
  const compiler = compilerPath();
  if (compiler === undefined) throw new Error('The compiler "assemblyscript" is not installed: run npm ci.');
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
  try {
    const output = join(folder, 'fused.wasm');
    const call = [compiler, 'assembly/fused.ts', '--config', 'none', '-o', output, ...OPTIONS];
    execFileSync(process.execPath, call, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const text = `// Written by scripts/build-kernels-wasm.ts from assembly/fused.ts: change it there.

/** Bytes that the kernels may hold. */
export const MOST_BYTES = ${MOST_PAGES * 65536};

/** The module in base64. */
export const WASM_BYTES = '${readFileSync(output).toString('base64')}';
`;
    return await format(text, { ...(await resolveConfig(join(root, 'package.json'))), parser: 'typescript' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
