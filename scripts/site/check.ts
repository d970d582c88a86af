import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, root } from '../../test/support/source-files.js';
import { checkInBrowser } from './check-in-browser.js';
import { brokenLinks, builtPage } from './links-of.js';
import { sitePath } from './page-map.js';
import { siteFolder, siteHome } from './paths.js';

/** A promise about the built site: its faults, none when it is kept, or why it could not be looked at. */
export interface Outcome {
  readonly name: string;
  readonly faults: readonly string[];
  readonly skipped?: string;
}

/** Words that a reader would look for, and a page that must be among the first answers. */
const words: Readonly<Record<string, string>> = {
  sharpeRatio: '/api/index/functions/sharpeRatio.html',
  drawdown: '/charts.html#drawdown',
  'Clopper Pearson': '/inference.html',
  delistings: '/accounting.html',
  wealthChart: '/api/report/functions/wealthChart.html',
  BacktestOptions: '/api/index/types-b.html#backtestoptions',
};

/** Tests the site in out/site and prints what is kept and what is not; answers whether all is. */
export async function check(): Promise<boolean> {
  const outcomes = [...checkFiles(), await checkSearch(), ...(await checkInBrowser())];
  for (const { name, faults, skipped } of outcomes) {
    console.log(
      `${skipped !== undefined ? 'skipped' : faults.length === 0 ? 'kept' : 'BROKEN'}: ${name}${skipped === undefined ? '' : ` (${skipped})`}`,
    );
    for (const fault of faults.slice(0, 40)) console.log(`  ${fault}`);
    if (faults.length > 40) console.log(`  and ${faults.length - 40} more`);
  }
  const count = (kept: (outcome: Outcome) => boolean): number => outcomes.filter(kept).length;
  const failed = count(({ faults }) => faults.length > 0);
  const skipped = count((outcome) => outcome.skipped !== undefined);
  console.log(`site: ${outcomes.length - failed - skipped} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0;
}

function checkFiles(): Outcome[] {
  const names = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const files = new Set(names);
  const text = (name: string): string => readFileSync(join(siteFolder, name), 'utf8');
  const pages = names.filter((name) => name.endsWith('.html')).map((name) => builtPage(name, text(name)));
  const start = pages.find(({ path }) => path === 'start.html');
  const listed = new Set(start?.links.map((link) => link.replace(/^\//, '')));
  const asked = filesBelow('docs', '.md').map(({ path }) => sitePath(path)!.replace(/\.md$/, '.html'));
  const styles = names.filter((name) => name.endsWith('.css'));
  const readable = names.filter((name) => /\.(?:html|js|css|json|svg)$/.test(name));
  return [
    {
      name: `every link and anchor of ${pages.length} pages leads somewhere, and nothing is loaded from elsewhere`,
      faults: brokenLinks(pages, files),
    },
    { name: 'every page of docs/ stands in the navigation', faults: asked.filter((path) => !listed.has(path)) },
    {
      name: 'no style sheet asks another host',
      faults: styles.filter((name) => /url\(\s*["']?(?:https?:)?\/\//.test(text(name))),
    },
    {
      name: 'no file names a path of the building machine',
      faults: readable.filter((name) => text(name).includes(root)),
    },
    {
      name: 'every picture of docs/pictures is there',
      faults: filesBelow('docs/pictures', '.svg')
        .map(({ path }) => sitePath(path)!)
        .filter((path) => !files.has(path)),
    },
  ];
}

interface Index {
  search(query: string, options: object): readonly { readonly id: string }[];
}

async function checkSearch(): Promise<Outcome> {
  const name = `the search finds ${Object.keys(words).join(', ')}`;
  const chunks = join(siteFolder, 'assets/chunks');
  const file = readdirSync(chunks).find((one) => one.startsWith('@localSearchIndex'));
  if (file === undefined) return { name, faults: ['there is no index'] };
  const { default: text } = (await import(pathToFileURL(join(chunks, file)).href)) as { default: string };
  const MiniSearch = createRequire(join(siteHome, 'package.json'))('minisearch') as {
    loadJSON(json: string, options: object): Index;
  };
  const fields = ['title', 'titles', 'text'];
  const index = MiniSearch.loadJSON(text, { fields, storeFields: ['title', 'titles'] });
  const faults = Object.entries(words).flatMap(([word, page]) => {
    const found = index
      .search(word, { boost: { title: 6, titles: 2, text: 1 }, prefix: true, fuzzy: 0.2 })
      .slice(0, 20);
    return found.some(({ id }) => id.startsWith(page))
      ? []
      : [`${word}: no ${page} among ${found.map(({ id }) => id).join(', ')}`];
  });
  return { name, faults };
}
