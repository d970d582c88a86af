import { nearestNames } from './nearest-names.js';

const SHOWN = 12;

/** Names for a message: all of a short list, the first dozen of a long one with the count of the rest. */
export function nameList(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  if (names.length <= SHOWN) return names.join(', ');
  return `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
}

/** The last sentence of an "unknown name" message: the near names if there are any, otherwise the known ones. */
export function suggestNames(name: string, known: readonly string[]): string {
  const near = nearestNames(name, known);
  return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known: ${nameList(known)}.`;
}
