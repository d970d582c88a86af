import type { Notebook, NotebookCell, Output, Shown } from './notebook.js';

const METADATA = {
  kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
  language_info: { file_extension: '.ts', mimetype: 'text/x.typescript', name: 'typescript' },
};

/**
 * A notebook with its outputs as a text to commit: no times, no paths, no versions of a kernel, cells counted from 1. A picture stands
 * on one line, so that a difference can be read.
 */
export function notebookText(notebook: Notebook, shown: readonly Shown[]): string {
  let count = 0;
  const pictures: string[] = [];
  const cells = notebook.cells.map(({ cell_type: type, id, source, metadata }): NotebookCell => {
    if (type !== 'code') return { cell_type: type, id, metadata, source };
    const cell = shown[count++];
    const outputs = cell === undefined ? [] : outputsOf(cell, count, pictures);
    return { cell_type: type, execution_count: count, id, metadata, outputs, source };
  });
  const text = JSON.stringify({ cells, metadata: METADATA, nbformat: 4, nbformat_minor: 5 }, null, 1);
  return `${text.replace(/"picture (\d+)"/g, (_, index: string) => pictures[Number(index)]!)}\n`;
}

function outputsOf({ printed, formats }: Shown, count: number, pictures: string[]): Output[] {
  const data = Object.entries(formats).map(([type, value]) =>
    typeof value === 'string' ? [type, linesOf(value)] : [type, `picture ${pictures.push(JSON.stringify(value)) - 1}`],
  );
  const result = {
    data: Object.fromEntries(data) as Record<string, unknown>,
    execution_count: count,
    metadata: {},
    output_type: 'execute_result' as const,
  };
  return [
    ...(printed === '' ? [] : [{ name: 'stdout', output_type: 'stream' as const, text: linesOf(printed) }]),
    ...(data.length === 0 ? [] : [result]),
  ];
}

/** The lines of a text with their ends, as the format wants them. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);
