// Writes docs/statistics.md from the doc comments of the statistics and the table of differences: npm run docs:statistics.
import { writeFileSync } from 'node:fs';
import { commentOfStatistic } from './statistics-page/comment-of-statistic.js';
import { renderPage } from './statistics-page/render-page.js';
import { root } from '../test/support/source-files.js';

writeFileSync(`${root}docs/statistics.md`, renderPage(commentOfStatistic));
console.log('docs/statistics.md: written');
