import { proxyNote, type ReturnSeries } from '../panel/index.js';
import { countCell, makeTable, numberCell, percentCell, type Table } from '../table/index.js';
import { periodName } from '../time/index.js';
import type { DollarCostAveraging } from './dollar-cost-averaging.js';

/** The table of a comparison of a lump sum with parts, and the notes that stand below it. */
export function averagingTable(
  figures: Omit<DollarCostAveraging, 'notes' | 'toString'>,
  series: ReturnSeries,
  cash: ReturnSeries | undefined,
): { readonly table: Table; readonly notes: readonly string[] } {
  const { name, parts, horizon, windows, separateWindows, leftOut, firstStart, lastStart } = figures;
  const period = periodName[series.calendar.frequency];
  const noted = [series, ...(cash === undefined ? [] : [cash])].flatMap((one) => {
    const note = proxyNote(one);
    return note === undefined ? [] : [`${one.name}: ${note}`];
  });
  const notes = Object.freeze([
    `${parts} equal parts, one at the start and one a ${period} later each; compared after ${horizon} ${period}s; waiting money earns ${cash?.name ?? 'nothing'}.`,
    ...(firstStart === null ? [] : [`Starts at the closes of ${firstStart} to ${lastStart!}.`]),
    `Windows overlap: only ${separateWindows} of ${windows} have no ${period} in common. No costs, no taxes.`,
    ...(leftOut === 0
      ? []
      : [`Warning: ${leftOut} starts are left out: a return, or one of cash, is missing in their window.`]),
    ...noted,
  ]);
  const table = makeTable({
    title: `${name}: a lump sum against ${parts} parts`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: '' },
    ],
    rows: [
      { figure: 'Windows', value: countCell(windows) },
      { figure: 'Windows without overlap', value: countCell(separateWindows) },
      { figure: 'Lump sum ahead', value: percentCell(figures.lumpSumAheadShare) },
      { figure: 'Ties', value: countCell(figures.ties) },
      { figure: 'Median difference of final wealth', value: percentCell(figures.medianDifference) },
      { figure: 'Mean difference of final wealth', value: percentCell(figures.meanDifference) },
      { figure: 'Lowest final wealth, lump sum', value: numberCell(figures.lowestLumpSum) },
      { figure: 'Lowest final wealth, parts', value: numberCell(figures.lowestParts) },
    ],
    notes,
  });
  return { table, notes };
}
