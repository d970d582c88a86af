import { existsSync } from 'node:fs';
import { root } from './source-files.js';

/** Where each door of the package lies in the source. */
export const doorFiles: Readonly<Record<string, string>> = {
  backtilt: 'src/index.ts',
  'backtilt/data': 'src/data/index.ts',
  'backtilt/report': 'src/report/index.ts',
  'backtilt/io': 'src/io/index.ts',
  'backtilt/testing': 'src/testing/index.ts',
  'backtilt/workers': 'src/workers/index.ts',
  'backtilt/cluster': 'src/cluster/index.ts',
};

/** What a door exports at run time. */
export type DoorExports = Readonly<Record<string, unknown>>;

/** The doors that exist, loaded, by the name under which users import them. */
export async function loadDoors(): Promise<ReadonlyMap<string, DoorExports>> {
  const doors = new Map<string, DoorExports>();
  for (const [name, path] of Object.entries(doorFiles)) {
    if (existsSync(root + path)) doors.set(name, (await import(/* @vite-ignore */ root + path)) as DoorExports);
  }
  return doors;
}
