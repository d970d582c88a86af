// Draws the pictures of docs/charts.md and README.md from the gallery of charts: npm run docs:pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { gallery } from '../test/report/charts/gallery.js';
import { root } from '../test/support/source-files.js';

const folder = `${root}docs/pictures/`;
mkdirSync(folder, { recursive: true });
const charts = Object.entries(gallery());
for (const [name, chart] of charts) writeFileSync(`${folder}${name}.svg`, `${await chart.toSvg()}\n`);
console.log(`docs/pictures: ${charts.length} pictures drawn`);
