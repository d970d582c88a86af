/** Writes what `npm run mutation` found into docs/mutation.md (between its marks) and test/mutation: the scores and the lists of what lives. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { listOf, readExplained, tableOf } from './mutation/page.js';
import { rooms } from './mutation/plan.js';
import type { Found } from './mutation/score.js';

const source = process.argv[2] ?? '.';
const lines = new Map<string, string[]>();
const lineAt = (file: string, line: number): string => {
  const text = lines.get(file) ?? readFileSync(`${source}/${file}`, 'utf8').split('\n');
  lines.set(file, text);
  return text[line - 1] ?? '';
};

const explained = readExplained('test/mutation/explained');
mkdirSync('test/mutation/survivors', { recursive: true });
const measured = Object.keys(rooms).filter((room) => existsSync(`${source}/out/mutation/${room}.json`));
const scores = measured.map((room) => {
  const found = JSON.parse(readFileSync(`${source}/out/mutation/${room}.json`, 'utf8')) as Found;
  const { score, list } = listOf(room, found, explained, lineAt);
  writeFileSync(`test/mutation/survivors/${room}.txt`, list);
  return score;
});
writeFileSync('test/mutation/scores.json', `${JSON.stringify(scores, undefined, 2)}\n`);
const page = readFileSync('docs/mutation.md', 'utf8');
const [before, after] = [page.indexOf('<!-- scores -->'), page.indexOf('<!-- /scores -->')];
if (before < 0 || after < before) throw new Error('docs/mutation.md has lost the marks around its scores.');
writeFileSync(
  'docs/mutation.md',
  `${page.slice(0, before)}<!-- scores -->\n\n${tableOf(scores)}\n\n${page.slice(after)}`,
);
console.log(tableOf(scores));
