import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type MarkdownBlock, markdownBlocks } from './support/markdown-blocks.js';
import { root } from './support/source-files.js';

// That the recipes run and print what stands below them is held by markdown.test.ts, as for every page.

const RECIPES = [
  'Compare ETFs over a common window',
  'Extend AVUV with a proxy',
  'A tilt that grows with the discount',
  'Rotate on the first cut',
  'Write my own rotation',
  'DCA against lump sum',
  'Rolling 10-year win rates',
  'Regress on five factors',
  'Sweep a parameter and deflate the winner',
  'Condition on recessions',
  'Sector tilt',
  'Splice in my own CSV',
  'Walk forward',
  'Export to a DataFrame',
  'Make a tear sheet',
  'Join my own series to the bundled ones',
  'Timing luck of an annual rebalance',
  'Break-even cost of a rotation',
  'Before and after publication',
  'Real returns',
];

/** A recipe of the page, taken apart. */
interface Recipe {
  readonly title: string;
  readonly blocks: readonly MarkdownBlock[];
  /** What is printed below the code. */
  readonly output: string;
  /** The words around it, without code and comments. */
  readonly prose: string;
  /** Numbers of the prose that are not in the output, as marked: <!-- not in the output: 1993, nine -->. */
  readonly marked: readonly string[];
}

function recipesOf(page: string): Recipe[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      const text = lines.join('\n');
      const marks = [...text.matchAll(/<!-- not in the output: (.*?) -->/g)].flatMap(([, list = '']) =>
        list.split(','),
      );
      const blocks = markdownBlocks(text);
      const prose = text
        .replace(/^```[\s\S]*?^```$/gm, '')
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/`[^`]*`/g, 'CODE')
        .replace(/\]\([^)]*\)/g, ']')
        .trim();
      return {
        title: title.trim(),
        blocks,
        output: blocks[0]?.output ?? '',
        prose,
        marked: marks.map((mark) => mark.trim()),
      };
    });
}

const WORDS =
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const words = new Map(WORDS.split(' ').map((word, index) => [word, index + 3]));
const DATE = /\b\d{4}-\d{2}(?:-\d{2})?\b/g;

/** A number as written: its value, whether it has a minus sign, whether a percent sign follows. */
interface Written {
  readonly text: string;
  readonly value: number;
  readonly negative: boolean;
  readonly percent: boolean;
}

/** The numbers of a text; a sign counts where no letter or digit stands before it. */
const numbersOf = (text: string): Written[] =>
  [...text.matchAll(/(?<![\d.])((?<!\w)[-−])?(\d+(?:\.\d+)?)(\s*%)?/g)].map(([, sign, digits = '', percent]) => ({
    text: `${sign === undefined ? '' : '-'}${digits}`,
    value: Number(digits),
    negative: sign !== undefined,
    percent: percent !== undefined,
  }));

/** Whether two written numbers are one: 5 % may be 0.05 in the output, and 46 % may be told of a fall of −46 %. */
function same(said: Written, printed: Written): boolean {
  if (said.negative && !printed.negative) return false;
  if (said.percent && !printed.percent) return Math.abs(said.value / 100 - printed.value) < 1e-12;
  return said.value === printed.value;
}

/** The claims with a number in a recipe's words that its output does not bear out. */
function unsupported({ prose, output }: Pick<Recipe, 'prose' | 'output'>): string[] {
  const dates = [...output.matchAll(DATE)].map(([date]) => date);
  const printed = numbersOf(output.replace(DATE, ' '));
  const years: Written[] = dates.map((date) => ({
    text: date.slice(0, 4),
    value: Number(date.slice(0, 4)),
    negative: false,
    percent: false,
  }));
  const saidDates = [...prose.matchAll(DATE)].map(([date]) => date);
  const rest = prose.replace(DATE, ' ');
  const spelled = [...rest.toLowerCase().matchAll(/[a-z]+/g)].map(([word]) => word).filter((word) => words.has(word));
  const missing = [
    ...saidDates.filter((date) => !dates.some((one) => one.startsWith(date))),
    ...numbersOf(rest)
      .filter((said) => ![...printed, ...years].some((one) => same(said, one)))
      .map(({ text }) => text),
    ...spelled.filter(
      (word) =>
        !printed.some(({ value }) => value === words.get(word)) && !new RegExp(`\\b${word}\\b`, 'i').test(output),
    ),
  ];
  return [...new Set(missing)];
}

const recipes = recipesOf(readFileSync(`${root}docs/cookbook.md`, 'utf8'));

describe('docs/cookbook.md', () => {
  it('has exactly the recipes of the list, in its order', () => {
    expect(recipes.map(({ title }) => title)).toEqual(RECIPES);
  });

  describe.each(recipes.map((recipe) => [recipe.title, recipe] as const))('%s', (_, recipe) => {
    it('is one block of code of at most fifteen lines with its output below, and nothing else', () => {
      expect(recipe.blocks.map(({ language, flags }) => `${language} ${flags}`.trim())).toEqual(['ts', 'text']);
      const lines = recipe.blocks[0]!.text.split('\n').filter((line) => line.trim() !== '');
      expect(lines.length).toBeLessThanOrEqual(15);
      expect(recipe.output.trim()).not.toBe('');
    });

    it('says in two or three sentences what is asked, what the data say and what to beware of', () => {
      const sentences = recipe.prose.match(/[.?!](?=\s|$)/g) ?? [];
      expect([2, 3]).toContain(sentences.length);
      expect(recipe.prose.split('\n\n', 1)[0]).toMatch(/\?$/);
      expect(recipe.prose).toContain('Beware');
    });

    it('claims no number that its output does not show, unless it is marked', () => {
      expect(unsupported(recipe)).toEqual(recipe.marked);
    });
  });
});

describe('the reader of claims itself', () => {
  const output = 'CAGR 8.50 % -46.40 %\nmean -0.0177\nWindow: 2000-06 to 2026-07 (314 months)\nn = 9';

  it.each([
    'made 8.5 % in 314 months',
    'fell by 46.4 %, that is -46.40 %',
    'lagged by 1.77 % since 2000-06, or 2000',
    'of nine events',
  ])('bears out "%s"', (prose) => {
    expect(unsupported({ prose, output })).toEqual([]);
  });

  it.each([
    ['made 8.6 %', '8.6'],
    ['made -8.5 %', '-8.5'],
    ['made 314 %', '314'],
    ['since 2000-07', '2000-07'],
    ['since 1999', '1999'],
    ['the 06 and the 31', '06'],
    ['of ten events', 'ten'],
    ['lagged by 1.8 %', '1.8'],
  ])('does not bear out "%s"', (prose, claim) => {
    expect(unsupported({ prose, output })).toContain(claim);
  });

  it('takes a section apart: words, code, output and what is marked', () => {
    const page = [
      '# Page',
      '## One',
      'How `many 77`?',
      '```ts',
      '5;',
      '```',
      '```text',
      '6',
      '```',
      'It is **6**.',
      '<!-- not in the output: 1993, ten -->',
    ];
    const [recipe] = recipesOf(page.join('\n'));
    expect(recipe).toMatchObject({ title: 'One', output: '6', marked: ['1993', 'ten'] });
    expect(recipe!.prose).toBe('How CODE?\n\n\nIt is **6**.');
  });
});
