import { InputError } from '../core/index.js';
import { type Fact, factFromObservations } from '../panel/index.js';
import { isoDate } from '../time/index.js';
import { gridColumns, type LongGrid } from './long-rows.js';

/** One column of figures of a long table, with when they became known. */
export interface StockFact {
  /** The figures, one per row; NaN where the cell is empty. */
  readonly values: Float64Array;
  /** The day on which the figure of a row with this day was known, or one day per row; in the latter, {@link NO_DAY} where there is none. */
  readonly known: ((day: number) => number) | Int32Array;
  /** What an empty cell means: the figure is missing from then on, or there is nothing new and the latest one stays known. */
  readonly empty: 'missing' | 'no news';
}

/** Stands for "no day" among day numbers. */
export const NO_DAY = -2147483648;

/**
 * The facts of a field, one per asset of the grid.
 *
 * With days of their own, a figure that a stock's later row repeats is one observation, and an older row that became known after a newer
 * one is refused: it would replace the newer figure.
 *
 * @throws InputError `observation.invalid` (a figure without its day), `observation.order`.
 */
export function stockFacts(name: string, grid: LongGrid, fact: StockFact): readonly Fact[] {
  const { known, values, empty } = fact;
  if (typeof known !== 'function') return ownDays(name, grid, values, known, empty);
  const columns = [...gridColumns(grid, values).values()];
  if (empty === 'no news') for (const column of columns) keepLatest(column);
  const days = Int32Array.from(grid.days, known);
  return columns.map((column) => factFromObservations(days, column));
}

function keepLatest(column: Float64Array): void {
  for (let day = 1; day < column.length; day++) if (Number.isNaN(column[day]!)) column[day] = column[day - 1]!;
}

function ownDays(
  name: string,
  { rows, days, rowAt }: LongGrid,
  values: Float64Array,
  known: Int32Array,
  empty: StockFact['empty'],
): readonly Fact[] {
  const { where, assets, place } = rows;
  return assets.map((asset, index) => {
    const observed: { readonly days: number[]; readonly values: number[] } = { days: [], values: [] };
    let latest = NO_DAY;
    let value = NaN;
    for (let day = 0; day < days.length; day++) {
      const row = rowAt[index * days.length + day]!;
      if (row < 0) continue;
      const [figure, knownDay] = [values[row]!, known[row]!];
      const at = (): string => `${where}, ${place(row)}: field "${name}" of "${asset}"`;
      if (knownDay === NO_DAY) {
        if (Number.isNaN(figure)) continue;
        const what = `${at()} is ${figure}, without the day on which it was known. Fill in the day, or leave out the figure.`;
        throw new InputError('observation.invalid', what, { where, asset, row, field: name });
      }
      if (knownDay < latest) {
        const what = `${at()} was known on ${isoDate(knownDay)}, but an older row's figure was known on ${isoDate(latest)}. An older figure that came out later would replace the newer one: leave it out, or give the restatement on a row of its own day.`;
        throw new InputError('observation.order', what, { where, asset, row, field: name, found: isoDate(knownDay) });
      }
      if (Number.isNaN(figure) && empty === 'no news') continue;
      if (knownDay === latest && Object.is(figure, value)) continue;
      observed.days.push(knownDay);
      observed.values.push(figure);
      [latest, value] = [knownDay, figure];
    }
    return factFromObservations(Int32Array.from(observed.days), Float64Array.from(observed.values));
  });
}
