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
| none agrees | not supported |
| more than half of them agree and say more than chance or the base, and none contradicts | supported |
| all agree, otherwise | true but uninformative |
| some agree, some do not, otherwise | depends on the definition |

Fewer than ten independent cases never say more than chance and never contradict, nor does a figure whose interval still holds what is claimed ("left open").
A reading that was searched for counts only where it does not agree; rows in brackets stand aside and do not count. Several figures that
are claimed together are one reading, which agrees where all of them do. Who wants another rule has the figures: \`backtilt study claims --csv claims.csv\`.

`;

/** The page docs/claims.md. */
export const claimsPage = (claims: readonly Claim[]): string => INTRODUCTION + claimsMarkdown(claims);
