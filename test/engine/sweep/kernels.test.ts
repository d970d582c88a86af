import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kernelFiles } from '../../../scripts/build-kernels.js';
import { root } from '../../support/source-files.js';

it('the kernels are what their script writes', async () => {
  const folder = `${root}src/engine/sweep/kernels/`;
  const written = await kernelFiles();
  expect(readdirSync(folder).sort()).toEqual([...written.keys()].sort());
  for (const [name, text] of written) expect(readFileSync(folder + name, 'utf8'), name).toBe(text);
});
