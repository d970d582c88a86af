import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { apiSurface } from '../scripts/api-surface.js';
import { root } from './support/source-files.js';

const surface = [...apiSurface()];

it.each(surface)(
  'docs/api/%s says what the door exports (npm run docs:surface writes it; read the difference)',
  (file, text) => {
    expect(readFileSync(`${root}docs/api/${file}`, 'utf8').split('\n')).toEqual(text.split('\n'));
  },
);

it('no exported function answers "any"', () => {
  const loose = surface.flatMap(([, text]) => text.split('\n').filter((line) => /=> any\b|: any\b/.test(line)));
  expect(loose).toEqual([]);
});
