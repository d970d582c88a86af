import { makeTable, numberCell, type Table } from '../../table/index.js';
import { estimateColumns, estimateRow } from '../regression/factor-regression-table.js';
import type { Untabled } from '../with-table.js';
import type { ForwardReturnRegression } from './forward-return-regression.js';

/** The table of a forward-return regression. */
export function forwardTable(figures: Untabled<ForwardReturnRegression>, notes: readonly string[]): Table {
  const four = (value: number): ReturnType<typeof numberCell> => numberCell(value, 4);
  return makeTable({
    title: `${figures.name}: return over the next ${figures.horizon} periods on ${figures.predictor}`,
    columns: estimateColumns('', figures.level),
    rows: [
      estimateRow('Intercept', figures.intercept, four),
      estimateRow(figures.predictor, figures.slope, four),
      estimateRow('… by Hansen–Hodrick', figures.slopeByHansenHodrick, four),
    ],
    notes: [
      ...notes,
      `R² ${numberCell(figures.rSquared).text}. The return over the horizon is compounded, a fraction.`,
      ...figures.assumptions,
    ],
  });
}
