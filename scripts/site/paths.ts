import { join } from 'node:path';
import { root } from '../../test/support/source-files.js';

/** The generator with its packages; the pages that it is given; the site. */
export const siteHome = join(root, 'scripts/site');
export const pagesFolder = join(root, 'out/site-pages');
export const siteFolder = join(root, 'out/site');
