import { describeValue, InputError } from '../core/index.js';

/** Texts that mean "no value" in every table, in small letters: an empty cell, and what spreadsheets and publishers write. */
export const MISSING: readonly string[] = ['', 'nan', 'na', 'n/a', '#n/a', 'null', '.'];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Where a cell stands. */
export interface CellPlace {
  readonly where: string;
  readonly line: number;
  readonly column: string;
  /** What is counted by `line`; absent: lines of a text. */
  readonly unit?: RowUnit;
}

/** What a row of a table is called in messages: a line of a text, a record of JSON, a row of a table of columns. */
export type RowUnit = 'line' | 'record' | 'data row';

/** A cell's place in words, as every message begins. */
export const placeText = ({ where, line, column, unit = 'line' }: CellPlace): string =>
  `${where}, ${unit} ${line}, column "${column}"`;

/** Reads a cell as a number, NaN where there is no value. */
export type NumberReader = (text: string, place: CellPlace) => number;

/**
 * A reader of number cells: digits with a decimal point, an exponent if need be, nothing else.
 *
 * @param missing further texts for "no value"; one that is a number stands for all its spellings (-99.99 and -99.9900).
 * @throws InputError (the reader) `file.value` for any other text, with line and column.
 */
export function numberReader(where: string, missing: readonly string[] = []): NumberReader {
  const given: unknown = missing;
  if (!Array.isArray(given) || given.some((text) => typeof text !== 'string')) {
    throw new InputError(
      'option.type',
      `${where}: "missing" is ${describeValue(given)}; it must be an array of texts, such as ['-99.99', '-999'].`,
      { where, option: 'missing' },
    );
  }
  const texts = new Set([...MISSING, ...missing.map((text) => text.trim().toLowerCase())]);
  const codes = new Set(missing.filter((text) => NUMBER.test(text.trim())).map(Number));
  return (text, place) => {
    const value = NUMBER.test(text) ? Number(text) : NaN;
    if (Number.isFinite(value)) return codes.has(value) ? NaN : value;
    if (texts.has(text.toLowerCase())) return NaN;
    throw new InputError(
      'file.value',
      `${placeText(place)}: found ${describeValue(text)} where a number such as -0.0123 belongs, or nothing. ${remedy(text)}`,
      { where: place.where, line: place.line, column: place.column, found: text },
    );
  };
}

function remedy(text: string): string {
  if (text.endsWith('%')) return "Leave out the % sign and say units: 'percent'.";
  if (text.startsWith('=')) return 'This is a formula: save its value in its place.';
  if (/^#\w+[/!?]/.test(text)) return 'This is an error of a spreadsheet: put it right there, or leave the cell empty.';
  if (/^[+-]?[\d.]*,\d+$/.test(text))
    return 'A decimal comma is not read: write decimals with a point, and no separator of thousands.';
  if (/\d/.test(text)) return 'Write plain numbers: no currency sign, no separator of thousands, no footnote mark.';
  return 'If the text means "no value", name it in "missing".';
}
