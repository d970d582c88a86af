import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** A source file as text cells: the header and the columns by name. */
export interface SourceTable {
  readonly file: string;
  readonly rows: number;
  readonly names: readonly string[];
  column(name: string): readonly string[];
}

/** Reads a CSV file; every row must be as long as the header. */
export function readSource(folder: string, file: string): SourceTable {
  const { data, errors } = Papa.parse<string[]>(readFileSync(join(folder, file), 'utf8').trimEnd());
  const [names, ...rows] = data;
  const ragged = rows.findIndex((row) => row.length !== names?.length);
  if (names === undefined || errors.length > 0 || ragged >= 0) {
    throw new Error(`${file}: not a table (row ${ragged}, ${errors[0]?.message ?? 'ragged'}).`);
  }
  return {
    file,
    rows: rows.length,
    names,
    column(name) {
      const index = names.indexOf(name);
      if (index < 0) throw new Error(`${file}: no column "${name}".`);
      return rows.map((row) => row[index]!);
    },
  };
}
