import { assertOneOf, describeValue, InputError } from '../core/index.js';
import type { Rows } from './rows-of.js';

/** What is done with a text that a spreadsheet would take for a formula. */
export type Formulas = 'refuse' | 'keep';

/** What a spreadsheet computes: a text that begins with one of these, in its wide form too (Japanese editions). A number such as -0.5 is none. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Refuses names and texts that a spreadsheet would compute when the file is opened there.
 *
 * @throws InputError `table.invalid`.
 * @see OWASP, "CSV Injection", https://owasp.org/www-community/attacks/CSV_Injection
 */
export function refuseFormulas(where: string, { columns, rows }: Rows, formulas: Formulas): void {
  assertOneOf(where, 'formulas', formulas, ['refuse', 'keep']);
  if (formulas === 'keep') return;
  columns.forEach((key) => {
    if (isFormula(key)) throw refusal(where, 'the name of a column', key);
    const row = rows.findIndex((cells) => isFormula(cells[key]));
    if (row >= 0) throw refusal(where, `row ${row}, column "${key}"`, String(rows[row]![key]));
  });
}

const isFormula = (value: unknown): boolean =>
  typeof value === 'string' && FORMULA.test(value) && !NUMBER.test(value.trim());

const refusal = (where: string, place: string, found: string): InputError =>
  new InputError(
    'table.invalid',
    `${where}: ${place} is the text ${describeValue(found)}, which a spreadsheet would compute as a formula. Rename it, or say formulas: 'keep' where the file is for programs.`,
    { where, found },
  );
