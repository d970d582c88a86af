import { isInputError } from '../../src/index.js';
import { faultOfError } from './fault-of.js';
import type { Reading, TextReader } from './text-readers.js';

/** Codes that are about one cell or one line: their message says which. */
const PLACED = /^(?:file\.value|date\.|calendar\.(?:duplicate|order|gap|frequency)|observation\.order|panel\.value)/;

/** What is wrong with what a reader does with a text: nothing where it refuses by name and place, or reads what stands there. */
export function textFault({ read, naive }: TextReader, text: string): string | undefined {
  let found: Reading;
  try {
    found = read(text);
  } catch (error) {
    return faultOfError(error) ?? misplaced(error, text);
  }
  if (found.columns.some(([, values]) => values.some((value) => Math.abs(value) === Infinity)))
    return 'an infinite number';
  const candidates = naive(text);
  if (candidates.some((one) => same(one, found))) return undefined;
  return `read ${JSON.stringify(found).slice(0, 300)}, not ${JSON.stringify(candidates).slice(0, 300)}`;
}

/** Names may stand in another order: a record puts whole numbers first. */
function same(a: Reading, b: Reading): boolean {
  const other = new Map(b.columns);
  return (
    a.dates.join() === b.dates.join() &&
    a.columns.length === b.columns.length &&
    a.columns.every(([name, values]) => {
      const beside = other.get(name);
      return beside?.length === values.length && values.every((value, row) => alike(value, beside[row]!));
    })
  );
}

const alike = (a: number, b: number): boolean =>
  a === b || (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= 1e-14 * Math.abs(a);

/** Whether an error about a cell or a line says which, and whether what it found stands there. */
function misplaced(error: unknown, text: string): string | undefined {
  if (!isInputError(error) || !PLACED.test(error.code)) return undefined;
  const said = /\b(line|record|data row) (\d+)/.exec(error.message);
  if (said === null) return `no place in "${error.message.slice(0, 200)}"`;
  const { found, line } = error.details;
  if (said[1] !== 'line' || typeof found !== 'string' || error.code !== 'file.value') return undefined;
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const there = lines
    .slice(Number(line ?? said[2]) - 1)
    .join('\n')
    .slice(0, 2000);
  return there.includes(found) || there.replaceAll('""', '"').includes(found)
    ? undefined
    : `"${found.slice(0, 40)}" does not stand on line ${said[2]!}`;
}
