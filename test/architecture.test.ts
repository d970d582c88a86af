import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOnly, type Import, importsOf } from './support/imports-of.js';
import { adaptedOnce, mayUse, rank, seenOnlyIn } from './support/rooms.js';
import { filesBelow, root } from './support/source-files.js';

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  /** '' for the front door. */
  readonly room: string;
  readonly imports: readonly Import[];
}

const files: readonly SourceFile[] = filesBelow('src', '.ts').map(({ path, text }) => ({
  path,
  text,
  code: codeOnly(path, text),
  room: roomOf(path),
  imports: importsOf(path, text),
}));
const { dependencies: required, peerDependencies: optional } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
) as Record<'dependencies' | 'peerDependencies', Record<string, string>>;
/** What is installed with the package, and what a user may install beside it. */
const dependencies = [...Object.keys(required), ...Object.keys(optional)];
/** Tables and frames of these are recognised by their structure; nothing is imported. */
const byStructure = ['danfojs-node'];

/** 'panel' of 'src/panel/slice.ts', '' of 'src/index.ts'. */
function roomOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? parts[1]! : '';
}

/** The path from the root of what a relative import means. */
function target(file: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(file), specifier)).replace(/\.js$/, '.ts');
}

const isRelative = ({ specifier }: Import): boolean => specifier.startsWith('.');

/** 'zod' of 'zod/v4', '@a/b' of '@a/b/c', 'node:' of 'node:fs'. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What a check says of every import, as "file:line: …"; an empty list is what every test wants. */
function complaints(check: (file: SourceFile, found: Import) => string | undefined): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((found) => {
      const complaint = check(file, found);
      return complaint === undefined ? [] : [`${file.path}:${found.line}: ${complaint}`];
    }),
  );
}

/** Lines of code (comments and strings left out) that match. */
function linesMatching(pattern: RegExp): string[] {
  return files.flatMap(({ path, code, text }) =>
    code.split('\n').flatMap((line, index) => {
      const written = text.split('\n')[index]!.trim();
      return pattern.test(line) ? [`${path}:${index + 1}: ${written}`] : [];
    }),
  );
}

/** Every file that a module needs at run time, itself among them. */
function reachedFrom(entry: string, reached = new Set<string>()): Set<string> {
  if (reached.has(entry)) return reached;
  reached.add(entry);
  const file = files.find(({ path }) => path === entry);
  for (const found of file?.imports ?? []) {
    if (isRelative(found) && !found.typeOnly) reachedFrom(target(entry, found.specifier), reached);
  }
  return reached;
}

