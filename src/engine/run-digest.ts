import type { Settings } from './result.js';
import type { Run, RunInput } from './run.js';

/** The digest of a run. */
export function runDigest(_input: RunInput, _raw: Run, _settings: Settings): string {
  return '';
}
