import {
  type CellValue,
  type Cell,
  makeTable,
  numberCell,
  percentCell,
  type Table,
  type TableInput,
} from '../table/index.js';
import type { DayLine } from './day-lines.js';
import { moneyDigits } from './explain-words.js';
import type { BacktestResult } from './result.js';

/** So many assets are shown, the largest first. */
const SHOWN = 30;

/** Weights of one day: before and after its trades, or at the start of its period and at the start of the next. */
export function dayTable(result: BacktestResult, row: number, traded: boolean, all: readonly DayLine[]): Table {
  const { calendar, settings, name } = result;
  const lines = [...all].sort((a, b) => size(b) - size(a));
  const cash = { asset: 'Cash', ...restOf(lines) };
  const last = traded ? 'bought' : 'contributed';
  const digits = moneyDigits(settings);
  const cells = (line: { asset: string; before: number; after: number; last: Cell | CellValue }) => ({
    asset: line.asset,
    before: percentCell(line.before),
    after: percentCell(line.after),
    [last]: line.last,
  });
  const shown = lines
    .slice(0, SHOWN)
    .map((line) => cells({ ...line, last: traded ? numberCell(line.bought, digits) : percentCell(line.contributed) }));
  const rows: TableInput['rows'] = [...shown, cells({ ...cash, last: null })];
  return makeTable({
    title: `${name}, ${calendar.date(row)}`,
    columns: [
      { key: 'asset', label: '', align: 'left' },
      { key: 'before', label: traded ? 'Before the trades' : 'At the start of the period' },
      { key: 'after', label: traded ? 'After the trades' : 'At its end' },
      traded ? { key: last, label: 'Bought' } : { key: last, label: 'Contributed to its return' },
    ],
    rows,
    notes: [
      'Weights are of wealth.',
      ...(lines.length > SHOWN
        ? [`The ${SHOWN} largest of ${lines.length} assets; cash is what all of them leave.`]
        : []),
      ...(traded && settings.flows === null ? ['Money in units of the wealth at the start of the run.'] : []),
    ],
  });
}

const size = ({ before, after }: DayLine): number => Math.max(Math.abs(before), Math.abs(after));

/** What assets leave to cash; below 0 is debt. */
function restOf(lines: readonly DayLine[]): { readonly before: number; readonly after: number } {
  return {
    before: lines.reduce((rest, { before }) => rest - before, 1),
    after: lines.reduce((rest, { after }) => rest - after, 1),
  };
}
