import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './bundle.js';
import type { ColdStart } from './cold-start.js';
import type { Growth } from './growth.js';
import type { LargeSweep } from './million-variants.js';
import type { Outcome } from './outcome.js';
import { inMarkdown, tableOf, withDigits } from './words.js';

/** Everything that one run found. */
export interface Findings {
  readonly bundle: string;
  readonly node: string;
  readonly programs: readonly string[];
  /** Running processes per minute before the run. */
  readonly load: number;
  readonly outcomes: readonly Outcome[];
  readonly cold?: ColdStart;
  readonly growth?: readonly Growth[];
  readonly memory?: LargeSweep;
}

const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

/** The figures of a run as the page shows them. */
export function blockOf({ bundle, node, programs, load, outcomes, cold, growth, memory }: Findings): string {
  const parts = [
    `Measured: ${bundle}. Node ${node}, one thread; ${programs.join('; ')}. Load before the run: ${load.toFixed(1)}.`,
    ...(outcomes.length === 0
      ? []
      : [inMarkdown(tableOf(outcomes)), outcomes.map(({ job, title }) => `- **${job}** ${title}`).join('\n')]),
  ];
  if (cold !== undefined) {
    parts.push(
      inMarkdown([
        ['at the start of a process', 'time', 'target'],
        ['import of the root', `${withDigits(cold.loading)} ms`, '≤ 60 ms'],
        ['first backtest with its summary', `${withDigits(cold.firstCall)} ms`, '≤ 30 ms'],
      ]),
    );
  }
  if (growth !== undefined) {
    const rows = growth.map(({ what, sizes, milliseconds, exponent }) => [
      what,
      sizes.map((size) => size.toLocaleString('en-US')).join(' / '),
      `${milliseconds.map(withDigits).join(' / ')} ms`,
      exponent.toFixed(2),
    ]);
    parts.push(inMarkdown([['grows with', 'sizes', 'times', 'exponent'], ...rows]));
  }
  if (memory !== undefined) {
    const { variants, seconds, memory: held } = memory;
    const count = (value: number): string => value.toLocaleString('en-US');
    parts.push(
      inMarkdown([
        ['large sweep, the best 100 kept', 'time', 'most memory of the process'],
        ['before it', '', `${withDigits(held[0])} MB`],
        [`${count(variants / 10)} variants`, `${withDigits(seconds[0])} s`, `${withDigits(held[1])} MB`],
        [`${count(variants)} variants`, `${withDigits(seconds[1])} s`, `${withDigits(held[2])} MB`],
      ]),
    );
  }
  return parts.join('\n\n');
}

/** Puts the figures of a run between the marks of a page. */
export function refilled(page: string, block: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The page has no ${BEGIN} … ${END}.`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${block}\n\n${page.slice(to)}`;
}

/** Refills docs/performance.md. */
export function writePage(findings: Findings): void {
  const path = `${root}docs/performance.md`;
  writeFileSync(path, refilled(readFileSync(path, 'utf8'), blockOf(findings)));
}
