/** Sentences as one line, without what is empty. Every one ends with a full stop. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/** Names as people list them: "A", "A and B", "A, B and C"; many as a number. */
export function namesInWords(names: readonly string[], most = 6): string {
  if (names.length > most) return `${names.length} series`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
