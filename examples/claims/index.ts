// Every claim by its number: `npm run claims` runs all of them, `npx backtilt study claims C1 C9` two.
import type { Claim } from 'backtilt/report';
import { c1, c2 } from './c01-small-caps-after-first-cuts.js';
import { c3 } from './c03-small-value-funds.js';
import { c4 } from './c04-profitability-screen.js';
import { c5 } from './c05-decade-of-large-caps.js';
import { c6 } from './c06-leadership-cycles.js';
import { c7 } from './c07-decade-after-2009.js';
import { c8 } from './c08-recovery-of-2009.js';
import { c9 } from './c09-fall-into-april-2025.js';
import { c10 } from './c10-second-quarter-of-2025.js';
import { c11 } from './c11-august-2025.js';
import { c12 } from './c12-annual-gain-of-2025.js';
import { c13 } from './c13-nasdaq-against-value.js';
import { c14 } from './c14-index-and-breadth.js';
import { c15 } from './c15-risk-of-small-caps.js';
import { c16 } from './c16-downside-protection.js';
import { c17 } from './c17-rates-and-small-caps.js';
import { c18 } from './c18-valuation-discount.js';
import { c19 } from './c19-ten-year-forecast.js';
import { c20 } from './c20-debt-burden.js';
import { c21 } from './c21-long-windows.js';
import { c22 } from './c22-after-extreme-weakness.js';
import { c23 } from './c23-after-recessions.js';
import { c24 } from './c24-world-without-the-usa.js';
import { c25 } from './c25-fund-facts.js';
import { c26 } from './c26-stock-bond-correlation.js';
import { c27 } from './c27-defensive-in-stagflation.js';
import { c28 } from './c28-small-value-behind.js';
import { c29 } from './c29-active-small-value.js';

/** The studies, in order; each takes other data in place of the bundled ones. */
export const claims: Readonly<Record<string, () => Claim>> = {
  C1: () => c1(),
  C2: () => c2(),
  C3: () => c3(),
  C4: () => c4(),
  C5: () => c5(),
  C6: () => c6(),
  C7: () => c7(),
  C8: () => c8(),
  C9: () => c9(),
  C10: () => c10(),
  C11: () => c11(),
  C12: () => c12(),
  C13: () => c13(),
  C14: () => c14(),
  C15: () => c15(),
  C16: () => c16(),
  C17: () => c17(),
  C18: () => c18(),
  C19: () => c19(),
  C20: () => c20(),
  C21: () => c21(),
  C22: () => c22(),
  C23: () => c23(),
  C24: () => c24(),
  C25: () => c25(),
  C26: () => c26(),
  C27: () => c27(),
  C28: () => c28(),
  C29: () => c29(),
};
