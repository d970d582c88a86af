import { describeValue, InputError } from '../core/index.js';

/** What else a text may be that was meant to be a table, and what to do then. */
const OTHERS: readonly (readonly [(text: string) => boolean, string, string])[] = [
  [
    (text) => text.startsWith('PK\u0003\u0004'),
    'a zip file or an Excel workbook',
    'Unpack it, or save the sheet as CSV.',
  ],
  [(text) => text.startsWith('PAR1'), 'a Parquet file', 'Save it as CSV.'],
  [(text) => text.includes('\0'), 'a binary file', 'Save it as CSV in UTF-8.'],
  [
    (text) => text.trimStart().startsWith('<'),
    'HTML or XML',
    'The server may have sent an error page in place of the data: open the file and look.',
  ],
  [(text) => /^\s*[[{]/.test(text), 'JSON', 'A panel written by writePanel is read by readPanel.'],
];

/**
 * The text without a byte order mark, with `\n` for every line end.
 *
 * @throws InputError `option.type` (not a text), `file.format` (empty, or something else than a table).
 */
export function assertText(where: string, text: unknown): string {
  if (typeof text !== 'string') {
    const found = describeValue(text);
    throw new InputError('option.type', `${where}: found ${found}; give the text of the file.`, { where, found });
  }
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (plain.trim() === '') {
    throw new InputError('file.format', `${where}: the text is empty. It needs a header line and rows.`, { where });
  }
  for (const [isOther, what, remedy] of OTHERS) {
    if (!isOther(plain)) continue;
    const found = describeValue(plain.trimStart().slice(0, 40));
    throw new InputError(
      'file.format',
      `${where}, line 1: found ${found}, which is ${what}, not a text table. ${remedy}`,
      {
        where,
        line: 1,
        found,
      },
    );
  }
  return plain;
}
