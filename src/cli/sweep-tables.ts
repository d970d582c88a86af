import type { ReadonlyFloat64Array } from '../core/index.js';
import { makeTable, numberCell, percentCell, type Table } from '../table/index.js';

/** A month of the year in three letters. */
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** One figure of a tilt: weights down, months of rebalancing across. */
export const figuresByWeightAndMonth = (
  values: ReadonlyFloat64Array,
  figure: string,
  weights: readonly number[],
  months: readonly number[],
  what: string,
  notes: readonly string[],
): Table =>
  makeTable({
    title: `${figure} by weight and month: ${what}`,
    columns: [
      { key: 'weight', label: 'Weight' },
      ...months.map((month, place) => ({ key: `month${place}`, label: MONTHS[month - 1]! })),
    ],
    rows: weights.map((weight, row) => ({
      weight,
      ...Object.fromEntries(
        months.map((_, place) => {
          const value = values[row * months.length + place]!;
          return [`month${place}`, figure === 'sharpeRatio' ? numberCell(value) : percentCell(value)];
        }),
      ),
    })),
    notes,
  });

/** Every variant with its figures in full. */
export const tiltRows = (
  metrics: Readonly<Record<string, ReadonlyFloat64Array>>,
  weights: readonly number[],
  months: readonly number[],
): Table =>
  makeTable({
    columns: ['weight', 'month', ...Object.keys(metrics)].map((key) => ({ key, label: key })),
    rows: weights.flatMap((weight, row) =>
      months.map((month, place) => ({
        weight,
        month,
        ...Object.fromEntries(
          Object.entries(metrics).map(([key, values]) => [key, values[row * months.length + place]!]),
        ),
      })),
    ),
  });