describe('rooms', () => {
  it('the plan knows every room, and there is something to check', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter(({ room }) => mayUse(room) === undefined).map(({ path }) => path)).toEqual([]);
  });

  it('rooms of one rank may not use each other, and no room one above it', () => {
    for (const [room, place] of Object.entries(rank)) {
      for (const used of mayUse(room)!) expect(rank[used], `${room} uses ${used}`).toBeLessThan(place);
    }
    expect(mayUse('stats')).not.toContain('signals');
    expect(mayUse('data')).toEqual(['core', 'time', 'table', 'panel']);
  });

  it('a room imports only rooms of lower rank', () => {
    const wrong = complaints((file, found) => {
      if (!isRelative(found)) return undefined;
      const path = target(file.path, found.specifier);
      if (!path.startsWith('src/')) return undefined;
      const room = roomOf(path);
      if (room === file.room) return undefined;
      return mayUse(file.room)?.includes(room) ? undefined : `${file.room} must not use ${room} (${found.specifier})`;
    });
    expect(wrong).toEqual([]);
  });

  it('a room is entered by its index.ts', () => {
    const wrong = complaints((file, found) => {
      if (!isRelative(found)) return undefined;
      const path = target(file.path, found.specifier);
      if (!path.startsWith('src/') || roomOf(path) === file.room) return undefined;
      return path === `src/${roomOf(path)}/index.ts` ? undefined : `enters by ${path}`;
    });
    expect(wrong).toEqual([]);
  });

  it('inside a room nobody goes through its own index.ts', () => {
    const wrong = complaints((file, found) =>
      file.room !== '' && isRelative(found) && target(file.path, found.specifier) === `src/${file.room}/index.ts`
        ? `imports its own door`
        : undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('every relative import names a file that exists, with the ending .js', () => {
    const wrong = complaints((file, found) => {
      if (!isRelative(found)) return undefined;
      const path = target(file.path, found.specifier);
      return existsSync(root + path) && found.specifier.endsWith('.js') ? undefined : `no file ${path}`;
    });
    expect(wrong).toEqual([]);
  });

  it('only the data room reads the generated modules of /data, only the command line the claims, and nothing else outside src is imported', () => {
    const wrong = complaints((file, found) => {
      if (!isRelative(found)) return undefined;
      const path = target(file.path, found.specifier);
      if (path.startsWith('src/')) return undefined;
      const mayReach = { data: 'data/', cli: 'examples/claims/' }[file.room];
      return mayReach !== undefined && path.startsWith(mayReach)
        ? undefined
        : `reaches outside src: ${found.specifier}`;
    });
    expect(wrong).toEqual([]);
  });
});

describe('dependencies', () => {
  const external = (check: (file: SourceFile, name: string) => string | undefined): string[] =>
    complaints((file, found) => (isRelative(found) ? undefined : check(file, packageOf(found.specifier))));

  it('every external import is a dependency of the package or Node itself', () => {
    expect(
      external((_, name) => (name === 'node:' || dependencies.includes(name) ? undefined : `${name} is no dependency`)),
    ).toEqual([]);
  });

  it('every dependency has its rooms, and is seen only there', () => {
    for (const name of dependencies.filter((one) => !byStructure.includes(one)))
      expect(Object.keys(seenOnlyIn), `rooms of ${name}`).toContain(name);
    expect(
      external((file, name) => (seenOnlyIn[name]?.includes(file.room) ? undefined : `${name} in room ${file.room}`)),
    ).toEqual([]);
  });

  it('a package whose types need a cast is adapted in one file of a room', () => {
    for (const name of adaptedOnce) {
      const adapters = files.filter(({ imports }) => imports.some(({ specifier }) => packageOf(specifier) === name));
      const rooms = adapters.map(({ room }) => room);
      expect(new Set(rooms).size, `${name}: ${adapters.map(({ path }) => path).join(', ')}`).toBe(rooms.length);
    }
  });

  it('danfojs is never imported: its adapter is typed by structure', () => {
    expect(complaints((_, { specifier }) => (specifier.includes('danfo') ? specifier : undefined))).toEqual([]);
  });

  it('the front door reaches no module of Node and no Node global, so it runs in a browser notebook', () => {
    const reached = reachedFrom('src/index.ts');
    expect(reached.size).toBeGreaterThan(30);
    const inside = files.filter(({ path }) => reached.has(path));
    expect(
      inside.flatMap(({ path, imports }) => imports.filter(isOfNode).map(({ line }) => `${path}:${line}`)),
    ).toEqual([]);
    const globals = /\b(?:process|Buffer|__dirname|__filename|require|setImmediate)\b\s*[.([]/;
    expect(inside.filter(({ code }) => globals.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('the doors data, report and testing reach no module of Node either', () => {
    for (const door of ['data', 'report', 'testing']) {
      const reached = reachedFrom(`src/${door}/index.ts`);
      const bound = files.filter(({ path, imports }) => reached.has(path) && imports.some(isOfNode));
      expect(bound.map(({ path }) => `${door} reaches ${path}`)).toEqual([]);
    }
  });

  const isOfNode = ({ specifier, typeOnly }: Import): boolean => packageOf(specifier) === 'node:' && !typeOnly;
});

describe('files', () => {
  it('are named in kebab-case', () => {
    const wrong = files.filter(
      ({ path }) => !/^src\/(?:[a-z][a-z0-9-]*\/)*[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.ts$/.test(path),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('have at most 250 lines, half of them at most 60', () => {
    const lengths = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor((sorted.length - 1) / 2)]).toBeLessThanOrEqual(60);
  });

  it('hold no `any` and no silenced check', () => {
    expect(linesMatching(/(?::|<|\bas|\|)\s*any\b|\bany\[\]/)).toEqual([]);
    const silenced = files.filter(({ text }) => /@ts-(?:ignore|nocheck|expect-error)|eslint-disable/.test(text));
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });

  it('know no Date and no unseeded random number', () => {
    expect(linesMatching(/\bnew Date\b|\bDate\.(?:now|parse|UTC)\b|\bDate\(|\bMath\.random\b/)).toEqual([]);
  });

  it('write to the console only in the command line', () => {
    expect(linesMatching(/\bconsole\.\w+/).filter((line) => !line.startsWith('src/cli/'))).toEqual([]);
  });

  it('leave nothing to be done', () => {
    const wrong = files.filter(({ text }) => /\b(?:TODO|FIXME|XXX)\b/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('compute nothing at import: no statement of a module is a bare call', () => {
    const wrong = files
      .filter(({ room }) => room !== 'cli')
      .flatMap(({ path, code }) =>
        code.split('\n').flatMap((line, i) => (/^[\w.]+\(/.test(line) ? [`${path}:${i + 1}`] : [])),
      );
    expect(wrong).toEqual([]);
  });
});

describe('the reader of imports itself', () => {
  it('sees every way to import, and nothing in comments or strings', () => {
    const text = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "export * from './c.js';",
      "export type { D } from './d.js';",
      "const e = await import('node:e');",
      "type F = import('f').F;",
      "// import g from 'g';",
      'const h = "import i from \'i\'";',
      "import 'j';",
    ].join('\n');
    expect(importsOf('x.ts', text)).toEqual([
      { specifier: 'a', line: 1, typeOnly: false },
      { specifier: 'b', line: 2, typeOnly: true },
      { specifier: './c.js', line: 3, typeOnly: false },
      { specifier: './d.js', line: 4, typeOnly: true },
      { specifier: 'node:e', line: 5, typeOnly: false },
      { specifier: 'f', line: 6, typeOnly: true },
      { specifier: 'j', line: 9, typeOnly: false },
    ]);
  });

  it('code is what is left without comments and texts, line by line', () => {
    const text = "const a = 'new Date'; // Math.random\n/* TODO\n any */ const b = `x ${Math.random()} any`;\n";
    const code = codeOnly('x.ts', text);
    expect(code).not.toMatch(/new Date|TODO|any/);
    expect(code.match(/Math\.random/g)).toHaveLength(1);
    expect(code.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
  });
});
