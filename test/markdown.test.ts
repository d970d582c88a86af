import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInputError } from '../src/core/index.js';
import { loadDoors } from './support/doors.js';
import { expectedOutput } from './support/expected-output.js';
import { type MarkdownBlock, markdownBlocks } from './support/markdown-blocks.js';
import { inWords, runExample } from './support/run-example.js';
import { filesBelow, root, type TextFile } from './support/source-files.js';
import { typeErrors } from './support/type-errors.js';

const doors = await loadDoors();
const CODE = ['ts', 'typescript', 'js', 'javascript'];

const files: TextFile[] = [
  ...(existsSync(`${root}README.md`) ? [{ path: 'README.md', text: readFileSync(`${root}README.md`, 'utf8') }] : []),
  ...filesBelow('docs', '.md'),
];
const blocks = files.flatMap(({ path, text }) =>
  markdownBlocks(text)
    .filter(({ language }) => CODE.includes(language))
    .map((block) => [`${path}:${block.line}`, block] as const),
);

/** What is wrong with a block of code; undefined when it keeps what it says. */
async function complaint(block: MarkdownBlock): Promise<string | undefined> {
  if (block.flags !== '' && block.flags !== 'error') return `"${block.flags}": every block is run, none is ignored`;
  const { printed, error } = await runExample(block.text, doors);
  if (block.flags === 'error') {
    if (!isInputError(error)) return `must throw an InputError, found ${inWords(error)}`;
    return block.output === error.message ? undefined : differ('the message', error.message, block.output);
  }
  if (error !== undefined) return inWords(error);
  if (block.output !== undefined) {
    const output = printed.join('\n');
    return output === block.output ? undefined : differ('the output', output, block.output);
  }
  const said = expectedOutput(block.text);
  if (said.every((text) => text === undefined)) return undefined;
  if (said.includes(undefined)) return 'some console.log carry their result as a comment and some do not: all or none';
  return JSON.stringify(said) === JSON.stringify(printed)
    ? undefined
    : differ('the output', printed.join('\n'), said.join('\n'));
}

const differ = (what: string, found: string, written: string | undefined): string =>
  `${what} is\n${found}\nbut the page says\n${written ?? '(no text block directly below)'}`;

describe('every block of code in README.md and docs runs and prints what stands below it', () => {
  it('there are some', () => {
    expect(blocks.length).toBeGreaterThan(5);
  });

  it.each(blocks)('%s', async (place, block) => {
    const found = await complaint(block);
    expect(found === undefined ? undefined : `${place}: ${found}`).toBeUndefined();
  });

  it('every block of TypeScript compiles, unless it shows an error', () => {
    const typed = blocks.filter(
      ([, { language, flags }]) => ['ts', 'typescript'].includes(language) && flags !== 'error',
    );
    expect(typeErrors(typed.map(([place, { text }]) => ({ place, code: text })))).toEqual([]);
  });
});

describe('the reader of Markdown itself', () => {
  const page = (...lines: string[]): MarkdownBlock => markdownBlocks(lines.join('\n'))[0]!;

  it('pairs a block with a text block directly below, and with no other', () => {
    const lines = [
      '# A',
      '```ts',
      'a',
      '```',
      '',
      '```text',
      'b',
      '```',
      'words',
      '```js',
      'c',
      '```',
      'words',
      '```text',
      'd',
      '```',
    ];
    expect(markdownBlocks(lines.join('\n')).map(({ line, language, output }) => [line, language, output])).toEqual([
      [2, 'ts', 'b'],
      [6, 'text', undefined],
      [10, 'js', undefined],
      [14, 'text', undefined],
    ]);
  });

  it('accepts a block whose output is written below or behind', async () => {
    expect(
      await complaint(page('```ts', "console.log('a');", "console.log('b');", '```', '```text', 'a', 'b', '```')),
    ).toBeUndefined();
    expect(await complaint(page('```ts', 'console.log(1); // 1', '```'))).toBeUndefined();
  });

  it('refuses an ignored block, another output, and an error', async () => {
    expect(await complaint(page('```ts ignore', '```'))).toContain('none is ignored');
    expect(await complaint(page('```ts', "console.log('a');", '```', '```text', 'b', '```'))).toContain(
      'the page says\nb',
    );
    expect(await complaint(page('```ts', 'console.log(1); // 2', '```'))).toContain('the page says\n2');
    expect(await complaint(page('```ts', "throw new Error('broken');", '```'))).toContain('broken');
  });

  it('a block of errors must throw the InputError of the message below', async () => {
    const code = "import { annually } from 'backtilt';\nannually({ month: 13 });";
    const message = 'annually: "month" is 13; it must be a whole number from 1 to 12.';
    expect(
      await complaint(page('```ts error', ...code.split('\n'), '```', '', '```text', message, '```')),
    ).toBeUndefined();
    expect(await complaint(page('```ts error', ...code.split('\n'), '```'))).toContain('the page says');
    expect(await complaint(page('```ts error', 'const a = 1;', '```'))).toContain('must throw an InputError');
  });
});
