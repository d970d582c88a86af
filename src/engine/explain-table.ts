import {
  type CellValue,
  type Cell,
  makeTable,
  numberCell,
  percentCell,
  type Table,
  type TableInput,
} from '../table/index.js';
import type { BacktestResult } from './result.js';

/** So many assets are shown, the largest first. */
const SHOWN = 30;

interface Line {
  readonly asset: string;
  readonly before: number;
  readonly after: number;
  readonly bought: number;
  readonly contributed: number;
}

/** Weights of one day: before and after its trades, or at the start of its period and at the start of the next. */
export function dayTable(result: BacktestResult, row: number, traded: boolean): Table {
  const { calendar, settings, name } = result;
  const lines = linesOf(result, row, traded);
  const cash = { asset: 'Cash', ...restOf(lines) };
  const last = traded ? 'bought' : 'contributed';
  const digits = (settings.flows?.initial ?? 1) >= 100 ? 2 : 6;
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

function linesOf(
  { assets, weights, contributions, trades, calendar }: BacktestResult,
  row: number,
  traded: boolean,
): Line[] {
  const day = calendar.date(row);
  const moved = new Map<string, { from: number; to: number; amount: number }>();
  for (const { date, asset, from, to, amount } of trades) {
    if (date !== day) continue;
    const earlier = moved.get(asset);
    moved.set(asset, { from: earlier?.from ?? from, to, amount: (earlier?.amount ?? 0) + amount });
  }
  const lines = assets.map((asset): Line => {
    const path = weights(asset);
    const next = path[row + 1] ?? NaN;
    const move = moved.get(asset);
    return {
      asset,
      before: traded ? (move?.from ?? next) : row < 0 ? 0 : path[row]!,
      after: move?.to ?? next,
      bought: move?.amount ?? 0,
      contributed: row < 0 ? 0 : contributions(asset)[row]!,
    };
  });
  const size = ({ before, after }: Line): number =>
    Math.max(Math.abs(before), Number.isNaN(after) ? 0 : Math.abs(after));
  return lines.filter((line) => size(line) > 0).sort((a, b) => size(b) - size(a));
}

/** What assets leave to cash; below 0 is debt. */
function restOf(lines: readonly Line[]): { readonly before: number; readonly after: number } {
  return {
    before: lines.reduce((rest, { before }) => rest - before, 1),
    after: lines.reduce((rest, { after }) => rest - after, 1),
  };
}
