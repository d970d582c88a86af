import { InputError } from '../core/index.js';

/** The digits of the encoding, in order of value. None needs an escape in a string. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Stands before the length of a run of missing values. */
export const MISSING = '~';

/** The columns of a decoded set. */
export interface EncodedTable {
  readonly rows: number;
  readonly names: readonly string[];
  /**
   * One column as numbers; NaN where the source has none. `shift` moves the decimal point: 2 turns percent into a fraction.
   *
   * Each number is an integer over a power of ten, one correctly rounded division: 2.89 percent is exactly 0.0289.
   */
  column(name: string, shift?: number): Float64Array;
}

/**
 * Reads a bundled set: figures as whole numbers of their last decimal, in as few characters as is simple.
 *
 * The string is `rows|columns|digits`. `columns` are `name:decimals`, with a `d` after the decimals where the column holds
 * differences from the value before. `digits` are the columns one after the other: each number is signed (2n for n ≥ 0, −2n − 1
 * below) and written in groups of 5 bits, lowest first, with the sixth bit set while more follow; `~` and a number are a run of
 * missing values.
 *
 * @throws InputError `file.format` when the string is damaged.
 */
export function decodeTable(encoded: string): EncodedTable {
  const [rowsText = '', columnsText = '', digits = ''] = encoded.split('|');
  const rows = Number(rowsText);
  const valueOf = new Int8Array(128).fill(-1);
  for (let value = 0; value < DIGITS.length; value++) valueOf[DIGITS.charCodeAt(value)] = value;
  const missing = MISSING.charCodeAt(0);
  let at = 0;
  const readInteger = (): number => {
    let bits = 0;
    for (let weight = 1; ; weight *= 32) {
      const code = digits.charCodeAt(at++);
      const digit = code < 128 ? valueOf[code]! : -1;
      if (digit < 0) throw damaged(`no digit at position ${at - 1} of ${digits.length}`);
      bits += (digit & 31) * weight;
      if (digit < 32) return bits % 2 === 0 ? bits / 2 : -(bits + 1) / 2;
    }
  };
  const readColumn = (differences: boolean): Float64Array => {
    const integers = new Float64Array(rows).fill(NaN);
    let before = 0;
    for (let row = 0; row < rows; row++) {
      if (digits.charCodeAt(at) === missing) {
        at++;
        row += readInteger() - 1;
        continue;
      }
      const integer = readInteger();
      before = differences ? before + integer : integer;
      integers[row] = before;
    }
    return integers;
  };
  const columns = new Map<string, { integers: Float64Array; decimals: number }>();
  for (const text of columnsText.split(',')) {
    const [name = '', format = ''] = text.split(':');
    columns.set(name, { integers: readColumn(format.endsWith('d')), decimals: Number.parseInt(format, 10) });
  }
  if (at !== digits.length) throw damaged(`${digits.length - at} digits are left over`);
  const column = (name: string, shift = 0): Float64Array => {
    const found = columns.get(name);
    if (found === undefined) throw damaged(`no column "${name}"`);
    const scale = Number(`1e${found.decimals + shift}`);
    return found.integers.map((integer) => integer / scale);
  };
  return { rows, names: [...columns.keys()], column };
}

function damaged(found: string): InputError {
  return new InputError(
    'file.format',
    `Bundled data: ${found}; the encoded string is damaged. Install the package anew, and compare the checksum in bundledSets().`,
    { found },
  );
}
