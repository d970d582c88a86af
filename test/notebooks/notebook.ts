import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../support/source-files.js';

/** What a cell showed, in the notebook format 4: what it printed, its last value in one or more formats, or its error. */
export interface Output {
  readonly output_type: 'stream' | 'execute_result' | 'display_data' | 'error';
  readonly name?: string;
  readonly text?: Lines;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly ename?: string;
  readonly evalue?: string;
}

/** A text, or its lines with their ends. */
export type Lines = string | readonly string[];

export interface NotebookCell {
  readonly cell_type: 'markdown' | 'code';
  readonly id: string;
  readonly source: Lines;
  readonly outputs?: readonly Output[];
  readonly execution_count?: number | null;
  readonly metadata: object;
}

export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: object;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

/** Where the notebooks lie, from the root. */
export const notebookFolder = 'examples/notebooks/';

/** The names of the notebooks, without their ending. */
export const notebookNames = (): string[] =>
  readdirSync(root + notebookFolder)
    .filter((name) => name.endsWith('.ipynb'))
    .map((name) => name.slice(0, -'.ipynb'.length))
    .sort();

export const readNotebook = (path: string): Notebook => JSON.parse(readFileSync(path, 'utf8')) as Notebook;

export const joined = (lines: Lines): string => (typeof lines === 'string' ? lines : lines.join(''));

export const codeCells = (notebook: Notebook): NotebookCell[] =>
  notebook.cells.filter(({ cell_type: type }) => type === 'code');

/** What a cell showed, in one form whoever ran it. */
export interface Shown {
  /** What it printed. */
  readonly printed: string;
  /** The formats of its last value; none where it ended in a statement. */
  readonly formats: Readonly<Record<string, unknown>>;
}

/** The outputs of a cell in one form. An error, and what was printed as a warning, are no outputs. */
export function shownBy({ outputs = [] }: NotebookCell): Shown {
  const wrong = outputs.find(({ output_type: type, name }) => type === 'error' || name === 'stderr');
  if (wrong !== undefined) throw new Error(`${wrong.ename ?? 'stderr'}: ${wrong.evalue ?? joined(wrong.text ?? '')}`);
  const printed = outputs.map(({ text = '' }) => joined(text)).join('');
  const data = outputs.find((one) => one.data !== undefined)?.data ?? {};
  const formats = Object.entries(data).map(([type, value]) => [
    type,
    type.endsWith('json') ? value : joined(value as Lines),
  ]);
  return { printed, formats: Object.fromEntries(formats) as Shown['formats'] };
}
