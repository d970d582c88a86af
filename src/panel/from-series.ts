import { InputError } from '../core/index.js';
import { joinPanels } from './join-panels.js';
import { assemblePanel, type Panel } from './panel.js';
import { assertReturnSeries, type ReturnSeries } from './return-series.js';

/**
 * A panel of return series, each an asset under its own name, over the span of all: how a single series (a fund of your own, the
 * result of another backtest) gets beside others.
 *
 * @throws InputError `series.invalid`, `panel.name` (two of one name), `calendar.mismatch`, `calendar.gap`.
 * @example
 * const one = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, 0.02] } });
 * const two = fromReturns({ frequency: 'monthly', dates: ['2024-02', '2024-03'], returns: { B: [0.03, 0.04] } });
 * const both = fromSeries(one.returns('A'), two.returns('B'));
 * console.log(both.assets.join(' '), both.calendar.length); // A B 3
 */
export function fromSeries(...series: readonly ReturnSeries[]): Panel {
  const panels = series.map((one, index): Panel => {
    assertReturnSeries('fromSeries', `argument ${index}`, one);
    return assemblePanel({ calendar: one.calendar, assets: [one.name], values: one.values.slice(), metas: [one.meta] });
  });
  const [first, ...rest] = panels;
  if (first === undefined) throw new InputError('panel.name', 'fromSeries: found no series. Give at least one.');
  return rest.reduce((joined, panel) => joinPanels(joined, panel), first);
}
