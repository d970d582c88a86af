import { distance } from 'fastest-levenshtein';

/**
 * The known names that a mistyped one probably meant: at most three, nearest first, by edit distance without regard to case.
 * Empty when nothing is within two edits (one for names of up to two letters) and none starts with what was typed.
 */
export function nearestNames(name: string, known: readonly string[]): readonly string[] {
  const typed = name.toLowerCase();
  const tolerance = typed.length <= 2 ? 1 : 2;
  return known
    .map((candidate, order) => {
      const plain = candidate.toLowerCase();
      const starts = typed.length >= 2 && plain.startsWith(typed);
      return { candidate, order, edits: starts && plain !== typed ? 1 : distance(typed, plain) };
    })
    .filter(({ edits }) => edits <= tolerance)
    .sort((a, b) => a.edits - b.edits || a.order - b.order)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
