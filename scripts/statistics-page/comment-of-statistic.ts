import { declarationOf } from '../../test/support/doc-comments.js';

/** The doc comment of what the front door exports under a name. */
export function commentOfStatistic(name: string): string {
  const found = declarationOf('src/index.ts', name);
  if (found === undefined || found.doc === '') throw new Error(`src/index.ts exports no "${name}" with a doc comment`);
  return found.doc;
}
