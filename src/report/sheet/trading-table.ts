import { type BacktestResult, contributions } from '../../engine/index.js';
import { type Cell, makeTable, numberCell, percentCell, type Table, type TableInput } from '../../table/index.js';
import { tradingLines } from '../comparison-groups.js';
import type { Compared } from '../comparison.js';

/** How backtests traded and what it cost: the lines of a comparison's group `trading`, a column for each. */
export function tradingTable(compared: readonly (Compared & { readonly label: string })[]): Table {
  return makeTable({
    title: 'Turnover and costs',
    columns: [
      { key: 'figure', label: '', align: 'left' },
      ...compared.map(({ label }, index) => ({ key: `run ${index}`, label })),
    ],
    rows: tradingLines.map(({ label, cell }) => ({
      figure: label,
      ...Object.fromEntries(compared.map((one, index) => [`run ${index}`, cell(one)])),
    })),
    notes: ['Turnover is one-way; the first purchase stands apart. Cost drag is CAGR before costs less CAGR after.'],
  });
}

/** What each part gave to the total return: the linked figures of `contributions`. The `most` largest assets, the rest in one line. */
export function contributionsTable(result: BacktestResult, most: number): Table {
  const { linked, totalReturn } = contributions(result);
  const assets = Object.entries(linked.assets).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const rest = assets.slice(most);
  const line = (part: string, value: number): TableInput['rows'][number] => ({ part, linked: percentCell(value) });
  return makeTable({
    title: 'Contributions to the total return',
    columns: [
      { key: 'part', label: '', align: 'left' },
      { key: 'linked', label: 'Linked' },
    ],
    rows: [
      ...assets.slice(0, most).map(([asset, value]) => line(asset, value)),
      ...(rest.length === 0
        ? []
        : [
            line(
              `${rest.length} other assets`,
              rest.reduce((sum, [, value]) => sum + value, 0),
            ),
          ]),
      line(`Cash${result.settings.cash === null ? '' : ` (${result.settings.cash})`}`, linked.cash),
      line('Financing', linked.financing),
      line('Fees', linked.fees),
      line('Trading', linked.trading),
      line('Total return', totalReturn),
    ],
    notes: ['Linked by the method of Carino, so that the parts add up.'],
  });
}

/** The rows of money of a run that money came into or left. */
export function moneyTable({ ledger, flows }: BacktestResult): Table | null {
  if (flows.length === 0) return null;
  const sum = (sign: number): Cell =>
    numberCell(flows.reduce((total, { amount }) => (amount * sign > 0 ? total + amount : total), 0));
  return makeTable({
    title: 'Money',
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'amount', label: 'Amount' },
    ],
    rows: [
      { figure: 'Wealth at the start', amount: numberCell(ledger.opening[0]!) },
      { figure: 'Paid in', amount: sum(1) },
      { figure: 'Taken out', amount: sum(-1) },
      { figure: 'Wealth at the end', amount: numberCell(ledger.closing[ledger.closing.length - 1]!) },
    ],
  });
}
