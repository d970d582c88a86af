import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { numbersApart, textsApart } from './apart.js';
import { bundlers, scriptsOf, weightOf } from './bundlers.js';
import type { Figures } from './programs/figures.js';

const home = inject('home');

/** What the module answers when a Node of its own imports it. */
function figuresOf(file: string): Figures {
  const program = `import { figures } from ${JSON.stringify(pathToFileURL(file).href)}; console.log(JSON.stringify(figures()));`;
  const words = ['--input-type=module', '--eval', program];
  return JSON.parse(
    execFileSync(process.execPath, words, { cwd: home, encoding: 'utf8', maxBuffer: 1 << 26 }),
  ) as Figures;
}

describe('front door, data and reports in one bundle', () => {
  it.each(Object.entries(bundlers))(
    '%s needs nothing of Node and nothing that is not installed, and the figures stay the same',
    async (name, bundler) => {
      const into = join(home, 'bundles', name);
      const { warnings, asksFor } = await bundler(home, 'figures.js', into);
      // The two packages that draw pictures are not installed here, and asked for when a picture is drawn; Rolldown says so.
      const absent = /Could not resolve '(?:vega|vega-lite)'/;
      expect(warnings.filter((text) => !absent.test(text))).toEqual([]);
      expect(asksFor.filter((one) => one !== 'vega' && one !== 'vega-lite')).toEqual([]);
      const scripts = scriptsOf(into);
      for (const { text } of scripts) expect(text).not.toMatch(/["'`]node:|__vite-browser-external|\brequire\(/);
      const { bytes, gzipped } = weightOf(scripts.map(({ text }) => text));
      console.log(`${name}: ${(bytes / 1e3).toFixed(0)} kB, ${(gzipped / 1e3).toFixed(0)} kB gzipped`);
      const [bundled, installed] = [figuresOf(join(into, 'main.js')), figuresOf(join(home, 'figures.js'))];
      expect([numbersApart(bundled, installed), textsApart(bundled, installed)]).toEqual([[], []]);
    },
  );
});
