import ts from 'typescript';
import type { DoorExports } from '../support/doors.js';
import { runExample } from '../support/run-example.js';
import { codeCells, joined, type Notebook, type Shown } from './notebook.js';

const MARK = '\u0000cell';

/** Runs the cells of a notebook in this process, one after the other in one scope, and answers what each would show in Deno. */
export async function runNotebook(notebook: Notebook, doors: ReadonlyMap<string, DoorExports>): Promise<Shown[]> {
  const values = new Map<number, unknown>();
  const cells = codeCells(notebook).map(({ source }, index) => cellCode(joined(source), index));
  const lastValue = (index: number, value: unknown): void => void values.set(index, value);
  const { printed, error } = await runExample(cells.join('\n'), doors, { lastValue });
  if (error !== undefined) throw error instanceof Error ? error : new Error('a cell threw what is no error');
  const texts: string[] = [];
  for (const line of printed) {
    if (line === MARK) texts.push('');
    else texts.push(`${texts.pop() ?? ''}${line}\n`);
  }
  return texts.map((text, index) => ({ printed: text, formats: formatsOf(values.get(index)) }));
}

/** The code of a cell that says when it begins and hands over the value of its last line, as a kernel takes it. */
function cellCode(code: string, index: number): string {
  const file = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.Latest, true);
  const last = file.statements.at(-1);
  const begin = `console.log(${JSON.stringify(MARK)});`;
  if (last === undefined || !ts.isExpressionStatement(last)) return `${begin}\n${code}\n`;
  return `${begin}\n${code.slice(0, last.getStart())}\nlastValue(${index}, (${last.expression.getText()}));\n`;
}

function formatsOf(value: unknown): Shown['formats'] {
  if (value === undefined) return {};
  const display = (value as Readonly<Record<symbol, unknown>>)[Symbol.for('Jupyter.display')];
  if (typeof display !== 'function') return { 'text/plain': 'nothing shows this value' };
  const bundle = (display as (this: unknown) => Shown['formats']).call(value);
  return JSON.parse(JSON.stringify(bundle)) as Shown['formats'];
}
