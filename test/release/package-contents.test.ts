import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/source-files.js';

// What needs no build. The rest (dist, its declarations and maps, sizes) is looked at by `npm run check:package`.
const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
const packed = execFileSync('npm', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
const paths = files.map(({ path }) => path);
const text = (path: string): string => readFileSync(root + path, 'utf8');
const pages = paths.filter((path) => path.startsWith('docs/') && path.endsWith('.md'));

type Manifest = {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
  gypfile?: boolean;
};

describe('what npm packs', () => {
  it('is dist, docs, examples and four papers, by kind', () => {
    const kinds =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|docs\/[\w-]+\.md|docs\/pictures\/[\w-]+\.svg|examples\/(?:claims\/)?[\w-]+\.ts|dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts|js\.map))$/;
    expect(paths.filter((path) => !kinds.test(path))).toEqual([]);
    for (const path of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']) expect(paths).toContain(path);
    expect(pages.length).toBeGreaterThan(10);
  });

  it('has no test and no source', () => {
    expect(paths.filter((path) => /(?:^|\/)(?:test|src|scripts|node_modules|\.\w+)\/|\.test\./.test(path))).toEqual([]);
  });

  it('names no place on a computer in its pages and examples', () => {
    const own = paths.filter((path) => !path.startsWith('dist/'));
    const place = /(?<![\w.:/])\/(?:home|root|Users|tmp|var\/folders)\/|[A-Z]:\\Users\\|file:\/\/\//;
    expect(own.filter((path) => place.test(text(path)) || text(path).includes(root))).toEqual([]);
  });
});

describe('the packed docs', () => {
  /** The anchors of a page: of headings as GitHub makes them, and those written out. */
  const anchors = (path: string): string[] => [
    ...[...text(path).matchAll(/^#+ +(.*)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
    ...[...text(path).matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, name]) => name!),
  ];
  const links = pages.flatMap((page) =>
    [
      ...text(page)
        .replace(/^```[^]*?^```/gm, '')
        .matchAll(/\]\(([^)\s]+)\)/g),
    ].map(([, target]) => ({ page, target: target! })),
  );
  const inside = links.filter(({ target }) => !/^[a-z]+:/.test(target));

  // Too large to ship: the page says that they are in the repository.
  const inRepositoryOnly = ({ page, target }: { page: string; target: string }): boolean =>
    page === 'docs/notebooks.md' &&
    /^\.\.\/examples\/notebooks(?:\/[\w-]+\.ipynb)?$/.test(target) &&
    existsSync(join(root, 'docs', target));

  it('link to files of the package and to headings that are there; the notebooks alone lie in the repository only', () => {
    expect(inside.length).toBeGreaterThan(100);
    const dead = inside.filter(({ page, target }) => {
      const [file = '', anchor] = target.split('#');
      const path = file === '' ? page : posix.join(posix.dirname(page), file);
      const there = paths.includes(path) || paths.some((other) => other.startsWith(`${path.replace(/\/$/, '')}/`));
      if (inRepositoryOnly({ page, target })) return false;
      return !there || (anchor !== undefined && !anchors(path).includes(anchor));
    });
    expect(dead).toEqual([]);
  });
});

describe('package.json', () => {
  const { exports, bin } = JSON.parse(text('package.json')) as {
    exports: Record<string, { import: Record<string, string>; require: Record<string, string> } | string>;
    bin: Record<string, string>;
  };

  it('gives each door as module and as CommonJS, with types of its own for both', () => {
    for (const [door, ways] of Object.entries(exports)) {
      if (typeof ways === 'string') continue;
      const name = door === '.' ? 'index' : door.slice(2);
      expect(ways).toEqual({
        import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
        require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
      });
      expect(existsSync(`${root}src/${door === '.' ? '' : `${name}/`}index.ts`), door).toBe(true);
    }
  });

  it('has one command', () => {
    expect(bin).toEqual({ backtilt: './dist/cli.js' });
    expect(text('src/cli/main.ts').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });
});

it('no package that is installed with the library runs anything at its installation or is built then', () => {
  const seen = new Set<string>();
  const visit = (from: string): void => {
    const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Manifest;
    if (from !== root) {
      for (const script of ['preinstall', 'install', 'postinstall'])
        expect(manifest.scripts ?? {}, from).not.toHaveProperty(script);
      expect(manifest.gypfile ?? false, from).toBe(false);
      expect(existsSync(join(from, 'binding.gyp')), from).toBe(false);
    }
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
      let above = from;
      while (!existsSync(join(above, 'node_modules', name, 'package.json'))) {
        expect(dirname(above), `${name} is not installed`).not.toBe(above);
        above = dirname(above);
      }
      const next = join(above, 'node_modules', name);
      if (!seen.has(next)) {
        seen.add(next);
        visit(next);
      }
    }
  };
  visit(root);
  const { dependencies = {} } = JSON.parse(text('package.json')) as Manifest;
  expect(seen.size).toBeGreaterThanOrEqual(Object.keys(dependencies).length);
});
