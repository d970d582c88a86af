import { InputError } from '../core/index.js';
import type { Frequency } from '../time/index.js';
import type { DatedColumns } from './dated-columns.js';

/** A median size of returns, as fractions, that no table of real returns reaches. */
const LARGEST_MEDIAN: Readonly<Record<Frequency, number>> = {
  daily: 0.05,
  weekly: 0.1,
  monthly: 0.2,
  quarterly: 0.4,
  annual: 1,
};

/** A largest return, in percent, below which a table with many losses can hardly be in percent. */
const SMALLEST_LARGEST: Readonly<Record<Frequency, number>> = {
  daily: 0.15,
  weekly: 0.2,
  monthly: 0.3,
  quarterly: 0.5,
  annual: 1,
};

const ENOUGH = 12;

/**
 * Refuses returns whose declared units cannot be right: fractions of which half are beyond 20 % a month, or percents that never
 * reach 0.3 % a month and yet are often losses. Tables of fewer than a dozen values are believed, and so is cash (no losses).
 *
 * @throws InputError `panel.units`.
 */
export function assertBelievableUnits(
  { where, columns }: DatedColumns,
  frequency: Frequency,
  units: 'fraction' | 'percent',
): void {
  const values = present([...columns.values()]);
  if (values.length < ENOUGH) return;
  let [largest, losses, believable] = [0, 0, 0];
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest) largest = size;
    if (size <= LARGEST_MEDIAN[frequency]) believable++;
    if (value < 0) losses++;
  }
  // Of the sizes in order, the middle one is too large.
  const tooLarge = units === 'fraction' && believable <= Math.floor(values.length / 2);
  const tooSmall = units === 'percent' && largest < SMALLEST_LARGEST[frequency] && losses * 4 >= values.length;
  if (!tooLarge && !tooSmall) return;
  const median = values.map(Math.abs).sort()[Math.floor(values.length / 2)]!;
  const [found, other] = tooLarge
    ? [`half of the returns are larger than ${(median * 100).toFixed(0)} % in size`, 'percent']
    : [`the largest of ${values.length} returns is ${largest} %`, 'fraction'];
  throw new InputError(
    'panel.units',
    `${where}: declared as ${units}, but then ${found}: they look like ${other}${other === 'fraction' ? 's' : ''}. ` +
      `Say units: '${other}'; if the numbers are real, hand them as fractions to fromReturns.`,
    { where, units, median, largest },
  );
}

/** All numbers of some columns; the sort of a typed array is by size. */
function present(columns: readonly Float64Array[]): Float64Array {
  const kept = new Float64Array(columns.reduce((length, column) => length + column.length, 0));
  let length = 0;
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) if (!Number.isNaN(column[row]!)) kept[length++] = column[row]!;
  }
  return kept.subarray(0, length);
}
