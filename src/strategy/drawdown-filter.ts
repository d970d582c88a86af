import { assertKnownOptions, assertNumber, assertObject, inPercent } from '../core/index.js';
import { monthly, type Schedule } from '../time/index.js';
import { defineStrategy } from './define-strategy.js';
import { heldWeight } from './held-weight.js';
import type { Strategy } from './strategy.js';
import { allIn, assertSwitch, assetsAmong, type WithoutCash } from './switch-weights.js';
import { trailingDrawdown } from './trailing-path.js';

/** Options of {@link drawdownFilter}. */
export interface DrawdownFilterOptions<Hold extends string, Otherwise extends string = 'cash'> {
  readonly hold: Hold;
  /** What is held while out; `'cash'` when absent. */
  readonly otherwise?: Otherwise;
  /** How deep a fall makes it leave, a fraction above 0 and at most 1: 0.1 is 10 % below the peak. */
  readonly limit: number;
  /** How near the peak it must be to return, a fraction from 0 to `limit`: 0.05 is 5 % below the peak or less. */
  readonly reenter: number;
  /** How many returns the peak is searched over; it is the highest of the `periods` + 1 closes around them. */
  readonly periods: number;
  /** When to look; monthly when absent. */
  readonly schedule?: Schedule;
}

/**
 * Leaves an asset when it has fallen too far from its recent peak, and returns when it is near it again.
 *
 * With the trailing drawdown d = W₀ / max(W₀, …, W₋periods) − 1 of wealth with returns reinvested: d < −limit is out, d ≥ −reenter is
 * in, and between the two nothing changes. What it was is read from what the portfolio holds, so nothing is remembered: it stays in
 * if some `hold` is held, and out at the first decision. A missing return leaves it unchanged too. Trading later (`executionLag`) it
 * sees its own change as late. After `periods` rows an old peak is forgotten, which lets it back in far below it.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`, `schedule.invalid`.
 * @see Grossman, S. J. and Zhou, Z. (1993), "Optimal Investment Strategies for Controlling Drawdowns", Mathematical Finance 3(3), for
 *   the idea that exposure follows the drawdown; the two bounds are a plain hysteresis.
 * @example
 * const careful = drawdownFilter({ hold: 'SPY', limit: 0.15, reenter: 0.05, periods: 12, schedule: whenTargetChanges({ check: monthly() }) });
 * const moves = backtest(usFunds(), careful).decisions.map(({ decidedOn }) => decidedOn);
 * console.log(moves.slice(5, 7).join(' to ')); // 2008-06-30 to 2009-10-31
 */
export function drawdownFilter<const Hold extends string, const Otherwise extends string = 'cash'>(
  options: DrawdownFilterOptions<Hold, Otherwise>,
): Strategy<Hold | WithoutCash<Otherwise>> {
  const where = 'drawdownFilter';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['hold', 'otherwise', 'limit', 'reenter', 'periods', 'schedule']);
  const { hold, limit, reenter, periods, schedule = monthly() } = options;
  type Held = Hold | WithoutCash<Otherwise>;
  const otherwise = (options.otherwise ?? 'cash') as Held | 'cash';
  assertSwitch(where, hold, otherwise);
  assertNumber(where, 'limit', limit, {
    min: Number.MIN_VALUE,
    max: 1,
    allowed: 'a fraction above 0, at most 1, such as 0.1',
  });
  const nearer = `a fraction from 0 to "limit", which is ${limit}`;
  assertNumber(where, 'reenter', reenter, { min: 0, max: limit, allowed: nearer });
  assertNumber(where, 'periods', periods, { min: 1, integer: true });
  return defineStrategy<Held>({
    name: `${hold} until ${inPercent(limit, 2)} under its ${periods}-period peak, back within ${inPercent(reenter, 2)}, otherwise ${otherwise}`,
    assets: assetsAmong<Held>([hold, otherwise]),
    lookback: periods,
    schedule,
    params: { hold, otherwise, limit, reenter, periods },
    decide: (view) => {
      const drawdown = trailingDrawdown(view.returns(hold, periods));
      const wasIn = heldWeight(view.holdings, hold) > 0;
      const isIn = wasIn ? !(drawdown < -limit) : drawdown >= -reenter;
      return allIn<Held>(isIn ? hold : otherwise);
    },
  });
}
