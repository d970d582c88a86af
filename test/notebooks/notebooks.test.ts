import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDoors } from '../support/doors.js';
import { root } from '../support/source-files.js';
import { typeErrors } from '../support/type-errors.js';
import { differences } from './differences.js';
import { codeCells, joined, notebookFolder, notebookNames, readNotebook, shownBy } from './notebook.js';
import { notebookText } from './notebook-text.js';
import { runNotebook } from './run-notebook.js';

const doors = await loadDoors();
const VEGA = 'application/vnd.vegalite.v5+json';
const names = notebookNames();
const pathOf = (name: string): string => `${root}${notebookFolder}${name}.ipynb`;

/** What each notebook must show, so that it cannot run to the end and say nothing. */
const SHOWS: Readonly<Record<string, readonly string[]>> = {
  'compare-funds': ['16.19 %', '16.11 %', '-42.41 %', '2019-10 to 2026-07', 'AVUV begins last', '-0.71'],
  'first-cut-rotation': ['First rate cuts: 9 events', '3 of 9', '50.55 %', '8.52 %', '43.56 %', 'so few events'],
  'screened-value': ['15.63 %', '15.02 %', '1963-07 to 2025-12', '0.039', '-0.21 %', 'Ledoit–Wolf'],
  'sweep-and-deflate': ['12 variants tried', '13.65 %', '0.7681', '28.57 %', 'deflated Sharpe'],
  'write-your-own-rotation': ['302 decisions', '8.69 %', '9.28 %', '174.83 %', '56.72 %', 'no edge'],
};

describe('the notebooks in examples/notebooks', () => {
  it('are the ones that this test knows', () => {
    expect(names).toEqual(Object.keys(SHOWS).sort());
  });

  it.each(names)('%s shows what is committed with it, every cell of it', async (name) => {
    const notebook = readNotebook(pathOf(name));
    const committed = codeCells(notebook).map(shownBy);
    expect(differences(await runNotebook(notebook, doors), committed)).toEqual([]);
  });

  it.each(names)('%s says its figures, and has two pictures and three tables', (name) => {
    const shown = codeCells(readNotebook(pathOf(name))).map(shownBy);
    const text = shown.map(({ printed, formats }) => `${printed}${String(formats['text/plain'])}`).join('\n');
    for (const words of SHOWS[name]!) expect(text).toContain(words);
    expect(shown.filter(({ formats }) => VEGA in formats).length).toBeGreaterThanOrEqual(2);
    expect(shown.filter(({ formats }) => 'text/html' in formats).length).toBeGreaterThanOrEqual(3);
    // A picture is no page: HTML beside it would be shown in its place.
    expect(shown.filter(({ formats }) => VEGA in formats && 'text/html' in formats)).toEqual([]);
  });

  it.each(names)('every figure in the words of %s stands in its outputs', (name) => {
    const { cells } = readNotebook(pathOf(name));
    const shown = cells.filter(({ cell_type: type }) => type === 'code').map(shownBy);
    const text = shown.map(({ printed, formats }) => `${printed}${String(formats['text/plain'])}`).join('\n');
    const words = cells.filter(({ cell_type: type }) => type === 'markdown').map(({ source }) => joined(source));
    const figures =
      words
        .join('\n')
        .replaceAll('−', '-')
        .match(/-?\d+\.\d+/g) ?? [];
    // A fall of 42.41 % is printed as -42.41 %.
    const numbers = (text.match(/-?\d+\.\d+/g) ?? []).flatMap((number) => [Number(number), Math.abs(Number(number))]);
    const absent = figures.filter((figure) => !numbers.some((number) => rounds(number, figure)));
    expect(absent.filter((figure) => !(WORKED_OUT[name] ?? []).includes(figure))).toEqual([]);
  });

  it.each(names)('%s carries no path, time or version of the machine that ran it', (name) => {
    const text = readFileSync(pathOf(name), 'utf8');
    expect(text).not.toMatch(/\/(?:home|root|tmp|work|usr)\/|iopub|file:\/\/|"version":/);
    // As the script writes it, to the letter.
    const notebook = readNotebook(pathOf(name));
    expect(notebookText(notebook, codeCells(notebook).map(shownBy))).toBe(text);
  });

  it('compile for a user with strict types', () => {
    const code = names.map((name) => ({
      place: name,
      code: codeCells(readNotebook(pathOf(name)))
        .map(({ source }) => `${joined(source)}\n;`)
        .join('\n'),
    }));
    expect(typeErrors(code)).toEqual([]);
  });

  it('import the library by its doors only, and what they import exists', () => {
    for (const name of names) {
      const code = codeCells(readNotebook(pathOf(name))).map(({ source }) => joined(source));
      const imports = [...code.join('\n').matchAll(/from '([^']+)'/g)].map(([, door]) => door!);
      expect(imports.filter((door) => !doors.has(door))).toEqual([]);
    }
  });

  it('are described where the reader looks for them', () => {
    const page = `${root}docs/notebooks.md`;
    expect(existsSync(page)).toBe(true);
    for (const name of names) expect(readFileSync(page, 'utf8')).toContain(`${name}.ipynb`);
  });
});

/** Figures of the words that are worked out of others: a difference, or a level that one would ask for. */
const WORKED_OUT: Readonly<Record<string, readonly string[]>> = {
  'compare-funds': ['0.21'],
  'sweep-and-deflate': ['0.95'],
};

/** Whether a number is the one that was written, to as many places as were written. */
function rounds(number: number, written: string): boolean {
  const places = written.split('.')[1]!.length;
  const scales = [1, 100];
  return scales.some((scale) => Math.abs(number * scale - Number(written)) <= 0.5000001 * 10 ** -places);
}
