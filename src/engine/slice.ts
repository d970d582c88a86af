import { type DateWindow, type Panel, type ReturnSeries, rowsOf, slice as sliceData } from '../panel/index.js';
import type { BacktestResult } from './result.js';
import { partsOf } from './result-parts.js';
import { sliceResult } from './slice-result.js';

/**
 * The part of a panel, a return series, or the result of a backtest that lies inside a window: the years before and after a paper
 * was published, say. A result is not run again, so what was held at the start of the window is what the run held there.
 *
 * The base of the new calendar is the row before the window. Of a panel, facts keep their `knownOn`: a figure known earlier is still there.
 *
 * Of a result: returns, weights, contributions, ledger and costs are the run's own in those rows, so parts that make up the run compound to
 * it and their ledgers chain. A trade, a flow and its cost belong to the row at whose close they are made (those at the base of the run to
 * its first row), so each is in one part only: a part that begins later has no first purchase, and holds from its start what was traded
 * before. Turnover per year is over the part. `nextTarget` is the run's where the part ends with it, else the answer of the last decision
 * by then. `settings` are the run's but for `from`, `to`, `warmUp` and what limits the window; warnings are the run's and say that this is
 * a slice. The digest is SHA-256 of the run's and the window. A slice of a slice is a slice of the run.
 *
 * @throws InputError `panel.invalid` (nothing that can be sliced), `date.format`, `date.impossible`, `panel.empty-window`.
 * @example
 * const run = backtest(usFunds(), fixedMix({ weights: { SPY: 0.7, IWM: 0.3 }, schedule: annually({ month: 12 }) }));
 * const [before, after] = [slice(run, { to: '2013-06' }), slice(run, { from: '2013-07' })];
 * console.log(((1 + totalReturn(before)) * (1 + totalReturn(after))).toFixed(6) === (1 + totalReturn(run)).toFixed(6)); // true
 * console.log(after.calendar.date(-1), after.decisions[0]?.tradedOn, after.costs.firstPurchase); // 2013-06-30 2013-12-31 0
 */
export function slice<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  window: DateWindow,
): Panel<Asset, Field, Indicator>;
export function slice<Asset extends string>(result: BacktestResult<Asset>, window: DateWindow): BacktestResult<Asset>;
export function slice(series: ReturnSeries, window: DateWindow): ReturnSeries;
export function slice(given: object, window: DateWindow): unknown {
  const parts = partsOf(given);
  if (parts === undefined) return sliceData(given as ReturnSeries, window);
  const { first, last } = rowsOf(parts.calendar, window, 'slice');
  return sliceResult(parts, first, last);
}
