import { describeValue, InputError } from '../core/index.js';
import { z } from 'zod';
import { firstIssue } from './panel-schema.js';
import type { TextRow, TextRows } from './split-rows.js';

const cell = z.union([z.number(), z.string(), z.null()], 'not a number, a text or null');
const records = z.array(z.record(z.string(), cell)).min(1);
const columns = z.record(z.string(), z.array(cell));

type JsonCell = number | string | null;

/** Whether a text is meant as JSON: no table of text begins so. */
export const looksLikeJson = (text: unknown): text is string =>
  typeof text === 'string' && /^\uFEFF?\s*[[{]/.test(text);

/**
 * A table from JSON: records (`[{ "date": "2024-01-31", "SPY": 0.016 }, …]`) or columns (`{ "date": […], "SPY": […] }`). Its cells
 * are read by the rules of text cells, so a number in quotes is one, and null is none. A record without a name has no value there.
 *
 * @throws InputError `file.format` with the path of what is wrong, such as `[3].SPY`.
 */
export function jsonRows(where: string, text: string): TextRows {
  const json = parse(where, text.replace(/^\uFEFF/, ''));
  const rows = Array.isArray(json) ? fromRecords(where, json) : fromColumns(where, json);
  if (rows.header.cells.length >= 2) return rows;
  throw refusal(where, '', `the names ${describeValue(rows.header.cells.join(', '))}; dates and figures are needed`);
}

function parse(where: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw refusal(where, '', `${describeValue(text.slice(0, 40))}, which begins as JSON but is none (${reason})`);
  }
}

function fromRecords(where: string, json: unknown[]): TextRows {
  const issue = firstIssue(records, json);
  if (issue !== undefined) throw refusal(where, issue.path, `${describeValue(issue.found)} (${issue.message})`);
  const names = new Set<string>();
  for (const record of json as object[]) for (const name of Object.keys(record)) names.add(name);
  const header = [...names];
  const rows = (json as Record<string, JsonCell>[]).map((record, index) => ({
    line: index + 1,
    cells: header.map((name) => (Object.hasOwn(record, name) ? cellText(record[name]!) : '')),
  }));
  return table(header, rows);
}

function fromColumns(where: string, json: unknown): TextRows {
  const issue = firstIssue(columns, json);
  if (issue !== undefined) throw refusal(where, issue.path, `${describeValue(issue.found)} (${issue.message})`);
  const named = Object.entries(json as Record<string, JsonCell[]>);
  const length = named[0]?.[1].length ?? 0;
  const ragged = named.find(([, column]) => column.length !== length);
  if (ragged !== undefined) {
    const found = `${ragged[1].length} values, but "${named[0]![0]}" has ${length}`;
    throw refusal(where, ragged[0], found);
  }
  if (length === 0) throw refusal(where, '', 'no values');
  const rows = Array.from({ length }, (_, row) => ({
    line: row + 1,
    cells: named.map(([, column]) => cellText(column[row]!)),
  }));
  return table(
    named.map(([name]) => name),
    rows,
  );
}

const table = (header: string[], rows: TextRow[]): TextRows => ({
  header: { line: 1, cells: header.map((name) => name.trim()) },
  rows,
  unit: 'record',
});

/** A value as the text of a cell that reads back to the same bits. */
function cellText(value: JsonCell): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  return Object.is(value, -0) ? '-0' : String(value);
}

function refusal(where: string, path: string, found: string): InputError {
  return new InputError(
    'file.format',
    `${where}: ${path === '' ? 'the JSON' : path}: found ${found}. Give JSON of records [{ "date": …, "SPY": … }, …] or of columns ` +
      '{ "date": […], "SPY": […] }. A panel written by writePanel is read by readPanel.',
    { where, path },
  );
}
