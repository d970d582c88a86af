import { assertOneOf, InputError } from '../core/index.js';
import {
  assembleCalendar,
  type Calendar,
  frequencies,
  type Frequency,
  parseIsoDate,
  periodNumber,
  weekday,
} from '../time/index.js';
import { assemblePanel, type Panel } from './panel.js';
import { type PanelStore, storeOf } from './panel-store.js';
import type { SeriesMeta } from './series-meta.js';

/** Coarser frequencies whose periods are made of whole finer ones. Weeks straddle months, so they end there. */
const COARSER: Readonly<Record<Frequency, readonly Frequency[]>> = {
  daily: ['weekly', 'monthly', 'quarterly', 'annual'],
  weekly: [],
  monthly: ['quarterly', 'annual'],
  quarterly: ['annual'],
  annual: [],
};

/**
 * A panel in coarser periods: returns compounded, each period dated by its last row, facts joined anew by `knownOn`.
 *
 * An asset that is first listed inside a period has no return in it (a part of a month is not a month); one that ends inside a
 * period keeps what it earned until then, and its `meta.endsOn` says the day (the calendar, which all assets share, cannot); a hole
 * makes the period a hole. A period of which the calendar itself holds only a
 * part, because the data begin or may end inside it, is kept and listed in `calendar.partialRows`; the last one counts as
 * partial while a Monday-to-Friday day of it is left.
 *
 * @throws InputError `calendar.mismatch` when the target is not coarser, or is not made of whole periods (weeks to months).
 * @example
 * const months = ['2024-01', '2024-02', '2024-03', '2024-04'];
 * const panel = fromReturns({ frequency: 'monthly', dates: months, returns: { A: [0.1, 0, 0.1, 0.2] } });
 * const quarters = resample(panel, 'quarterly');
 * console.log(quarters.returns('A').values[0].toFixed(2), quarters.calendar.date(1)); // 0.21 2024-04-30
 * console.log(quarters.calendar.partialRows); // [ 1 ]
 */
export function resample<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  frequency: Frequency,
): Panel<Asset, Field, Indicator> {
  const store = storeOf(panel, 'resample');
  assertOneOf('resample', 'frequency', frequency, frequencies);
  const { calendar: fine } = store;
  const allowed = COARSER[fine.frequency];
  if (!allowed.includes(frequency)) {
    throw new InputError(
      'calendar.mismatch',
      `resample: cannot make ${frequency} periods of ${fine.frequency} ones. Possible: ${allowed.join(', ') || 'none'}.`,
      { from: fine.frequency, to: frequency },
    );
  }
  const ends = periodEnds(fine, frequency);
  const values = new Float64Array(store.assets.length * ends.length);
  store.assets.forEach((_, asset) => {
    const column = store.values.subarray(asset * fine.length, (asset + 1) * fine.length);
    ends.forEach((end, period) => {
      const begin = period === 0 ? 0 : ends[period - 1]! + 1;
      const from = store.first[asset]! > begin ? -1 : begin;
      values[asset * ends.length + period] = compound(column, from, Math.min(end, store.last[asset]!));
    });
  });
  const days = Int32Array.from(ends, (row) => fine.days[row]!);
  const calendar = assembleCalendar(frequency, fine.base, days, partialPeriods(fine, frequency, ends.length));
  const metas = store.assets.map((_, asset) => endingMeta(store, asset, ends));
  return assemblePanel({ ...store, calendar, values, metas });
}

/** The meta of an asset with the day of its end, where it ended before the period did. */
function endingMeta(
  { calendar, metas, last: lastRows }: PanelStore,
  asset: number,
  ends: readonly number[],
): SeriesMeta {
  const { endsOn: known, ...meta } = metas[asset]!;
  const last = lastRows[asset]!;
  if (last < 0) return meta;
  const { frequency, days } = calendar;
  // An asset that had ended inside its last fine period already.
  if (
    known !== undefined &&
    periodNumber(frequency, parseIsoDate(known, 'meta.endsOn')) === periodNumber(frequency, days[last]!)
  )
    return metas[asset]!;
  return ends.includes(last) ? meta : { ...meta, endsOn: calendar.date(last) };
}

function periodEnds(fine: Calendar, frequency: Frequency): number[] {
  const ends: number[] = [];
  for (let row = 0; row < fine.length; row++) {
    const period = periodNumber(frequency, fine.days[row]!);
    if (row + 1 === fine.length || periodNumber(frequency, fine.days[row + 1]!) !== period) ends.push(row);
  }
  return ends;
}

/** The compounded return of rows `from` to `to`; NaN where there are none, or one is missing. */
function compound(column: Float64Array, from: number, to: number): number {
  if (from < 0 || to < from) return NaN;
  let growth = 1;
  for (let row = from; row <= to; row++) growth *= 1 + column[row]!;
  return growth - 1;
}

function partialPeriods(fine: Calendar, frequency: Frequency, periods: number): number[] {
  const partial = new Set<number>();
  for (const row of fine.partialRows)
    partial.add(periodNumber(frequency, fine.days[row]!) - periodNumber(frequency, fine.days[0]!));
  if (periodNumber(frequency, fine.base) === periodNumber(frequency, fine.days[0]!)) partial.add(0);
  const lastDay = fine.days[fine.length - 1]!;
  if (periodNumber(frequency, nextPossibleDay(fine.frequency, lastDay)) === periodNumber(frequency, lastDay))
    partial.add(periods - 1);
  return [...partial].sort((a, b) => a - b);
}

/** A day inside the next fine period that could still have had a row. */
function nextPossibleDay(frequency: Frequency, day: number): number {
  if (frequency === 'daily') return day + (weekday(day) >= 5 ? 8 - weekday(day) : 1);
  const period = periodNumber(frequency, day);
  let next = day + 1;
  while (periodNumber(frequency, next) === period) next++;
  return next;
}
