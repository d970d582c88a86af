import { distance } from 'fastest-levenshtein';

/**
 * The known names that a mistyped one probably meant: at most three, nearest first, by edit distance without regard to case.
 * The same letters in another order are half an edit: IMW is IWM before it is IVW. Empty when nothing is within two edits (one for names of up to two letters) and none starts with what was typed.
 */
export function nearestNames(name: string, known: readonly string[]): readonly string[] {
  const typed = name.toLowerCase();
  const tolerance = typed.length <= 2 ? 1 : 2;
  return known
    .map((candidate, order) => {
      const plain = candidate.toLowerCase();
      const starts = typed.length >= 2 && plain.startsWith(typed);
      const swapped = plain.length === typed.length && plain !== typed && letters(plain) === letters(typed);
      // Names of other lengths are that many edits apart at least: those of 100 000 letters are not compared letter by letter.
      const far = Math.abs(plain.length - typed.length);
      const edits = (): number => (far > tolerance ? far : distance(typed, plain));
      return { candidate, order, edits: swapped ? 0.5 : starts && plain !== typed ? 1 : edits() };
    })
    .filter(({ edits }) => edits <= tolerance)
    .sort((a, b) => a.edits - b.edits || a.order - b.order)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** The letters of a name in one order, so that two names with the same letters are equal. */
const letters = (name: string): string => Array.from(name).sort().join('');
