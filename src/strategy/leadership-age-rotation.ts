import { assertKnownOptions, assertName, assertNumber, assertObject, InputError } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { assertTwoAssets } from './assert-two-assets.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy } from './strategy.js';
import type { Weights } from './weights.js';

/** Options of {@link leadershipAgeRotation}. */
export interface LeadershipAgeRotationOptions<
  Asset extends string,
  Benchmark extends string,
  Trough extends string,
  Peak extends string,
> {
  /** What leads after a trough of its relative strength, such as small caps. */
  readonly asset: Asset;
  /** What leads after a peak of it, such as large caps; held too while no turn is known. */
  readonly benchmark: Benchmark;
  /** The name of the indicator with the months since the latest known trough of asset over benchmark. */
  readonly sinceTrough: Trough;
  /** The same for the latest known peak. */
  readonly sincePeak: Peak;
  /** From this age on, in months since the turn, the leader is taken to be near its end, and the other one is held. */
  readonly maxAgeMonths: number;
  /** When to look and trade; monthly when absent. */
  readonly schedule?: Schedule | undefined;
}

/**
 * Holds whatever leads until its run is old, and the other one from then on: the idea that leadership comes in cycles of some length.
 *
 * The latest known turn says who leads: after a trough of the relative strength the asset, after a peak the benchmark. While that turn is less
 * than `maxAgeMonths` old the leader is held, later the other one, until a new turn is known. Make the indicators with
 * `regimeAge(turningPoints(relativeStrength(asset, benchmark), { threshold, only: 'troughs' }))` and `'peaks'`: ages count from the turn, and are known
 * from its confirmation on, often years later. No turn known, or both of one age: the benchmark.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`, `schedule.invalid`.
 * @see Lunde, A. and Timmermann, A. (2004), "Duration Dependence in Stock Prices", Journal of Business & Economic Statistics 22(3): whether runs
 *   end sooner the longer they last.
 * @example
 * const strength = relativeStrength(usFunds().returns('IWM'), usFunds().returns('SPY'));
 * const age = (only: 'troughs' | 'peaks') => regimeAge(turningPoints(strength, { threshold: 0.2, only }));
 * const panel = addIndicator(addIndicator(usFunds(), 'rise', age('troughs')), 'fall', age('peaks'));
 * const rotation = leadershipAgeRotation({ asset: 'IWM', benchmark: 'SPY', sinceTrough: 'rise', sincePeak: 'fall', maxAgeMonths: 108 });
 * console.log(backtest(panel, rotation).decisions.filter(({ target }) => target.IWM === 1).length); // 20
 */
export function leadershipAgeRotation<
  const Asset extends string,
  const Benchmark extends string,
  const Trough extends string,
  const Peak extends string,
>(
  options: LeadershipAgeRotationOptions<Asset, Benchmark, Trough, Peak>,
): Strategy<Asset | Benchmark, never, Trough | Peak> {
  const where = 'leadershipAgeRotation';
  assertObject(where, 'the options', options);
  const known = ['asset', 'benchmark', 'sinceTrough', 'sincePeak', 'maxAgeMonths', 'schedule'];
  assertKnownOptions(where, options, known);
  const { asset, benchmark, sinceTrough, sincePeak, maxAgeMonths, schedule = monthly() } = options;
  assertTwoAssets(where, 'rotation', { asset, benchmark });
  assertName(where, 'sinceTrough', sinceTrough);
  assertName(where, 'sincePeak', sincePeak);
  assertNumber(where, 'maxAgeMonths', maxAgeMonths, { min: 1, integer: true });
  const trough: string = sinceTrough;
  if (trough === sincePeak) {
    throw new InputError(
      'option.range',
      `${where}: "sinceTrough" and "sincePeak" are both "${trough}"; who leads is told by two indicators, one of troughs and one of peaks.`,
      { where, indicator: trough },
    );
  }
  const first = Object.freeze({ [asset]: 1 }) as Weights<Asset | Benchmark>;
  const second = Object.freeze({ [benchmark]: 1 }) as Weights<Asset | Benchmark>;
  return defineStrategy<Asset | Benchmark, never, Trough | Peak>({
    name: `Leadership-age rotation, ${asset} over ${benchmark}, leader until ${maxAgeMonths} months`,
    assets: [asset, benchmark],
    indicators: [sinceTrough, sincePeak],
    schedule,
    params: { asset, benchmark, sinceTrough, sincePeak, maxAgeMonths },
    decide: ({ indicator }) => {
      const rise = indicator(sinceTrough);
      const fall = indicator(sincePeak);
      if (rise < fall || (Number.isNaN(fall) && !Number.isNaN(rise))) return rise < maxAgeMonths ? first : second;
      if (fall < rise || (Number.isNaN(rise) && !Number.isNaN(fall))) return fall < maxAgeMonths ? second : first;
      return second;
    },
  });
}
