import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilerPath, wasmBytesFile, wasmBytesPath } from '../../../scripts/build-kernels-wasm.js';
import { WASM_BYTES } from '../../../src/engine/sweep/wasm-bytes.js';
import { root } from '../../support/source-files.js';

describe.skipIf(compilerPath() === undefined)('the module of the kernels (skipped without assemblyscript)', () => {
  it('is what its source compiles to: byte by byte what npm run build:kernels writes', async () => {
    expect(readFileSync(root + wasmBytesPath, 'utf8')).toBe(await wasmBytesFile());
  });
});

describe('the module of the kernels', () => {
  it('begins as WebAssembly does, version 1, and is small: below 8 kB', () => {
    const bytes = Buffer.from(WASM_BYTES, 'base64');
    // WebAssembly Core Specification 2.0, section 5.5.16: the magic number "\0asm" and the version.
    expect([...bytes.subarray(0, 8)]).toEqual([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    expect(bytes.length).toBeLessThan(8192);
  });
});
