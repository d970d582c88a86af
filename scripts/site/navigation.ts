import { basename } from 'node:path';
import { filesBelow } from '../../test/support/source-files.js';

/** A page by its address, and what it is called in the navigation. */
export interface Entry {
  readonly text: string;
  readonly link: string;
}

interface Group {
  readonly text: string;
  readonly items: readonly Entry[];
}

const named: readonly Group[] = [
  {
    text: 'Start',
    items: [
      { text: 'Overview', link: '/start' },
      { text: 'Try it here', link: '/try-it' },
      { text: 'Cookbook', link: '/cookbook' },
      { text: 'Examples', link: '/examples/' },
      { text: 'Notebooks', link: '/notebooks' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'Data in and out', link: '/data' },
      { text: 'Charts', link: '/charts' },
      { text: 'Inference', link: '/inference' },
      { text: 'Scaling out', link: '/scaling' },
      { text: 'Performance', link: '/performance' },
    ],
  },
  {
    text: 'Methods',
    items: [
      { text: 'Accounting', link: '/accounting' },
      { text: 'Timing', link: '/timing' },
      { text: 'Conventions', link: '/conventions' },
      { text: 'Statistics', link: '/statistics' },
      { text: 'Claims', link: '/claims' },
      { text: 'Studies of the claims', link: '/examples/claims' },
    ],
  },
  { text: 'Reference', items: [{ text: 'API', link: '/api/' }] },
  {
    text: 'About',
    items: [
      { text: 'Architecture', link: '/architecture' },
      { text: 'Versions', link: '/versions' },
      { text: 'Dependencies', link: '/dependencies' },
      { text: 'Changelog', link: '/changelog' },
      { text: 'Contributing', link: '/contributing' },
      { text: 'Security', link: '/security' },
      { text: 'Licence', link: '/licence' },
    ],
  },
];

/** Pages of docs/ that nobody has put into a group, by their own titles: they are found under "About". */
function unnamed(): Entry[] {
  const links = new Set(named.flatMap(({ items }) => items.map(({ link }) => link)));
  return filesBelow('docs', '.md')
    .map(({ path, text }) => ({ text: /^# (.+)$/m.exec(text)?.[1] ?? path, link: `/${basename(path, '.md')}` }))
    .filter(({ link }) => !links.has(link));
}

/** The pages by group; every page of docs/ is among them. */
export const groups: readonly Group[] = named.map((group) =>
  group.text === 'About' ? { ...group, items: [...group.items, ...unnamed()] } : group,
);

/** The doors by the folder that their reference lies in. */
export const doorFolders: Readonly<Record<string, string>> = {
  index: 'backtilt',
  data: 'backtilt/data',
  report: 'backtilt/report',
  io: 'backtilt/io',
  testing: 'backtilt/testing',
  workers: 'backtilt/workers',
  cluster: 'backtilt/cluster',
};

const doors: readonly Entry[] = Object.entries(doorFolders).map(([folder, text]) => ({
  text,
  link: `/api/${folder}/`,
}));

/** What stands beside the pages: the groups, and in the reference the doors first (799 names would be a list that nobody reads). */
export const sidebar = {
  '/api/': [{ text: 'Doors', items: doors }, ...groups.map((group) => ({ ...group, collapsed: true }))],
  '/': groups,
};
