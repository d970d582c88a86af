import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/source-files.js';

/** What runs a program on a platform; undefined where it is not installed. */
export interface Platform {
  readonly program: string;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const here = join(root, 'test/platforms/node_modules');
const found = (program: string, words: readonly string[] = []): Platform | undefined =>
  existsSync(program) ? { program, words } : undefined;

/** Bun's own package copies the program into its place when it is installed; here it runs from where it was unpacked. */
function bun(): Platform | undefined {
  const folder = join(here, '@oven');
  const packed = existsSync(folder) ? readdirSync(folder) : [];
  return packed.map((name) => found(join(folder, name, 'bin/bun'), ['run'])).find((one) => one !== undefined);
}

/** The platforms that the packed library is tried on, beside the Node that runs the tests. */
export const platforms: Readonly<Record<'node22' | 'node24' | 'deno' | 'bun', Platform | undefined>> = {
  node22: found(join(here, 'node22/bin/node')),
  node24: found(join(here, 'node24/bin/node')),
  deno: found(join(root, 'test/notebooks/node_modules/.bin/deno'), ['run', '--allow-all', '--no-lock']),
  bun: bun(),
};
