import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCsv } from '../table/index.js';
import { bundledDemoData } from './demo/demo-data.js';
import { demoSections } from './demo/demo-sections.js';
import { demoMarkdown, demoText } from './demo/demo-text.js';

/** `backtilt demo`: prints the demonstration and writes it as Markdown and CSV. */
export function demoCommand({ out }: { readonly out: string }, print: (text: string) => void): void {
  const sections = demoSections(bundledDemoData());
  print(demoText(sections));
  mkdirSync(out, { recursive: true });
  const exhibits = sections.flatMap((section) => section.exhibits);
  writeFileSync(join(out, 'demo.md'), `# backtilt demo\n\n${demoMarkdown(sections)}`);
  for (const { file, data } of exhibits) writeFileSync(join(out, `${file}.csv`), toCsv(data));
  print(
    `\nWritten: ${join(out, 'demo.md')} and ${exhibits.length} CSV files (${exhibits.map(({ file }) => file).join(', ')}) in ${out}.`,
  );
}
