import { join } from 'node:path';
import { toCsv, wrapText } from '../table/index.js';
import { bundledDemoData } from './demo/demo-data.js';
import { demoSections } from './demo/demo-sections.js';
import { demoMarkdown, demoText } from './demo/demo-text.js';
import { makeFolder, writeFile } from './write-file.js';

/** `backtilt demo`: prints the demonstration and writes it as Markdown and CSV. */
export function demoCommand({ out }: { readonly out: string }, print: (text: string) => void): void {
  const sections = demoSections(bundledDemoData());
  makeFolder(out);
  print(demoText(sections));
  const exhibits = sections.flatMap((section) => section.exhibits);
  writeFile(join(out, 'demo.md'), `# backtilt demo\n\n${demoMarkdown(sections)}`);
  for (const { file, data } of exhibits) writeFile(join(out, `${file}.csv`), toCsv(data));
  const files = ['demo.md', ...exhibits.map(({ file }) => `${file}.csv`)];
  print(`\n${wrapText(`Written to ${out}: ${files.join(', ')}.`)}`);
}
