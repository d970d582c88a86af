import { countCell, makeTable, numberCell, percentCell, type Table } from '../../table/index.js';
import type { Untabled } from '../with-table.js';
import type { Simulation } from './simulate.js';

/** The table of a simulation: quarters of the time ahead. */
export function simulationTable(
  result: Omit<Untabled<Simulation>, 'path' | 'finalWealths' | 'maxDrawdowns'>,
  warnings: readonly string[],
): Table {
  const { periods, wealth, maxDrawdown, chanceOfLoss, chanceOfRuin, flow } = result;
  const shown = [...new Set([1, 2, 3, 4].map((quarter) => Math.max(1, Math.round((quarter * periods) / 4))))];
  const bands = ['p05', 'p25', 'p50', 'p75', 'p95'] as const;
  return makeTable({
    title: `${result.name}: ${result.paths} paths of ${periods} periods, drawn from ${result.window}`,
    columns: [
      { key: 'period', label: 'After period' },
      ...(flow < 0 ? [{ key: 'chanceOfRuin', label: 'Nothing left' }] : []),
      ...bands.map((key) => ({ key, label: `Wealth, ${Number(key.slice(1))} %` })),
      { key: 'chanceOfLoss', label: flow < 0 ? 'Got back less than paid in' : 'Chance of loss' },
      { key: 'maxDrawdown', label: 'Max drawdown, 50 %' },
    ],
    rows: shown.map((period) => ({
      period: countCell(period),
      ...Object.fromEntries(bands.map((key) => [key, numberCell(wealth[key][period]!)])),
      chanceOfLoss: percentCell(chanceOfLoss[period]!, 1),
      ...(flow < 0 ? { chanceOfRuin: percentCell(chanceOfRuin[period]!, 1) } : {}),
      maxDrawdown: percentCell(maxDrawdown.p50[period]!, 1),
    })),
    notes: [...result.assumptions, ...warnings],
  });
}
