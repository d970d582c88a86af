import { textDisplay } from '../table/index.js';
import type { FrenchFactors } from './french-factors.js';

/** The factor panels and the bill return, each by its own words. */
export const factorsDisplay = /* @__PURE__ */ textDisplay<FrenchFactors>(({ three, five, momentum, riskFree }) =>
  Object.entries({ three, five, momentum, riskFree })
    .map(([key, part]) => `${key}: ${String(part as { toString(): string })}`)
    .join('\n'),
);
