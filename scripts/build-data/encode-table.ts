import { DIGITS, MISSING } from '../../src/data/decode-table.js';

/** A column on its way into the encoding. */
export interface ColumnPlan {
  readonly name: string;
  /** The cells as the source has them; '' is missing. */
  readonly cells: readonly string[];
  /** Decimals to keep. Absent: as many as the longest cell has, so nothing is lost. Given: rounded to it. */
  readonly decimals?: number;
  /** Whether neighbours are close, so that differences are shorter than levels. */
  readonly differences?: boolean;
}

/** Encodes columns of equal length as `decodeTable` reads them, and checks that no figure was changed. */
export function encodeTable(columns: readonly ColumnPlan[]): string {
  const rows = columns[0]!.cells.length;
  const heads: string[] = [];
  let digits = '';
  for (const { name, cells, decimals: kept, differences = false } of columns) {
    if (cells.length !== rows) throw new Error(`"${name}": ${cells.length} cells, not ${rows}.`);
    if (/[|,:]/.test(name)) throw new Error(`"${name}": a name may not hold | , or :.`);
    const decimals = kept ?? Math.max(0, ...cells.map(decimalsOf));
    heads.push(`${name}:${decimals}${differences ? 'd' : ''}`);
    digits += encodeColumn(
      cells.map((cell) => integerOf(cell, decimals, name, kept === undefined)),
      differences,
    );
  }
  return `${rows}|${heads.join(',')}|${digits}`;
}

/** The decimals that a figure is written with, as in 0.25 or 5.6e-07. */
function decimalsOf(cell: string): number {
  const match = /^-?\d+(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(cell);
  if (cell !== '' && match === null) throw new Error(`"${cell}" is not a number.`);
  const [, fraction = '', exponent = '0'] = match ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

function integerOf(cell: string, decimals: number, name: string, exactly: boolean): number {
  if (cell === '') return NaN;
  const value = Number(cell);
  if (value === -99.99 || value === -999) throw new Error(`"${name}": the missing mark ${cell} stands as a figure.`);
  const scale = Number(`1e${decimals}`);
  const integer = Math.round(value * scale);
  if (exactly && integer / scale !== value) throw new Error(`"${name}": ${cell} is lost at ${decimals} decimals.`);
  return integer;
}

function encodeColumn(integers: readonly number[], differences: boolean): string {
  let digits = '';
  let before = 0;
  for (let row = 0; row < integers.length; row++) {
    const integer = integers[row]!;
    if (Number.isNaN(integer)) {
      const start = row;
      while (row + 1 < integers.length && Number.isNaN(integers[row + 1]!)) row++;
      digits += MISSING + encodeInteger(row - start + 1);
      continue;
    }
    digits += encodeInteger(differences ? integer - before : integer);
    before = integer;
  }
  return digits;
}

function encodeInteger(integer: number): string {
  let bits = integer < 0 ? -2 * integer - 1 : 2 * integer;
  let digits = '';
  do {
    const low = bits % 32;
    bits = (bits - low) / 32;
    digits += DIGITS[low + (bits > 0 ? 32 : 0)]!;
  } while (bits > 0);
  return digits;
}
