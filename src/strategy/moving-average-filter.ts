import { assertKnownOptions, assertNumber, assertObject } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy } from './strategy.js';
import { allIn, assertSwitch, assetsAmong, type WithoutCash } from './switch-weights.js';
import { isAboveAverage } from './trailing-path.js';

/** Options of {@link movingAverageFilter}. */
export interface MovingAverageFilterOptions<Hold extends string, Otherwise extends string = 'cash'> {
  readonly hold: Hold;
  /** What is held while `hold` is not above its average; `'cash'` when absent. */
  readonly otherwise?: Otherwise;
  /** How many closes the average is of, today's among them: 10 on monthly data is the usual ten-month average. */
  readonly periods: number;
  /** When to look; monthly when absent. */
  readonly schedule?: Schedule;
}

/**
 * Holds an asset while it is above its moving average, and something else while it is not.
 *
 * The average is the plain mean of the last `periods` closes of the asset's wealth with returns reinvested, today's included:
 * W₀ > (W₀ + W₋₁ + … ) / periods. At the average it is not above, and neither where a return is missing. Needs `periods` − 1 returns.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`, `schedule.invalid`.
 * @see Faber, M. T. (2007), "A Quantitative Approach to Tactical Asset Allocation", Journal of Wealth Management 9(4).
 * @example
 * const timing = movingAverageFilter({ hold: 'SPY', otherwise: 'BIL', periods: 10 });
 * const inOctober2008 = backtest(usFunds(), timing).decisions.find(({ decidedOn }) => decidedOn === '2008-10-31');
 * console.log(inOctober2008?.target); // { BIL: 1 }
 */
export function movingAverageFilter<const Hold extends string, const Otherwise extends string = 'cash'>(
  options: MovingAverageFilterOptions<Hold, Otherwise>,
): Strategy<Hold | WithoutCash<Otherwise>> {
  const where = 'movingAverageFilter';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['hold', 'otherwise', 'periods', 'schedule']);
  const { hold, periods, schedule = monthly() } = options;
  type Held = Hold | WithoutCash<Otherwise>;
  const otherwise = (options.otherwise ?? 'cash') as Held | 'cash';
  assertSwitch(where, hold, otherwise);
  assertNumber(where, 'periods', periods, { min: 2, integer: true });
  return defineStrategy<Held>({
    name: `${hold} above its ${periods}-period average, otherwise ${otherwise}`,
    assets: assetsAmong<Held>([hold, otherwise]),
    lookback: periods - 1,
    schedule,
    params: { hold, otherwise, periods },
    decide: (view) => allIn<Held>(isAboveAverage(view.returns(hold, periods - 1)) ? hold : otherwise),
  });
}
