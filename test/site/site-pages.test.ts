import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { homePage, sectionOf } from '../../scripts/site/home-page.js';
import { brokenLinks, builtPage } from '../../scripts/site/links-of.js';
import { groups } from '../../scripts/site/navigation.js';
import { notebookPages } from '../../scripts/site/notebook-page.js';
import { sitePath, withSiteLinks } from '../../scripts/site/page-map.js';
import { referencePages } from '../../scripts/site/reference-pages.js';
import { slug } from '../../scripts/site/slug.js';
import { fundNames, tryIt } from '../../scripts/site/try-it.js';
import { loadDoors } from '../support/doors.js';
import { markdownBlocks } from '../support/markdown-blocks.js';
import { runExample } from '../support/run-example.js';
import { filesBelow, root } from '../support/source-files.js';

const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

describe('what becomes a page of the site', () => {
  it('every page of docs/ and every paper stands in the navigation, once', () => {
    const links = groups.flatMap(({ items }) => items.map(({ link }) => link));
    const wanted = [
      ...filesBelow('docs', '.md').map(({ path }) => path),
      'README.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'LICENSE',
    ];
    expect(
      wanted.map((path) => `/${sitePath(path)!.replace(/\.md$/, '')}`).filter((link) => !links.includes(link)),
    ).toEqual([]);
    expect(new Set(links).size).toBe(links.length);
  });

  it('every link of every page leads to a file that the repository has and the site too', () => {
    for (const { path, text } of [
      ...filesBelow('docs', '.md'),
      ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'].map((path) => ({ path, text: read(path) })),
    ]) {
      expect(() => withSiteLinks(text, path), path).not.toThrow();
    }
  });

  it('links become links from the root of the site; code, anchors and other hosts stay', () => {
    expect(withSiteLinks('[a](timing.md#rows) `[b](x.md)` [c](#d) [e](https://semver.org)', 'docs/data.md')).toBe(
      '[a](/timing.md#rows) `[b](x.md)` [c](#d) [e](https://semver.org)',
    );
    expect(withSiteLinks('```ts\n[a](x.md)\n```', 'README.md')).toBe('```ts\n[a](x.md)\n```');
    expect(withSiteLinks('[n](../examples/notebooks/one.ipynb) ![p](pictures/w.svg)', 'docs/a.md')).toBe(
      '[n](/notebooks/one.md) ![p](/pictures/w.svg)',
    );
  });

  it('a link to what the site does not have stops the build and names page and target', () => {
    expect(() => withSiteLinks('[a](../src/index.ts)', 'docs/data.md')).toThrow(
      'docs/data.md: the site has no page for "../src/index.ts"',
    );
  });

  it('anchors are those of code hosts', () => {
    expect(slug('A backtest: weights, trading, contributions')).toBe('a-backtest-weights-trading-contributions');
    expect(slug('Costs – per asset & date')).toBe('costs--per-asset--date');
    expect(slug('cagrByPeriods')).toBe('cagrbyperiods');
  });

  it('the home page repeats the ten lines of README.md with what they print, and all its promises in whole sentences', () => {
    const home = homePage(read('README.md'), 'Backtests: of all kinds.');
    expect(home).toContain(sectionOf(read('README.md'), 'Ten lines'));
    const { features, hero } = JSON.parse(home.split('---\n')[1]!) as {
      features: { title: string; details: string }[];
      hero: { tagline: string };
    };
    expect(hero.tagline).toBe('Of all kinds.');
    expect(features.map(({ title }) => title)).toEqual([
      'No look-ahead',
      'One definition per statistic',
      'Nothing is repaired in silence',
      'Assumptions are printed',
    ]);
    for (const { details } of features) expect(details).toMatch(/^[A-Z].*\.$/);
  });

  it('a page of a notebook has all its code, and its charts as data', () => {
    for (const { name, text, specs } of notebookPages()) {
      expect(text, name).toMatch(/^# /);
      expect(markdownBlocks(text).length, name).toBeGreaterThan(3);
      for (const file of Object.keys(specs)) expect(text).toContain(`spec="${file}"`);
    }
  });
});

describe('the pages of the reference', () => {
  const raw = [
    { path: 'index.md', text: '# x v1\n\n- [io](io/index.md)' },
    {
      path: 'io/index.md',
      text: '# io\n\n## Interfaces\n\n- [One](interfaces/One.md)\n\n## Functions\n\n- [read](functions/read.md)',
    },
    {
      path: 'io/functions/read.md',
      text: '# Function: read()\n\nTakes [`One`](../interfaces/One.md#name), see [below](#returns).\n\n## Returns',
    },
    { path: 'io/interfaces/Two.md', text: '# Interface: Two\\<A\\>\n\n## Properties\n\n<a id="name"></a> name' },
    {
      path: 'io/interfaces/One.md',
      text: '# Interface: One\n\n[own](#name)\n\n## Properties\n\n<a id="name"></a> name',
    },
  ];
  const pages = new Map(referencePages(raw).map(({ path, text }) => [path, text]));

  it('types stand together, in order, each with anchors of its own, and links follow them', () => {
    expect([...pages.keys()].sort()).toEqual(['index.md', 'io/functions/read.md', 'io/index.md', 'io/types.md']);
    const types = pages.get('io/types.md')!;
    expect(types).toContain('# backtilt/io: types');
    expect(types.indexOf('## One {#one}')).toBeLessThan(types.indexOf('## Two {#two}'));
    expect(types).toContain('### Properties {#one-properties}');
    expect(types).toContain('<a id="two-name"></a>');
    expect(types).toContain('[own](/api/io/types.md#one-name)');
    expect(pages.get('io/functions/read.md')).toBe(
      '# read\n\nTakes [`One`](/api/io/types.md#one-name), see [below](/api/io/functions/read.md#returns).\n\n## Returns',
    );
  });

  it('a door lists its functions first', () => {
    const door = pages.get('io/index.md')!;
    expect(door).toContain('# backtilt/io');
    expect(door.indexOf('## Functions')).toBeLessThan(door.indexOf('## Interfaces'));
  });
});

describe('the reader of built pages', () => {
  const files = new Set(['index.html', 'a/b.html', 'a/x.svg']);
  const faults = (html: string): string[] =>
    brokenLinks([builtPage('index.html', html), builtPage('a/b.html', '<h1 id="top">b</h1>')], files);

  it('is content with what resolves, and with links (not loads) to other hosts', () => {
    expect(
      faults('<a href="/a/b.html#top">b</a><img src="a/x.svg"><a href="https://semver.org">s</a><a href="/">h</a>'),
    ).toEqual([]);
  });

  it('finds a missing page, a missing anchor, a missing picture, and what is loaded from elsewhere', () => {
    expect(faults('<a class="x" href="/a/c.html">c</a>')).toEqual([
      'index.html leads to /a/c.html, and there is no a/c.html',
    ]);
    expect(faults('<a href="/a/b.html#end">b</a>')).toEqual([
      'index.html leads to /a/b.html#end, and a/b.html has no such anchor',
    ]);
    expect(faults('<img alt="a > b" src="/a/y.svg">')).toEqual([
      'index.html leads to /a/y.svg, and there is no a/y.svg',
    ]);
    expect(faults('<script src="https://cdn.example/x.js"></script>')).toEqual([
      'index.html loads https://cdn.example/x.js',
    ]);
  });
});

describe('"Try it"', () => {
  it('its program prints the table that the page shows at first', async () => {
    const [program] = markdownBlocks(read('scripts/site/try-it.md'));
    const { printed, error } = await runExample(program!.text, await loadDoors());
    expect(error).toBeUndefined();
    expect(printed.join('\n')).toBe(
      tryIt({ first: 'IWM', second: 'AGG', weight: 0.3, tradingBps: 5 }).comparison.toString(),
    );
  });

  it('every fund can be chosen, the same one twice and the benchmark among them', () => {
    for (const first of fundNames()) {
      expect(
        tryIt({ first, second: 'SPY', weight: 0.5, tradingBps: 0 }).comparison.table.texts.length,
        first,
      ).toBeGreaterThan(10);
    }
  });
});

it('the lock of the generator names no host that packages come from', () => {
  expect(existsSync(`${root}scripts/site/package-lock.json`)).toBe(true);
  expect(read('scripts/site/package-lock.json')).not.toMatch(/"resolved"/);
});
