import fc from 'fast-check';
import { attribute, markup } from './hostile.js';

/** One accident that a file may meet with. */
export interface Accident {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly size: number;
}

const kinds = [
  ...([
    'cut',
    'end',
    'swap',
    'repeat line',
    'swap lines',
    'reverse lines',
    'drop line',
    'break',
    'cell',
    'cell',
  ] as const),
  ...([
    'cell',
    'number',
    'number',
    'letter',
    'letter',
    'quote',
    'pair',
    'mark',
    'crlf',
    'cr',
    'mixed',
    'header',
  ] as const),
] as const;

/** Up to three accidents at once; the smallest counterexample has one. */
export const accidents: fc.Arbitrary<readonly Accident[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat({ max: 100_000 }), size: fc.nat({ max: 400 }) }),
  { minLength: 1, maxLength: 3 },
);

/** What may stand where a letter or a cell stood. */
const letters = [
  ...[
    '"',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\0',
    ' ',
    '\u00A0',
    '\uFEFF',
    '\u2028',
    '.',
    '-',
    '+',
    'e',
    '%',
    '$',
  ],
  ...['１', '٣', '−', '_', 'x', '0', '9', '=', '\uD800', '{', '[', '<', "'", '\u200B', '\v', '\f'],
];
const cells = [
  ...[
    '',
    ' ',
    'NaN',
    'nan',
    'NA',
    'null',
    '.',
    '..',
    'Infinity',
    '-Infinity',
    'inf',
    '1e400',
    '-1e400',
    '1e308',
    '-1e308',
  ],
  ...[
    '5e-324',
    '1e-400',
    '-0',
    '0x10',
    '0b1',
    '1_000',
    '1,5',
    '"1,5"',
    '１２',
    '1.5.5',
    '1e',
    'e1',
    '+-1',
    '--1',
    '1 000',
    '1%',
  ],
  ...[
    '(0.5)',
    '−0.5',
    '#DIV/0!',
    '=1+1',
    '"a\nb"',
    '"0.0\n1"',
    '2024-02-30',
    '2024-01-31',
    '1999-12-31',
    '0000-01-01',
    '20240131',
  ],
  ...[
    '99999999',
    '-99.99',
    '-999',
    '-99.990',
    'true',
    '[]',
    '{}',
    '""',
    '""""',
    markup,
    attribute,
    '__proto__',
    '9'.repeat(400),
  ],
];
const names = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'A',
  'date',
  'Date',
  markup,
  '"a,b"',
  '=A1',
  '2024-01-31',
  '1',
];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** The text after one accident. */
export function mutated(text: string, { kind, at, size }: Accident): string {
  const place = text.length === 0 ? 0 : at % text.length;
  const lines = text.split('\n');
  const line = at % lines.length;
  const other = size % lines.length;
  switch (kind) {
    case 'cut':
      return text.slice(0, place) + text.slice(place + 1 + (size % 40));
    case 'end':
      return text.slice(0, place);
    case 'swap':
      return (
        text.slice(0, place) + text.slice(place + 1, place + 2) + text.slice(place, place + 1) + text.slice(place + 2)
      );
    case 'letter':
      return text.slice(0, place) + pick(letters, size) + text.slice(place + (size % 2));
    case 'quote':
      return `${text.slice(0, place)}"${text.slice(place)}`;
    case 'pair': {
      const end = Math.min(text.length, place + (size % 60));
      return `${text.slice(0, place)}"${text.slice(place, end)}"${text.slice(end)}`;
    }
    case 'number':
      return replaced(text, /-?\d+\.?\d*/g, at, pick(cells, size));
    case 'cell':
      return replaced(text, /[^,;\t\n]+/g, at, pick(cells, size));
    case 'header':
      return [replaced(lines[0]!, /[^,;\t]+/g, at, pick(names, size)), ...lines.slice(1)].join('\n');
    case 'mark':
      return `\uFEFF${text}`;
    case 'crlf':
      return text.replaceAll('\n', '\r\n');
    case 'cr':
      return text.replaceAll('\n', '\r');
    case 'mixed':
      return text.replaceAll('\n', (_, index: number) => pick(['\n', '\r\n', '\r'], index + size));
    case 'break':
      return `${text.slice(0, place)}\n${text.slice(place)}`;
    case 'repeat line':
      return [...lines.slice(0, line + 1), lines[line]!, ...lines.slice(line + 1)].join('\n');
    case 'drop line':
      return lines.filter((_, index) => index !== line).join('\n');
    case 'reverse lines':
      return [...lines.slice(0, 1), ...lines.slice(1).reverse()].join('\n');
    case 'swap lines':
      return lines
        .map((words, index) => (index === line ? lines[other]! : index === other ? lines[line]! : words))
        .join('\n');
  }
}

function replaced(text: string, what: RegExp, at: number, by: string): string {
  const found = [...text.matchAll(what)];
  if (found.length === 0) return by;
  const { index, 0: old } = found[at % found.length]!;
  return text.slice(0, index) + by + text.slice(index + old.length);
}
