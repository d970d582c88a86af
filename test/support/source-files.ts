import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A text file by its path from the root. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The files below a folder (paths from the root, sorted) whose names end as given; none where the folder is absent. */
export function filesBelow(folder: string, ending: string): TextFile[] {
  if (!existsSync(root + folder)) return [];
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}
