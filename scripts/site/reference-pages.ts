import { posix } from 'node:path';
import { doorFolders } from './navigation.js';
import { slug } from './slug.js';

/** A page by its path below the reference. */
export interface ReferencePage {
  readonly path: string;
  readonly text: string;
}

/** Doors with more types than this have a page of them for every first letter. */
const MANY = 60;

const isType = (path: string): boolean => /^\w+\/(?:interfaces|type-aliases)\//.test(path);
const nameIn = (path: string): string => posix.basename(path, '.md');

/** The page that a type stands on. */
function pageOfType(path: string, counts: ReadonlyMap<string, number>): string {
  const door = path.split('/')[0]!;
  return (counts.get(door) ?? 0) > MANY ? `${door}/types-${nameIn(path)[0]!.toLowerCase()}.md` : `${door}/types.md`;
}

/**
 * The pages of the reference as the site has them, from those of TypeDoc: a function keeps a page of its own, and the types of a door stand together (467 pages of a few
 * lines each would take longer to build than all the rest, and to read).
 */
export function referencePages(raw: readonly ReferencePage[]): ReferencePage[] {
  const counts = new Map<string, number>();
  for (const { path } of raw.filter((page) => isType(page.path))) {
    const door = path.split('/')[0]!;
    counts.set(door, (counts.get(door) ?? 0) + 1);
  }
  const moved = (path: string): string => (isType(path) ? pageOfType(path, counts) : path);
  /** The anchor of a type, and of a part of it. */
  const anchor = (path: string, part?: string): string =>
    [slug(nameIn(path)), ...(part === undefined ? [] : [part])].join('-');

  const relinked = ({ path, text }: ReferencePage): string =>
    text.replaceAll(
      /\]\(([^()#\s]*\.md)?(#[^()\s]+)?\)/g,
      (whole, file: string | undefined, part: string | undefined) => {
        if (file === undefined && part === undefined) return whole;
        const meant = file === undefined ? path : posix.join(posix.dirname(path), file);
        const mark = isType(meant) ? `#${anchor(meant, part?.slice(1))}` : (part ?? '');
        return `](/api/${moved(meant)}${mark})`;
      },
    );

  const merged = new Map<string, string[]>();
  const pages: ReferencePage[] = [];
  for (const page of raw) {
    const text = titled(page.path, relinked(page));
    if (!isType(page.path)) {
      pages.push({ path: page.path, text });
      continue;
    }
    const target = moved(page.path);
    merged.set(target, [...(merged.get(target) ?? []), asSection(text, anchor(page.path))]);
  }
  for (const [path, sections] of merged) {
    const letter = /types-(\w)\.md$/.exec(path)?.[1];
    const door = doorFolders[path.split('/')[0]!]!;
    const sorted = [...sections].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    const title = `# ${door}: types${letter === undefined ? '' : `, ${letter.toUpperCase()}`}`;
    pages.push({ path, text: ['---\noutline: 2\n---', title, ...sorted].join('\n\n') });
  }
  return pages;
}

/** The page with its own name as its title. */
function titled(path: string, text: string): string {
  if (path === 'index.md') return text.replace(/^# .*$/m, '# API reference');
  const door = path.endsWith('/index.md') ? doorFolders[path.split('/')[0]!] : undefined;
  const named = text.replace(/^# (?:[\w ]+: )?(.+)$/m, (_, name: string) => `# ${door ?? nameOf(name)}`);
  return door === undefined ? named : `---\npageClass: door\n---\n\n${functionsFirst(named)}`;
}

/** The list of a door with its functions before its types. */
function functionsFirst(text: string): string {
  const [head = '', ...sections] = text.trim().split(/^(?=## )/m);
  const place = (section: string): number =>
    ['## Fun', '## Var', '## Cla'].findIndex((kind) => section.startsWith(kind)) + 1 || 9;
  return [head.trim(), ...sections.map((one) => one.trim()).sort((a, b) => place(a) - place(b))].join('\n\n');
}

const nameOf = (title: string): string => title.replace(/\\?<.*$/, '').replace(/\(\)$/, '');

/** A page of one type as a section of a page of many: one rank lower, with anchors that begin with its name. */
function asSection(text: string, name: string): string {
  let first = true;
  const seen = new Map<string, number>();
  return text
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll(/^(#+) (.+)$/gm, (_, marks: string, heading: string) => {
              if (first) {
                first = false;
                return `#${marks} ${heading} {#${name}}`;
              }
              const own = slug(heading);
              const count = seen.get(own) ?? 0;
              seen.set(own, count + 1);
              return `#${marks} ${heading} {#${name}-${own}${count === 0 ? '' : `-${count}`}}`;
            })
            .replaceAll(/<a id="([^"]+)"><\/a>/g, (_, id: string) => `<a id="${name}-${id}"></a>`),
    )
    .join('')
    .trim();
}
