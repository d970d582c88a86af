import { deepFreeze } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import type { IsoDate } from '../time/index.js';
import { assertNoHole } from './no-hole.js';
import { path } from './observed.js';
import { ratio } from './rounding.js';
import { levelAt, levelRatio, wealthPathOf } from './wealth-path.js';

/** Wealth within this share of the high before is no new one: chained returns come back to a price only up to rounding. */
const ABOVE = 1 + 1e-12;

/** The periods that ended with more wealth than there ever was. */
export interface NewHighs {
  /** The last days of those periods, oldest first. */
  readonly dates: readonly IsoDate[];
  /** How many there are. */
  readonly count: number;
  /** All periods. */
  readonly periods: number;
  /** count / periods, a fraction; NaN without returns. */
  readonly share: number;
}

/**
 * The periods that ended at a new all-time high of wealth: Wₜ > max(W₀ … Wₜ₋₁).
 *
 * Wealth includes what was paid out, so a fund makes a new high earlier than its price; and highs of month ends are fewer than those of days. The starting 1 is a level to beat, so a first loss is
 * no high. Back at the old high, within 1e-12 of it, is not above it.
 *
 * *Undefined:* `share` is NaN for a series without returns.
 *
 * @returns frozen.
 * @throws InputError `series.invalid`; `returns.hole` when a return is missing inside the life: nobody knows where wealth was after it;
 *   `returns.ruin` for a return below −1, which only a difference of returns can be.
 * @see Magdon-Ismail, M. and Atiya, A. (2004), "Maximum drawdown", Risk 17(10): the running maximum of the path, of which these are the rises.
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03', '2024-04'], returns: { A: [0.25, -0.2, 0.25, 0.01] } });
 * console.log(newHighs(returns('A')).dates.join(' '), newHighs(returns('A')).share); // 2024-01-31 2024-04-30 0.5
 */
export function newHighs(series: ReturnSeries): NewHighs {
  const life = path(series, 'newHighs');
  const rows = newHighRows(life);
  const dates = rows.map((row) => life.calendar.date(row));
  const periods = life.values.length;
  return deepFreeze({ dates, count: dates.length, periods, share: ratio(dates.length, periods) });
}

/** The rows that end at a new high of a series that begins and ends with a return. Refuses a hole. */
export function newHighRows(life: ReturnSeries): readonly number[] {
  assertNoHole('newHighs', life);
  const path = wealthPathOf(life.values);
  const { levels, units } = path;
  const rows: number[] = [];
  let high = 0;
  for (let point = 1; point < levels.length; point++) {
    const above =
      units === undefined
        ? levels[point]! > levels[high]! * ABOVE
        : levelRatio(levelAt(path, point), levelAt(path, high)) > ABOVE;
    if (!above) continue;
    high = point;
    rows.push(point - 1);
  }
  return rows;
}
