import { countCell, makeTable, percentCell, type Table } from '../table/index.js';
import type { RollingWindows } from './rolling-windows.js';

/** The table of a count of windows, and the notes that stand below it. */
export function rollingWindowsTable(
  figures: Omit<RollingWindows, 'notes' | 'toString'>,
  marks: readonly string[],
): { readonly table: Table; readonly notes: readonly string[] } {
  const { name, benchmark, length, from, to, windows, separateWindows, leftOut } = figures;
  const notes = Object.freeze([
    ...(from === null ? [] : [`From the close of ${from} to ${to!}. Relative gain is (1 + R)/(1 + B) − 1.`]),
    `Windows overlap: only ${separateWindows} of ${windows} have no row in common.`,
    ...(leftOut === 0 ? [] : [`Warning: ${leftOut} windows are left out: a return is missing inside.`]),
    ...marks,
  ]);
  const table = makeTable({
    title: `${name} against ${benchmark} over ${length}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: [
      { figure: 'Windows', value: countCell(windows) },
      { figure: 'Windows without overlap', value: countCell(separateWindows) },
      { figure: 'Won', value: countCell(figures.wins) },
      { figure: 'Level', value: countCell(figures.ties) },
      { figure: 'Lost', value: countCell(figures.losses) },
      { figure: 'Share won', value: percentCell(figures.share) },
      { figure: 'Relative gain, median', value: percentCell(figures.medianRelativeGain) },
      { figure: 'Relative gain, lowest', value: percentCell(figures.lowestRelativeGain) },
      { figure: 'Relative gain, highest', value: percentCell(figures.highestRelativeGain) },
    ],
    notes,
  });
  return { table, notes };
}
