import { describeValue, InputError, isSparse } from '../core/index.js';

/** Refuses what no table can be made from; what stands in its rows is checked cell by cell. */
export function assertTableInput(input: unknown): void {
  const refuse = (what: string, found: unknown, allowed: string): InputError =>
    new InputError('table.invalid', `makeTable: ${what} is ${describeValue(found)}; it must be ${allowed}.`, {
      found: describeValue(found),
    });
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRecord(input)) throw refuse('the input', input, 'an object { columns, rows }');
  const { title, columns, rows, notes } = input;
  if (title !== undefined && typeof title !== 'string') throw refuse('"title"', title, 'a text');
  const lists: [string, unknown][] = [['columns', columns], ['rows', rows], ['notes', notes ?? []]]; // prettier-ignore
  for (const [name, list] of lists) {
    if (!Array.isArray(list) || isSparse(list)) throw refuse(`"${name}"`, list, 'an array without empty places');
  }
  (columns as unknown[]).forEach((column, index) => {
    if (!isRecord(column)) throw refuse(`columns[${index}]`, column, "an object such as { key: 'cagr' }");
    const { key, label, align } = column;
    if (typeof key !== 'string') throw refuse(`columns[${index}].key`, key, 'a text');
    if (label !== undefined && typeof label !== 'string') throw refuse(`columns[${index}].label`, label, 'a text');
    if (align !== undefined && align !== 'left' && align !== 'right') {
      throw refuse(`columns[${index}].align`, align, "'left' or 'right'");
    }
  });
  (rows as unknown[]).forEach((row, index) => {
    if (!isRecord(row)) throw refuse(`rows[${index}]`, row, 'an object with one entry for each column');
  });
  for (const note of (notes ?? []) as unknown[]) if (typeof note !== 'string') throw refuse('a note', note, 'a text');
}
