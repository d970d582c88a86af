import { describeValue } from './describe-value.js';
import { InputError } from './input-error.js';
import { setEntry } from './set-entry.js';

/** Levels of lists and records inside what was given; what holds itself has no end. */
const DEEPEST = 100;

/**
 * A copy of plain objects and arrays all the way down: what the user gave must not be frozen with a result, nor change it later. What is
 * undefined was not given. What has no end, and big integers, which JSON cannot hold, are refused.
 *
 * @throws InputError `option.type`.
 */
export function plainCopy<T>(where: string, what: string, value: T): T {
  const refuse = (found: string, remedy: string): InputError =>
    new InputError('option.type', `${where}: ${what}: found ${found}; they are kept as plain data. ${remedy}`, {
      where,
      found,
    });
  const copied = <Part>(part: Part, depth: number): Part => {
    if (typeof part === 'bigint') throw refuse(`the big integer ${describeValue(part)}`, 'Give a number.');
    if (typeof part !== 'object' || part === null) return part;
    if (depth > DEEPEST)
      throw refuse(`more than ${DEEPEST} levels inside each other`, 'An object that holds itself has no end.');
    if (Array.isArray(part)) return part.map((one: unknown) => copied(one, depth + 1)) as Part;
    if (Object.getPrototypeOf(part) !== Object.prototype) return part;
    const copy: Record<string, unknown> = {};
    for (const [key, one] of Object.entries(part)) if (one !== undefined) setEntry(copy, key, copied(one, depth + 1));
    return copy as Part;
  };
  return copied(value, 0);
}
