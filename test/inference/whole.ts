import { InputError } from '../../src/core/index.js';
import type { Tabled } from '../../src/inference/with-table.js';

/** All that an InputError says: its code, the whole message and its details. */
export function saidBy(act: () => unknown): { code: string; message: string; details: object } {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return { code: error.code, message: error.message, details: error.details };
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** All that a table shows: title, headings, rows and notes. */
export const shownBy = ({ table, notes }: Tabled): object => ({
  title: table.title,
  labels: table.layout.map(({ label }) => label),
  left: table.layout.filter(({ align }) => align === 'left').map(({ key }) => key),
  texts: table.texts,
  notes,
});
