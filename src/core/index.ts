export {
  assertFilledArray,
  assertKnownOptions,
  assertName,
  assertNumber,
  assertNumbers,
  assertObject,
  assertOneOf,
  isSparse,
  type NumberRange,
} from './checks.js';
export { deepFreeze } from './deep-freeze.js';
export { describeValue } from './describe-value.js';
export { displayProperties, type Display } from './display-properties.js';
export type { ErrorCode } from './error-code.js';
export { errorFromParts, errorToParts, type ErrorParts } from './error-parts.js';
export { inPercent } from './in-percent.js';
export { InputError, isInputError, type ErrorDetails } from './input-error.js';
export { lazily } from './lazily.js';
export { libraryVersion } from './library-version.js';
export { nameList, suggestNames } from './name-list.js';
export { nearestNames } from './nearest-names.js';
export { ownEntry } from './own-entry.js';
export { plainCopy } from './plain-copy.js';
export { seededRandom, type Random } from './random.js';
export type { ReadonlyFloat64Array, ReadonlyInt32Array } from './read-only-array.js';
export { setEntry } from './set-entry.js';
export { sum, sumAt } from './sum.js';
