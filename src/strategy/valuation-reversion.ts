import { assertKnownOptions, assertName, assertNumber, assertObject, inPercent, InputError } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { assertTwoAssets } from './assert-two-assets.js';
import { defineStrategy } from './define-strategy.js';
import { heldWeight } from './held-weight.js';
import type { Strategy } from './strategy.js';
import type { Weights } from './weights.js';

/** Options of {@link valuationReversion}. */
export interface ValuationReversionOptions<Core extends string, Satellite extends string, Valuation extends string> {
  readonly core: Core;
  /** What is bought while it is cheap, such as small caps. */
  readonly satellite: Satellite;
  /** The name of the indicator with its valuation, such as a percentile or a z-score by `valuationSignal`. */
  readonly valuation: Valuation;
  /** The value at which the satellite is bought. */
  readonly enterAt: number;
  /** The value at which it is sold: above `enterAt` where low values are cheap, below it where high ones are. */
  readonly exitAt: number;
  /** The satellite's weight while it is held, from above 0 to 1; 1 when absent. */
  readonly weight?: number | undefined;
  /** When to look and trade; monthly when absent. */
  readonly schedule?: Schedule | undefined;
}

/**
 * Buys what has become cheap by its own history and sells it when it no longer is: a valuation discount that reverts to its mean.
 *
 * With enterAt < exitAt it enters at value ≤ enterAt and leaves at value ≥ exitAt, with enterAt > exitAt (measures that are high where a thing is
 * cheap, such as book-to-market) at value ≥ enterAt and ≤ exitAt. In between it keeps what it has: the satellite, if the engine says that it is held
 * at that close (a trade that is still on its way by `executionLag` does not count). Unknown (NaN): the core only. While held, every
 * decision trades back to `weight`.
 *
 * @throws InputError `option.range` (also equal thresholds), `option.type`, `option.unknown`, `schedule.invalid`.
 * @see Asness, C., Friedman, J., Krail, R. and Liew, J. (2000), "Style Timing: Value versus Growth", Journal of Portfolio Management 26(3).
 * @example
 * const cheapness = valuationSignal(valueSpread().smallOverBig, { lagDays: 0, window: 'expanding', minObservations: 240, measure: 'percentile' });
 * const reversion = valuationReversion({ core: 'SPY', satellite: 'IWM', valuation: 'cheapness', enterAt: 0.8, exitAt: 0.5 });
 * const { decisions } = backtest(addIndicator(usFunds(), 'cheapness', cheapness), reversion);
 * console.log(decisions.find(({ target }) => target.IWM === 1)?.decidedOn); // 2000-07-31
 */
export function valuationReversion<
  const Core extends string,
  const Satellite extends string,
  const Valuation extends string,
>(options: ValuationReversionOptions<Core, Satellite, Valuation>): Strategy<Core | Satellite, never, Valuation> {
  const where = 'valuationReversion';
  assertObject(where, 'the options', options);
  const known = ['core', 'satellite', 'valuation', 'enterAt', 'exitAt', 'weight', 'schedule'];
  assertKnownOptions(where, options, known);
  const { core, satellite, valuation, enterAt, exitAt, weight = 1, schedule = monthly() } = options;
  assertTwoAssets(where, 'rotation', { core, satellite });
  assertName(where, 'valuation', valuation);
  assertNumber(where, 'enterAt', enterAt);
  assertNumber(where, 'exitAt', exitAt);
  const allowed = 'a fraction above 0, up to 1';
  assertNumber(where, 'weight', weight, { min: Number.MIN_VALUE, max: 1, allowed });
  if (enterAt === exitAt) {
    throw new InputError(
      'option.range',
      `${where}: "enterAt" and "exitAt" are both ${enterAt}, so it is not said which side is cheap. Leave a distance: enterAt 0.2, exitAt 0.5 where low is cheap.`,
      { where, enterAt, exitAt },
    );
  }
  // Cheap is low after this, whichever way the measure runs.
  const sign = enterAt < exitAt ? 1 : -1;
  const rest = Object.freeze({ [core]: 1 }) as Weights<Core | Satellite>;
  const cheap = Object.freeze({
    ...(weight === 1 ? {} : { [core]: 1 - weight }),
    [satellite]: weight,
  }) as Weights<Core | Satellite>;
  return defineStrategy<Core | Satellite, never, Valuation>({
    name: `Valuation reversion, ${inPercent(weight, 2)} ${satellite} on ${core} from ${enterAt} to ${exitAt} of ${valuation}`,
    assets: [core, satellite],
    indicators: [valuation],
    schedule,
    params: { core, satellite, valuation, enterAt, exitAt, weight },
    decide: (view) => {
      const dearness = sign * view.indicator(valuation);
      if (dearness <= sign * enterAt) return cheap;
      if (!(dearness < sign * exitAt)) return rest;
      return heldWeight(view.holdings, satellite) > 0 ? cheap : rest;
    },
  });
}
