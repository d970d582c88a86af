import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, root } from '../../test/support/source-files.js';
import { homePage } from './home-page.js';
import { notebookPages } from './notebook-page.js';
import { outsideCode, sitePath, withSiteLinks } from './page-map.js';
import { pagesFolder } from './paths.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Writes a file below out/site-pages. */
export function write(path: string, text: string): void {
  const file = join(pagesFolder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Pictures that the pages draw themselves: the drawn file stands there until they have. */
const withLivePictures = (text: string): string =>
  outsideCode(text, (part) =>
    part.replaceAll(
      /!\[([^\]]*)\]\(\/pictures\/([\w-]+)\.svg\)/g,
      (_, alt: string, name: string) => `<LivePicture name="${name}" alt="${alt.replaceAll('"', '&quot;')}" />`,
    ),
  );

const page = (path: string, text = read(path)): string => withLivePictures(withSiteLinks(text, path));

/** One page with the programs of a folder, each with its own text: what a reader copies. */
function programs(title: string, lead: string, folder: string): string {
  const files = filesBelow(folder, '.ts').filter(({ path }) => dirname(path) === folder);
  const parts = files.map(
    ({ path, text }) => `## ${path.slice(folder.length + 1)}\n\n\`\`\`ts\n${text.trimEnd()}\n\`\`\``,
  );
  return [`# ${title}`, lead, ...parts, ''].join('\n\n');
}

/** Gathers everything that the site is made of, except the reference, below out/site-pages. */
export function stage(): void {
  rmSync(pagesFolder, { recursive: true, force: true });
  for (const path of ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'])
    write(sitePath(path)!, page(path));
  for (const { path } of filesBelow('docs', '.md')) write(sitePath(path)!, page(path));
  const { description } = JSON.parse(read('package.json')) as { description: string };
  write('index.md', page('README.md', homePage(read('README.md'), description)));
  write('licence.md', `# Licence\n\n${read('LICENSE')}`);
  write('try-it.md', read('scripts/site/try-it.md'));
  for (const folder of ['docs/pictures', 'examples']) {
    cpSync(join(root, folder), join(pagesFolder, 'public', folder.replace('docs/', '')), { recursive: true });
  }
  const claims = 'Each of the [claims](docs/claims.md) is a short file of its own.';
  write('examples/claims.md', page('README.md', programs('Studies of the claims', claims, 'examples/claims')));
  const examples =
    'Programs to run from a clone with `npx tsx examples/name.ts`. Shorter ones are the recipes of the [cookbook](docs/cookbook.md); there are [notebooks](docs/notebooks.md) too.';
  write('examples/index.md', page('README.md', programs('Examples', examples, 'examples')));
  for (const { name, text, specs } of notebookPages()) {
    write(`notebooks/${name}.md`, text);
    for (const [file, spec] of Object.entries(specs)) write(`public/specs/${file}.json`, JSON.stringify(spec));
  }
}
