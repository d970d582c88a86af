import { describeSpan } from '../../panel/index.js';
import { makeTable, percentCell, type Table } from '../../table/index.js';
import type { BacktestResult } from '../result.js';
import type { BesideBenchmarks } from './beside-benchmarks.js';

/** The table of a strategy beside its benchmarks, and the notes that stand below it. */
export function besideTable(
  { lines, randomEntry, months }: Pick<BesideBenchmarks, 'lines' | 'randomEntry' | 'months'>,
  result: BacktestResult,
  leftOut: number,
): Table {
  const windows = lines[0]!.windows;
  const random = randomEntry === null ? [] : [randomEntry];
  const none = percentCell(NaN);
  return makeTable({
    title: `${result.name} beside its benchmarks, ${describeSpan(result.calendar)}`,
    columns: [
      { key: 'name', label: '', align: 'left' },
      { key: 'cagr', label: 'CAGR' },
      { key: 'volatility', label: 'Volatility' },
      { key: 'maxDrawdown', label: 'Max drawdown' },
      { key: 'windowsAhead', label: 'Windows ahead of the mix' },
    ],
    rows: [
      ...lines.map((line) => ({
        name: line.name,
        cagr: percentCell(line.cagr),
        volatility: percentCell(line.volatility),
        maxDrawdown: percentCell(line.maxDrawdown),
        windowsAhead: percentCell(line.windowsAhead),
      })),
      ...random.map(({ quantiles }) => ({
        name: 'Random entries, median',
        cagr: percentCell(quantiles.p50),
        volatility: none,
        maxDrawdown: none,
        windowsAhead: none,
      })),
    ],
    notes: [
      `Windows of ${months} months, one ending on every row (${windows}); neighbouring ones share all rows but one. The share of the assets is the base rate.`,
      'The constant mix holds the strategy’s average exposure, which is known only after the fact.',
      ...(leftOut === 0 ? [] : [`${leftOut} more assets that it held are not shown.`]),
      randomEntry === null
        ? 'No random entries: every order of the strategy’s spells is the same.'
        : `Of ${randomEntry.draws} random entries (seed ${randomEntry.seed}) ${randomEntry.atLeastAsGood} did at least as well: share ${percentCell(randomEntry.share).text}, with ${randomEntry.switches} switches.`,
      ...result.assumptions,
      ...result.warnings.map((warning) => `Warning: ${warning}`),
    ],
  });
}
