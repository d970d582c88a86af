import type { Claim } from 'backtilt/report';
import { claimsMarkdown } from '../src/cli/claims-page.js';

const INTRODUCTION = `# Claims

What market articles of 2025 said about small caps, value and rate cuts, and what the bundled data say. Each claim is a short file in
[examples/claims](../examples/claims), written with the public functions alone. This page is made from them by \`npm run claims\`, and a test keeps it
true. On the command line: \`backtilt study claims\`, or \`backtilt study claims C1 C9\` for two.

A claim can be read in several ways. Every fair *reading* stands in its table with what the claim says of it, what the data say, an interval where
the figure is an estimate, and the *base*: what the same figure is without the thing that is claimed, such as the share of all windows. One function,
\`verdict\`, decides from the figures by rules that were fixed beforehand:

| readings | verdict |
|---|---|
| the first, the plainest, has no figure, or none counts | not testable here |
| some agree, some do not | depends on the definition |
| none agrees | not supported |
| all agree, more than half of them say more than chance or the base | supported |
| all agree, otherwise | true but uninformative |

Fewer than ten independent cases never say more than chance, and a reading that was searched for counts only where it does not agree. Several figures that
are claimed together are one reading, which agrees where all of them do. Who wants another rule has the figures: \`backtilt study claims --csv claims.csv\`.

`;

/** The page docs/claims.md. */
export const claimsPage = (claims: readonly Claim[]): string => INTRODUCTION + claimsMarkdown(claims);
