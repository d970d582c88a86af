import { countCell, makeTable, numberCell, percentCell, type Table } from '../../table/index.js';
import type { Untabled } from '../with-table.js';
import type { BacktestOverfitting } from './probability-of-backtest-overfitting.js';

/** The table of an overfitting check. */
export function overfittingTable(
  figures: Untabled<BacktestOverfitting>,
  holes: number,
  kinds: readonly string[],
): Table {
  const { probability, probabilityOfLoss, degradation, trials, n, blocks, rowsPerBlock, splits } = figures;
  const { droppedRows, undefinedTrials, performance, from, to } = figures;
  return makeTable({
    title: `Probability of backtest overfitting: the best of ${trials} trials${from === null ? '' : `, ${from} to ${to!}`}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: performance },
    ],
    rows: [
      { figure: 'Probability of overfitting', value: percentCell(probability) },
      { figure: 'Probability of loss', value: percentCell(probabilityOfLoss) },
      { figure: 'Slope of the degradation', value: numberCell(degradation.slope) },
      { figure: 'R² of the degradation', value: numberCell(degradation.rSquared) },
      { figure: 'Trials', value: countCell(trials) },
      { figure: 'Rows', value: countCell(n) },
      { figure: 'Blocks', value: countCell(blocks) },
      { figure: 'Divisions', value: countCell(splits) },
    ],
    notes: [
      `The ${splits} divisions share their rows: only ${blocks} blocks of ${rowsPerBlock} rows are independent, so there is no interval.`,
      ...(droppedRows === 0
        ? []
        : [`The ${droppedRows} oldest rows are left out, so that the blocks are equally long.`]),
      ...(holes === 0 ? [] : [`Warning: ${holes} rows are left out: a return of some trial is missing.`]),
      ...(undefinedTrials.length === 0
        ? []
        : [`Warning: no figures: the performance of ${undefinedTrials.join(', ')} is undefined in some half.`]),
      ...figures.assumptions,
      ...kinds,
    ],
  });
}
