// Runs the blocks of code in README.md and docs/ and writes what they print into the text blocks below them:
// npm run docs:output. Read the difference before committing it: the test only sees that page and code agree.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadDoors } from '../test/support/doors.js';
import { markdownBlocks } from '../test/support/markdown-blocks.js';
import { runExample } from '../test/support/run-example.js';
import { filesBelow } from '../test/support/source-files.js';

const doors = await loadDoors();
for (const path of ['README.md', ...filesBelow('docs', '.md').map((file) => file.path)]) {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  for (const block of markdownBlocks(text).reverse()) {
    if (block.output === undefined) continue;
    const { printed, error } = await runExample(block.text, doors);
    const output = error instanceof Error ? error.message : printed.join('\n');
    const open = lines.indexOf('```text', block.line);
    lines.splice(open + 1, lines.indexOf('```', open + 1) - open - 1, ...output.split('\n'));
  }
  const filled = lines.join('\n');
  if (filled === text) continue;
  writeFileSync(path, filled);
  console.log(`${path}: output written`);
}
