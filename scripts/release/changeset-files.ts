import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChangeset } from './changeset.js';

/** Reads every changeset of a repository and answers what is wrong with them, a sentence each. */
export function faultsOfChangesets(root: string): string[] {
  const folder = join(root, '.changeset');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.sort().flatMap((name) => {
    const [, head, text] = /^---\n([^]*?)\n?---\n?([^]*)$/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
    if (head === undefined) return [`${name}: no head between two lines of "---"`];
    // An empty changeset: a change that no user sees.
    if (head.trim() === '' && text!.trim() === '') return [];
    const bump = /^['"]?backtilt['"]?: *(patch|minor|major)$/.exec(head.trim())?.[1];
    if (bump === undefined) return [`${name}: the head is 'backtilt': patch, minor or major; found "${head.trim()}"`];
    try {
      readChangeset(text!, bump, name);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
}
