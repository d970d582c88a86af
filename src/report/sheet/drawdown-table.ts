import type { ReturnSeries } from '../../panel/index.js';
import { drawdowns } from '../../stats/index.js';
import { countCell, makeTable, percentCell, type Table, textCell } from '../../table/index.js';

/** The deepest falls of a series, of `drawdowns`, with their dates and lengths. */
export function drawdownTable(series: ReturnSeries, most: number): Table {
  const falls = drawdowns(series);
  const shown = falls.slice(0, most);
  const open = shown.some(({ recovery }) => recovery === null);
  return makeTable({
    title: `${series.name}: the ${shown.length === 1 ? 'deepest fall' : `${shown.length} deepest falls`} of ${falls.length}`,
    columns: [
      { key: 'rank', label: '#' },
      { key: 'depth', label: 'Depth' },
      { key: 'peak', label: 'Peak' },
      { key: 'trough', label: 'Trough' },
      { key: 'recovery', label: 'Recovery' },
      { key: 'toTrough', label: 'Days down' },
      { key: 'toRecovery', label: 'Days up' },
      { key: 'total', label: 'Days in all' },
    ],
    rows: shown.map(({ depth, peak, trough, recovery, days }, index) => ({
      rank: countCell(index + 1),
      depth: percentCell(depth),
      peak: textCell(peak),
      trough: textCell(trough),
      recovery: textCell(recovery ?? 'not yet'),
      toTrough: countCell(days.toTrough),
      toRecovery: days.toRecovery === null ? textCell(null) : countCell(days.toRecovery),
      total: countCell(days.total),
    })),
    notes: open ? ['Not yet recovered: the days in all are those up to the end of the series.'] : [],
  });
}
