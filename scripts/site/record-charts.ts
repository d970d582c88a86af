// Records the charts of docs/charts.md as plain Vega-Lite data, in two themes and two widths, for the pages that draw them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gallery } from '../../test/report/charts/gallery.js';
import { pagesFolder } from './paths.js';

const folder = join(pagesFolder, 'public/specs');
mkdirSync(folder, { recursive: true });
for (const [name, chart] of Object.entries(gallery())) {
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [720, 360]) {
      writeFileSync(join(folder, `${name}-${theme}-${width}.json`), JSON.stringify(chart.toSpec({ theme, width })));
    }
  }
}
