const WIDTH = 150;
/** What Markdown would take for a list, a heading or a table at the head of a line. */
const MARK = /^(?:[-+*=#>|]|\d+[.)])/;

/** Breaks a paragraph at 150 columns. A bullet stands before the first line, and the others begin as far in. */
export function wrapped(paragraph: string, bullet = ''): string {
  const [first = '', ...rest] = words(paragraph);
  const lines: string[] = [];
  let line = bullet + first;
  for (const word of rest) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(bullet.length) + word;
    } else {
      line += ` ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

/** The words, but a code span in one piece and a word that looks like a mark together with the one before. */
function words(paragraph: string): string[] {
  const pieces: string[] = [];
  for (const word of paragraph.split(' ')) {
    const before = pieces.at(-1);
    const open = before !== undefined && (before.match(/`/g)?.length ?? 0) % 2 === 1;
    if (before !== undefined && (open || MARK.test(word))) pieces[pieces.length - 1] = `${before} ${word}`;
    else pieces.push(word);
  }
  return pieces;
}

/** Turns `{@link name}` and `name` in backticks into links where the page has a section of that name, other than `self`. */
export function linked(text: string, names: ReadonlySet<string>, self: string): string {
  return text
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/`(\w+)`/g, (code, name: string) =>
      names.has(name) && name !== self ? `[${code}](${anchor(name)})` : code,
    );
}

/** The address of a heading inside the page. */
export const anchor = (heading: string): string => `#${heading.toLowerCase().replaceAll(' ', '-')}`;

const LONG = 100;

/** An idea in a cell of a table: a long one up to its colon or semicolon. */
export function cell(idea: string): string {
  const end = idea.length > LONG ? idea.search(/[:;] /) : -1;
  return (end < 0 ? idea : `${idea.slice(0, end)}.`).replaceAll('|', '\\|');
}
