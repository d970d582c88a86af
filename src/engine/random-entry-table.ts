import { describeSpan, type ReturnSeries } from '../panel/index.js';
import { countCell, makeTable, numberCell, percentCell, type Table } from '../table/index.js';
import type { RandomEntryBenchmark } from './random-entry-benchmark.js';

/** Under this many switches there are fewer than ten round trips: no inference. */
const FEW = 20;

/** The table of a rotation among random ones, and the notes that stand below it. */
export function randomEntryTable(
  figures: Omit<RandomEntryBenchmark, 'table' | 'notes' | 'toString'>,
  result: ReturnSeries & { readonly warnings: readonly string[] },
): Table {
  const { name, statistic, value, draws, seed, undefinedDraws, share, quantiles, switches, orders } = figures;
  return makeTable({
    title: `${name} among random entries, ${describeSpan(result.calendar)}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: statistic },
    ],
    rows: [
      { figure: 'The strategy', value: numberCell(value, 4) },
      { figure: 'Draws, 95 % quantile', value: numberCell(quantiles.p95, 4) },
      { figure: 'Draws, 75 % quantile', value: numberCell(quantiles.p75, 4) },
      { figure: 'Draws, median', value: numberCell(quantiles.p50, 4) },
      { figure: 'Draws, 25 % quantile', value: numberCell(quantiles.p25, 4) },
      { figure: 'Draws, 5 % quantile', value: numberCell(quantiles.p05, 4) },
      { figure: 'Share at least as good', value: percentCell(share) },
      { figure: 'Switches', value: countCell(switches) },
    ],
    notes: [
      `${draws} random orders (seed ${seed}) of the same spells: as long in each target, as many switches. ${orders > 1e6 ? 'More than a million' : orders} different orders are possible.`,
      'Share at least as good: (k + 1)/(n + 1), the strategy counted as a draw of its own.',
      ...(Number.isNaN(share)
        ? [
            `Warning: no share: ${statistic} is undefined for ${Number.isNaN(value) ? 'the strategy' : 'draws'} (${undefinedDraws} of ${draws} draws have none).`,
          ]
        : []),
      switches < FEW
        ? `Only ${switches} switches: so few events prove nothing, whatever the share.`
        : `${switches} switches are the cases that there are; the share knows nothing of how many rules were tried.`,
      ...result.warnings.map((warning) => `Warning: ${warning}`),
    ],
  });
}
