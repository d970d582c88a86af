/** A fenced block of a Markdown file. */
export interface MarkdownBlock {
  /** Line of its opening fence. */
  readonly line: number;
  /** The first word behind the fence: the language. */
  readonly language: string;
  /** What follows the language. */
  readonly flags: string;
  readonly text: string;
  /** The text of a `text` block that stands directly below, with only blank lines between. */
  readonly output: string | undefined;
}

/** The fenced blocks of a Markdown text, in order. */
export function markdownBlocks(markdown: string): MarkdownBlock[] {
  const lines = markdown.split(/\r?\n/);
  const blocks: (MarkdownBlock & { end: number })[] = [];
  for (let line = 0; line < lines.length; line++) {
    const open = /^( *)(`{3,}|~{3,})\s*(\S*)\s*(.*)$/.exec(lines[line]!);
    if (open === null) continue;
    const [, indent = '', fence = '', language = '', flags = ''] = open;
    const start = line;
    const body: string[] = [];
    for (line++; line < lines.length && lines[line]!.trim() !== fence; line++) {
      body.push(lines[line]!.startsWith(indent) ? lines[line]!.slice(indent.length) : lines[line]!);
    }
    if (line === lines.length) throw new Error(`the block of line ${start + 1} never ends`);
    blocks.push({
      line: start + 1,
      language,
      flags: flags.trim(),
      text: body.join('\n'),
      output: undefined,
      end: line,
    });
  }
  return blocks.map(({ end, ...block }, index) => {
    const next = blocks[index + 1];
    const directly =
      next?.language === 'text' && lines.slice(end + 1, next.line - 1).every((text) => text.trim() === '');
    return { ...block, output: directly ? next.text : undefined };
  });
}
