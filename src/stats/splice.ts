import { assertName, assertOneOf } from '../core/index.js';
import { assertReturnSeries, makeReturnSeries, type ReturnSeries } from '../panel/index.js';
import type { Displayed } from '../table/index.js';
import { adjustProxy, type SpliceFee } from './adjust-proxy.js';
import { checkOptions } from './check-options.js';
import { showSplice } from './splice-display.js';
import { joinedCalendar, jointOf } from './splice-joint.js';
import { splicedMeta } from './splice-meta.js';
import { type SpliceOverlap, spliceOverlap } from './splice-overlap.js';

/** Options of {@link splice}. */
export interface SpliceOptions {
  /**
   * A yearly fraction (0.0025 is 0.25 %) that is taken off the proxy's returns; none when absent. For a proxy that is net of fees already
   * say `{ rate, onTopOfNet: true }`.
   */
  readonly fee?: SpliceFee | undefined;
  /** 'beta': the proxy's returns times the slope of actual on proxy over the overlap. It is known from later data only. */
  readonly scale?: 'none' | 'beta' | undefined;
  /** The name of the answer; "… spliced" when absent. Do not give the fund's own name to what is not its record. */
  readonly name?: string | undefined;
}

/** A return series with a proxy before it, and how the two compare where both are known. */
export interface SplicedSeries extends ReturnSeries, Displayed {
  readonly overlap: SpliceOverlap;
}

/**
 * A longer history for a young fund: the returns of a proxy up to the fund's start, the fund's own from there on.
 *
 * Returns are joined, never levels. The proxy's become (1 + β R)(1 − fee)^Δt − 1: β is 1, or with `scale: 'beta'` the regression slope over the overlap
 * (not the intercept: what the fund earned beyond its proxy is no forecast of the years before); Δt is 1/P on monthly, quarterly and
 * annual calendars, days / 365.25 since the row before on daily and weekly ones. If the fund's first row is a part of a period and the proxy has the whole, the proxy keeps it.
 *
 * The proxy goes up to the day from which the fund's first return runs (its base, or the row before), and must reach it: days between would be lost, later ones counted
 * twice. On daily calendars one weekday may lie between if the proxy's own rows go on without it to the fund's first day (a holiday); on
 * weekly ones both must usually end on one weekday; in months and longer periods the two ends may lie one weekday apart.
 *
 * The answer says what it is: `meta.proxyRows` names the rows and the proxy, tables print it, `overlap` has the facts of
 * the rows that both have. A proxy that was itself computed in hindsight (an index launched later than its history) is no better for being spliced: name it so.
 *
 * *Undefined (NaN):* the facts of `overlap`, where there is none or too little of it; `meta.proxyRows` says so.
 *
 * @returns a series on the proxy's rows, then the fund's. `meta.net` is true where both parts bear their fees.
 * @throws InputError `series.invalid` (not a series; of different kinds; a slope that is undefined), `option.range` (a fee on a proxy net of
 *   fees), `calendar.mismatch` (other frequencies, or periods that end on other days), `calendar.gap` (the proxy ends before the fund begins), `panel.empty-window` (it begins no earlier),
 *   `returns.ruin` (times beta, a proxy's loss exceeds 100 %), `option.unknown`, `option.type`.
 * @see Stambaugh, R. F. (1997), "Analyzing Investments Whose Histories Differ in Length", Journal of Financial Economics 45(3), 285–331.
 * @example
 * const value = profitabilityScreenedValue({ smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25, weighBy: 'marketCap', schedule: annually({ month: 6 }) });
 * const proxy = backtest(frenchSizeValueProfitability(), value);
 * const avuv = splice(proxy, usFunds().returns('AVUV'), { fee: 0.0025 });
 * console.log(avuv.calendar.date(0), proxyShare(avuv).toFixed(2), avuv.overlap.rows, avuv.overlap.correlation.toFixed(2)); // 1963-07-31 0.89 75 0.98
 * console.log(compareSeries([avuv], { benchmark: usFunds().returns('IWN') }).window); // 2000-08 to 2026-07 (312 months; IWN begins last)
 */
export function splice(proxy: ReturnSeries, actual: ReturnSeries, options: SpliceOptions = {}): SplicedSeries {
  const where = 'splice';
  assertReturnSeries(where, 'the proxy', proxy);
  assertReturnSeries(where, 'the actual series', actual);
  checkOptions(where, options, ['fee', 'scale', 'name']);
  const { scale = 'none', name = `${actual.name} spliced` } = options;
  assertOneOf(where, 'scale', scale, ['none', 'beta']);
  assertName(where, 'name', name);
  const joint = jointOf(proxy, actual);
  const adjusted = adjustProxy(proxy, actual, options.fee, scale);
  const overlap = spliceOverlap(adjusted.series, actual);
  const values = new Float64Array(joint.proxyRows + actual.values.length - joint.start);
  values.set(adjusted.series.values.slice(0, joint.proxyRows));
  values.set(actual.values.slice(joint.start), joint.proxyRows);
  const calendar = joinedCalendar(proxy, actual, joint);
  const meta = splicedMeta({ proxy, actual, calendar, joint, overlap, ...adjusted });
  return showSplice({ ...makeReturnSeries(name, calendar, values, meta), overlap });
}
