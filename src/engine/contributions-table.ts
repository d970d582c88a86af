import { sum } from '../core/index.js';
import { describeSpan } from '../panel/index.js';
import { mean } from '../stats/index.js';
import { makeTable, percentCell, type Table, type TableInput, toHtml, toText, withDisplay } from '../table/index.js';
import type { Contributions } from './contributions.js';
import type { BacktestResult } from './result.js';

/** So many assets are shown; the others are summed up in one line. */
const SHOWN = 20;

/** Lets contributions print themselves. */
export function displayContributions<Asset extends string>(
  found: Contributions<Asset>,
  result: BacktestResult,
): Contributions<Asset> {
  const table = (): Table => contributionsTable(found, result);
  return withDisplay(found, { text: () => toText(table()), html: () => toHtml(table()) });
}

function contributionsTable({ assets, linked, totalReturn, ...parts }: Contributions, result: BacktestResult): Table {
  const { name, calendar, settings } = result;
  const perYear = (values: ArrayLike<number>): number => mean(values) * calendar.periodsPerYear;
  // After a total loss there is no year to average, and −100 % in one month is not −1200 % a year.
  const lost = totalReturn === -1;
  const row = (part: string, yearly: number, total: number): TableInput['rows'][number] => ({
    part,
    yearly: percentCell(lost ? NaN : yearly),
    total: percentCell(total),
  });
  const lines = Object.entries(assets)
    .map(([asset, values]) => ({ part: asset, yearly: perYear(values), total: linked.assets[asset]! }))
    .sort((a, b) => Math.abs(b.yearly) - Math.abs(a.yearly));
  const rest = lines.slice(SHOWN);
  const otherAssets = row(
    `${rest.length} other assets`,
    sum(rest.map(({ yearly }) => yearly)),
    sum(rest.map(({ total }) => total)),
  );
  const others = {
    cash: `Cash${settings.cash === null ? '' : ` (${settings.cash})`}`,
    financing: 'Financing',
    fees: 'Fees',
    trading: 'Trading',
  };
  return makeTable({
    title: `Contributions to the net return of ${name}, ${describeSpan(calendar)}`,
    columns: [
      { key: 'part', label: '', align: 'left' },
      { key: 'yearly', label: 'A year, on average' },
      { key: 'total', label: 'To the total return' },
    ],
    rows: [
      ...lines.slice(0, SHOWN).map(({ part, yearly, total }) => row(part, yearly, total)),
      ...(rest.length === 0 ? [] : [otherAssets]),
      ...(['cash', 'financing', 'fees', 'trading'] as const).map((key) =>
        row(others[key], perYear(parts[key]), linked[key]),
      ),
      row('Net return', perYear(result.values), totalReturn),
    ],
    notes: [
      'A year: mean of the periods × periods per year, not compounded. To the total return: linked by the method of Carino, so that the parts add up.',
      ...(lost ? ['All was lost: nothing averages over a year or links to that.'] : []),
    ],
  });
}
