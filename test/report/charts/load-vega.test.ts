import { describe, expect, it } from 'vitest';
import { loadVega } from '../../../src/report/charts/load-vega.js';

describe('a package that is not installed is named, however the platform says it', () => {
  it.each([
    ['Node', "Cannot find package 'vega' imported from /a/b.js"],
    ['Chromium', "Failed to resolve module specifier 'vega'"],
    ['Firefox', 'The specifier “vega” was a bare specifier, but was not remapped to anything.'],
    ['Safari', "Module name, 'vega' does not resolve to a valid URL."],
    ['Deno', 'Import "vega" not a dependency'],
    ['Vite', 'Could not resolve "vega" imported by "backtilt". Is it installed?'],
  ])('%s', async (_, message) => {
    const vega = (): Promise<unknown> => Promise.reject(new TypeError(message));
    await expect(loadVega({ vega, vegaLite: () => Promise.resolve({}) })).rejects.toMatchObject({
      code: 'package.missing',
      details: { package: 'vega', install: 'npm install vega vega-lite' },
    });
  });

  it('another failure stays what it is', async () => {
    const vega = (): Promise<unknown> => Promise.reject(new TypeError('x is not a function'));
    await expect(loadVega({ vega, vegaLite: () => Promise.resolve({}) })).rejects.toThrow('x is not a function');
  });
});
