import { assertName } from '../core/index.js';
import { makeReturnSeries, type ReturnSeries } from '../panel/index.js';
import { assertResult } from './assert-result.js';
import type { BacktestResult } from './result.js';

/**
 * A strategy as an asset: the net returns of a backtest, to be held by another one beside funds (core and satellite).
 *
 * Its returns are after the trading costs, fees and financing that its own run charged; the costs of the outer portfolio are for buying
 * and selling the strategy as a whole. `meta.net` speaks of fund fees alone and is that of the result: true where what it held was net of them or the run took them off, so that no
 * other fee is charged unless asked for; false for research portfolios and indices, whose fees the outer run may take: `costs: { expenseRatios }`. `meta.source` says both. Where it comes from, marks of hindsight, joins and proxy rows
 * come along. A run that ended early (ruin, depletion) is an asset that ends there. Put it beside others with
 * `joinPanels(panel, fromSeries(asAsset(result, 'Rotation')))`.
 *
 * The satellite's decisions are its own: it decides over the whole run, whether it is held or not.
 *
 * @param name its name as an asset; the strategy's when absent.
 * @throws InputError `series.invalid` (not a result), `option.type` (the name is none).
 * @see Amenc, N., Malaise, P. and Martellini, L. (2004), "Revisiting Core-Satellite Investing", Journal of Portfolio Management 31(1), 64–75.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { SPY: [0.01, 0.02], IWM: [0.03, -0.01] } });
 * const satellite = asAsset(backtest(panel, fixedMix({ weights: { IWM: 1 } })), 'Satellite');
 * const both = joinPanels(panel, fromSeries(satellite));
 * const mixed = backtest(both, fixedMix({ weights: { SPY: 0.8, Satellite: 0.2 } }));
 * console.log(mixed.values[0]?.toFixed(4), satellite.meta.net); // 0.0140 false
 */
export function asAsset(result: BacktestResult, name?: string): ReturnSeries {
  assertResult('asAsset', result);
  if (name !== undefined) assertName('asAsset', 'name', name);
  const { meta, settings, calendar } = result;
  const made = `backtest of "${settings.strategy}", after its own trading costs, ${meta.net ? 'net' : 'not net'} of fund fees`;
  const source = meta.source === undefined ? made : `${made} (${meta.source})`;
  return makeReturnSeries(name ?? result.name, calendar, result.values.slice(), { ...meta, source });
}
