import { InputError, type ReadonlyFloat64Array } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { firstHole } from './observed.js';

/** Whether the path of wealth over returns is known to its end: no return missing, and none below −1, which no wealth has. */
export function hasPath(values: ReadonlyFloat64Array): boolean {
  return firstHole(values) < 0 && firstBelow(values) < 0;
}

/** The first row in which more than everything was lost, as only a difference of returns can; −1 where there is none. */
export function firstBelow(values: ReadonlyFloat64Array): number {
  for (let row = 0; row < values.length; row++) if (values[row]! < -1) return row;
  return -1;
}

/** Refuses a life without a path of wealth, where the answer is a list: an empty list would read as "never", and a list cannot be NaN. */
export function assertNoHole(where: string, { name, calendar, values }: ReturnSeries): void {
  const below = firstBelow(values);
  if (below >= 0) {
    const date = calendar.date(below);
    throw new InputError(
      'returns.ruin',
      `${where}: "${name}" has a return of ${values[below]!} on ${date}, below −1, as only a difference of returns can: no wealth grows by it. ` +
        'Give the returns of an investment, such as fundedLongShort(…).',
      { series: name, row: below, date, found: values[below] },
    );
  }
  const row = firstHole(values);
  if (row < 0) return;
  throw new InputError(
    'returns.hole',
    `${where}: "${name}" has no return on ${calendar.date(row)}, inside its life; the path of its wealth is unknown from there on. ` +
      'Cut it to a window without the hole, or fill the return from its source.',
    { series: name, row, date: calendar.date(row) },
  );
}
