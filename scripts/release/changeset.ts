/** One point of *Changed numbers*: which statistic, by how much, why. */
export interface ChangedNumber {
  readonly what: string;
  readonly by: string;
  readonly why: string;
}

/** What a changeset says, by heading; the points without their dashes. */
export interface ChangesetText {
  readonly Added: readonly string[];
  readonly Changed: readonly string[];
  readonly Fixed: readonly string[];
  readonly numbers: readonly ChangedNumber[];
}

const headings = ['Added', 'Changed', 'Fixed', 'Changed numbers'];

/** The points of a list; a line that is indented belongs to the point above it. */
export function pointsOf(text: string, where: string): string[] {
  const points: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (line.startsWith('- ')) points.push(line.slice(2).trim());
    else if (/^\s/.test(line) && points.length > 0) points.push(`${points.pop()!}\n${line.trim()}`);
    else throw new Error(`${where}: "${line}" is neither a point ("- …") nor the indented rest of one`);
  }
  return points;
}

function changedNumber(point: string, where: string): ChangedNumber {
  const parts = Object.fromEntries(
    [...point.matchAll(/^(what|by|why): *([^]*?)(?=\n(?:what|by|why):|$(?![^]))/gm)].map(([, key, value]) => [
      key!,
      value!.replaceAll('\n', ' ').trim(),
    ]),
  ) as Partial<ChangedNumber>;
  const { what = '', by = '', why = '' } = parts;
  if (what === '' || by === '' || why === '') {
    throw new Error(`${where}: a changed number says "what:", "by:" and "why:", each in a line; found "${point}"`);
  }
  if (!/\d/.test(by)) throw new Error(`${where}: "by: ${by}" of ${what} gives no figure`);
  return { what, by, why };
}

/** Reads the text of a changeset and refuses what the changelog could not tell truly. */
export function readChangeset(text: string, bump: string, where: string): ChangesetText {
  const [before = '', ...sections] = text.split(/^### +/m);
  if (before.trim() !== '') {
    throw new Error(`${where}: text before the first heading; every point stands under ${headings.join(', ')}`);
  }
  const found = new Map<string, string[]>();
  for (const section of sections) {
    const [heading = '', ...rest] = section.split('\n');
    const name = heading.trim();
    if (!headings.includes(name)) throw new Error(`${where}: heading "${name}"; allowed are ${headings.join(', ')}`);
    if (found.has(name)) throw new Error(`${where}: "${name}" stands there twice`);
    const points = pointsOf(rest.join('\n'), where);
    if (points.length === 0) throw new Error(`${where}: nothing under "${name}"`);
    found.set(name, points);
  }
  const declared = found.get('Changed numbers');
  if (!declared) throw new Error(`${where}: "Changed numbers" is missing; where none changes it says "- None."`);
  const none = declared.length === 1 && declared[0] === 'None.';
  const numbers = none ? [] : declared.map((point) => changedNumber(point, where));
  const [Added, Changed, Fixed] = ['Added', 'Changed', 'Fixed'].map((name) => found.get(name) ?? []) as [
    string[],
    string[],
    string[],
  ];
  if (numbers.length > 0 && bump === 'patch' && Fixed.length === 0) {
    throw new Error(`${where}: a patch changes numbers only where a fault is corrected; name it under "Fixed"`);
  }
  if (Added.length + Changed.length + Fixed.length + numbers.length === 0) throw new Error(`${where}: says nothing`);
  return { Added, Changed, Fixed, numbers };
}
