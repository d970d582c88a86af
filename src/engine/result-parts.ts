import { RESULT_PARTS, type ResultParts } from './make-result.js';

/** The parts of a result; undefined for anything else. A registered symbol finds them in results of the other copy of this package too. */
export function partsOf(given: unknown): ResultParts | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  return (given as { [RESULT_PARTS]?: ResultParts })[RESULT_PARTS];
}
