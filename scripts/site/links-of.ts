import { posix } from 'node:path';

/** A built page: what it links to, what it loads, and the anchors it has. */
export interface BuiltPage {
  readonly path: string;
  readonly links: readonly string[];
  readonly loads: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

const decoded = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** Reads a built page by its tags. */
export function builtPage(path: string, html: string): BuiltPage {
  const [links, loads, anchors]: [string[], string[], Set<string>] = [[], [], new Set()];
  for (const [, tag = '', attributes = ''] of html.matchAll(
    /<([a-z][\w-]*)((?:\s+[^\s=>"']+(?:="[^"]*"|='[^']*'|=[^\s>]*)?)*)\s*\/?>/gi,
  )) {
    for (const [, name = '', value = ''] of attributes.matchAll(/\s([\w:-]+)="([^"]*)"/g)) {
      if (name === 'id') anchors.add(decoded(value));
      else if (name === 'href' && tag === 'a') links.push(decoded(value));
      else if (name === 'href' || name === 'src' || name === 'srcset') loads.push(decoded(value));
    }
  }
  return { path, links, loads, anchors };
}

const isOutside = (target: string): boolean => /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(target);

/** What is wrong with the links of a site: files that it does not have, anchors that a page does not have, and what is loaded from another host. */
export function brokenLinks(pages: readonly BuiltPage[], files: ReadonlySet<string>): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const faults: string[] = [];
  for (const page of pages) {
    for (const target of page.loads) {
      if (isOutside(target) && !target.startsWith('data:')) faults.push(`${page.path} loads ${target}`);
    }
    for (const target of new Set([...page.links, ...page.loads])) {
      if (target === '' || isOutside(target)) continue;
      const [address = '', anchor] = target.split('#');
      const path = fileOf(address.split('?')[0]!, page.path);
      if (!files.has(path)) faults.push(`${page.path} leads to ${target}, and there is no ${path}`);
      else if (
        anchor !== undefined &&
        anchor !== '' &&
        byPath.get(path)?.anchors.has(decodeURIComponent(anchor)) !== true
      )
        faults.push(`${page.path} leads to ${target}, and ${path} has no such anchor`);
    }
  }
  return faults;
}

/** The file that an address means, seen from a page. */
function fileOf(address: string, page: string): string {
  if (address === '') return page;
  const path = decodeURIComponent(posix.join('/', address.startsWith('/') ? '' : posix.dirname(page), address)).slice(
    1,
  );
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
