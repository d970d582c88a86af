// Every claim by its number: `npm run claims` runs all of them, `npx backtilt study claims C1 C9` two.
import type { Claim } from 'backtilt/report';
import { c1, c2 } from './c01-small-caps-after-first-cuts.js';

/** The studies, in order; each takes other data in place of the bundled ones. */
export const claims: Readonly<Record<string, () => Claim>> = {
  C1: () => c1(),
  C2: () => c2(),
};
