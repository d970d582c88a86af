import { inPercent } from '../../core/index.js';
import { describeSpan, type ReturnSeries } from '../../panel/index.js';
import { arithmeticMean, cagr, volatility } from '../../stats/index.js';
import type { Weighting } from '../../strategy/index.js';
import { type Cell, makeTable, numberCell, percentCell, type Table, textCell } from '../../table/index.js';
import type { PortfolioSorts } from './portfolio-sorts.js';

/** The table of a sort: portfolios first, differences below. */
export function sortsTable(
  {
    by,
    dependent,
    cells,
    counts,
    differences,
  }: Pick<PortfolioSorts, 'by' | 'dependent' | 'cells' | 'counts' | 'differences'>,
  weighting: Weighting,
): Table {
  const line = (
    portfolio: string,
    names: Cell,
    returns: ReturnSeries,
    growth: number,
  ): Record<string, Cell | string> => ({
    portfolio,
    names,
    mean: percentCell(arithmeticMean(returns)),
    cagr: percentCell(growth),
    volatility: percentCell(volatility(returns)),
  });
  const meanCount = (name: string): number =>
    counts.reduce((total, { names }) => total + (names[name] ?? 0), 0) / counts.length;
  const first = cells[0]!;
  const emptyOnes = cells.filter(({ name }) => counts.some(({ names }) => names[name] === 0)).map(({ name }) => name);
  const rows = [
    ...cells.map(({ name, returns }) => line(name, numberCell(meanCount(name), 1), returns, cagr(returns))),
    // Nothing is invested, so nothing compounds.
    ...differences.map(({ returns }) => line(returns.name, textCell(null), returns, NaN)),
  ];
  return makeTable({
    title: `Portfolios by ${by.map(({ field }) => field).join(' and ')}, ${describeSpan(first.returns.calendar)}`,
    columns: [
      { key: 'portfolio', label: 'Portfolio', align: 'left' },
      { key: 'names', label: 'Names' },
      { key: 'mean', label: 'Mean a year' },
      { key: 'cagr', label: 'CAGR' },
      { key: 'volatility', label: 'Volatility' },
    ],
    rows,
    notes: [
      `${dependent ? 'Dependent' : 'Independent'} sorts, formed ${first.result.settings.schedule}: ${by
        .map(
          ({ field, breakpoints, over }) =>
            `${field} at ${breakpoints.map((one) => inPercent(one, 2)).join(', ')}${over === null ? '' : ` of the names with ${over} 1`}`,
        )
        .join(
          '; ',
        )}. ${weighting.kind === 'equal' ? 'Equal weights' : `Weights by ${weighting.kind === 'rank' ? 'rank' : 'field'}`} at formation, then drifting.`,
      `${counts.length} formations from ${counts[0]!.date} on; Names: their mean number.`,
      'Differences are returns of zero investment, brought back to one unit each side every period, free of cost.',
      ...(emptyOnes.length === 0
        ? []
        : [`Warning: without a name at times, and without returns then: ${emptyOnes.join(', ')}.`]),
      ...[...new Set(cells.flatMap(({ result }) => result.warnings))].map((warning) => `Warning: ${warning}`),
    ],
  });
}
