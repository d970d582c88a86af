/** The notes without which figures must not be shown: hindsight and proxies. */
export const marksIn = (notes: readonly string[]): string[] =>
  notes.filter((note) => /hindsight|proxy|proxies/i.test(note));
