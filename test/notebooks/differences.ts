import type { Shown } from './notebook.js';

/** Where two values from JSON differ first, in words; undefined where they are the same, numbers to 1e-9 of their size. */
export function difference(found: unknown, wanted: unknown, place = ''): string | undefined {
  if (typeof found === 'number' && typeof wanted === 'number') {
    return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
      ? undefined
      : `${place}: ${found}, not ${wanted}`;
  }
  if (typeof found !== 'object' || typeof wanted !== 'object' || found === null || wanted === null) {
    return found === wanted ? undefined : `${place}: ${firstDifference(String(found), String(wanted))}`;
  }
  const [here, there] = [found as Record<string, unknown>, wanted as Record<string, unknown>];
  for (const key of new Set([...Object.keys(here), ...Object.keys(there)])) {
    const differs = difference(here[key], there[key], `${place}/${key}`);
    if (differs !== undefined) return differs;
  }
  return undefined;
}

/** The first line in which two texts differ. */
function firstDifference(found: string, wanted: string): string {
  const [here, there] = [found.split('\n'), wanted.split('\n')];
  const line = here.findIndex((text, index) => text !== there[index]);
  const short = (text = ''): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
  return line < 0
    ? `ends before "${short(there[here.length])}"`
    : `"${short(here[line])}", not "${short(there[line])}"`;
}

/** How what two runs of a notebook showed differs, cell by cell. */
export function differences(found: readonly Shown[], wanted: readonly Shown[]): string[] {
  if (found.length !== wanted.length) return [`${found.length} cells showed something, not ${wanted.length}`];
  return found.flatMap((cell, index) => {
    const differs = difference(cell, wanted[index]);
    return differs === undefined ? [] : [`code cell ${index + 1}${differs}`];
  });
}

/** The same as a kernel shows it that has a console only: what was printed, and the text of the last value below it. */
export const asText = ({ printed, formats }: Shown): Shown => {
  const plain = formats['text/plain'];
  return { printed: printed + (typeof plain === 'string' ? `${plain}\n` : ''), formats: {} };
};
