import { describeValue } from './describe-value.js';
import { nearestNames } from './nearest-names.js';

const SHOWN = 12;

/**
 * Names for a message: all of a short list, the first dozen of a long one with the count of the rest. A list that was not checked may
 * hold anything (a symbol, a list inside itself): what is no text is described, never turned into one by the language.
 */
export function nameList(names: readonly unknown[]): string {
  if (names.length === 0) return 'none';
  const words = names.slice(0, SHOWN).map((name) => (typeof name === 'string' ? name : describeValue(name)));
  return names.length <= SHOWN ? words.join(', ') : `${words.join(', ')} and ${names.length - SHOWN} more`;
}

/** The last sentence of an "unknown name" message: the near names if there are any, otherwise the known ones. */
export function suggestNames(name: unknown, known: readonly string[]): string {
  const near = typeof name === 'string' ? nearestNames(name, known) : [];
  return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known: ${nameList(known)}.`;
}
