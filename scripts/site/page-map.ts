import { posix } from 'node:path';

/** Which page of the site a file of the repository becomes: 'guides' of a Markdown page is its own name, papers of the root have others. */
const papers: Readonly<Record<string, string>> = {
  'README.md': 'start.md',
  'CHANGELOG.md': 'changelog.md',
  'CONTRIBUTING.md': 'contributing.md',
  'SECURITY.md': 'security.md',
  LICENSE: 'licence.md',
  docs: 'start.md',
  examples: 'examples/index.md',
  'examples/claims': 'examples/claims.md',
  'examples/notebooks': 'notebooks.md',
};

/**
 * Where a file of the repository is found in the site, as a path from its root; undefined for what the site does not have.
 * Pages keep their ending `.md`, which the generator turns into addresses; everything else is copied as it is.
 */
export function sitePath(path: string): string | undefined {
  const known = papers[path.replace(/\/$/, '')];
  if (known !== undefined) return known;
  const page = /^docs\/([\w-]+\.md)$/.exec(path)?.[1];
  if (page !== undefined) return page;
  if (/^docs\/pictures\/[\w-]+\.svg$/.test(path)) return path.slice('docs/'.length);
  const notebook = /^examples\/notebooks\/([\w-]+)\.ipynb$/.exec(path)?.[1];
  if (notebook !== undefined) return `notebooks/${notebook}.md`;
  return /^examples\/[\w/-]+\.ts$/.test(path) ? path : undefined;
}

/**
 * The text of a page with its links as they are in the site: relative links lead from file to file of the repository, and become links from the root of the site.
 * Blocks of code stay as they are.
 *
 * @throws Error for a link to a file that the site does not have.
 */
export function withSiteLinks(text: string, path: string): string {
  const rewrite = (whole: string, before: string, target: string): string => {
    if (/^(?:[a-z]+:|#|\/)/.test(target)) return whole;
    const [file = '', anchor] = target.split('#');
    const meant = posix.join(posix.dirname(path), file);
    const found = sitePath(meant);
    if (found === undefined) throw new Error(`${path}: the site has no page for "${target}"`);
    return `${before}(/${found}${anchor === undefined ? '' : `#${anchor}`})`;
  };
  return outsideCode(text, (part) => part.replaceAll(/(\]\s?)\(([^()\s]+)\)/g, rewrite));
}

/** Changes what stands outside fenced blocks and code within a line. */
export function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(/(^```[\s\S]*?^```[^\n]*$|`[^`\n]+`)/m)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
