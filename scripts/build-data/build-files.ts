import type { DataSet } from './data-set.js';
import { economySets } from './economy-sets.js';
import { frenchSets } from './french-sets.js';
import { fundSets } from './fund-sets.js';
import { rateSets } from './rate-sets.js';
import { filesOf } from './write-files.js';

/** Everything that belongs into `data/`, computed from a folder of source files: file name → text. */
export function buildFiles(folder: string): Map<string, string> {
  const sets: DataSet[] = [...fundSets(folder), ...frenchSets(folder), ...rateSets(folder), ...economySets(folder)];
  return filesOf(sets);
}
