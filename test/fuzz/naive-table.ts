/** A table as a reader without any ambition sees it: what a fast reader answers is compared with this. */
export interface NaiveTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** RFC 4180 letter by letter: a quote counts at the beginning of a cell only. Undefined where a quote is not closed or something but space follows it. */
export function naiveTable(text: string, delimiter: string): NaiveTable | undefined {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= plain.length) {
    let cell = '';
    if (plain[at] === '"') {
      at++;
      for (;;) {
        if (at >= plain.length) return undefined;
        if (plain[at] === '"' && plain[at + 1] === '"') at++;
        else if (plain[at] === '"') break;
        cell += plain[at++]!;
      }
      at++;
      while (at < plain.length && plain[at] !== '\n' && plain[at] !== delimiter && plain[at]!.trim() === '') at++;
      if (at < plain.length && plain[at] !== delimiter && plain[at] !== '\n') return undefined;
    } else while (at < plain.length && plain[at] !== delimiter && plain[at] !== '\n') cell += plain[at++]!;
    row.push(cell.trim());
    if (at >= plain.length || plain[at] === '\n') {
      rows.push(row);
      row = [];
    }
    at++;
  }
  const full = rows.filter((cells) => cells.some((cell) => cell !== ''));
  return full.length < 2 ? undefined : { header: full[0]!, rows: full.slice(1) };
}

const NOTHING = new Set(['', 'nan', 'na', 'n/a', '#n/a', 'null', '.']);

/** A number of ASCII digits, NaN for the words that mean nothing; undefined for anything else, and for what no number holds. */
export function naiveNumber(cell: string): number | undefined {
  if (NOTHING.has(cell.toLowerCase())) return NaN;
  if (!/^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)?$/.test(cell)) return undefined;
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
}

/** `YYYY-MM-DD`, `YYYYMM` or `YYYY-MM` of a day that exists; a month is its last day. Undefined for anything else. */
export function naiveDay(cell: string): string | undefined {
  const found = /^([0-9]{4})-?([0-9]{2})(?:-([0-9]{2}))?$/.exec(cell);
  if (found === null) return undefined;
  const [year, month] = [Number(found[1]), Number(found[2])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  const day = found[3] === undefined ? length : Number(found[3]);
  if (length === undefined || day === undefined || day < 1 || day > length) return undefined;
  return `${found[1]}-${found[2]}-${String(day).padStart(2, '0')}`;
}
