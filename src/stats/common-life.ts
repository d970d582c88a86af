import { lived, makeReturnSeries, pairWith, type ReturnSeries } from '../panel/index.js';
import { together } from './pair-of.js';
import { shared } from './shared.js';

/** Two series over the time that both lived, row by row on the first one's calendar, or on their common closes: each is NaN where the other is. */
export interface CommonLife {
  readonly life: ReturnSeries;
  readonly other: ReturnSeries;
}

/**
 * Cuts two series to their common life, for statistics of their paths: a hole of either inside it is a hole of both, and makes the
 * answer NaN. Empty where they have no row in common.
 *
 * @throws InputError `calendar.mismatch` when the frequencies differ.
 */
export function commonLife(series: ReturnSeries, other: ReturnSeries, where: string): CommonLife {
  return shared('common life', [series, other], () => {
    const [given, rival] = together(series, other);
    const { calendar, meta } = given;
    const own = given.values.slice();
    const theirs = pairWith(given, rival, where);
    let alone = false;
    for (let row = 0; row < own.length; row++) {
      if (!Number.isNaN(own[row]!) && !Number.isNaN(theirs[row]!)) continue;
      alone ||= !Number.isNaN(own[row]!);
      own[row] = theirs[row] = NaN;
    }
    return {
      // A series that the other one is always beside stays itself, with all that is known of it.
      life: lived(alone ? makeReturnSeries(series.name, calendar, own, meta) : given),
      other: lived(makeReturnSeries(other.name, calendar, theirs, meta)),
    };
  });
}
