import { InputError } from '../core/index.js';

/** Who refuses. */
export const where = 'resultFromJson';

/** What is said of JSON that is no result's: where in it, and what was found there. */
export function refusal(code: 'file.format' | 'file.value', path: string, found: string): InputError {
  return new InputError(
    code,
    `${where}: ${path}: ${found}. Give the JSON of a result, as JSON.stringify(result) makes it.`,
    { where, path },
  );
}
