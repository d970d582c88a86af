import { deepFreeze } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';
import { type Calendar, dayOf, type IsoDate } from '../time/index.js';
import { drawdownsOf } from './drawdown-series.js';
import { showDrawdowns } from './drawdowns-display.js';
import { assertNoHole } from './no-hole.js';
import { path } from './observed.js';
import { shared } from './shared.js';

/** How long a drawdown took, in periods or in days. */
export interface DrawdownLength {
  /** From the peak to the trough. */
  readonly toTrough: number;
  /** From the trough to the recovery; null while there is none. */
  readonly toRecovery: number | null;
  /** From the peak to the recovery, or to the last day of the series while there is none. */
  readonly total: number;
}

/** One fall of wealth from a peak, until it is back there. */
export interface Drawdown {
  /** Wealth at the trough / wealth at the peak − 1, a fraction below 0. */
  readonly depth: number;
  /** The last day at the peak before the fall; the base date where the first period lost. */
  readonly peak: IsoDate;
  /** The first day of the deepest level. */
  readonly trough: IsoDate;
  /** The first day on which wealth was back at the peak; null where it was not yet. */
  readonly recovery: IsoDate | null;
  readonly periods: DrawdownLength;
  readonly days: DrawdownLength;
}

/**
 * Every fall from a peak with its dates and lengths, deepest first (equally deep ones: earlier first).
 *
 * `peak` is the last day at the maximum, not the first day under water, and may be the base date. Within 1e-12 of the peak counts
 * as the peak. The list is empty where wealth never fell.
 *
 * @returns a frozen array.
 * @throws InputError `returns.hole` when a return is missing inside the life: an empty list would read as "never fell", and a list
 *   cannot be NaN as `maxDrawdown` is;
 *   `returns.ruin` for a return below −1, which only a difference of returns can be.
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (drawdown).
 * @example
 * const { returns } = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03'], returns: { A: [-0.5, 0.5, 1] } });
 * const [deepest] = drawdowns(returns('A'));
 * console.log(deepest?.depth, deepest?.peak, deepest?.trough, deepest?.recovery); // -0.5 2023-12-31 2024-01-31 2024-03-31
 */
export function drawdowns(series: ReturnSeries): readonly Drawdown[] {
  const life = path(series, 'drawdowns');
  const list = episodesOf(life).map((one) => dated(life.calendar, one));
  return deepFreeze(showDrawdowns(list, series.name, life.calendar.frequency));
}

/** A fall between rows of the calendar; row −1 is the base. */
export interface Episode {
  readonly depth: number;
  readonly peak: number;
  readonly trough: number;
  readonly recovery: number | null;
}

/** The falls of a series that begins and ends with a return, deepest first, in rows. Refuses a hole. */
export function episodesOf(life: ReturnSeries): readonly Episode[] {
  assertNoHole('drawdowns', life);
  return shared('episodes', [life.values], () => {
    const fall = drawdownsOf(life);
    const episodes: Episode[] = [];
    for (let point = 1; point < fall.length; point++) {
      if (fall[point] === 0) continue;
      const peak = point - 1;
      let trough = point;
      for (; point < fall.length && fall[point] !== 0; point++) if (fall[point]! < fall[trough]!) trough = point;
      const recovery = point < fall.length ? point - 1 : null;
      episodes.push({ depth: fall[trough]!, peak: peak - 1, trough: trough - 1, recovery });
    }
    return episodes.sort((a, b) => a.depth - b.depth);
  });
}

/** How many days a fall took from its peak to its recovery, or to the end. */
export function daysOf(calendar: Calendar, { peak, recovery }: Episode): number {
  return dayOf(calendar, recovery ?? calendar.length - 1) - dayOf(calendar, peak);
}

/** An episode with its dates and lengths. */
export function dated(calendar: Calendar, { depth, peak, trough, recovery }: Episode): Drawdown {
  const end = recovery ?? calendar.length - 1;
  const length = (measure: (row: number) => number): DrawdownLength => ({
    toTrough: measure(trough) - measure(peak),
    toRecovery: recovery === null ? null : measure(recovery) - measure(trough),
    total: measure(end) - measure(peak),
  });
  return {
    depth,
    peak: calendar.date(peak),
    trough: calendar.date(trough),
    recovery: recovery === null ? null : calendar.date(recovery),
    periods: length((row) => row),
    days: length((row) => dayOf(calendar, row)),
  };
}
