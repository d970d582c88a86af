import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from '../../support/source-files.js';
import { gallery } from './gallery.js';

const folder = `${root}docs/pictures/`;
const charts = Object.entries(gallery());

describe('docs/pictures', () => {
  it('holds the pictures of the gallery and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(charts.map(([name]) => `${name}.svg`).sort());
  });

  it.each(charts)('%s.svg is what npm run docs:pictures draws, under 60 kB', async (name, chart) => {
    const picture = readFileSync(`${folder}${name}.svg`, 'utf8');
    expect(picture.length).toBeLessThan(60_000);
    expect(picture === `${await chart.toSvg()}\n`, 'run npm run docs:pictures, and look at the pictures').toBe(true);
  });

  it('are all shown in docs/charts.md', () => {
    const page = readFileSync(`${root}docs/charts.md`, 'utf8');
    expect(charts.filter(([name]) => !page.includes(`](pictures/${name}.svg)`)).map(([name]) => name)).toEqual([]);
  });
});
