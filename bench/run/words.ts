import type { Outcome } from './outcome.js';
import type { Target } from './job.js';

/** Milliseconds with three digits. */
export const inMilliseconds = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : `${withDigits(value)} ms`;

/** Three digits, or all those before the point. */
export const withDigits = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));

export const inWords = (target: Target): string =>
  'milliseconds' in target ? `≤ ${target.milliseconds} ms` : `≤ ${target.times} × ${target.of}`;

/** The columns of the table, and of each job its row. */
export function tableOf(outcomes: readonly Outcome[]): string[][] {
  return [
    ['job', 'ours', 'first call', 'new panel', 'C', 'numba', 'ratio (of the shortest)', 'target', ''],
    ...outcomes.map(({ job, ours, theirs, ratios, target, met }) => {
      const ratio = 'of' in target ? ratios[target.of] : undefined;
      return [
        job,
        inMilliseconds(ours.median),
        inMilliseconds(ours.first),
        inMilliseconds(ours.fresh),
        inMilliseconds(theirs.C?.median),
        inMilliseconds(theirs.numba?.median),
        ratio === undefined ? '–' : `${withDigits(ratio.median)} (${withDigits(ratio.least)})`,
        inWords(target),
        met === null ? 'not compared' : met ? 'met' : 'missed',
      ];
    }),
  ];
}

/** Columns side by side, for a terminal. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same as a table of Markdown. */
export function inMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...body.map(line)].join('\n');
}
