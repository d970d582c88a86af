import { type Claim, claimsTable, toMarkdown } from '../report/index.js';
import type { CellValue, Row } from '../table/index.js';

/** Claims in Markdown: the table of verdicts, then each claim with its readings. */
export function claimsMarkdown(claims: readonly Claim[]): string {
  return `${[claimsTable(claims), ...claims.map(({ table }) => table)].map((table) => toMarkdown(table).trim()).join('\n\n')}\n`;
}

const COLUMNS = [
  'id',
  'claim',
  'verdict',
  'reading',
  'unit',
  'is',
  'within',
  'above',
  'below',
  'figure',
  'low',
  'high',
  'base',
  'n',
  'independent',
  'agrees',
  'informative',
  'contradicts',
  'searched',
  'aside',
  'counts',
] as const;

/** One row per reading, with full values, for `toCsv`; a claim without readings has one row with its verdict. */
export function claimRows(claims: readonly Claim[]): {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
} {
  const rows = claims.flatMap(({ id, claim, verdict, readings }) => {
    const head = { id, claim, verdict };
    const none = Object.fromEntries(COLUMNS.map((key) => [key, null]));
    if (readings.length === 0) return [{ ...none, ...head }];
    const all = readings.flatMap((one) => [
      one,
      ...one.parts.map((part) => ({ ...part, reading: `${one.reading}: ${part.reading}` })),
    ]);
    return all.map(({ reading, unit, says, figure, interval, base, n, independent, searched, ...judged }) => ({
      ...head,
      reading,
      unit,
      ...{ is: null, within: null, above: null, below: null, ...says },
      figure: known(figure),
      low: known(interval?.low),
      high: known(interval?.high),
      base: known(base),
      n: known(n),
      independent: known(independent),
      agrees: word(judged.agrees),
      informative: word(judged.informative),
      contradicts: word(judged.contradicts),
      searched: known(searched),
      aside: word(judged.aside ?? false),
      counts: word(judged.counts),
    }));
  });
  return { columns: COLUMNS, rows };
}

const known = (value: number | undefined): CellValue => (value === undefined || Number.isNaN(value) ? null : value);

const word = (value: boolean | null): string | null => (value === null ? null : String(value));
