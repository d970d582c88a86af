import { InputError } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { firstHole } from './observed.js';

/** Refuses a life with a missing return, where the answer is a list: an empty list would read as "never", and a list cannot be NaN. */
export function assertNoHole(where: string, { name, calendar, values }: ReturnSeries): void {
  const row = firstHole(values);
  if (row < 0) return;
  throw new InputError(
    'returns.hole',
    `${where}: "${name}" has no return on ${calendar.date(row)}, inside its life; the path of its wealth is unknown from there on. ` +
      'Cut it to a window without the hole, or fill the return from its source.',
    { series: name, row, date: calendar.date(row) },
  );
}
