import { join } from 'node:path';
import { joined, notebookFolder, notebookNames, readNotebook, shownBy } from '../../test/notebooks/notebook.js';
import { root } from '../../test/support/source-files.js';

/** A notebook as a page, with what its cells showed, and the charts as plain data by the name of their file. */
export interface NotebookPage {
  readonly name: string;
  readonly text: string;
  readonly specs: Readonly<Record<string, unknown>>;
}

const VEGA_LITE = 'application/vnd.vegalite.v5+json';

/** Every notebook of examples/notebooks as a page of the site. Nothing is run: the outputs are those on record, which `npm run notebooks` holds. */
export function notebookPages(): NotebookPage[] {
  return notebookNames().map((name) => {
    const specs: Record<string, unknown> = {};
    const parts = readNotebook(join(root, notebookFolder, `${name}.ipynb`)).cells.map((cell, index) => {
      const source = joined(cell.source);
      if (cell.cell_type === 'markdown') return source;
      const { printed, formats } = shownBy(cell);
      const lines = ['```ts', source, '```'];
      if (printed !== '') lines.push('', '```text', printed.trimEnd(), '```');
      if (formats[VEGA_LITE] !== undefined) {
        const file = `notebook-${name}-${index}`;
        specs[file] = formats[VEGA_LITE];
        const alt = (formats[VEGA_LITE] as { description?: string }).description ?? name;
        lines.push('', `<LivePicture spec="${file}" alt="${alt.replaceAll('"', '&quot;')}" />`);
      } else if (typeof formats['text/html'] === 'string') {
        lines.push(
          '',
          `<div v-pre class="notebook-output">${formats['text/html'].replaceAll(/\n\s*\n/g, '\n&#8203;\n')}</div>`,
        );
      } else if (typeof formats['text/plain'] === 'string') {
        lines.push('', '```text', formats['text/plain'].trimEnd(), '```');
      }
      return lines.join('\n');
    });
    const download = `<p><a href="/examples/notebooks/${name}.ipynb" download target="_self">${name}.ipynb</a> is the notebook itself.</p>`;
    const [title = `# ${name}`, ...rest] = parts;
    return { name, text: [title, download, ...rest].join('\n\n') + '\n', specs };
  });
}
