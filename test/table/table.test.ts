import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  makeTable,
  percentCell,
  type TableInput,
  toCsv,
  toHtml,
  toMarkdown,
  toText,
  UNDEFINED_TEXT,
} from '../../src/table/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const table = makeTable({
  title: 'Two funds',
  columns: [{ key: 'fund', label: 'Fund', align: 'left' }, { key: 'cagr', label: 'CAGR' }, { key: 'months' }],
  rows: [
    { fund: 'IWM', cagr: percentCell(0.0812), months: 82 },
    { fund: 'A|B "x", <y> & z', cagr: percentCell(NaN), months: null },
  ],
  notes: ['Window 2019-10 to 2026-07.', 'Costs < 5 bps & cash.'],
});

describe('makeTable', () => {
  it('holds values for programs and texts for people', () => {
    expect(table.columns).toEqual(['fund', 'cagr', 'months']);
    expect([...table]).toEqual([
      { fund: 'IWM', cagr: 0.0812, months: 82 },
      { fund: 'A|B "x", <y> & z', cagr: NaN, months: null },
    ]);
    expect(table.texts[0]).toEqual(['IWM', '8.12 %', '82']);
    expect(table.texts[1]!.slice(1)).toEqual([UNDEFINED_TEXT, UNDEFINED_TEXT]);
  });

  it('prints plain whole numbers without decimals, others with two', () => {
    const plain = makeTable({ columns: [{ key: 'n' }], rows: [{ n: 12 }, { n: 1.5 }, { n: 0 }, { n: NaN }] });
    expect(plain.texts).toEqual([['12'], ['1.50'], ['0'], ['–']]);
  });

  it('is frozen all the way, and a copy of its input', () => {
    const rows = [{ n: 1 }];
    const columns = [{ key: 'n' }];
    const notes = ['a'];
    const made = makeTable({ columns, rows, notes });
    rows[0]!.n = 2;
    rows.push({ n: 3 });
    columns.push({ key: 'm' });
    notes.push('b');
    expect([made.rows, made.columns, made.notes]).toEqual([[{ n: 1 }], ['n'], ['a']]);
    for (const part of [
      made,
      made.rows,
      made.rows[0],
      made.columns,
      made.layout,
      made.layout[0],
      made.texts,
      made.texts[0],
      made.notes,
    ])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it('JSON keeps the values; what is undefined becomes null', () => {
    const back = JSON.parse(JSON.stringify(table)) as { title: string; rows: unknown[] };
    expect(back.title).toBe('Two funds');
    expect(back.rows).toEqual([
      { fund: 'IWM', cagr: 0.0812, months: 82 },
      { fund: 'A|B "x", <y> & z', cagr: null, months: null },
    ]);
  });

  it.each<[string, TableInput, string[]]>([
    ['no column', { columns: [], rows: [] }, ['found none']],
    ['a column twice', { columns: [{ key: 'a' }, { key: 'a' }], rows: [] }, ['distinct', 'a, a']],
    [
      'a row that misses a key',
      { columns: [{ key: 'a' }, { key: 'b' }], rows: [{ a: 1, b: 2 }, { a: 1 }] },
      ['row 1 misses "b"', 'a, b'],
    ],
    ['a row with one too many', { columns: [{ key: 'a' }], rows: [{ a: 1, c: 2 }] }, ['row 0', '"c"']],
    [
      'a cell that is no value',
      { columns: [{ key: 'a' }], rows: [{ a: true as unknown as number }] },
      ['a cell is true'],
    ],
    ['rows that are no list', { columns: [{ key: 'a' }], rows: undefined as unknown as [] }, ['"rows" is undefined']],
    ['a key that objects inherit', { columns: [{ key: 'toString' }], rows: [{}] }, ['misses "toString"']],
  ])('%s is refused', (_, input, facts) => {
    expectInputError('table.invalid', ['makeTable', ...facts], () => makeTable(input));
  });
});

describe('a table as text', () => {
  it('pads columns to their widest cell: words left, numbers right', () => {
    expect(toText(table).split('\n')).toEqual([
      'Two funds',
      'Fund                CAGR  months',
      '----------------  ------  ------',
      'IWM               8.12 %      82',
      'A|B "x", <y> & z       –       –',
      'Window 2019-10 to 2026-07.',
      'Costs < 5 bps & cash.',
    ]);
  });

  it('wraps titles and notes at 100 columns and never cuts a column', () => {
    const words = 'word '.repeat(60).trim();
    const wide = makeTable({ title: words, columns: [{ key: 'a' }], rows: [{ a: 'x'.repeat(130) }], notes: [words] });
    const lines = toText(wide).split('\n');
    const [cells, sentences] = [
      lines.filter((line) => /x|--/.test(line)),
      lines.filter((line) => line.includes('word')),
    ];
    expect(cells.map((line) => line.length)).toEqual([130, 130]);
    expect(Math.max(...sentences.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(sentences.join(' ').split(/\s+/).length).toBe(120);
  });

  it('has no empty end of line, and a line break in a cell does not break the row', () => {
    const broken = makeTable({
      columns: [
        { key: 'a', align: 'left' },
        { key: 'b', align: 'left' },
      ],
      rows: [{ a: 'one\n two', b: '' }],
    });
    expect(toText(broken)).toBe('a        b\n-------  -\none two');
  });
});

describe('a table as Markdown', () => {
  it('is a pipe table with title and notes; pipes, backslashes and line breaks are escaped', () => {
    const escaped = makeTable({
      title: 'T',
      columns: [{ key: 'a', label: 'A|B', align: 'left' }, { key: 'b' }],
      rows: [{ a: 'x|y\\z\nw', b: 1 }],
      notes: ['N\nM'],
    });
    expect(toMarkdown(escaped)).toBe('**T**\n\n| A\\|B | b |\n| :-- | --: |\n| x\\|y\\\\z w | 1 |\n\n- N M\n');
  });
});

describe('a table as CSV', () => {
  it('holds full values, not printed texts; what is undefined is an empty field (RFC 4180)', () => {
    expect(toCsv(table)).toBe('fund,cagr,months\nIWM,0.0812,82\n"A|B ""x"", <y> & z",,\n');
  });

  it('quotes commas, quotes and line breaks in values and keys', () => {
    const quoted = makeTable({
      columns: [{ key: 'a,b' }],
      rows: [{ 'a,b': 'x\ny' }, { 'a,b': 'x\ry' }, { 'a,b': 'plain' }, { 'a,b': '' }],
    });
    expect(toCsv(quoted)).toBe('"a,b"\n"x\ny"\n"x\ry"\nplain\n\n');
  });

  it('keeps every digit of a number', () => {
    const digits = makeTable({ columns: [{ key: 'n' }], rows: [{ n: 0.1 + 0.2 }, { n: 1e-7 }, { n: -0.5 }] });
    expect(toCsv(digits).trim().split('\n').slice(1).map(Number)).toEqual([0.1 + 0.2, 1e-7, -0.5]);
  });
});

describe('a table as HTML', () => {
  it('escapes what a reader could have smuggled in: no tag survives', () => {
    const html = toHtml(
      makeTable({
        title: '<b>"T"</b>',
        columns: [{ key: 'a', label: '<i>' }],
        rows: [{ a: '<script>x</script> & y' }],
        notes: ['<img src=x>'],
      }),
    );
    expect(html).not.toMatch(/<(?:b|i|script|img)\b/);
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt; &amp; y');
    expect(html).toContain('&lt;b&gt;&quot;T&quot;&lt;/b&gt;');
  });

  it('is one well-formed table: every tag that opens is closed, in order', () => {
    const open: string[] = [];
    for (const [, slash, tag] of toHtml(table).matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
      if (slash === '') open.push(tag!);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
    expect(toHtml(table).match(/<td/g)!.length).toBe(2 * 3 + 2);
  });
});

describe('a table shows itself', () => {
  it('in a console, in a template and in the inspection of Node as its text', () => {
    expect(String(table)).toBe(toText(table));
    expect(inspect(table)).toBe(toText(table));
    expect(inspect({ table })).toContain('Two funds');
  });

  it('in a Jupyter kernel as HTML with its text', () => {
    const show = (table as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!;
    expect(show()).toEqual({ 'text/html': toHtml(table), 'text/plain': toText(table) });
  });

  it('without anything that a loop or JSON would see', () => {
    expect(Object.keys(table)).toEqual(['title', 'columns', 'layout', 'rows', 'texts', 'notes']);
    expect(Object.keys(JSON.parse(JSON.stringify(table)) as object)).toEqual(Object.keys(table));
  });
});

describe('what is no table', () => {
  it.each<[string, (value: never) => string]>([
    ['toCsv', toCsv],
    ['toText', toText],
    ['toMarkdown', toMarkdown],
    ['toHtml', toHtml],
  ])('is refused by %s with what to give', (name, print) => {
    for (const value of [undefined, null, 5, [], {}, { assets: ['A'] }])
      expectInputError('table.invalid', [`${name}: found`, 'comparison.table', 'panelTable(panel)'], () =>
        print(value as never),
      );
  });

  it('columns and rows alone make a CSV, but nothing to print', () => {
    const pair = { columns: ['a'], rows: [{ a: 0.5 }] };
    expect(toCsv(pair)).toBe('a\n0.5\n');
    expectInputError('table.invalid', ['toText'], () => toText(pair as never));
  });
});
