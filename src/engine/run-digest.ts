import type { Settings } from './result.js';
import type { Run, RunInput } from './run.js';
import { runText } from './run-text.js';
import { sha256Hex } from './sha256-hex.js';

/**
 * The digest of a run: SHA-256 of what it was made of, as 64 hexadecimal digits. It makes a run citable, and two runs that have one
 * are the same run.
 *
 * It holds the data that were used (returns of the strategy's assets and of cash, declared fields and indicators, the calendar; nothing
 * outside the rows that were read), the strategy's name, schedule and parameters, the options, and what the strategy answered at each
 * decision. A function cannot be hashed: variants of a rule tell themselves apart by `params`, and by other answers. It is the same in
 * every time zone and on every platform, whatever the order of the panel's assets or of the keys of the options. Lists among the strategy's
 * parameters keep their order (`params.assets`, say): a strategy that names the same assets in another order has another digest. See
 * `runText` for the text.
 *
 * @see NIST (2015), FIPS PUB 180-4, "Secure Hash Standard", section 6.2.
 */
export function runDigest(input: RunInput, raw: Run, settings: Settings): string {
  return sha256Hex(runText(input, raw, settings));
}
