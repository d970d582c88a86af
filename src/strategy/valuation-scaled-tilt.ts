import {
  assertKnownOptions,
  assertName,
  assertNumber,
  assertObject,
  assertOneOf,
  inPercent,
  InputError,
} from '../core/index.js';
import { annually, type Schedule } from '../time/index.js';
import { assertTwoAssets } from './assert-two-assets.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy } from './strategy.js';
import type { Weights } from './weights.js';

/** Options of {@link valuationScaledTilt}. */
export interface ValuationScaledTiltOptions<Core extends string, Satellite extends string, Percentile extends string> {
  readonly core: Core;
  /** What is held on top, such as small caps. */
  readonly satellite: Satellite;
  /** The name of the indicator with the percentile of the satellite's valuation, 0 to 1; `highIs` says what a high one means. */
  readonly percentile: Percentile;
  /** The satellite's weight when it is as cheap as ever: at percentile 0, or at 1 where `highIs` is 'cheap'. */
  readonly cheap: number;
  /** The satellite's weight when it is as dear as ever. */
  readonly dear: number;
  /** What a high percentile means: 'dear' for price to book, 'cheap' for book to market. 'dear' when absent. */
  readonly highIs?: 'dear' | 'cheap' | undefined;
  /** When to look and trade; each December when absent. */
  readonly schedule?: Schedule;
}

/**
 * A tilt that follows valuation: much of the satellite while it is cheap by its own history, little while it is dear.
 *
 * Satellite weight = cheap + (dear − cheap) × percentile, or dear + (cheap − dear) × percentile for a measure that is high where the
 * satellite is cheap, such as book to market (`highIs: 'cheap'`); the rest is core. While no percentile is known (NaN) it holds the core
 * only. Make the indicator with `expandingPercentile`.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`, `schedule.invalid`; in a backtest `weights.invalid` for an
 *   indicator outside 0 to 1, naming the day.
 * @see Asness, C., Friedman, J., Krail, R. and Liew, J. (2000), "Style Timing: Value versus Growth", Journal of Portfolio Management 26(3).
 * @example
 * const rank = expandingPercentile(valueSpread().smallOverBig, { minObservations: 240 });
 * const tilt = valuationScaledTilt({ core: 'SPY', satellite: 'IWM', percentile: 'rank', highIs: 'cheap', cheap: 0.5, dear: 0 });
 * console.log(backtest(addIndicator(usFunds(), 'rank', rank), tilt).decisions[0].target.IWM?.toFixed(3)); // 0.398
 */
export function valuationScaledTilt<
  const Core extends string,
  const Satellite extends string,
  const Percentile extends string,
>(options: ValuationScaledTiltOptions<Core, Satellite, Percentile>): Strategy<Core | Satellite, never, Percentile> {
  const where = 'valuationScaledTilt';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['core', 'satellite', 'percentile', 'cheap', 'dear', 'highIs', 'schedule']);
  const { core, satellite, percentile, cheap, dear, highIs = 'dear', schedule = annually({ month: 12 }) } = options;
  assertTwoAssets(where, 'tilt', { core, satellite });
  assertName(where, 'percentile', percentile);
  for (const [option, weight] of Object.entries({ cheap, dear }))
    assertNumber(where, option, weight, { min: 0, max: 1, allowed: 'a fraction from 0 to 1, such as 0.3' });
  assertOneOf(where, 'highIs', highIs, ['dear', 'cheap']);
  const [atLow, atHigh] = highIs === 'dear' ? [cheap, dear] : [dear, cheap];
  return defineStrategy<Core | Satellite, never, Percentile>({
    name: `Valuation-scaled tilt, ${inPercent(cheap, 2)} (cheap) to ${inPercent(dear, 2)} (dear) ${satellite} on ${core}`,
    assets: [core, satellite],
    indicators: [percentile],
    schedule,
    params: { core, satellite, percentile, cheap, dear, ...(highIs === 'dear' ? {} : { highIs }) },
    decide: (view) => {
      const known = view.indicator(percentile);
      if (known < 0 || known > 1) {
        throw new InputError(
          'weights.invalid',
          `${where} on ${view.asOf}: the indicator "${percentile}" is ${known}; a percentile lies from 0 to 1. Make it with expandingPercentile(observations, { minObservations }).`,
          { where, indicator: percentile, date: view.asOf, found: known },
        );
      }
      const weight = Number.isNaN(known) ? 0 : atLow + (atHigh - atLow) * known;
      return { [core]: 1 - weight, [satellite]: weight } as Weights<Core | Satellite>;
    },
  });
}
